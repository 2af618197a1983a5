"""The title: the story's name over its key art, and what to do."""

from dataclasses import dataclass
from math import inf

import pygame

from game.play.page import page_of
from game.play.playthrough import Origin, start
from game.play.situation import Arrive, Music
from game.play.timeline import Timeline
from game.saves.runs.replay import LoadedRun
from game.story.model import Place, Story
from game.ui.column.browsing import Browsing, Taken
from game.ui.column.content import Label, Rows, TextItem
from game.ui.column.layout import Column, lay_out
from game.ui.column.view import draw_column
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.menus.endings import EndingsScreen
from game.ui.screens.menus.help import HelpScreen
from game.ui.screens.menus.menu import MenuScreen
from game.ui.screens.menus.notes import NotesScreen
from game.ui.screens.menus.settings import SettingsScreen
from game.ui.screens.menus.taking_up import taken_up
from game.ui.screens.screen import OpenSaves, Push, QuitGame, Transition, TurnTo
from game.ui.theme.timing import TIMING, smooth

PLACE = "title"  # whose picture is shown here, if the story has a place of that name, and the track that is heard

CONTINUE = Label.of(1, "Continue")
BEGIN = Label.of(2, "Begin")
BEGIN_AGAIN = Label.of(2, "Begin again")
LOAD = Label.of(3, "Load")
ENDINGS = Label.of(4, "Endings")
SETTINGS = Label.of(5, "Settings")
HELP = Label.of(6, "Keys")
NOTES = Label.of(7, "Content notes")
CREDITS = Label.of(8, "Credits")
QUIT = Label.of(9, "Quit")


@dataclass(frozen=True, slots=True)
class TitleScreen(MenuScreen):
    """`left` is what to go on with: a timeline of this very hour, or a run that was loaded; `since` is when the curtain
    rose, if it did just now."""

    place: Place | None
    left: Timeline | LoadedRun | None = None
    since: float = -inf

    @classmethod
    def of(cls, story: Story, left: Timeline | LoadedRun | None = None, since: float = -inf) -> "TitleScreen":
        return cls(title_place(story), left, since, browsing=Browsing(focus=(CONTINUE if left else BEGIN).key))

    def scenery(self, _: Story, /) -> Scenery:
        return Scenery(self.place, music=Music(PLACE))

    def back(self, _: Context, /) -> Transition | None:
        # Not out of the game by one key too many: the next one, Enter, is.
        return self.focused(QUIT.key)

    def rewind(self) -> Transition | None:
        return None

    def take(self, taken: Taken, context: Context) -> Transition | None:
        story = context.story
        match taken.key:
            case CONTINUE.key if isinstance(self.left, LoadedRun):
                return taken_up(self.left, self.scenery(story))
            case CONTINUE.key if isinstance(self.left, Timeline):
                return TurnTo(self.left, self.left.at.now.position)
            case BEGIN.key:
                if story.notes and not context.ended and not self.left:
                    return Push(NotesScreen.of(story, self.scenery(story), before=True))
                return TurnTo(Timeline(start(story, Origin(story.start, ended=context.ended))))
            case LOAD.key:
                return OpenSaves(writing=False)
            case ENDINGS.key:
                return Push(EndingsScreen.of(self.scenery(story), context))
            case SETTINGS.key:
                return Push(SettingsScreen(self.scenery(story)))
            case HELP.key:
                return Push(HelpScreen(self.scenery(story)))
            case NOTES.key:
                return Push(NotesScreen.of(story, self.scenery(story)))
            case CREDITS.key:
                return Push(NotesScreen.credits(story, self.scenery(story)))
            case _:
                return QuitGame()

    def moving(self, context: Context) -> bool:
        return context.now - self.since < TIMING.curtain or self.browsing.moving(context.now)

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        """The picture first, then its name, then what to do."""
        passed = (context.now - self.since) / TIMING.curtain
        name, ways = (smooth((passed - begins) / 0.4) for begins in (0.25, 0.6))
        draw_column(
            canvas,
            context.type,
            self.column(context),
            self.browsing,
            context.now,
            solid=lambda _: name,
            rise=lambda _: (1 - name) * context.timing.rise * context.type.metrics.unit,
            foot=ways,
        )

    def column(self, context: Context) -> Column:
        type, metrics = context.type, context.type.metrics
        title = type.lettering(context.story.title, metrics.display(112))
        texts = [TextItem(type.balanced(title, metrics.column_width, metrics.display(118)), metrics.px(100), 0)]
        ways = (
            *((CONTINUE, BEGIN_AGAIN) if self.left else (BEGIN,)),
            *((LOAD,) if context.saved else ()),
            *((ENDINGS,) if context.ended else ()),
            SETTINGS,
            HELP,
            *((NOTES,) if context.story.notes else ()),
            *((CREDITS,) if context.story.credits else ()),
            QUIT,
        )
        return lay_out(type, self.scenery(context.story).side, texts, Rows(ways))


def title_place(story: Story) -> Place | None:
    """The place called `title`; else where the text of the first page arrives."""
    if PLACE in story.places:
        return story.places[PLACE]
    events = page_of(story, start(story)).events
    return next((story.places[event.place] for event in events if isinstance(event, Arrive)), None)
