"""What the proof asks and does with sets of situations, however they are held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any as _Held
from typing import Protocol, TypeAlias

Members: TypeAlias = _Held
"""A set, as the space that made it holds it: false if it is empty, and equal to every other of the same members."""

NONE = 0  # the empty set


class Exhausted(MemoryError):
    """The budget is used up."""


@dataclass(frozen=True, slots=True, eq=False)
class Among:
    """The slot's number is one of those whose bits are set."""

    slot: int
    numbers: int


@dataclass(frozen=True, slots=True, eq=False)
class All:
    """Every one of the tests is passed."""

    tests: tuple["Test", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Some:
    """At least one of the tests is passed."""

    tests: tuple["Test", ...]


Test: TypeAlias = Among | All | Some


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """The slot's number becomes `table[number]`."""

    slot: int
    table: tuple[int, ...]

    @property
    def constant(self) -> bool:
        """Whether it becomes the same whatever it was."""
        return len(set(self.table)) == 1


@dataclass(frozen=True, slots=True, eq=False)
class Forget:
    """What these slots hold matters no more."""

    slots: tuple[int, ...]


SlotStep: TypeAlias = Move | Forget


class Space(Protocol):
    """All sets of situations, each with a number, from 0 to below its size, in each of a row of slots.

    A slot that was forgotten holds what the space likes best, the same for all sets: nobody may ask. Every operation
    raises a MemoryError where it would take more than may be held, `Exhausted` where the budget ends. The budget counts
    what is made or gone through; never seconds.
    """

    sizes: tuple[int, ...]
    left: int
    weight: int
    """What going through one scene takes off the budget, at least."""

    by_parts: bool
    """Whether what is new in a set is sooner gone through than the whole set, of which most was gone through before."""

    def spend(self, nodes: int) -> None:
        """Takes something off the budget. Raises Exhausted where there is not so much left."""
        ...

    def single(self, numbers: Sequence[int], forgotten: Sequence[int] = ()) -> Members:
        """The set of one situation, given by its number in each slot; some slots, with 0, may have been forgotten."""
        ...

    def around(self, members: Members) -> Members:
        """Members among which sets are as small as can be, those given among them."""
        ...

    def narrow(self, members: Members, slots: Sequence[int]) -> Members:
        """A set that nothing tells from this one that asks for these slots alone."""
        ...

    def union(self, a: Members, b: Members) -> Members:
        """The members of either."""
        ...

    def meet(self, a: Members, b: Members) -> Members:
        """The members of both."""
        ...

    def minus(self, a: Members, b: Members) -> Members:
        """The members of `a` that are none of `b`."""
        ...

    def restrict(self, members: Members, test: Test) -> Members:
        """The members that pass the test."""
        ...

    def intersects(self, members: Members, test: Test) -> bool:
        """Whether a member passes the test."""
        ...

    def escapes(self, members: Members, test: Test) -> bool:
        """Whether a member fails the test."""
        ...

    def ahead(self, members: Members, steps: tuple[SlotStep, ...]) -> Members:
        """The situations after the steps, taken one after the other."""
        ...

    def back(self, members: Members, steps: tuple[SlotStep, ...], within: Members) -> Members:
        """Those `within` from which the steps lead to the members."""
        ...

    def spread(self, members: Members, slots: Sequence[int]) -> Members:
        """All situations that differ from a member in these slots alone, if at all."""
        ...

    def has(self, members: Members, numbers: Sequence[int]) -> bool:
        """Whether the situation is a member; forgotten slots count for nothing."""
        ...

    def count(self, members: Members, forgotten: Sequence[int]) -> int:
        """How many members there are, told apart by all but the slots that all of them have forgotten."""
        ...

    def one(self, members: Members) -> list[int]:
        """The numbers of a member, which there must be: low numbers first, 0 in what was forgotten."""
        ...

    def each(self, members: Members, slots: Sequence[int]) -> Iterator[list[int]]:
        """All that members have in these slots, each once, with 0 in the others."""
        ...
