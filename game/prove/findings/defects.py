"""Everything that is wrong by itself, before it is asked what follows from what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias, assert_never

from game.prove.explore.proof import Proof
from game.prove.explore.readings import OptionWords, Owner, Readings, Stumble
from game.prove.explore.traps import first_scene
from game.prove.explore.witnesses import Target
from game.prove.program.ir import (
    Body,
    ChangeIr,
    ClaimIr,
    CycleIr,
    DirectionIr,
    EitherIr,
    EndIr,
    ForkIr,
    IfIr,
    IncludeIr,
    LineIr,
    MenuIr,
    Nowhere,
    OnwardIr,
    OptionIr,
    PartIr,
    SceneIr,
    Wording,
)
from game.prove.program.liveness import read
from game.prove.program.slots import OfVariable
from game.prove.program.traversal import alters, inlines, parts
from game.prove.sets.space import Members
from game.story.source_location import SourceLocation
from game.story.variables import Add, Flag, Range


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing of the story that is no part of its texts: a scene, an ending, a variable, somewhere to be stuck, …"""

    kind: str
    name: str
    value: str = ""


Key: TypeAlias = PartIr | EitherIr | CycleIr | OptionIr | ForkIr | Subject | Stumble | OptionWords

_TAKE_IN = (
    "where braces show nothing, what stands beside them stays: write it into them whole, "
    "as in `{named ? Hello friend | Hello}, welcome`"
)
_TAKE_AWAY = {
    "space-stray": "take away the space that stands beside the braces",
    "stop-stray": "take away the stop that stands beside the braces, or the one in them",
    "words-glued": "a wording in braces has no spaces at its ends: write one before `{` or after `}`",
    "marks-empty": "write words between them, or take them away",
}
_WORST_FIRST = ("marks-empty", "paragraph-bare", "stop-stray", "space-stray", "words-glued")


@dataclass(frozen=True, slots=True)
class Defect:
    """A code of the catalogue, its place, what fills it in, and where a route to show it should lead."""

    code: str
    at: SourceLocation
    details: dict[str, str]
    targets: Callable[[], list[Target]] | None = None


def defects(proof: Proof) -> dict[Key, Defect]:
    """All that is known to be wrong; where the proof is not complete, only what was met."""
    return dict(_Collector(proof).found())


