"""A story as moves and tests on sets of situations, each beside what the author wrote there.

The parts are equal only to themselves: two paragraphs that read alike are two places where something can happen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from game.prove.program.predicates import Testing
from game.prove.program.slots import Slots
from game.prove.sets.space import Move, Test
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
class StaticText:
    """Words that show whenever they are reached, among them what variables hold."""

    reads: frozenset[int] = NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class EitherIr:
    """A wording where the test is passed, and another where it is not."""

    either: Either
    test: Test
    reads: frozenset[int]
    then: "Wording"
    other: "Wording"


@dataclass(frozen=True, slots=True, eq=False)
class CycleIr:
    """Wordings by the number of visits; `tests` tell them apart."""

    cycle: Cycle
    tests: tuple[Test, ...]
    reads: frozenset[int]
    wordings: tuple["Wording", ...]


Wording: TypeAlias = tuple[StaticText | EitherIr | CycleIr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class LineIr:
    """A paragraph."""

    line: Line
    wording: Wording


@dataclass(frozen=True, slots=True, eq=False)
class DirectionIr:
    """A direction that changes nothing a story remembers."""

    direction: Direction


@dataclass(frozen=True, slots=True, eq=False)
class ChangeIr:
    """One change to a variable, by a `set` or an option, as a move of its slot."""

    change: Change
    slot: int
    move: Move


@dataclass(frozen=True, slots=True, eq=False)
class IfIr:
    """A text where the test is passed, and another where it is not; `reads` are the slots that the test concerns."""

    direction: If
    test: Test
    reads: frozenset[int]
    then: "Body"
    other: "Body"


@dataclass(frozen=True, slots=True, eq=False)
class IncludeIr:
    """A passage taken in here; `count` counts the visit to it once it was read."""

    direction: Include
    body: "Body"
    count: tuple[Move, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ClaimIr:
    """What the author claims to hold whenever this is come to."""

    direction: Claim
    test: Test
    reads: frozenset[int]


PartIr: TypeAlias = LineIr | DirectionIr | ChangeIr | IfIr | IncludeIr | ClaimIr


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A text; `effects` are the parts of it that change something, in order."""

    parts: tuple[PartIr, ...] = ()
    effects: tuple[ChangeIr | IfIr | IncludeIr, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class OptionIr:
    """An option. `fresh` is passed while one that can be taken only once was not taken; `leaving` is what having
    taken it adds to the past."""

    choice: Choice
    fresh: Test | None
    test: Test | None
    reads: frozenset[int]
    say: Wording
    locked: Wording | None
    changes: tuple[ChangeIr, ...]
    then: Body
    leaving: tuple[Move, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ForkIr:
    """One entry of a `go`."""

    source: Fork
    test: Test | None
    reads: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class MenuIr:
    """Options, silence among them, in the order shown."""

    options: tuple[OptionIr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class OnwardIr:
    """A `go`: the first entry whose test is passed is taken. `leaving` counts the visit."""

    forks: tuple[ForkIr, ...]
    leaving: tuple[Move, ...]


@dataclass(frozen=True, slots=True, eq=False)
class EndIr:
    """An ending; `meeting` remembers it for the plays to come."""

    ending: str
    meeting: tuple[Move, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Nowhere:
    """No way on at all."""


ExitIr: TypeAlias = MenuIr | OnwardIr | EndIr | Nowhere


@dataclass(frozen=True, slots=True, eq=False)
class SceneIr:
    """A scene. `skip` is its aftermath."""

    source: Scene
    body: Body
    exit: ExitIr
    skip: str | None

    @property
    def id(self) -> str:
        """Its id in the story."""
        return self.source.id

    def goals(self) -> Iterator[str]:
        """The scenes it can lead to, whatever holds, its aftermath last; one may come twice."""
        match self.exit:
            case MenuIr(options):
                yield from (option.choice.go for option in options)
            case OnwardIr(forks):
                yield from (fork.source.go for fork in forks)
            case EndIr() | Nowhere():
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
    scenes: Mapping[str, SceneIr]
    passages: Mapping[str, Body]
    testing: Testing = field(repr=False)


def has_effect(part: ChangeIr | IfIr | IncludeIr) -> bool:
    """Whether the part can change anything that a story remembers."""
    match part:
        case ChangeIr():
            return True
        case IfIr(_, _, _, then, other):
            return bool(then.effects or other.effects)
        case IncludeIr(_, body, count):
            return bool(body.effects or count)
        case _:
            assert_never(part)
