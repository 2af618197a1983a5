"""The card of an ending: its name, and where to go from there."""

from dataclasses import dataclass, replace

import pygame

from game.play.moment import Run
from game.play.playthrough import Playthrough, rewind
from game.story.model import Ending, Story
from game.ui.change import Become, Change, Home, Read
from game.ui.input.intents import Back, Intent, Rewind
from game.ui.screen import Context, Scenery, Shade
from game.ui.sheet.browsing import Browsing, Taken
from game.ui.sheet.layout import Label, Rows, Sheet, Text, lay_out
from game.ui.sheet.view import draw_sheet
from game.ui.style import PACE, PALETTE, eased

LAST_CHOICE = Label(1, (Run("Go back to the last choice"),))
TITLE = Label(2, (Run("To the title"),))


def last_choice(playthrough: Playthrough) -> Playthrough | None:
    """Back to the page on which the player chose last."""
    while playthrough.past:
        chosen = playthrough.past[-1].choice is not None
        playthrough = rewind(playthrough)
        if chosen:
            return playthrough
    return None


@dataclass(frozen=True, slots=True)
class EndingCard:
    """`behind` is what the page showed that led here."""

    playthrough: Playthrough
    ending: Ending
    behind: Scenery
    since: float
    browsing: Browsing = Browsing()

    def scenery(self, _: Story, /) -> Scenery:
        return replace(self.behind, shade=Shade.WHOLE, name=self.ending.name, tremor=None, reached=self.ending)

    def handle(self, intent: Intent, context: Context) -> Change | None:
        match intent:
            case Back():
                return Home()
            case Rewind():
                return Read(self.playthrough, self.playthrough.now.position)
        match self.browsing.answer(intent, self._sheet(context), context.type.measures.leading, context.now):
            case Taken(key):
                before = last_choice(self.playthrough) if key == LAST_CHOICE.key else None
                return Read(before, before.now.position) if before else Home()
            case Browsing() as browsing:
                return Become(replace(self, browsing=browsing))
            case None:
                return None

    def pass_time(self, _: Context, /) -> Change | None:
        return None

    def moving(self, context: Context) -> bool:
        return context.now - self.since < 3 * PACE.arrive or self.browsing.moving(context.now)

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        sheet = self._sheet(context)
        passed = (context.now - self.since) / PACE.arrive
        draw_sheet(
            canvas,
            context.type,
            sheet,
            self.browsing,
            context.now,
            solid=lambda number: eased(passed - number * 0.6),
            foot=eased(passed - 1.6),
        )

    def _sheet(self, context: Context) -> Sheet:
        type, measures = context.type, context.type.measures
        label = type.span("Ending", measures.em(0.9), PALETTE.quiet, italic=True)
        name = type.span(self.ending.name, measures.em(2.5), PALETTE.ink)
        texts = [
            Text(type.block(label, measures.column), measures.em(5.0), 0),
            Text(type.balanced(name, measures.column, measures.em(2.9)), measures.em(0.2), 1),
        ]
        ways = (LAST_CHOICE, TITLE) if last_choice(self.playthrough) else (TITLE,)
        return lay_out(type, self.behind.side, texts, Rows(ways))
