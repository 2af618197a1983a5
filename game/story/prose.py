"""Prose as a tree: words, stress, variables shown, and wordings that depend on the state."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias, assert_never

from game.story.conditions import Condition
from game.story.source_location import SourceLocation


class Style(Enum):
    """How words stand out, as it is written around them."""

    STRESS = "*"
    WEIGHT = "**"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that always show."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Parts in one style."""

    style: Style
    parts: "Prose"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a range or a one_of holds, as text."""

    variable: str


@dataclass(frozen=True, slots=True)
class Either:
    """`{condition ? then | other}`"""

    condition: Condition
    then: "Prose"
    other: "Prose"
    at: SourceLocation = field(default=SourceLocation(""), compare=False)


@dataclass(frozen=True, slots=True)
class Cycle:
    """`{cycle ? a | b | c}`: the wording for each visit to the scene it is written in, round and round;
    with `once`, `{first ? a | b}`: the first visit, then ever after the last wording."""

    wordings: tuple["Prose", ...]
    once: bool = False
    at: SourceLocation = field(default=SourceLocation(""), compare=False)

    def index(self, visits: int) -> int:
        """Which wording shows after `visits` earlier visits."""
        return min(visits, len(self.wordings) - 1) if self.once else visits % len(self.wordings)


Part: TypeAlias = Words | Styled | Shown | Either | Cycle
Prose: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that show, written in one piece, and the styles they are in."""

    text: str
    styles: frozenset[Style] = frozenset()


@dataclass(frozen=True, slots=True)
class Seam:
    """Where braces begin, or where they end."""

    braces: Shown | Either | Cycle
    opens: bool


ChooseWording: TypeAlias = Callable[[Shown | Either | Cycle], Prose]
"""What shows in the place of braces."""


def pieces_of(prose: Prose, choose: ChooseWording, styles: frozenset[Style] = frozenset()) -> Iterator[Piece | Seam]:
    """The words as they come to stand side by side, with the seams between them."""
    for part in prose:
        match part:
            case Words(text):
                yield Piece(text, styles)
            case Styled(style, parts):
                yield from pieces_of(parts, choose, styles | {style})
            case Shown() | Either() | Cycle():
                yield Seam(part, opens=True)
                yield from pieces_of(choose(part), choose, styles)
                yield Seam(part, opens=False)
            case _:
                assert_never(part)


def walk(prose: Iterable[Part]) -> Iterator[Part]:
    """Every part of the prose, outer before inner, in the order written."""
    for part in prose:
        yield part
        match part:
            case Styled(_, parts):
                yield from walk(parts)
            case Either(_, then, other):
                yield from walk(then)
                yield from walk(other)
            case Cycle(wordings):
                for wording in wordings:
                    yield from walk(wording)
            case Words() | Shown():
                pass


def is_blank(text: str) -> bool:
    """Whether nothing of it can be seen: spaces of all kinds, and signs that have no shape."""
    return not any(sign.isprintable() and sign != " " for sign in text)


def always_shows(prose: Prose) -> bool:
    """Whether some word shows whatever the state is."""
    for part in prose:
        match part:
            case Words(text):
                if not is_blank(text):
                    return True
            case Shown():
                return True
            case Styled(_, parts):
                if always_shows(parts):
                    return True
            case Either(_, then, other):
                if always_shows(then) and always_shows(other):
                    return True
            case Cycle(wordings):
                if all(map(always_shows, wordings)):
                    return True
    return False
