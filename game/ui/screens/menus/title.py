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
from game.ui.column.content import Label, Rows, Text
from game.ui.column.layout import Sheet, lay_out
from game.ui.column.view import draw_sheet
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.menus.endings import Endings
from game.ui.screens.menus.help import Help
from game.ui.screens.menus.menu import Menu
from game.ui.screens.menus.notes import Notes
from game.ui.screens.menus.settings import Settings
from game.ui.screens.menus.taking_up import taken_up
from game.ui.screens.screen import Change, Leave, Push, Read, Shelf
from game.ui.theme.timing import PACE, smooth

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
class Title(Menu):
    """`left` is what to go on with: a timeline of this very hour, or a run that was loaded; `since` is when the curtain
    rose, if it did just now."""

    place: Place | None
    left: Timeline | LoadedRun | None = None
    since: float = -inf

    @classmethod
    def of(cls, story: Story, left: Timeline | LoadedRun | None = None, since: float = -inf) -> "Title":
        return cls(title_place(story), left, since, browsing=Browsing(focus=(CONTINUE if left else BEGIN).key))

    def scenery(self, _: Story, /) -> Scenery:
        return Scenery(self.place, music=Music(PLACE))

    def back(self, _: Context, /) -> Change | None:
        # Not out of the game by one key too many: the next one, Enter, is.
        return self.focused(QUIT.key)

    def rewind(self) -> Change | None:
        return None

    def take(self, taken: Taken, context: Context) -> Change | None:
        story = context.story
        match taken.key:
            case CONTINUE.key if isinstance(self.left, LoadedRun):
                return taken_up(self.left, self.scenery(story))
            case CONTINUE.key if isinstance(self.left, Timeline):
                return Read(self.left, self.left.at.now.position)
            case BEGIN.key:
                if story.notes and not context.ended and not self.left:
                    return Push(Notes.of(story, self.scenery(story), before=True))
                return Read(Timeline(start(story, Origin(story.start, ended=context.ended))))
            case LOAD.key:
                return Shelf(writing=False)
            case ENDINGS.key:
                return Push(Endings.of(self.scenery(story), context))
            case SETTINGS.key:
                return Push(Settings(self.scenery(story)))
            case HELP.key:
                return Push(Help(self.scenery(story)))
            case NOTES.key:
                return Push(Notes.of(story, self.scenery(story)))
            case CREDITS.key:
                return Push(Notes.credits(story, self.scenery(story)))
            case _:
                return Leave()

    def moving(self, context: Context) -> bool:
        return context.now - self.since < PACE.curtain or self.browsing.moving(context.now)

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        """The picture first, then its name, then what to do."""
        passed = (context.now - self.since) / PACE.curtain
        name, ways = (smooth((passed - begins) / 0.4) for begins in (0.25, 0.6))
        draw_sheet(
            canvas,
            context.type,
            self.sheet(context),
            self.browsing,
            context.now,
            solid=lambda _: name,
            rise=lambda _: (1 - name) * context.pace.rise * context.type.measures.unit,
            foot=ways,
        )

    def sheet(self, context: Context) -> Sheet:
        type, measures = context.type, context.type.measures
        title = type.lettering(context.story.title, measures.display(112))
        texts = [Text(type.balanced(title, measures.column, measures.display(118)), measures.px(100), 0)]
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
