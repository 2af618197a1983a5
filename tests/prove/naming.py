"""Names the parts of a compiled story as the oracle does, by where they stand, and tells what the proof says of each."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from game.prove.explore.proof import Proof
from game.prove.explore.readings import OptionWords, Owner
from game.prove.explore.targets import Targets
from game.prove.explore.witnesses import Target
from game.prove.program.ir import Body, ChangeIr, ClaimIr, CycleIr, IfIr, LineIr, MenuIr, OnwardIr, OptionIr, Wording
from game.prove.program.traversal import inlines
from game.prove.sets.space import Members, Space, Test
from game.story.model import If, Line, Set, Text
from game.story.prose import Cycle, Either, Prose, Styled

Path = tuple[Any, ...]
Wanted = Callable[[], list[Target]]


def said(proof: Proof) -> dict[Path, tuple[bool, Wanted | None]]:
    """Everything that can be met, whether the proof says that it is, and where a route to it should lead."""
    return dict(_Namer(proof).all())


class _Namer:
    def __init__(self, proof: Proof) -> None:
        self.proof, self.facts, self.spots = proof, proof.coverage, Targets(proof.transfer, proof.reached)

    def stumbles(self, path: Path, owner: Owner) -> Iterator[Any]:
        for stumble in self.facts.stumbles:
            if stumble.owner == owner:
                targets = partial(self.spots.stumble, stumble)
                yield (*path, "stumble", stumble.code, stumble.braces), (True, targets)

    def wordless(self, path: Path, said: OptionWords) -> Iterator[Any]:
        yield (*path, "wordless"), (said in self.facts.wordless, partial(self.spots.wordless, said))
        yield from self.stumbles(path, said)

    def all(self) -> Iterator[tuple[Path, tuple[bool, Wanted | None]]]:
        program = self.proof.program
        for ending in self.proof.story.endings:
            yield (ending, "ending"), (ending in self.facts.endings, partial(self.spots.ending, ending))
        for page in program.scenes.values():
            path: Path = (page.id,)
            yield (*path, "scene"), (page.id in self.facts.scenes, partial(self.spots.scene, page.id))
            yield from self.text((*path, "text"), page.source.text, page.body)
            if isinstance(page.exit, MenuIr):
                for offer in page.exit.options:
                    yield from self.offer((*path, offer.choice.id), page, offer)
            if isinstance(page.exit, OnwardIr):
                for index, branch in enumerate(page.exit.forks):
                    here = (*path, "go", index)
                    yield (*here, "asked"), (branch in self.facts.asked, None)
                    yield (
                        (*here, "taken"),
                        (branch in self.facts.taken, partial(self.spots.fork, page, branch)),
                    )
                    if branch.test is not None:
                        yield (*here, "holds"), (branch in self.facts.holds, None)
                        yield (*here, "fails"), (branch in self.facts.fails, None)
        for id, body in program.passages.items():
            yield from self.text((id, "text"), self.proof.story.scenes[id].text, body)

    def offer(self, path: Path, page: Any, offer: OptionIr) -> Iterator[Any]:
        choice, facts, spots = offer.choice, self.facts, self.spots
        yield (*path, "offered"), (offer in facts.offered, lambda: spots.offered(page, offer))
        yield (*path, "enabled"), (offer in facts.enabled, lambda: spots.enabled(page, offer))
        yield (*path, "reason"), (offer in facts.locked, lambda: spots.locked(page, offer))
        if offer.test is not None:
            yield (*path, "holds"), (offer in facts.holds, None)
            yield (*path, "fails"), (offer in facts.fails, None)
        for index, change in enumerate(offer.changes):
            yield from self.alter((*path, "set", index), change)
        yield from self.prose((*path, "say"), choice.say, offer.say, partial(spots.said, page, offer))
        reason = partial(spots.reason, page, offer)
        yield from self.prose((*path, "locked"), choice.locked or (), offer.locked or (), reason)
        yield from self.wordless((*path, "say"), OptionWords(offer))
        yield from self.wordless((*path, "locked"), OptionWords(offer, locked=True))
        yield from self.text((*path, "then"), choice.then, offer.then)

    def alter(self, path: Path, alter: ChangeIr) -> Iterator[Any]:
        yield (*path, "met"), (alter in self.facts.come_to, None)
        yield (*path, "changes"), (alter in self.facts.altering, None)

    def text(self, path: Path, text: Text, body: Body) -> Iterator[Any]:
        parts = iter(body.parts)
        for number, block in enumerate(text):
            here, part = (*path, number), next(parts)
            yield (*here, "met"), (part in self.facts.come_to, partial(self.spots.part, part))
            match block:
                case Line(_, prose):
                    assert isinstance(part, LineIr)
                    yield from self.prose(here, prose, part.wording, partial(self.spots.inline, part))
                    yield from self.stumbles(here, part)
                case Set(changes):
                    for index in range(len(changes)):
                        alter = next(parts)
                        assert isinstance(alter, ChangeIr)
                        yield from self.alter((*here, index), alter)
                case If(_, then, other):
                    assert isinstance(part, IfIr)
                    yield from self.asked(here, part)
                    yield from self.text((*here, "then"), then, part.then)
                    yield from self.text((*here, "else"), other, part.other)
                case _:
                    if isinstance(part, ClaimIr):
                        yield from self.asked(here, part)

    def asked(self, path: Path, part: IfIr | ClaimIr) -> Iterator[Any]:
        space = self.proof.transfer.space

        def holding(members: Members) -> Members:
            return space.restrict(members, part.test)

        def failing(members: Members) -> Members:
            return space.minus(members, holding(members))

        yield (*path, "holds"), (part in self.facts.holds, lambda: self.spots.part(part, holding))
        yield (*path, "fails"), (part in self.facts.fails, lambda: self.spots.part(part, failing))

    def prose(self, path: Path, prose: Prose, wording: Wording, where: Callable[..., list[Target]]) -> Iterator[Any]:
        space = self.proof.transfer.space
        for here, inline in zip(_inlines(path, prose), inlines(wording), strict=True):
            if isinstance(inline, CycleIr):
                for index, test in enumerate(inline.tests):
                    targets = partial(where, inline, partial(space.restrict, test=test))
                    yield (*here, "wording", index), ((inline, index) in self.facts.turns, targets)
            else:
                holding = partial(space.restrict, test=inline.test)
                failing = partial(_without, space, inline.test)
                yield (*here, "holds"), (inline in self.facts.holds, partial(where, inline, holding))
                yield (*here, "fails"), (inline in self.facts.fails, partial(where, inline, failing))


def _without(space: Space, test: Test, members: Members) -> Members:
    return space.minus(members, space.restrict(members, test))


def _inlines(path: Path, prose: Prose) -> Iterator[Path]:
    for number, part in enumerate(prose):
        here = (*path, number)
        match part:
            case Styled(_, parts):
                yield from _inlines((*here, "styled"), parts)
            case Either(_, then, other):
                yield here
                yield from _inlines((*here, "then"), then)
                yield from _inlines((*here, "else"), other)
            case Cycle(wordings):
                yield here
                for index, wording in enumerate(wordings):
                    yield from _inlines((*here, index), wording)
            case _:
                pass