class _Collector:
    def __init__(self, proof: Proof) -> None:
        self.proof, self.coverage, self.program = proof, proof.coverage, proof.program
        self.story = proof.story
        self.targets = proof.targets()

    def found(self) -> Iterator[tuple[Key, Defect]]:
        yield from self.stuck()
        yield from self.traps()
        yield from self.false_choices()
        yield from self.same_words()
        yield from self.blank_pages()
        yield from self.stumbles()
        yield from self.wordless()
        if self.proof.explored:
            yield from self.scenes()
            yield from self.endings()
            yield from self.variables()
        for scene in self.program.scenes.values():
            yield from self.text(scene.body)
            yield from self.exit(scene)
        for body in self.program.passages.values():
            yield from self.text(body)

    def stuck(self) -> Iterator[tuple[Key, Defect]]:
        for id, members in self.coverage.stuck.items():
            where = self.story.scenes[id].at
            targets = [Target({id: members})]
            yield Subject("stuck", id), Defect("stuck", where, {"scene": id}, partial(list, targets))

    def traps(self) -> Iterator[tuple[Key, Defect]]:
        for trap in self.proof.traps:
            id = first_scene(self.proof.transfer, trap)
            scenes = [each for each in self.program.scenes if trap.get(each)]
            details = {"scene": id, "round": ", ".join(scenes)}
            targets = [Target(trap)]
            yield Subject("trap", id), Defect("trap", self.story.scenes[id].at, details, partial(list, targets))

    def false_choices(self) -> Iterator[tuple[Key, Defect]]:
        for scene, other, option in self.proof.same:
            details = {"choice": option.choice.id, "other": other.choice.id}
            key, targets = (
                Subject("same", scene.id, option.choice.id),
                partial(self.targets.enabled, scene, option, other),
            )
            yield key, Defect("choice-false", option.choice.at, details, targets)

    def same_words(self) -> Iterator[tuple[Key, Defect]]:
        for scene, other, option, reads in self.proof.alike:
            details = {"choice": option.choice.id, "other": other.choice.id, "reads": reads.strip() or "…"}
            key, targets = alike(scene, other, option), partial(self.targets.alike, scene, option, other)
            yield key, Defect("options-alike", option.choice.at, details, targets)

    def blank_pages(self) -> Iterator[tuple[Key, Defect]]:
        for scene, targets in self.proof.blank:
            yield (
                Subject("blank", scene.id),
                Defect("page-blank", scene.source.at, {"scene": scene.id}, partial(list, targets)),
            )

    def stumbles(self) -> Iterator[tuple[Key, Defect]]:
        """At one pair of braces only the worst is told."""
        readings = Readings(self.program, self.proof.transfer.space)
        worst: dict[tuple[Owner, int], Stumble] = {}
        for stumble in sorted(self.coverage.stumbles, key=lambda each: _WORST_FIRST.index(each.code)):
            worst.setdefault((stumble.owner, stumble.braces), stumble)
        for stumble in worst.values():
            reads, left_out = readings.quoted(stumble, self.coverage.stumbles[stumble])
            fix = _TAKE_IN if left_out else _TAKE_AWAY[stumble.code]
            details = {"reads": reads, "fix": fix}
            yield stumble, Defect(stumble.code, readings.at(stumble), details, partial(self.targets.stumble, stumble))

    def wordless(self) -> Iterator[tuple[Key, Defect]]:
        for said in self.coverage.wordless:
            choice = said.option.choice
            code = "reason-wordless" if said.locked else "option-wordless"
            yield said, Defect(code, choice.at, {"choice": choice.id}, partial(self.targets.wordless, said))

    def scenes(self) -> Iterator[tuple[Key, Defect]]:
        for scene in self.program.scenes.values():
            if scene.id not in self.coverage.scenes:
                yield Subject("scene", scene.id), Defect("scene-unreached", scene.source.at, {"scene": scene.id})

    def endings(self) -> Iterator[tuple[Key, Defect]]:
        there = {scene.exit.ending for scene in self.program.scenes.values() if isinstance(scene.exit, EndIr)}
        for ending in self.story.endings.values():
            if ending.id not in self.coverage.endings:
                hint = "what keeps its scene from being reached is told elsewhere"
                if ending.id not in there:
                    hint = f"no scene is this ending: write `ending: {ending.id}` in one, or delete it here"
                details = {"ending": ending.id, "hint": hint}
                yield Subject("ending", ending.id), Defect("ending-unreached", ending.at, details)

    def variables(self) -> Iterator[tuple[Key, Defect]]:
        reads, changed = read(self.program), {each.slot for each in alters(self.program)}
        lights = {place.lit_by for place in self.story.places.values()}
        for name, slot in self.program.slots.variables.items():
            at, key = self.story.variables[name].at, Subject("variable", name)
            if not reads >> slot & 1 and name not in lights:
                yield key, Defect("variable-unread", at, {"name": name})
            elif slot not in changed:
                yield key, Defect("variable-unchanged", at, {"name": name})
            else:
                yield from self.values(name, slot)

    def values(self, name: str, slot: int) -> Iterator[tuple[Key, Defect]]:
        variable, of = self.story.variables[name], self.program.slots.all[slot]
        assert isinstance(of, OfVariable)  # noqa: S101
        if isinstance(variable.kind, Flag):
            return
        numbers = {0, of.size - 1} if isinstance(variable.kind, Range) else set(range(of.size))
        for number in sorted(numbers):
            if (slot, number) not in self.coverage.values:
                value = str(of.value(number))
                yield (
                    Subject("value", name, value),
                    Defect("value-untaken", variable.at, {"name": name, "value": value}),
                )

    def text(self, body: Body) -> Iterator[tuple[Key, Defect]]:
        for part in parts(body):
            match part:
                case LineIr(_, wording):
                    yield from self.wording(wording)
                case IfIr(direction):
                    yield from self.constant(part, direction.at)
                case ChangeIr():
                    yield from self.idle(part)
                case ClaimIr(claim) if part in self.coverage.fails:
                    yield part, Defect("claim-fails", claim.at, {}, partial(self.failing, part))
                case ClaimIr() | DirectionIr() | IncludeIr():
                    pass
                case _:
                    assert_never(part)

    def failing(self, part: ClaimIr) -> list[Target]:
        space = self.proof.transfer.space

        def failing(members: Members) -> Members:
            return space.minus(members, space.restrict(members, part.test))

        return self.targets.part(part, failing)

    def exit(self, scene: SceneIr) -> Iterator[tuple[Key, Defect]]:
        match scene.exit:
            case MenuIr(options):
                for option in options:
                    yield from self.option(option)
            case OnwardIr(forks):
                yield from self.forks(forks)
            case EndIr() | Nowhere():
                pass
            case _:
                assert_never(scene.exit)

    def option(self, option: OptionIr) -> Iterator[tuple[Key, Defect]]:
        choice = option.choice
        yield from self.wording(option.say)
        yield from self.wording(option.locked or ())
        yield from self.text(option.then)
        for change in option.changes:
            yield from self.idle(change)
        if self.proof.explored and option in self.coverage.asked and option not in self.coverage.enabled:
            code = "option-unoffered" if option.locked is None else "option-unopened"
            yield option, Defect(code, choice.at, {"choice": choice.id})
        else:
            yield from self.constant(option, choice.at)

    def forks(self, forks: tuple[ForkIr, ...]) -> Iterator[tuple[Key, Defect]]:
        """The last entry may hold always: an author writes it out to be clear. One defect of the list is enough."""
        for fork in forks[:-1]:
            constant = dict(self.constant(fork, fork.source.at))
            yield from constant.items()
            if constant and fork in self.coverage.holds:
                return

    def wording(self, wording: Wording) -> Iterator[tuple[Key, Defect]]:
        for part in inlines(wording):
            if isinstance(part, EitherIr):
                yield from self.constant(part, part.either.at)
                continue
            seen = [(part, index) in self.coverage.turns for index in range(len(part.wordings))]
            if self.proof.explored and any(seen) and not all(seen):
                unseen = [str(index) for index, each in enumerate(seen, start=1) if not each]
                details = {"which": "number " + " and ".join(unseen)}
                yield part, Defect("wording-unseen", part.cycle.at, details)

    def constant(self, part: IfIr | EitherIr | OptionIr | ForkIr, at: SourceLocation) -> Iterator[tuple[Key, Defect]]:
        holds, fails = part in self.coverage.holds, part in self.coverage.fails
        if self.proof.explored and holds != fails:
            yield part, Defect("constant-condition", at, {"always": "always" if holds else "never"})

    def idle(self, alter: ChangeIr) -> Iterator[tuple[Key, Defect]]:
        if not self.proof.explored or alter not in self.coverage.come_to or alter in self.coverage.altering:
            return
        change, of = alter.change, self.program.slots.all[alter.slot]
        assert isinstance(of, OfVariable)  # noqa: S101
        most = isinstance(change, Add) and change.amount > 0
        number = alter.move.table[-1] if most else alter.move.table[0]
        details = {"name": change.variable, "value": _shown(of.value(number))}
        yield alter, Defect("set-idle", change.at, details)


def alike(scene: SceneIr, other: OptionIr, option: OptionIr) -> Subject:
    """Two options of a menu that read the same."""
    return Subject("alike", scene.id, f"{other.choice.id} {option.choice.id}")


def _shown(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
