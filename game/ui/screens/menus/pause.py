"""The menu over a page."""

from dataclasses import dataclass, field, replace
from functools import partial

from game.play.timeline import Timeline, forward, rewound
from game.story.model import Story
from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.layout import lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.endings import EndingsScreen
from game.ui.screens.menus.help import HelpScreen
from game.ui.screens.menus.history import HistoryScreen
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.menus.notes import NotesScreen
from game.ui.screens.menus.settings import SettingsScreen
from game.ui.screens.screen import GoToTitle, OpenSaves, Pop, Push, QuitGame, to_page
from game.ui.screens.skip_ahead import skip_ahead

READ_ON = "Read on"


@dataclass(frozen=True, slots=True)
class PauseScreen(MenuScreen):
    """`behind` is what the page showed that it lies over, and `shown` how many events of it had come."""

    timeline: Timeline
    shown: int
    behind: Scenery
    browsing: Browsing = field(default=Browsing(focus=READ_ON), kw_only=True)

    def scenery(self, _: Story, /) -> Scenery:
        """The scene that it lay over, at rest."""
        return replace(self.behind, tremor=None)

    def items(self, context: Context) -> tuple[Item, ...]:
        """Every row, with what it does."""
        story, timeline, behind = context.story, self.timeline, self.behind
        skip = partial(skip_ahead, context, timeline, self.shown)
        # What leads nowhere now is there all the same, so that no row is where another was.
        return (
            Item.of(READ_ON, Pop),
            Item.of("Go back a page", lambda: to_page(timeline, rewound(timeline)), enabled=bool(timeline.at.past)),
            Item.of("Go on a page again", lambda: to_page(timeline, forward(timeline)), enabled=bool(timeline.undone)),
            Item.of("What was read", lambda: Push(HistoryScreen.of(timeline, behind, context))),
            Item.of("Skip what you know", partial(skip, unread=False)),
            Item.of("To the next choice", partial(skip, unread=True)),
            Item.of("Save", partial(OpenSaves, writing=True)),
            Item.of("Load", partial(OpenSaves, writing=False), enabled=context.saved),
            *((Item.of("Endings", lambda: Push(EndingsScreen.of(behind, context))),) if context.ended else ()),
            Item.of("Settings", lambda: Push(SettingsScreen(behind))),
            Item.of("Keys", lambda: Push(HelpScreen(behind))),
            *((Item.of("Content notes", lambda: Push(NotesScreen.of(story, behind))),) if story.notes else ()),
            Item.of("To the title", partial(GoToTitle, timeline)),
            Item.of("Quit", QuitGame),
        )

    def column(self, context: Context) -> Column:
        """The story’s title over the rows."""
        texts = [heading(context.type, context.story.title)]
        return lay_out(context.type, self.behind.side, texts, rows_of(self.items(context), close=True))
