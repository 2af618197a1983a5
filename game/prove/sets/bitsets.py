"""Sets of states as integers with a bit a state: the fastest where a story has few states in all."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import cast

from game.prove.sets.diagram_moves import DiagramMove
from game.prove.sets.diagrams import MOST_BITS, Diagrams
from game.prove.sets.space import NONE


class Bitsets:
    """Sets over slots of these sizes, whose product is at most `MOST_BITS`: see `fit`."""

    none = NONE

    def __init__(self, sizes: Sequence[int]) -> None:
        self._diagrams = Diagrams(sizes, range(len(sizes)), 0)
        self.every = self._diagrams.full
        self._moves: dict[tuple[int, tuple[int, ...]], DiagramMove] = {}

    @staticmethod
    def fit(sizes: Sequence[int]) -> bool:
        """Whether so many states can be held."""
        states = 1
        for size in sizes:
            states *= size
            if states > MOST_BITS:
                return False
        return True

    def among(self, slot: int, values: Iterable[int]) -> int:
        """The states whose number in the slot is one of these."""
        return reduce(or_, (self._diagrams.mask(slot, value) for value in values), NONE)

    def union(self, a: int, b: int) -> int:
        """The members of either."""
        return a | b

    def meet(self, a: int, b: int) -> int:
        """The members of both."""
        return a & b

    def minus(self, a: int, b: int) -> int:
        """The members of `a` that are none of `b`."""
        return a & ~b

    def preimage(self, slot: int, table: Sequence[int]) -> Callable[[int], int]:
        """Makes of a set the states that are in it once the number in the slot is `table[number]`."""
        key = (slot, tuple(table))
        move = self._moves.get(key)
        if move is None:
            move = self._moves[key] = DiagramMove(self._diagrams, slot, table)
        return cast("Callable[[int], int]", move.back)  # there are no levels here

    def has(self, members: int, numbers: Sequence[int]) -> bool:
        """Whether the state is a member."""
        return bool(members >> self._diagrams.bit(numbers) & 1)
