"""Conditions as tests of what slots hold, made on whole sets of situations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from game.prove.program.slots import OfVariable, OfVisits, Slots
from game.prove.sets.diagrams import NONE, DiagramNode, Members, Space
from game.story.conditions import (
    COMPARE,
    And,
    Chose,
    Compare,
    Condition,
    Constant,
    Ended,
    Held,
    Not,
    Op,
    Or,
    Times,
    Visited,
)


@dataclass(frozen=True, slots=True, eq=False)
class Bits:
    """Inner slots together are one of the situations whose bits are set."""

    mask: int
    done: dict[DiagramNode, Members] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """An outer slot has one of the values whose bits are set."""

    level: int
    values: int
    done: dict[DiagramNode, Members] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class All:
    """Every one of the tests is passed."""

    tests: tuple["Test", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Any:
    """At least one of the tests is passed."""

    tests: tuple["Test", ...]


Test: TypeAlias = Bits | Level | All | Any


def restrict(space: Space, members: Members, test: Test) -> Members:
    """The members that pass the test."""
    if not members:
        return members
    match test:
        case Bits(mask, done):
            if type(members) is int:
                return members & mask
            return space.on_bits(members, mask.__and__, done)
        case Level():
            return _with_level(space, members, test)
        case All(tests):
            for each in tests:
                members = restrict(space, members, each)
            return members
        case Any(tests):
            passed: Members = NONE
            for each in tests:
                passed = space.union(passed, restrict(space, members, each))
            return passed
        case _:
            assert_never(test)


def _with_level(space: Space, members: Members, test: Level) -> Members:
    if isinstance(members, int) or members.level > test.level:
        return members if test.values & 1 else NONE
    made = test.done.get(members)
    if made is None:
        space.spend(1)
        if members.level == test.level:
            kids = [kid if test.values >> value & 1 else NONE for value, kid in enumerate(members.kids)]
        else:
            kids = [_with_level(space, kid, test) if kid else NONE for kid in members.kids]
        made = test.done[members] = space.make(members.level, tuple(kids))
    return made


def intersects(space: Space, members: Members, test: Test) -> bool:
    """Whether a member passes the test."""
    match test:
        case Bits(mask) if members:
            return bool((members if isinstance(members, int) else space.occurring(members)) & mask)
        case Level(level, values) if isinstance(members, DiagramNode):
            return bool(space.occurring(members) >> space.place[level] & values)
        case Any(tests):
            return any(intersects(space, members, each) for each in tests)
        case Bits() | Level() | All():
            return bool(restrict(space, members, test))
        case _:
            assert_never(test)


def escapes(space: Space, members: Members, test: Test) -> bool:
    """Whether a member fails the test."""
    match test:
        case Bits(mask) if members:
            return bool((members if isinstance(members, int) else space.occurring(members)) & (space.full ^ mask))
        case Level(level, values) if isinstance(members, DiagramNode):
            every = (1 << space.place[level + 1] - space.place[level]) - 1
            return bool(space.occurring(members) >> space.place[level] & (every ^ values))
        case All(tests):
            return any(escapes(space, members, each) for each in tests)
        case Bits() | Level() | Any():
            return bool(space.minus(members, restrict(space, members, test)))
        case _:
            assert_never(test)


class Testing:
    """Makes tests of a story's conditions, each once."""

    def __init__(self, space: Space, slots: Slots) -> None:
        self.space, self.slots = space, slots
        self.always = Bits(space.full)
        self._made: dict[Condition, tuple[Test, frozenset[int]]] = {}
        self._among: dict[tuple[int, int], Test] = {}

    def of(self, condition: Condition) -> tuple[Test, frozenset[int]]:
        """The test of a condition, and the slots that it reads."""
        made = self._made.get(condition)
        if made is None:
            read: set[int] = set()
            made = self._made[condition] = (self._test(condition, read, wanted=True), frozenset(read))
        return made

    def among(self, slot: int, values: Iterable[int]) -> Test:
        """The slot has one of these values."""
        wanted = _as_bits(values)
        made = self._among.get((slot, wanted))
        if made is None:
            if slot in self.space.stride:
                mask = 0
                for number in range(self.space.sizes[slot]):
                    mask |= self.space.mask(slot, number) if wanted >> number & 1 else 0
                made = Bits(mask)
            else:
                made = Level(self.space.level[slot], wanted)
            self._among[slot, wanted] = made
        return made

    def _test(self, condition: Condition, read: set[int], *, wanted: bool) -> Test:
        match condition:
            case Not(part):
                return self._test(part, read, wanted=not wanted)
            case And(parts) | Or(parts):
                tests = [self._test(part, read, wanted=wanted) for part in parts]
                return self._every(tests) if isinstance(condition, And) == wanted else self._some(tests)
            case Visited(scene):
                return self._one(self.slots.visits[scene], read, lambda number: (number > 0) == wanted)
            case Chose(scene, choice):
                return self._one(self.slots.chosen[scene, choice], read, lambda number: bool(number) == wanted)
            case Ended(ending):
                return self._one(self.slots.ended[ending], read, lambda number: bool(number) == wanted)
            case Compare(left, op, right):
                slot = self.slots.variables[left.variable] if isinstance(left, Held) else self.slots.visits[left.scene]
                match right:
                    case Constant(value):
                        return self._one(
                            slot, read, lambda number: COMPARE[op](self._value(slot, number), value) == wanted
                        )
                    case Held(name):
                        return self._two(slot, op, self.slots.variables[name], read, wanted=wanted)
                    case Times():
                        raise TypeError("two counts of visits are never compared")
                    case _:
                        assert_never(right)
            case _:
                assert_never(condition)

    def _one(self, slot: int, read: set[int], passes: Callable[[int], bool]) -> Test:
        read.add(slot)
        return self.among(slot, [number for number in range(self.space.sizes[slot]) if passes(number)])

    def _two(self, left: int, op: Op, right: int, read: set[int], *, wanted: bool) -> Test:
        read.update((left, right))
        tests = []
        for number in range(self.space.sizes[left]):
            value = self._value(left, number)
            others = [
                other
                for other in range(self.space.sizes[right])
                if COMPARE[op](value, self._value(right, other)) == wanted
            ]
            if others:
                tests.append(self._every([self.among(left, [number]), self.among(right, others)]))
        return self._some(tests)

    def _value(self, slot: int, number: int) -> object:
        """What the number stands for where it is compared. Counts past what is known exactly are past every bound."""
        of = self.slots.all[slot]
        if isinstance(of, OfVariable):
            return of.value(number)
        assert isinstance(of, OfVisits)  # noqa: S101
        return number

    def _every(self, tests: list[Test]) -> Test:
        mask, others = self.space.full, list[Test]()
        for test in tests:
            for each in test.tests if isinstance(test, All) else (test,):
                if isinstance(each, Bits):
                    mask &= each.mask
                else:
                    others.append(each)
        if mask == self.space.full and len(others) == 1:
            return others[0]
        return All((Bits(mask), *others)) if others else Bits(mask)

    def _some(self, tests: list[Test]) -> Test:
        mask, others = 0, list[Test]()
        for test in tests:
            for each in test.tests if isinstance(test, Any) else (test,):
                if isinstance(each, Bits):
                    mask |= each.mask
                else:
                    others.append(each)
        if mask == 0 and len(others) == 1:
            return others[0]
        return Any((Bits(mask), *others)) if others else Bits(mask)


def _as_bits(numbers: Iterable[int]) -> int:
    """The integer that has these bits: by bytes, for there may be a million."""
    given = list(numbers)
    found = bytearray(max(given, default=0) // 8 + 1)
    for number in given:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")
