"""The card of an ending: its name, how many there are, and where to go from there."""

from dataclasses import dataclass, replace
from functools import partial

import pygame

from game.play.history import left_by
from game.play.situation import TextRun
from game.play.timeline import Timeline, jumped
from game.prove.explore.turning_point import turning_point
from game.story.model import Ending, Place, Story
from game.ui.column.browsing import Taken
from game.ui.column.column import Column
from game.ui.column.content import TextItem
from game.ui.column.layout import lay_out
from game.ui.column.view import draw_column
from game.ui.input.intents import Advance, ChooseOption, Click, Confirm, Intent
from game.ui.scenery.scenery import Scenery, Shade
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.endings import EndingsScreen
from game.ui.screens.menus.menu import MenuScreen
from game.ui.screens.screen import Become, GoToTitle, Push, ScreenChange, TurnTo
from game.ui.theme.palette import PALETTE
from game.ui.theme.timing import TIMING, eased

TITLE = "To the title"

WAYS = 2.2 * TIMING.arrive  # seconds until the ways on from there come


def last_choice(timeline: Timeline) -> Timeline | None:
    """Back to the page on which the player chose last."""
    steps = timeline.at.past
    chosen = [page for page, step in enumerate(steps) if step.choice is not None]
    return jumped(timeline, chosen[-1]) if chosen else None


@dataclass(frozen=True, slots=True)
class EndingCard(MenuScreen):
    """`behind` is what the page showed that led here, and `turned` what was chosen last while other endings were open."""

    timeline: Timeline
    ending: Ending
    behind: Scenery
    since: float
    turned: tuple[TextRun, ...] = ()

    @classmethod
    def of(cls, timeline: Timeline, ending: Ending, behind: Scenery, context: Context) -> "EndingCard":
        """The card as it begins to come, of a run that has come to the ending."""
        play, outlook = timeline.at, context.outlook
        page = turning_point(outlook, play, ending.id) if outlook else None
        turned = left_by(context.story, play.past[page]) if page is not None else ()
        return cls(timeline, ending, behind, context.now, turned)

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        """What was played, with all of its last page."""
        return self.timeline, self.timeline.at.now.position

    def scenery(self, _: Story, /) -> Scenery:
        """The ending’s own picture, darkened, else that of the last place; here the ending is reached."""
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

    def back(self, _: Context, /) -> ScreenChange | None:
        # As on the title: one key too many leads to the way out, and the next goes it.
        """To the row that leads to the title, and from there to it."""
        return GoToTitle() if self.browsing.focus == TITLE else self.focused(TITLE)

    def rewind(self) -> ScreenChange | None:
        """Back to the last page."""
        return TurnTo(self.timeline, self.timeline.at.now.position)

    def handle(self, intent: Intent, context: Context) -> ScreenChange | None:
        """Whoever cannot wait has the rows at once, and takes none of them by that."""
        match intent:
            case Advance() | Confirm() | ChooseOption() | Click() if context.now < self.since + WAYS:
                return Become(replace(self, since=context.now - WAYS))
            case Advance():  # whoever hurries through the last page is not hurried past its end
                return None
            case _:
                return MenuScreen.handle(self, intent, context)

    def take(self, taken: Taken, context: Context) -> ScreenChange | None:
        """Nothing, for a hand that began to press before the rows had come."""
        if context.pressed < self.since + WAYS + TIMING.guard:
            return None
        return MenuScreen.take(self, taken, context)

    def items(self, context: Context) -> tuple[Item, ...]:
        """The ways on from here."""
        before, scenery = last_choice(self.timeline), self.scenery(context.story)
        back = (
            (Item.of("Go back to the last choice", partial(TurnTo, before, before.at.now.position)),) if before else ()
        )
        return (
            *back,
            Item.of("All endings", lambda: Push(EndingsScreen.of(scenery, context))),
            Item.of(TITLE, GoToTitle),
        )

    def moving(self, context: Context) -> bool:
        """While its words come up, and while its text scrolls."""
        return context.now - self.since < 4 * TIMING.arrive or self.browsing.moving(context.now)

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        """One line after another, then the ways on."""
        column = self.column(context)
        passed = (context.now - self.since) / TIMING.arrive
        draw_column(
            canvas,
            context.type,
            column,
            self.browsing,
            context.now,
            solid=lambda number: eased(passed - number * 0.6),
            foot=eased((context.now - self.since - WAYS) / TIMING.arrive),
        )

    def column(self, context: Context) -> Column:
        """The ending’s name, how many were met, and the ways on."""
        type, metrics, story = context.type, context.type.metrics, context.story
        label = type.span("Ending", metrics.em(0.9), PALETTE.quiet, italic=True)
        name = type.lettering(self.ending.name, metrics.display(96))
        met = len(story.endings.keys() & (context.ended | {self.ending.id}))
        count = type.span(f"You have met {met} of {len(story.endings)} endings.", metrics.em(0.92), PALETTE.quiet)
        texts = [
            TextItem(type.block(label, metrics.column_width), 0, 0),
            TextItem(type.balanced(name, metrics.column_width, metrics.display(108)), metrics.px(8), 1),
            TextItem(type.block(count, metrics.column_width), metrics.em(0.5), 2),
        ]
        if self.turned:
            size = metrics.em(0.92)
            said = type.span("It turned at ", size, PALETTE.quiet)
            said += type.spans(self.turned, size, PALETTE.quiet, italic=True)
            texts.append(TextItem(type.block(said, metrics.column_width), 0, 2))
        return lay_out(type, self.behind.side, texts, rows_of(self.items(context), close=True))
