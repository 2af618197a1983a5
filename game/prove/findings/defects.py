"""Everything that is wrong by itself, before it is asked what follows from what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from game.prove.explore.proof import Proof
from game.prove.explore.readings import Owner, Readings, Said, Stumble
from game.prove.explore.traps import first_scene
from game.prove.explore.witnesses import Target
from game.prove.program.ir import (
    Alter,
    Assert,
    Body,
    Branch,
    Branches,
    Finish,
    Offer,
    Offers,
    Page,
    Part,
    Show,
    Split,
    Turn,
    Turns,
    Wording,
)
from game.prove.program.liveness import read
from game.prove.program.predicates import those
from game.prove.program.slots import OfVariable
from game.prove.program.traversal import alters, inlines, parts
from game.prove.sets.diagrams import Members
from game.story.source_location import SourceLocation
from game.story.variables import Add, Flag, Range


@dataclass(frozen=True, slots=True)
class Named:
    """A thing of the story that is no part of its texts: a scene, an ending, a variable, somewhere to be stuck, …"""

    kind: str
    name: str
    value: str = ""


Key: TypeAlias = Part | Split | Turns | Offer | Branch | Named | Stumble | Said

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
        self.proof, self.facts, self.program = proof, proof.facts, proof.program
        self.story = proof.story
        self.spots = proof.spots()

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
        for page in self.program.pages.values():
            yield from self.text(page.body)
            yield from self.exit(page)
        for body in self.program.passages.values():
            yield from self.text(body)

    def stuck(self) -> Iterator[tuple[Key, Defect]]:
        for id, members in self.facts.stuck.items():
            where = self.story.scenes[id].at
            targets = [Target({id: members})]
            yield Named("stuck", id), Defect("stuck", where, {"scene": id}, partial(list, targets))

    def traps(self) -> Iterator[tuple[Key, Defect]]:
        for trap in self.proof.traps:
            id = first_scene(self.proof.flow, trap)
            scenes = [each for each in self.program.pages if trap.get(each)]
            details = {"scene": id, "round": ", ".join(scenes)}
            targets = [Target(trap)]
            yield Named("trap", id), Defect("trap", self.story.scenes[id].at, details, partial(list, targets))

    def false_choices(self) -> Iterator[tuple[Key, Defect]]:
        for page, other, offer in self.proof.same:
            details = {"choice": offer.choice.id, "other": other.choice.id}
            key, targets = Named("same", page.id, offer.choice.id), partial(self.spots.enabled, page, offer, other)
            yield key, Defect("choice-false", offer.choice.at, details, targets)

    def same_words(self) -> Iterator[tuple[Key, Defect]]:
        for page, other, offer, reads in self.proof.alike:
            details = {"choice": offer.choice.id, "other": other.choice.id, "reads": reads.strip() or "…"}
            key, targets = alike(page, other, offer), partial(self.spots.alike, page, offer, other)
            yield key, Defect("options-alike", offer.choice.at, details, targets)

    def blank_pages(self) -> Iterator[tuple[Key, Defect]]:
        for page, targets in self.proof.blank:
            yield (
                Named("blank", page.id),
                Defect("page-blank", page.scene.at, {"scene": page.id}, partial(list, targets)),
            )

    def stumbles(self) -> Iterator[tuple[Key, Defect]]:
        """At one pair of braces only the worst is told."""
        readings = Readings(self.program)
        worst: dict[tuple[Owner, int], Stumble] = {}
        for stumble in sorted(self.facts.stumbles, key=lambda each: _WORST_FIRST.index(each.code)):
            worst.setdefault((stumble.owner, stumble.braces), stumble)
        for stumble in worst.values():
            reads, left_out = readings.quoted(stumble, self.facts.stumbles[stumble])
            fix = _TAKE_IN if left_out else _TAKE_AWAY[stumble.code]
            details = {"reads": reads, "fix": fix}
            yield stumble, Defect(stumble.code, readings.at(stumble), details, partial(self.spots.stumble, stumble))

    def wordless(self) -> Iterator[tuple[Key, Defect]]:
        for said in self.facts.wordless:
            choice = said.offer.choice
            code = "reason-wordless" if said.locked else "option-wordless"
            yield said, Defect(code, choice.at, {"choice": choice.id}, partial(self.spots.wordless, said))

    def scenes(self) -> Iterator[tuple[Key, Defect]]:
        for page in self.program.pages.values():
            if page.id not in self.facts.scenes:
                yield Named("scene", page.id), Defect("scene-unreached", page.scene.at, {"scene": page.id})

    def endings(self) -> Iterator[tuple[Key, Defect]]:
        there = {page.exit.ending for page in self.program.pages.values() if isinstance(page.exit, Finish)}
        for ending in self.story.endings.values():
            if ending.id not in self.facts.endings:
                hint = "what keeps its scene from being reached is told elsewhere"
                if ending.id not in there:
                    hint = f"no scene is this ending: write `ending: {ending.id}` in one, or delete it here"
                details = {"ending": ending.id, "hint": hint}
                yield Named("ending", ending.id), Defect("ending-unreached", ending.at, details)

    def variables(self) -> Iterator[tuple[Key, Defect]]:
        reads, changed = read(self.program), {each.slot for each in alters(self.program)}
        lights = {place.lit_by for place in self.story.places.values()}
        for name, slot in self.program.slots.variables.items():
            at, key = self.story.variables[name].at, Named("variable", name)
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
            if (slot, number) not in self.facts.values:
                value = str(of.value(number))
                yield Named("value", name, value), Defect("value-untaken", variable.at, {"name": name, "value": value})

    def text(self, body: Body) -> Iterator[tuple[Key, Defect]]:
        for part in parts(body):
            match part:
                case Show(_, wording):
                    yield from self.wording(wording)
                case Turn(direction):
                    yield from self.constant(part, direction.at)
                case Alter():
                    yield from self.idle(part)
                case Assert(claim) if part in self.facts.fails:
                    yield part, Defect("claim-fails", claim.at, {}, partial(self.failing, part))
                case _:
                    pass

    def failing(self, part: Assert) -> list[Target]:
        space = self.program.space

        def failing(members: Members) -> Members:
            return space.minus(members, those(space, members, part.test))

        return self.spots.part(part, failing)

    def exit(self, page: Page) -> Iterator[tuple[Key, Defect]]:
        match page.exit:
            case Offers(offers):
                for offer in offers:
                    yield from self.offer(offer)
            case Branches(branches):
                yield from self.branches(branches)
            case _:
                pass

    def offer(self, offer: Offer) -> Iterator[tuple[Key, Defect]]:
        choice = offer.choice
        yield from self.wording(offer.say)
        yield from self.wording(offer.locked or ())
        yield from self.text(offer.then)
        for change in offer.changes:
            yield from self.idle(change)
        if self.proof.explored and offer in self.facts.asked and offer not in self.facts.enabled:
            code = "option-unoffered" if offer.locked is None else "option-unopened"
            yield offer, Defect(code, choice.at, {"choice": choice.id})
        else:
            yield from self.constant(offer, choice.at)

    def branches(self, branches: tuple[Branch, ...]) -> Iterator[tuple[Key, Defect]]:
        """The last entry may hold always: an author writes it out to be clear. One defect of the list is enough."""
        for branch in branches[:-1]:
            constant = dict(self.constant(branch, branch.fork.at))
            yield from constant.items()
            if constant and branch in self.facts.holds:
                return

    def wording(self, wording: Wording) -> Iterator[tuple[Key, Defect]]:
        for part in inlines(wording):
            if isinstance(part, Split):
                yield from self.constant(part, part.either.at)
                continue
            seen = [(part, index) in self.facts.turns for index in range(len(part.wordings))]
            if self.proof.explored and any(seen) and not all(seen):
                unseen = [str(index) for index, each in enumerate(seen, start=1) if not each]
                details = {"which": "number " + " and ".join(unseen)}
                yield part, Defect("wording-unseen", part.cycle.at, details)

    def constant(self, part: Turn | Split | Offer | Branch, at: SourceLocation) -> Iterator[tuple[Key, Defect]]:
        holds, fails = part in self.facts.holds, part in self.facts.fails
        if self.proof.explored and holds != fails:
            yield part, Defect("constant-condition", at, {"always": "always" if holds else "never"})

    def idle(self, alter: Alter) -> Iterator[tuple[Key, Defect]]:
        if not self.proof.explored or alter not in self.facts.come_to or alter in self.facts.altering:
            return
        change, of = alter.change, self.program.slots.all[alter.slot]
        assert isinstance(of, OfVariable)  # noqa: S101
        most = isinstance(change, Add) and change.amount > 0
        number = alter.move.table[-1] if most else alter.move.table[0]
        details = {"name": change.variable, "value": _shown(of.value(number))}
        yield alter, Defect("set-idle", change.at, details)


def alike(page: Page, other: Offer, offer: Offer) -> Named:
    """Two options of a menu that read the same."""
    return Named("alike", page.id, f"{other.choice.id} {offer.choice.id}")


def _shown(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
