"""The menu over a page."""

from dataclasses import dataclass, field, replace

from game.play.timeline import Timeline, forward, rewound
from game.story.model import Story
from game.ui.column.browsing import Browsing, Taken
from game.ui.column.content import Label, Rows
from game.ui.column.layout import Column, lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.menus.endings import EndingsScreen
from game.ui.screens.menus.help import HelpScreen
from game.ui.screens.menus.history import HistoryScreen
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.menus.notes import NotesScreen
from game.ui.screens.menus.settings import SettingsScreen
from game.ui.screens.screen import GoToTitle, OpenSaves, Pop, Push, QuitGame, Transition, to_page
from game.ui.screens.skip_ahead import skip_ahead

CONTINUE = Label.of(1, "Read on")
GO_BACK = Label.of(2, "Go back a page")
GO_ON = Label.of(3, "Go on a page again")
HISTORY = Label.of(4, "What was read")
HASTEN = Label.of(5, "Skip what you know")
TO_CHOICE = Label.of(6, "To the next choice")
SAVE = Label.of(7, "Save")
LOAD = Label.of(8, "Load")
ENDINGS = Label.of(9, "Endings")
SETTINGS = Label.of(10, "Settings")
HELP = Label.of(11, "Keys")
NOTES = Label.of(12, "Content notes")
TITLE = Label.of(13, "To the title")
QUIT = Label.of(14, "Quit")


@dataclass(frozen=True, slots=True)
class PauseScreen(MenuScreen):
    """`behind` is what the page showed that it lies over, and `shown` how many events of it had come."""

    timeline: Timeline
    shown: int
    behind: Scenery
    browsing: Browsing = field(default=Browsing(focus=CONTINUE.key), kw_only=True)

    def scenery(self, _: Story, /) -> Scenery:
        return replace(self.behind, tremor=None)

    def take(self, taken: Taken, context: Context) -> Transition | None:
        match taken.key:
            case CONTINUE.key:
                return Pop()
            case GO_BACK.key:
                return to_page(self.timeline, rewound(self.timeline))
            case GO_ON.key:
                return to_page(self.timeline, forward(self.timeline))
            case HISTORY.key:
                return Push(HistoryScreen.of(self.timeline, self.behind, context))
            case HASTEN.key:
                return skip_ahead(context, self.timeline, self.shown, unread=False)
            case TO_CHOICE.key:
                return skip_ahead(context, self.timeline, self.shown, unread=True)
            case SAVE.key:
                return OpenSaves(writing=True)
            case LOAD.key:
                return OpenSaves(writing=False)
            case ENDINGS.key:
                return Push(EndingsScreen.of(self.behind, context))
            case NOTES.key:
                return Push(NotesScreen.of(context.story, self.behind))
            case SETTINGS.key:
                return Push(SettingsScreen(self.behind))
            case HELP.key:
                return Push(HelpScreen(self.behind))
            case TITLE.key:
                return GoToTitle(self.timeline)
            case _:
                return QuitGame()

    def column(self, context: Context) -> Column:
        type = context.type
        texts = [heading(type, context.story.title)]
        rows = (
            CONTINUE,
            replace(GO_BACK, enabled=bool(self.timeline.at.past)),  # always there, so that no row is where another was
            replace(GO_ON, enabled=bool(self.timeline.undone)),
            HISTORY,
            HASTEN,
            TO_CHOICE,
            SAVE,
            replace(LOAD, enabled=context.saved),
            *((ENDINGS,) if context.ended else ()),
            SETTINGS,
            HELP,
            *((NOTES,) if context.story.notes else ()),
            TITLE,
            QUIT,
        )
        return lay_out(type, self.behind.side, texts, Rows(rows, close=True))
