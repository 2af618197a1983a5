"""What a player can mean: keys, mouse and wheel end here, and only this reaches the screens."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Advance:
    """Show the rest; then read on."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Take the option of this number, as the page counts them from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Focus:
    """Move to the next (1) or the one before (-1)."""

    by: int


@dataclass(frozen=True, slots=True)
class Confirm:
    """Take what is focused; read on if nothing is."""


@dataclass(frozen=True, slots=True)
class Rewind:
    """Back to the page before."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """Move the text by so many lines; down is positive."""

    lines: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """Move the text by so many windows of it; down is positive."""

    windows: int


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave this scene unread, where its author allows it."""


@dataclass(frozen=True, slots=True)
class Back:
    """Out of here: from a game to its title."""


@dataclass(frozen=True, slots=True)
class Point:
    """The pointer is here now."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Click:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class FullScreen:
    """Fill the screen, or stop filling it."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """What the window shows was lost, or its size is another."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window now."""


Intent: TypeAlias = (
    Advance
    | Choose
    | Focus
    | Confirm
    | Rewind
    | Scroll
    | Leaf
    | Skip
    | Back
    | Point
    | Click
    | FullScreen
    | Redraw
    | Quit
)
