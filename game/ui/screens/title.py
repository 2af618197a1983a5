"""The title: the story's name over its first picture, and what to do."""

from dataclasses import dataclass, replace

import pygame

from game.play.moment import Arrive, Run
from game.play.page import page_of
from game.play.playthrough import Origin, Playthrough, start
from game.story.model import Background, Story
from game.ui.change import Become, Change, Leave, Push, Read
from game.ui.input.intents import Advance, Back, Confirm, Intent
from game.ui.screen import Context, Scenery
from game.ui.screens.notes import Notes
from game.ui.sheet.browsing import Browsing, Taken
from game.ui.sheet.layout import Label, Rows, Sheet, Text, lay_out
from game.ui.sheet.view import draw_sheet
from game.ui.style import PALETTE

CONTINUE = Label(1, (Run("Continue"),))
BEGIN = Label(2, (Run("Begin"),))
BEGIN_AGAIN = Label(2, (Run("Begin again"),))
NOTES = Label(3, (Run("Content notes"),))
QUIT = Label(4, (Run("Quit"),))


@dataclass(frozen=True, slots=True)
class Title:
    """`background` is where the story begins, `kept` a playthrough to go on with."""

    background: Background | None
    kept: Playthrough | None = None
    browsing: Browsing = Browsing()

    @classmethod
    def of(cls, story: Story, kept: Playthrough | None = None) -> "Title":
        return cls(first_background(story), kept, Browsing(focus=(CONTINUE if kept else BEGIN).key))

    def scenery(self, _: Story, /) -> Scenery:
        return Scenery(self.background)

    def handle(self, intent: Intent, context: Context) -> Change | None:
        match intent:
            case Back():
                # Not out of the game by one key too many: the next one, Enter, is.
                return Become(replace(self, browsing=replace(self.browsing, focus=QUIT.key)))
            case Advance():
                intent = Confirm()
        answer = self.browsing.answer(intent, self._sheet(context), context.type.measures.leading, context.now)
        match answer:
            case Taken(key):
                return self._take(key, context)
            case Browsing() as browsing:
                return Become(replace(self, browsing=browsing))
            case None:
                return None

    def _take(self, key: int, context: Context) -> Change | None:
        story = context.story
        if key == CONTINUE.key and self.kept:
            return Read(self.kept, self.kept.now.position)
        if key == BEGIN.key:
            return Read(start(story, Origin(story.start, ended=context.ended)))
        if key == NOTES.key:
            return Push(Notes(story.notes, self.background))
        return Leave()

    def pass_time(self, _: Context, /) -> Change | None:
        return None

    def moving(self, context: Context) -> bool:
        return self.browsing.moving(context.now)

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        draw_sheet(canvas, context.type, self._sheet(context), self.browsing, context.now)

    def _sheet(self, context: Context) -> Sheet:
        type, measures = context.type, context.type.measures
        title = type.span(context.story.title, measures.em(3.1), PALETTE.ink)
        texts = [Text(type.balanced(title, measures.column, measures.em(3.35)), measures.em(3.0), 0)]
        ways = (
            *((CONTINUE, BEGIN_AGAIN) if self.kept else (BEGIN,)),
            *((NOTES,) if context.story.notes else ()),
            QUIT,
        )
        return lay_out(type, self.scenery(context.story).side, texts, Rows(ways))


def first_background(story: Story) -> Background | None:
    """Where the text of the first page arrives."""
    beats = page_of(story, start(story)).beats
    return next((story.backgrounds[beat.background] for beat in beats if isinstance(beat, Arrive)), None)
