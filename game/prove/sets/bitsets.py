"""Sets of states as integers with a bit a state: the fastest where a story has few states in all."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import cast

from game.prove.sets.diagrams import MOST_BITS, NONE, Space
from game.prove.sets.moves import Move


class Bitsets:
    """Sets over slots of these sizes, whose product is at most `MOST_BITS`: see `fit`."""

    none = NONE

    def __init__(self, sizes: Sequence[int]) -> None:
        self._space = Space(sizes, range(len(sizes)), 0)
        self.every = self._space.full
        self._moves: dict[tuple[int, tuple[int, ...]], Move] = {}

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
        return reduce(or_, (self._space.mask(slot, value) for value in values), NONE)

    def union(self, a: int, b: int) -> int:
        return a | b

    def meet(self, a: int, b: int) -> int:
        return a & b

    def minus(self, a: int, b: int) -> int:
        return a & ~b

    def preimage(self, slot: int, table: Sequence[int]) -> Callable[[int], int]:
        key = (slot, tuple(table))
        move = self._moves.get(key)
        if move is None:
            move = self._moves[key] = Move(self._space, slot, table)
        return cast("Callable[[int], int]", move.back)  # there are no levels here

    def has(self, members: int, numbers: Sequence[int]) -> bool:
        return bool(members >> self._space.bit(numbers) & 1)
