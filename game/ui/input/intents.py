"""What a player can mean: keys, mouse, wheel, finger and pad end here, and only this reaches the screens."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Advance:
    """Show the rest; then read on."""


@dataclass(frozen=True, slots=True)
class ChooseOption:
    """Take the option of this number, as the page counts them from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class MoveFocus:
    """Move to the next row (1) or the one before (-1)."""

    by: int


@dataclass(frozen=True, slots=True)
class CycleFocus:
    """Move to the next (1) or the one before (-1) of all that can be taken, round and round."""

    by: int


@dataclass(frozen=True, slots=True)
class Adjust:
    """One step more (1) or less (-1) of what is focused; on a page, more is to read on."""

    by: int


@dataclass(frozen=True, slots=True)
class Confirm:
    """Take what is focused; read on if nothing is."""


@dataclass(frozen=True, slots=True)
class Rewind:
    """Back to the page before."""


@dataclass(frozen=True, slots=True)
class Forward:
    """On again to the page that was gone back from."""


@dataclass(frozen=True, slots=True)
class ScrollLines:
    """Move the text by so many lines; down is positive."""

    lines: float


@dataclass(frozen=True, slots=True)
class ScrollWindows:
    """Move the text by so many windows of it; down is positive."""

    windows: int


@dataclass(frozen=True, slots=True)
class ScrollToEdge:
    """To the beginning (-1) or the end (1) of the text."""

    to: int


@dataclass(frozen=True, slots=True)
class Drag:
    """Move the text by so many pixels, at once, as it is held; down is positive."""

    pixels: int


@dataclass(frozen=True, slots=True)
class SkipScene:
    """Leave this scene unread, where its author allows it."""


@dataclass(frozen=True, slots=True)
class SkipAhead:
    """On past what was read before; `unread`, past what was not as well. Either stops at the next choice."""

    unread: bool = False


@dataclass(frozen=True, slots=True)
class ToggleAutoTurn:
    """Let the pages turn by themselves, or no longer."""


@dataclass(frozen=True, slots=True)
class ShowHistory:
    """Show everything that was read."""


@dataclass(frozen=True, slots=True)
class QuickSave:
    """Keep this in the one slot that needs no name."""


@dataclass(frozen=True, slots=True)
class QuickLoad:
    """Go on from what was kept there."""


@dataclass(frozen=True, slots=True)
class ShowSaves:
    """Show what was saved: to save, or to load."""

    writing: bool


@dataclass(frozen=True, slots=True)
class Find:
    """Look for words."""


@dataclass(frozen=True, slots=True)
class TypeText:
    """These signs were typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Back:
    """Out of here: from a page to the menu, from a menu to what lies below."""


@dataclass(frozen=True, slots=True)
class HideText:
    """Hide the text, to look at the painting; or show it again."""


@dataclass(frozen=True, slots=True)
class TakeScreenshot:
    """Keep a picture of what the window shows."""


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """Show what the keys do."""


@dataclass(frozen=True, slots=True)
class Hover:
    """The pointer is here now."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Press:
    """The pointer went down: to click, or to drag."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Release:
    """The pointer came up."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Click:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class ResizeText:
    """Larger text (1) or smaller (-1), or as it usually is (0)."""

    by: int


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
    | ChooseOption
    | MoveFocus
    | CycleFocus
    | Adjust
    | Confirm
    | Rewind
    | Forward
    | ScrollLines
    | ScrollWindows
    | ScrollToEdge
    | Drag
    | SkipScene
    | SkipAhead
    | ToggleAutoTurn
    | ShowHistory
    | QuickSave
    | QuickLoad
    | ShowSaves
    | Find
    | TypeText
    | Back
    | HideText
    | TakeScreenshot
    | ShowHelp
    | Hover
    | Press
    | Release
    | Click
    | ResizeText
    | FullScreen
    | Redraw
    | Quit
)
