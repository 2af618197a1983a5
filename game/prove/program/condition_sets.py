"""Conditions as the sets of states in which they hold."""

from collections.abc import Callable
from functools import reduce
from typing import Generic, TypeVar, assert_never

from game.prove.program.slots import OfVariable, Slots
from game.prove.sets.interface import Sets
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
    Or,
    Times,
    Visited,
)

S = TypeVar("S")


class ConditionSets(Generic[S]):
    """The sets of a story's conditions, each made once."""

    def __init__(self, slots: Slots, sets: Sets[S]) -> None:
        self._slots, self._sets = slots, sets
        self._made: dict[Condition, S] = {}

    def of(self, condition: Condition) -> S:
        """The states in which the condition holds."""
        made = self._made.get(condition)
        if made is None:
            made = self._made[condition] = self._make(condition)
        return made

    def _make(self, condition: Condition) -> S:
        slots, sets = self._slots, self._sets
        match condition:
            case Not(part):
                return sets.minus(sets.every, self.of(part))
            case And(parts):
                return reduce(sets.meet, map(self.of, parts), sets.every)
            case Or(parts):
                return reduce(sets.union, map(self.of, parts), sets.none)
            case Visited(scene):
                return self._where(slots.visits[scene], bool)
            case Chose(scene, choice):
                return self._where(slots.chosen[scene, choice], bool)
            case Ended(ending):
                return self._where(slots.ended[ending], bool)
            case Compare():
                return self._compared(condition)
            case _:
                assert_never(condition)

    def _compared(self, condition: Compare) -> S:
        compare, left = COMPARE[condition.op], self._slot(condition.left)
        match condition.right:
            case Constant(value):
                return self._where(left, lambda number: compare(self._value(left, number), value))
            case Held() | Times():
                right = self._slot(condition.right)
                found = self._sets.none
                for number in range(self._slots.all[left].size):
                    mine = self._value(left, number)
                    others = [n for n in range(self._slots.all[right].size) if compare(mine, self._value(right, n))]
                    found = self._sets.union(found, self._both(left, number, right, others))
                return found
            case _:
                assert_never(condition.right)

    def _both(self, left: int, number: int, right: int, others: list[int]) -> S:
        return self._sets.meet(self._sets.among(left, [number]), self._sets.among(right, others))

    def _where(self, slot: int, passes: Callable[[int], object]) -> S:
        return self._sets.among(slot, [number for number in range(self._slots.all[slot].size) if passes(number)])

    def _slot(self, term: Held | Times) -> int:
        return self._slots.variables[term.variable] if isinstance(term, Held) else self._slots.visits[term.scene]

    def _value(self, slot: int, number: int) -> object:
        """What the number stands for where it is compared. Visits past what is known exactly are past every bound."""
        of = self._slots.all[slot]
        return of.value(number) if isinstance(of, OfVariable) else number
