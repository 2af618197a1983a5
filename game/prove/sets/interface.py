"""What can be asked of sets of states, however they are held."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

S = TypeVar("S")


class Sets(Protocol[S]):
    """All sets of states, where a state has a number, counted from 0, in each of a row of slots.

    Sets are values: equal ones compare equal. Every operation raises MemoryError where it would take
    more than may be held.
    """

    none: S
    every: S

    def among(self, slot: int, values: Iterable[int]) -> S:
        """The states whose number in the slot is one of these."""
        ...

    def union(self, a: S, b: S) -> S:
        """The members of either."""
        ...

    def meet(self, a: S, b: S) -> S:
        """The members of both."""
        ...

    def minus(self, a: S, b: S) -> S:
        """The members of `a` that are none of `b`."""
        ...

    def preimage(self, slot: int, table: Sequence[int]) -> Callable[[S], S]:
        """Makes of a set the states that are in it once the number in the slot is `table[number]` instead."""
        ...

    def has(self, members: S, numbers: Sequence[int]) -> bool:
        """Whether the state with these numbers, one a slot, is a member."""
        ...
