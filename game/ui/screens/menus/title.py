"""The title: the story's name over its key art, and what to do."""

from dataclasses import dataclass
from functools import partial
from math import inf
from typing import assert_never

import pygame

from game.play.page import page_of
from game.play.playthrough import start
from game.play.timeline import Timeline
from game.saves.runs.replay import LoadedRun
from game.story.model import Arrive, Music, Place, Story
from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.content import TextItem
from game.ui.column.layout import lay_out
from game.ui.column.view import draw_column
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.endings import EndingsScreen
from game.ui.screens.menus.help import HelpScreen
from game.ui.screens.menus.menu import MenuScreen
from game.ui.screens.menus.notes import NotesScreen, beginning
from game.ui.screens.menus.settings import SettingsScreen
from game.ui.screens.menus.taking_up import taken_up
from game.ui.screens.screen import OpenSaves, Push, QuitGame, ScreenChange, TurnTo
from game.ui.theme.timing import TIMING, smooth

PLACE = "title"  # whose picture is shown here, if the story has a place of that name, and the track that is heard

CONTINUE, BEGIN, QUIT = "Continue", "Begin", "Quit"


@dataclass(frozen=True, slots=True)
class TitleScreen(MenuScreen):
    """`left` is what to go on with: a timeline of this very hour, or a run that was loaded; `since` is when the curtain
    rose, if it did just now."""

    place: Place | None
    left: Timeline | LoadedRun | None = None
    since: float = -inf

    @classmethod
    def of(cls, story: Story, left: Timeline | LoadedRun | None = None, since: float = -inf) -> "TitleScreen":
        """With what there is to go on with in focus, else with the beginning."""
        return cls(title_place(story), left, since, browsing=Browsing(focus=CONTINUE if left else BEGIN))

    def scenery(self, _: Story, /) -> Scenery:
        """The key art, and its music."""
        return Scenery(self.place, music=Music(PLACE))

    def back(self, _: Context, /) -> ScreenChange | None:
        # Not out of the game by one key too many: the next one, Enter, is.
        """To the row that quits."""
        return self.focused(QUIT)

    def rewind(self) -> ScreenChange | None:
        """There is no page before it."""
        return None

    def items(self, context: Context) -> tuple[Item, ...]:
        """Every row, with what it does."""
        story, scenery, again = context.story, self.scenery(context.story), bool(self.left)
        return (
            *((Item.of(CONTINUE, partial(self._go_on, story)),) if again else ()),
            Item.of("Begin again" if again else BEGIN, partial(self._begin, context), key=BEGIN),
            *((Item.of("Load", partial(OpenSaves, writing=False)),) if context.saved else ()),
            *((Item.of("Endings", lambda: Push(EndingsScreen.of(scenery, context))),) if context.ended else ()),
            Item.of("Settings", lambda: Push(SettingsScreen(scenery))),
            Item.of("Keys", lambda: Push(HelpScreen(scenery))),
            *((Item.of("Content notes", lambda: Push(NotesScreen.of(story, scenery))),) if story.notes else ()),
            *((Item.of("Credits", lambda: Push(NotesScreen.credits(story, scenery))),) if story.credits else ()),
            Item.of(QUIT, QuitGame),
        )

    def _go_on(self, story: Story) -> ScreenChange | None:
        match self.left:
            case None:
                return None
            case LoadedRun() as loaded:
                return taken_up(loaded, self.scenery(story))
            case Timeline() as timeline:
                return TurnTo(timeline, timeline.at.now.position)
            case other:
                assert_never(other)

    def _begin(self, context: Context) -> ScreenChange:
        """Past the notes, if somebody may not have seen them."""
        story = context.story
        if story.notes and not context.ended and not self.left:
            return Push(NotesScreen.of(story, self.scenery(story), before=True))
        return beginning(context)

    def moving(self, context: Context) -> bool:
        """Until the curtain is up, and while its text scrolls."""
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
        """The story’s name over the rows."""
        type, metrics = context.type, context.type.metrics
        title = type.lettering(context.story.title, metrics.display(112))
        texts = [TextItem(type.balanced(title, metrics.column_width, metrics.display(118)), metrics.px(100), 0)]
        return lay_out(type, self.scenery(context.story).side, texts, rows_of(self.items(context)))


def title_place(story: Story) -> Place | None:
    """The place called `title`; else where the text of the first page arrives."""
    if PLACE in story.places:
        return story.places[PLACE]
    events = page_of(story, start(story)).events
    return next((story.places[event.place] for event in events if isinstance(event, Arrive)), None)
