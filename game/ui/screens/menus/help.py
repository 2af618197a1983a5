"""What the keys do, and what else can be held in a hand."""

from dataclasses import dataclass, field

from game.story.model import Story
from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.content import TextItem
from game.ui.column.layout import lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.screen import Pop
from game.ui.theme.palette import PALETTE

BACK = "Back"

# Kept true to the table of bindings by a test that presses every key named here.
KEYS = (
    ("Space, Enter, Right", "Read on; show the rest of the page"),
    ("1 to 9; Up, Down, Enter", "Choose"),
    ("Tab", "The next thing that can be taken, the menu among them"),
    ("Backspace", "Go back a page"),
    ("Shift and Backspace", "On again to where you were"),
    ("L", "All that was read, to look for words in (/) or go back to"),
    ("Page Up, Page Down", "Scroll"),
    ("Home, End", "To the beginning, to the end"),
    ("F", "Skip what you have read before"),
    ("N", "On to the next choice"),
    ("A", "Pages turn by themselves, or no longer"),
    ("S", "Skip this scene, where that is offered"),
    ("F5, F9", "Save quickly; load that"),
    ("Ctrl and S, Ctrl and O", "Save; load"),
    ("Ctrl and +, Ctrl and −, Ctrl and 0", "Larger text, smaller text, as usual"),
    ("H", "Hide the text, to see the painting"),
    ("F11, Alt and Enter", "Full screen"),
    ("F12", "Keep a picture of the window"),
    ("Escape", "The menu, and out of it"),
    ("F1", "This page"),
)
OTHERS = (
    ("Mouse, touch", "Point and click; wheel or drag to scroll"),
    ("Pad", "Cross or left stick; A takes or reads on, B goes back a page, Start is the menu, Y this page"),
)


@dataclass(frozen=True, slots=True)
class HelpScreen(MenuScreen):
    """Over whatever was there: every key, and what it does."""

    behind: Scenery
    browsing: Browsing = field(default=Browsing(focus=BACK), kw_only=True)

    def scenery(self, _: Story, /) -> Scenery:
        """The scene that it lay over, as it was."""
        return self.behind

    def items(self, _: Context) -> tuple[Item, ...]:
        """The way back."""
        return (Item.of(BACK, Pop),)

    def column(self, context: Context) -> Column:
        """The keys, and beside them what they do."""
        type, metrics = context.type, context.type.metrics
        texts = [heading(type, "Keys")]
        indent, leading = min(metrics.em(7.4), metrics.column_width // 3), metrics.em(1.05)
        for number, (keys, does) in enumerate((*KEYS, *OTHERS), start=1):
            named = type.block(type.label(keys, metrics.em(0.68), PALETTE.amber), indent - metrics.em(0.5), leading)
            said = type.block(type.span(does, metrics.em(0.8), PALETTE.ink), metrics.column_width - indent, leading)
            texts.append(TextItem(said, metrics.em(0.24 if number > 1 else 0.6), number, indent, named))
        return lay_out(type, self.behind.side, texts, rows_of(self.items(context), close=True))
