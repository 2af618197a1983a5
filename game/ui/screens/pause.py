"""The menu over a page."""

from dataclasses import dataclass, field, replace

from game.play.playthrough import Playthrough, rewind
from game.story.model import Story
from game.ui.change import Change, Home, Leave, Pop, Push, Read
from game.ui.screen import Context, Scenery
from game.ui.screens.help import Help
from game.ui.screens.menu import Menu, heading
from game.ui.screens.settings import Settings
from game.ui.sheet.browsing import Browsing, Taken
from game.ui.sheet.content import Label, Rows
from game.ui.sheet.layout import Sheet, lay_out

CONTINUE = Label.of(1, "Read on")
GO_BACK = Label.of(2, "Go back a page")
SETTINGS = Label.of(3, "Settings")
HELP = Label.of(4, "Keys")
TITLE = Label.of(5, "To the title")
QUIT = Label.of(6, "Quit")


@dataclass(frozen=True, slots=True)
class Pause(Menu):
    """`behind` is what the page showed that it lies over."""

    playthrough: Playthrough
    behind: Scenery
    browsing: Browsing = field(default=Browsing(focus=CONTINUE.key), kw_only=True)

    def scenery(self, _: Story, /) -> Scenery:
        return replace(self.behind, tremor=None)

    def take(self, taken: Taken, _: Context) -> Change | None:
        match taken.key:
            case CONTINUE.key:
                return Pop()
            case GO_BACK.key:
                before = rewind(self.playthrough)
                return Read(before, before.now.position)
            case SETTINGS.key:
                return Push(Settings(self.behind))
            case HELP.key:
                return Push(Help(self.behind))
            case TITLE.key:
                return Home(self.playthrough)
            case _:
                return Leave()

    def sheet(self, context: Context) -> Sheet:
        type = context.type
        texts = [heading(type, context.story.title)]
        before = (GO_BACK,) if self.playthrough.past else ()
        return lay_out(
            type, self.behind.side, texts, Rows((CONTINUE, *before, SETTINGS, HELP, TITLE, QUIT), close=True)
        )
