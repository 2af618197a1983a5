"""What alone settles a condition: a variable that never changes, a scene that nobody comes to, a value never taken."""

from collections.abc import Callable
from typing import TypeAlias, assert_never

from game.prove.explore.coverage import Coverage
from game.prove.program.ir import ChangeIr, MenuIr, Program
from game.prove.program.slots import OfVariable
from game.prove.program.traversal import alters
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
    Term,
    Times,
    Visited,
)
from game.story.variables import Value

Possible: TypeAlias = Callable[[Held | Times | Visited | Chose | Ended], frozenset[Value] | None]


def constant(condition: Condition, possible: Possible) -> bool | None:
    """What the condition always is if each thing it asks for can only be what is `possible` (None: anything), or None
    if that does not settle it. Parts are judged each by itself: S. Kleene's three-valued logic (1938)."""
    match condition:
        case Compare(left, op, right):
            ours, others = possible(left), _values(right, possible)
            if ours is None or others is None:
                return None
            found = {COMPARE[op](one, other) for one in ours for other in others}
            return found.pop() if len(found) == 1 else None
        case Visited() | Chose() | Ended():
            values = possible(condition)
            return bool(next(iter(values))) if values is not None and len(values) == 1 else None
        case Not(part):
            inner = constant(part, possible)
            return None if inner is None else not inner
        case And(parts) | Or(parts):
            deciding = isinstance(condition, Or)
            settled_parts = [constant(part, possible) for part in parts]
            if deciding in settled_parts:
                return deciding
            return None if None in settled_parts else not deciding
        case _:
            assert_never(condition)


def _values(term: Term, possible: Possible) -> frozenset[Value] | None:
    return frozenset((term.value,)) if isinstance(term, Constant) else possible(term)


class Domains:
    """What each thing that conditions ask for can be, seen by itself."""

    def __init__(self, program: Program, coverage: Coverage) -> None:
        self.coverage, self.program = coverage, program
        every: list[ChangeIr] = list(alters(program))
        self.unchanged = program.story.variables.keys() - {each.change.variable for each in every}
        self.cut_off = {each.change.variable for each in every if each not in coverage.come_to}
        self.taken = {name: frozenset(self._taken(slot)) for name, slot in program.slots.variables.items()}
        self.chosen = {
            (scene.id, option.choice.id)
            for scene in program.scenes.values()
            if isinstance(scene.exit, MenuIr)
            for option in scene.exit.options
            if option in coverage.enabled
        }

    def _taken(self, slot: int) -> set[Value]:
        of = self.program.slots.all[slot]
        assert isinstance(of, OfVariable)  # noqa: S101
        return {of.value(number) for number in range(of.size) if (slot, number) in self.coverage.values}

    def of_unchanged(self, term: Held | Times | Visited | Chose | Ended) -> frozenset[Value] | None:
        """Variables that nothing changes are as at the start."""
        return self.taken[term.variable] if isinstance(term, Held) and term.variable in self.unchanged else None

    def of_unreached(self, term: Held | Times | Visited | Chose | Ended) -> frozenset[Value] | None:
        """What is only changed where nobody comes is not changed, and nobody was there."""
        match term:
            case Held(name):
                return self.taken[name] if name in self.cut_off | self.unchanged else None
            case Times(scene) | Visited(scene):
                return frozenset((0,)) if scene in self.program.scenes and scene not in self.coverage.scenes else None
            case Chose(scene, choice):
                return None if (scene, choice) in self.chosen else frozenset((False,))
            case Ended(ending):
                return None if ending in self.coverage.endings else frozenset((False,))
            case _:
                assert_never(term)

    def of_taken(self, term: Held | Times | Visited | Chose | Ended) -> frozenset[Value] | None:
        """Variables have only values that they take."""
        return self.taken[term.variable] if isinstance(term, Held) else None
