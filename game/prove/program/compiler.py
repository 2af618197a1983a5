"""Makes the program of a story."""

from collections.abc import Iterator
from typing import assert_never

from game.prove.program.ir import (
    NOTHING,
    Body,
    ChangeIr,
    ClaimIr,
    CycleIr,
    DirectionIr,
    EitherIr,
    EndIr,
    ExitIr,
    ForkIr,
    IfIr,
    IncludeIr,
    LineIr,
    MenuIr,
    Nowhere,
    OnwardIr,
    OptionIr,
    PartIr,
    Program,
    SceneIr,
    StaticText,
    Wording,
    has_effect,
)
from game.prove.program.predicates import Testing
from game.prove.program.slots import OfVariable, OfVisits, Slots
from game.prove.sets.space import Move
from game.story.model import (
    Choice,
    Claim,
    Cue,
    End,
    Fork,
    If,
    Include,
    Line,
    Menu,
    Onward,
    Passage,
    Scene,
    Set,
    Story,
    Text,
    all_blocks,
)
from game.story.prose import Cycle, Either, Prose, Shown, Styled, Words, is_blank
from game.story.variables import Add, Assign, Change


def compiled(story: Story) -> Program:
    """The story, to be explored."""
    slots = Slots(story)
    compiler = _Compiler(story, slots)
    passages = {id for scene in story.scenes.values() for id in compiler.taken_in(scene)}
    played = [s for s in story.scenes.values() if s.id == story.start or s.id not in passages]
    scenes = {scene.id: compiler.scene(scene) for scene in played}
    return Program(story, slots, scenes, compiler.bodies, compiler.testing)


class _Compiler:
    def __init__(self, story: Story, slots: Slots) -> None:
        self.story, self.slots = story, slots
        self.testing = Testing(slots)
        self.bodies: dict[str, Body] = {}
        self.moves: dict[tuple[int, Change | str], Move] = {}

    def taken_in(self, scene: Scene) -> Iterator[str]:
        yield from (block.scene for block in all_blocks(scene) if isinstance(block, Include))

    def scene(self, scene: Scene) -> SceneIr:
        return SceneIr(scene, self.body(scene.text, scene.id), self.exit(scene), scene.aftermath)

    def exit(self, scene: Scene) -> ExitIr:
        match scene.exit:
            case Menu() as menu:
                return MenuIr(tuple(self.option(choice, scene.id) for choice in menu.every()))
            case Onward(forks):
                return OnwardIr(tuple(map(self.fork, forks)), self.leaving(scene.id))
            case End(ending):
                slot = self.slots.ended.get(ending)
                return EndIr(ending, () if slot is None else (self.marking(slot),))
            case Passage():
                return Nowhere()
            case _:
                assert_never(scene.exit)

    def option(self, choice: Choice, scene: str) -> OptionIr:
        test, reads = self.testing.of(choice.condition) if choice.condition else (None, NOTHING)
        mark = self.slots.chosen.get((scene, choice.id))
        fresh = None
        if choice.once and mark is not None:
            fresh, reads = self.testing.among(mark, [0]), reads | {mark}
        return OptionIr(
            choice,
            fresh,
            test,
            reads,
            self.wording(choice.say, scene),
            self.wording(choice.locked, scene) if choice.locked is not None else None,
            tuple(map(self.alter, choice.changes)),
            self.body(choice.then, scene),
            (*self.leaving(scene), *(() if mark is None else (self.marking(mark),))),
        )

    def fork(self, fork: Fork) -> ForkIr:
        return ForkIr(fork, *(self.testing.of(fork.condition) if fork.condition else (None, NOTHING)))

    def body(self, text: Text, scene: str) -> Body:
        """The text, which is written in `scene`."""
        if not text:
            return _EMPTY
        parts = tuple(self.parts(text, scene))
        return Body(
            parts, tuple(part for part in parts if isinstance(part, ChangeIr | IfIr | IncludeIr) and has_effect(part))
        )

    def parts(self, text: Text, scene: str) -> Iterator[PartIr]:
        for block in text:
            match block:
                case Line(_, prose):
                    yield LineIr(block, self.wording(prose, scene))
                case Set(made):
                    yield DirectionIr(block)
                    yield from map(self.alter, made)
                case If(condition, then, other):
                    yield IfIr(block, *self.testing.of(condition), self.body(then, scene), self.body(other, scene))
                case Include(passage):
                    yield IncludeIr(block, self.passage(passage), self.leaving(passage))
                case Claim(condition):
                    yield ClaimIr(block, *self.testing.of(condition))
                case Cue():
                    yield DirectionIr(block)
                case _:
                    assert_never(block)

    def passage(self, id: str) -> Body:
        if id not in self.bodies:
            self.bodies[id] = self.body(self.story.scenes[id].text, id)
        return self.bodies[id]

    def wording(self, prose: Prose, scene: str) -> Wording:
        return tuple(self.words(prose, scene))

    def words(self, prose: Prose, scene: str) -> Iterator[StaticText | EitherIr | CycleIr]:
        for part in prose:
            match part:
                case Words(text):
                    if not is_blank(text):
                        yield _SOLID
                case Shown(variable):
                    yield StaticText(frozenset((self.slots.variables[variable],)))
                case Styled(_, parts):
                    yield from self.words(parts, scene)
                case Either(condition, then, other):
                    test, reads = self.testing.of(condition)
                    yield EitherIr(part, test, reads, self.wording(then, scene), self.wording(other, scene))
                case Cycle(wordings):
                    yield self.turns(part, self.slots.visits[scene], [self.wording(each, scene) for each in wordings])
                case _:
                    assert_never(part)

    def turns(self, cycle: Cycle, slot: int, wordings: list[Wording]) -> CycleIr:
        numbers = range(self.slots.all[slot].size)
        tests = [
            self.testing.among(slot, [number for number in numbers if cycle.index(number) == index])
            for index in range(len(wordings))
        ]
        return CycleIr(cycle, tuple(tests), frozenset((slot,)), tuple(wordings))

    def alter(self, change: Change) -> ChangeIr:
        slot = self.slots.variables[change.variable]
        move = self.moves.get((slot, change))
        if move is None:
            of = self.slots.all[slot]
            assert isinstance(of, OfVariable)  # noqa: S101
            most = of.size - 1
            match change:
                case Assign(_, value):
                    table = [of.number(value)] * of.size
                case Add(_, amount):
                    table = [min(max(number + amount, 0), most) for number in range(of.size)]
                case _:
                    assert_never(change)
            move = self.moves[slot, change] = Move(slot, tuple(table))
        return ChangeIr(change, slot, move)

    def leaving(self, scene: str) -> tuple[Move, ...]:
        """What having left a scene adds to the past."""
        slot = self.slots.visits.get(scene)
        if slot is None:
            return ()
        if (slot, scene) not in self.moves:
            of = self.slots.all[slot]
            assert isinstance(of, OfVisits)  # noqa: S101
            table = [of.number(number + 1) for number in range(of.size)]
            self.moves[slot, scene] = Move(slot, tuple(table))
        return (self.moves[slot, scene],)

    def marking(self, slot: int) -> Move:
        """What was not so is so from here on."""
        if (slot, "") not in self.moves:
            self.moves[slot, ""] = Move(slot, (1, 1))
        return self.moves[slot, ""]


_SOLID = StaticText()
_EMPTY = Body()
