"""What a player can mean: keys, mouse, wheel, finger and pad end here, and only this reaches the screens.

They come in groups, so that who means all of a group, or none, need not name each.
"""

from dataclasses import dataclass
from typing import TypeAlias


class StoryIntent:
    """Where in the story to be."""

    __slots__ = ()


class FocusIntent:
    """What is in focus, and what to do with it."""

    __slots__ = ()


class ScrollIntent:
    """What of a text is in sight."""

    __slots__ = ()


class PointerIntent:
    """What the pointer does, in pixels of the canvas."""

    __slots__ = ()


class ScreenIntent:
    """What to see instead, or to write there."""

    __slots__ = ()


class GameIntent:
    """What is the same on every screen."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Advance(StoryIntent):
    """Show the rest; then read on."""


@dataclass(frozen=True, slots=True)
class ChooseOption(FocusIntent):
    """Take the option of this number, as the page counts them from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class MoveFocus(FocusIntent):
    """Move to the next row (1) or the one before (-1)."""

    by: int


@dataclass(frozen=True, slots=True)
class CycleFocus(FocusIntent):
    """Move to the next (1) or the one before (-1) of all that can be taken, round and round."""

    by: int


@dataclass(frozen=True, slots=True)
class Adjust(FocusIntent):
    """One step more (1) or less (-1) of what is focused; on a page, more is to read on."""

    by: int


@dataclass(frozen=True, slots=True)
class Confirm(FocusIntent):
    """Take what is focused; read on if nothing is."""


@dataclass(frozen=True, slots=True)
class Rewind(StoryIntent):
    """Back to the page before."""


@dataclass(frozen=True, slots=True)
class Forward(StoryIntent):
    """On again to the page that was gone back from."""


@dataclass(frozen=True, slots=True)
class ScrollLines(ScrollIntent):
    """Move the text by so many lines; down is positive."""

    lines: float


@dataclass(frozen=True, slots=True)
class ScrollWindows(ScrollIntent):
    """Move the text by so many windows of it; down is positive."""

    windows: int


@dataclass(frozen=True, slots=True)
class ScrollToEdge(ScrollIntent):
    """To the beginning (-1) or the end (1) of the text."""

    to: int


@dataclass(frozen=True, slots=True)
class Drag(ScrollIntent):
    """Move the text by so many pixels, at once, as it is held; down is positive."""

    pixels: int


@dataclass(frozen=True, slots=True)
class SkipScene(StoryIntent):
    """Leave this scene unread, where its author allows it."""


@dataclass(frozen=True, slots=True)
class SkipAhead(StoryIntent):
    """On past what was read before; `unread`, past what was not as well. Either stops at the next choice."""

    unread: bool = False


@dataclass(frozen=True, slots=True)
class ToggleAutoTurn(GameIntent):
    """Let the pages turn by themselves, or no longer."""


@dataclass(frozen=True, slots=True)
class ShowHistory(ScreenIntent):
    """Show everything that was read."""


@dataclass(frozen=True, slots=True)
class QuickSave(GameIntent):
    """Keep this in the one slot that needs no name."""


@dataclass(frozen=True, slots=True)
class QuickLoad(GameIntent):
    """Go on from what was kept there."""


@dataclass(frozen=True, slots=True)
class ShowSaves(ScreenIntent):
    """Show what was saved: to save, or to load."""

    writing: bool


@dataclass(frozen=True, slots=True)
class Find(ScreenIntent):
    """Look for words."""


@dataclass(frozen=True, slots=True)
class TypeText(ScreenIntent):
    """These signs were typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Back(ScreenIntent):
    """Out of here: from a page to the menu, from a menu to what lies below."""


@dataclass(frozen=True, slots=True)
class HideText(ScreenIntent):
    """Hide the text, to look at the painting; or show it again."""


@dataclass(frozen=True, slots=True)
class TakeScreenshot(GameIntent):
    """Keep a picture of what the window shows."""


@dataclass(frozen=True, slots=True)
class ShowHelp(ScreenIntent):
    """Show what the keys do."""


@dataclass(frozen=True, slots=True)
class Hover(PointerIntent):
    """The pointer is here now."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Press(PointerIntent):
    """The pointer went down: to click, or to drag."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Release(PointerIntent):
    """The pointer came up."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Click(PointerIntent):
    """The pointer went down and came up without a drag."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class ResizeText(GameIntent):
    """Larger text (1) or smaller (-1), or as it usually is (0)."""

    by: int


@dataclass(frozen=True, slots=True)
class FullScreen(GameIntent):
    """Fill the screen, or stop filling it."""


@dataclass(frozen=True, slots=True)
class Redraw(GameIntent):
    """What the window shows was lost, or its size is another."""


@dataclass(frozen=True, slots=True)
class Quit(GameIntent):
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
