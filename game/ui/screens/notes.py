"""What in this story may be hard to bear, in the author's words."""

from dataclasses import dataclass, replace

import pygame

from game.play.moment import Run
from game.story.model import Background, Story
from game.ui.change import Become, Change, Pop
from game.ui.input.intents import Advance, Back, Confirm, Intent, Rewind
from game.ui.screen import Context, Scenery
from game.ui.sheet.browsing import Browsing, Taken
from game.ui.sheet.layout import Label, Rows, Sheet, Text, lay_out
from game.ui.sheet.view import draw_sheet
from game.ui.style import PALETTE

DONE = Label(1, (Run("Back"),))


@dataclass(frozen=True, slots=True)
class Notes:
    notes: tuple[str, ...]
    background: Background | None
    browsing: Browsing = Browsing(focus=DONE.key)

    def scenery(self, _: Story, /) -> Scenery:
        return Scenery(self.background)

    def handle(self, intent: Intent, context: Context) -> Change | None:
        match intent:
            case Back() | Rewind():
                return Pop()
            case Advance():
                intent = Confirm()
        answer = self.browsing.answer(intent, self._sheet(context), context.type.measures.leading, context.now)
        match answer:
            case Taken():
                return Pop()
            case Browsing() as browsing:
                return Become(replace(self, browsing=browsing))
            case None:
                return None

    def pass_time(self, _: Context, /) -> Change | None:
        return None

    def moving(self, context: Context) -> bool:
        return self.browsing.moving(context.now)

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        draw_sheet(canvas, context.type, self._sheet(context), self.browsing, context.now)

    def _sheet(self, context: Context) -> Sheet:
        type, measures = context.type, context.type.measures
        head = type.span("Content notes", measures.em(0.9), PALETTE.quiet, italic=True)
        texts = [Text(type.block(head, measures.column), 0, 0)]
        texts += [
            Text(type.block(type.span(note, measures.body, PALETTE.ink), measures.column), measures.paragraph, number)
            for number, note in enumerate(self.notes, start=1)
        ]
        return lay_out(type, self.scenery(context.story).side, texts, Rows((DONE,)))
