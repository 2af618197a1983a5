"""Conditions as tests of what slots hold."""

from collections.abc import Callable, Iterable
from typing import assert_never

from game.prove.program.slots import OfVariable, OfVisits, Slots
from game.prove.sets.space import All, Among, Some, Test
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


class Testing:
    """Makes tests of a story's conditions, each once."""

    def __init__(self, slots: Slots) -> None:
        self.slots = slots
        self.always: Test = All(())
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
            made = self._among[slot, wanted] = Among(slot, wanted)
        return made

    def _test(self, condition: Condition, read: set[int], *, wanted: bool) -> Test:
        match condition:
            case Not(part):
                return self._test(part, read, wanted=not wanted)
            case And(parts) | Or(parts):
                tests = tuple(self._test(part, read, wanted=wanted) for part in parts)
                return All(tests) if isinstance(condition, And) == wanted else Some(tests)
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
        return self.among(slot, [number for number in range(self.slots.all[slot].size) if passes(number)])

    def _two(self, left: int, op: Op, right: int, read: set[int], *, wanted: bool) -> Test:
        read.update((left, right))
        tests = list[Test]()
        for number in range(self.slots.all[left].size):
            value = self._value(left, number)
            others = [
                other
                for other in range(self.slots.all[right].size)
                if COMPARE[op](value, self._value(right, other)) == wanted
            ]
            if others:
                tests.append(All((self.among(left, [number]), self.among(right, others))))
        return Some(tuple(tests))

    def _value(self, slot: int, number: int) -> object:
        """What the number stands for where it is compared. Counts past what is known exactly are past every bound."""
        of = self.slots.all[slot]
        if isinstance(of, OfVariable):
            return of.value(number)
        assert isinstance(of, OfVisits)  # noqa: S101
        return number


def _as_bits(numbers: Iterable[int]) -> int:
    """The integer that has these bits: by bytes, for there may be a million."""
    given = list(numbers)
    found = bytearray(max(given, default=0) // 8 + 1)
    for number in given:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")
