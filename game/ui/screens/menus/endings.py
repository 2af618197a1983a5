"""The endings: those met by name, each to be seen again, and how many there are still to meet."""

from dataclasses import dataclass, replace

from game.story.model import Ending, Story
from game.ui.column.browsing import Browsing, Taken
from game.ui.column.content import Label, Rows, TextItem
from game.ui.column.layout import Column, lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.screen import RevisitEnding, Transition
from game.ui.theme.palette import PALETTE

BACK = Label.of(0, "Back")


@dataclass(frozen=True, slots=True)
class EndingsScreen(MenuScreen):
    """Row n + 1 is the nth ending of the story. Of those not met the hints are shown, which are the author's and say
    no more than they mean to."""

    behind: Scenery

    @classmethod
    def of(cls, behind: Scenery, context: Context) -> "EndingsScreen":
        """With the first that was met in focus."""
        met = (number for number, id in enumerate(context.story.endings, start=1) if id in context.ended)
        return cls(behind, browsing=Browsing(focus=next(met, BACK.key)))

    def scenery(self, _: Story, /) -> Scenery:
        return replace(self.behind, tremor=None, reached=None)

    def take(self, taken: Taken, context: Context) -> Transition | None:
        if taken.key == BACK.key:
            return self.back(context)
        return RevisitEnding(list(context.story.endings)[taken.key - 1])

    def column(self, context: Context) -> Column:
        type, metrics = context.type, context.type.metrics
        endings = context.story.endings.values()
        met = sum(each.id in context.ended for each in endings)
        count = type.span(f"You have met {met} of {len(endings)}.", metrics.em(0.92), PALETTE.quiet)
        texts = [heading(type, "Endings"), TextItem(type.block(count, metrics.column_width), metrics.em(0.4), 1)]
        rows = tuple(_label(number, each, each.id in context.ended) for number, each in enumerate(endings, start=1))
        return lay_out(type, self.behind.side, texts, Rows((*rows, BACK), close=True))


def _label(number: int, ending: Ending, met: bool) -> Label:
    if met:
        return Label.of(number, ending.name, note="Met. See it again.")
    return replace(Label.of(number, f"Ending {number}", note=ending.hint or ""), enabled=False)
