"""A story as moves and tests on sets of situations, each beside what the author wrote there.

The parts are equal only to themselves: two paragraphs that read alike are two places where something can happen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from game.prove.program.predicates import Test, Testing
from game.prove.program.slots import Slots
from game.prove.sets.diagrams import Space
from game.prove.sets.moves import Move
from game.story.model import (
    Choice,
    Claim,
    Direction,
    Fork,
    If,
    Include,
    Line,
    Scene,
    Story,
)
from game.story.prose import Cycle, Either
from game.story.variables import Change

NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Solid:
    """Words that show whenever they are reached, among them what variables hold."""

    reads: frozenset[int] = NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    either: Either
    test: Test
    reads: frozenset[int]
    then: "Wording"
    other: "Wording"


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """Wordings by the number of visits; `tests` tell them apart."""

    cycle: Cycle
    tests: tuple[Test, ...]
    reads: frozenset[int]
    wordings: tuple["Wording", ...]


Wording: TypeAlias = tuple[Solid | Split | Turns, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Show:
    line: Line
    wording: Wording


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A direction that changes nothing a story remembers."""

    direction: Direction


@dataclass(frozen=True, slots=True, eq=False)
class Alter:
    change: Change
    slot: int
    move: Move


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    direction: If
    test: Test
    reads: frozenset[int]
    then: "Body"
    other: "Body"


@dataclass(frozen=True, slots=True, eq=False)
class Enter:
    direction: Include
    body: "Body"
    count: tuple[Move, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Assert:
    direction: Claim
    test: Test
    reads: frozenset[int]


Part: TypeAlias = Show | Cue | Alter | Turn | Enter | Assert


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A text; `effects` are the parts of it that change something, in order."""

    parts: tuple[Part, ...] = ()
    effects: tuple[Alter | Turn | Enter, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """An option. `fresh` is passed while one that can be taken only once was not taken; `leaving` is what having
    taken it adds to the past."""

    choice: Choice
    fresh: Test | None
    test: Test | None
    reads: frozenset[int]
    say: Wording
    locked: Wording | None
    changes: tuple[Alter, ...]
    then: Body
    leaving: tuple[Move, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """One entry of a `go`."""

    fork: Fork
    test: Test | None
    reads: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class Offers:
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Branches:
    branches: tuple[Branch, ...]
    leaving: tuple[Move, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Finish:
    """An ending; `meeting` remembers it for the plays to come."""

    ending: str
    meeting: tuple[Move, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Nowhere:
    """No way on at all."""


Exit: TypeAlias = Offers | Branches | Finish | Nowhere


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A scene. `skip` is its aftermath."""

    scene: Scene
    body: Body
    exit: Exit
    skip: str | None

    @property
    def id(self) -> str:
        return self.scene.id

    def goals(self) -> Iterator[str]:
        match self.exit:
            case Offers(offers):
                yield from (offer.choice.go for offer in offers)
            case Branches(branches):
                yield from (branch.fork.go for branch in branches)
            case Finish() | Nowhere():
                pass
            case _:
                assert_never(self.exit)
        if self.skip is not None:
            yield self.skip


@dataclass(frozen=True, slots=True)
class Program:
    """All of a story that can be played. `passages` are the texts that others take in."""

    story: Story
    slots: Slots
    space: Space
    pages: Mapping[str, Page]
    passages: Mapping[str, Body]
    testing: Testing = field(repr=False)


def changes(part: Alter | Turn | Enter) -> bool:
    match part:
        case Alter():
            return True
        case Turn(_, _, _, then, other):
            return bool(then.effects or other.effects)
        case Enter(_, body, count):
            return bool(body.effects or count)
        case _:
            assert_never(part)
