"""Tests of what slots hold, made on sets held as diagrams."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from game.prove.sets.diagrams import Diagram, DiagramNode, Diagrams
from game.prove.sets.space import NONE, All, Among, Some, Test


@dataclass(frozen=True, slots=True, eq=False)
class _Bits:
    """Inner slots together are one of the situations whose bits are set."""

    mask: int
    done: dict[DiagramNode, Diagram] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """An outer slot has one of the values whose bits are set."""

    level: int
    values: int
    done: dict[DiagramNode, Diagram] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class _All:
    tests: tuple["_Test", ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Some:
    tests: tuple["_Test", ...]


_Test: TypeAlias = _Bits | _Level | _All | _Some


class DiagramTests:
    """Makes tests on the sets of some diagrams; what is one test is prepared once, and remembers what it was made on."""

    def __init__(self, diagrams: Diagrams) -> None:
        self._diagrams = diagrams
        self._prepared: dict[Test, _Test] = {}

    def restrict(self, members: Diagram, test: Test) -> Diagram:
        """The members that pass the test."""
        if not members:
            return members
        prepared = self._prepared.get(test) or self._prepare(test)
        if type(members) is int and type(prepared) is _Bits:  # most are
            return members & prepared.mask
        return self._restrict(members, prepared)

    def intersects(self, members: Diagram, test: Test) -> bool:
        """Whether a member passes the test."""
        return bool(members) and self._intersects(members, self._prepare(test))

    def escapes(self, members: Diagram, test: Test) -> bool:
        """Whether a member fails the test."""
        return bool(members) and self._escapes(members, self._prepare(test))

    def _restrict(self, members: Diagram, test: _Test) -> Diagram:
        match test:
            case _Bits(mask, done):
                if type(members) is int:
                    return members & mask
                return self._diagrams.on_bits(members, mask.__and__, done)
            case _Level():
                return self._with_level(members, test)
            case _All(tests):
                for each in tests:
                    members = self._restrict(members, each)
                return members
            case _Some(tests):
                passed: Diagram = NONE
                for each in tests:
                    passed = self._diagrams.union(passed, self._restrict(members, each))
                return passed
            case _:
                assert_never(test)

    def _with_level(self, members: Diagram, test: _Level) -> Diagram:
        if isinstance(members, int) or members.level > test.level:
            return members if test.values & 1 else NONE
        made = test.done.get(members)
        if made is None:
            self._diagrams.spend(self._diagrams.cost(members))
            if members.level == test.level:
                kids = [kid if test.values >> value & 1 else NONE for value, kid in enumerate(members.kids)]
            else:
                kids = [self._with_level(kid, test) if kid else NONE for kid in members.kids]
            made = test.done[members] = self._diagrams.make(members.level, tuple(kids))
        return made

    def _intersects(self, members: Diagram, test: _Test) -> bool:
        match test:
            case _Bits(mask):
                return bool(self._together(members) & mask)
            case _Level(level, values) if isinstance(members, DiagramNode):
                return bool(self._diagrams.occurring(members) >> self._diagrams.place[level] & values)
            case _Some(tests):
                return any(self._intersects(members, each) for each in tests)
            case _Level() | _All():
                return bool(self._restrict(members, test))
            case _:
                assert_never(test)

    def _escapes(self, members: Diagram, test: _Test) -> bool:
        place = self._diagrams.place
        match test:
            case _Bits(mask):
                return bool(self._together(members) & (self._diagrams.full ^ mask))
            case _Level(level, values) if isinstance(members, DiagramNode):
                every = (1 << place[level + 1] - place[level]) - 1
                return bool(self._diagrams.occurring(members) >> place[level] & (every ^ values))
            case _All(tests):
                return any(self._escapes(members, each) for each in tests)
            case _Level() | _Some():
                return bool(self._diagrams.minus(members, self._restrict(members, test)))
            case _:
                assert_never(test)

    def _together(self, members: Diagram) -> int:
        """The bits of the inner slots that occur."""
        return members if isinstance(members, int) else self._diagrams.occurring(members)

    def _prepare(self, test: Test) -> _Test:
        made = self._prepared.get(test)
        if made is None:
            match test:
                case Among():
                    made = self._among(test)
                case All(tests):
                    made = self._every(map(self._prepare, tests))
                case Some(tests):
                    made = self._some(map(self._prepare, tests))
                case _:
                    assert_never(test)
            self._prepared[test] = made
        return made

    def _among(self, test: Among) -> _Test:
        diagrams, slot = self._diagrams, test.slot
        if slot not in diagrams.stride:
            return _Level(diagrams.level[slot], test.numbers)
        mask = 0
        for number in range(diagrams.sizes[slot]):
            mask |= diagrams.mask(slot, number) if test.numbers >> number & 1 else 0
        return _Bits(mask)

    def _every(self, tests: Iterable[_Test]) -> _Test:
        mask, others = self._diagrams.full, list[_Test]()
        for test in tests:
            for each in test.tests if isinstance(test, _All) else (test,):
                if isinstance(each, _Bits):
                    mask &= each.mask
                else:
                    others.append(each)
        if mask == self._diagrams.full and len(others) == 1:
            return others[0]
        return _All((_Bits(mask), *others)) if others else _Bits(mask)

    def _some(self, tests: Iterable[_Test]) -> _Test:
        mask, others = 0, list[_Test]()
        for test in tests:
            for each in test.tests if isinstance(test, _Some) else (test,):
                if isinstance(each, _Bits):
                    mask |= each.mask
                else:
                    others.append(each)
        if mask == 0 and len(others) == 1:
            return others[0]
        return _Some((_Bits(mask), *others)) if others else _Bits(mask)
