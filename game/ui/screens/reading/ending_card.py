"""The card of an ending: its name, how many there are, and where to go from there."""

from dataclasses import dataclass, replace

import pygame

from game.play.timeline import Timeline, jumped
from game.story.model import Ending, Place, Story
from game.ui.column.browsing import Taken
from game.ui.column.content import Label, Rows, Text
from game.ui.column.layout import Sheet, lay_out
from game.ui.column.view import draw_sheet
from game.ui.input.intents import Advance, Choose, Click, Confirm, Intent
from game.ui.scenery.scenery import Scenery, Shade
from game.ui.screens.context import Context
from game.ui.screens.menus.endings import Endings
from game.ui.screens.menus.menu import Menu
from game.ui.screens.screen import Become, Change, Home, Push, Read
from game.ui.theme.palette import PALETTE
from game.ui.theme.timing import PACE, eased

LAST_CHOICE = Label.of(1, "Go back to the last choice")
ENDINGS = Label.of(2, "All endings")
TITLE = Label.of(3, "To the title")

WAYS = 2.2 * PACE.arrive  # seconds until the ways on from there come


def last_choice(timeline: Timeline) -> Timeline | None:
    """Back to the page on which the player chose last."""
    steps = timeline.at.past
    chosen = [page for page, step in enumerate(steps) if step.choice is not None]
    return jumped(timeline, chosen[-1]) if chosen else None


@dataclass(frozen=True, slots=True)
class EndingCard(Menu):
    """`behind` is what the page showed that led here."""

    timeline: Timeline
    ending: Ending
    behind: Scenery
    since: float

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        return self.timeline, self.timeline.at.now.position

    def scenery(self, _: Story, /) -> Scenery:
        place, light = self.behind.place, self.behind.lit
        if self.ending.image:
            place, light = replace(place or Place(self.ending.id), image=self.ending.image), 1.0
        return replace(
            self.behind,
            place=place,
            shade=Shade.WHOLE,
            name=self.ending.name,
            tremor=None,
            reached=self.ending,
            lit=light,
        )

    def back(self, _: Context, /) -> Change | None:
        # As on the title: one key too many leads to the way out, and the next goes it.
        return Home() if self.browsing.focus == TITLE.key else self.focused(TITLE.key)

    def rewind(self) -> Change | None:
        return Read(self.timeline, self.timeline.at.now.position)

    def handle(self, intent: Intent, context: Context) -> Change | None:
        match intent:
            case Advance() | Confirm() | Choose() | Click() if context.now < self.since + WAYS:
                return Become(replace(self, since=context.now - WAYS))
            case Advance():  # whoever hurries through the last page is not hurried past its end
                return None
            case _:
                return Menu.handle(self, intent, context)

    def take(self, taken: Taken, context: Context) -> Change | None:
        if context.pressed < self.since + WAYS + PACE.guard:
            return None
        if taken.key == ENDINGS.key:
            return Push(Endings.of(self.scenery(context.story), context))
        before = last_choice(self.timeline) if taken.key == LAST_CHOICE.key else None
        return Read(before, before.at.now.position) if before else Home()

    def moving(self, context: Context) -> bool:
        return context.now - self.since < 4 * PACE.arrive or self.browsing.moving(context.now)

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        sheet = self.sheet(context)
        passed = (context.now - self.since) / PACE.arrive
        draw_sheet(
            canvas,
            context.type,
            sheet,
            self.browsing,
            context.now,
            solid=lambda number: eased(passed - number * 0.6),
            foot=eased((context.now - self.since - WAYS) / PACE.arrive),
        )

    def sheet(self, context: Context) -> Sheet:
        type, measures, story = context.type, context.type.measures, context.story
        label = type.span("Ending", measures.em(0.9), PALETTE.quiet, italic=True)
        name = type.lettering(self.ending.name, measures.display(96))
        met = len(story.endings.keys() & (context.ended | {self.ending.id}))
        count = type.span(f"You have met {met} of {len(story.endings)} endings.", measures.em(0.92), PALETTE.quiet)
        texts = [
            Text(type.block(label, measures.column), 0, 0),
            Text(type.balanced(name, measures.column, measures.display(108)), measures.px(8), 1),
            Text(type.block(count, measures.column), measures.em(0.5), 2),
        ]
        ways = (*((LAST_CHOICE,) if last_choice(self.timeline) else ()), ENDINGS, TITLE)
        return lay_out(type, self.behind.side, texts, Rows(ways, close=True))
