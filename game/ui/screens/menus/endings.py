"""The endings: those met by name, each to be seen again, and how many there are still to meet."""

from dataclasses import dataclass, replace
from functools import partial

from game.story.model import Ending, Story
from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.content import Label, TextItem
from game.ui.column.layout import lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.screen import RevisitEnding
from game.ui.theme.palette import PALETTE

BACK = "Back"


@dataclass(frozen=True, slots=True)
class EndingsScreen(MenuScreen):
    """Every ending of the story is a row. Of those not met the hints are shown, which are the author's and say
    no more than they mean to."""

    behind: Scenery

    @classmethod
    def of(cls, behind: Scenery, context: Context) -> "EndingsScreen":
        """With the first that was met in focus."""
        met = (_key(ending) for ending in context.story.endings if ending in context.ended)
        return cls(behind, browsing=Browsing(focus=next(met, BACK)))

    def scenery(self, _: Story, /) -> Scenery:
        """The scene that it lay over, at rest."""
        return replace(self.behind, tremor=None, reached=None)

    def items(self, context: Context) -> tuple[Item, ...]:
        """The endings in the story’s order; those not met cannot be taken."""
        endings = enumerate(context.story.endings.values(), start=1)
        rows = (
            Item(_label(number, each, each.id in context.ended), partial(RevisitEnding, each.id))
            for number, each in endings
        )
        return *rows, Item.of(BACK, partial(self.back, context))

    def column(self, context: Context) -> Column:
        """How many were met, over all of them."""
        type, metrics = context.type, context.type.metrics
        endings = context.story.endings.values()
        met = sum(each.id in context.ended for each in endings)
        count = type.span(f"You have met {met} of {len(endings)}.", metrics.em(0.92), PALETTE.quiet)
        texts = [heading(type, "Endings"), TextItem(type.block(count, metrics.column_width), metrics.em(0.4), 1)]
        return lay_out(type, self.behind.side, texts, rows_of(self.items(context), close=True))


def _label(number: int, ending: Ending, met: bool) -> Label:
    if met:
        return Label.of(ending.name, key=_key(ending.id), note="Met. See it again.")
    return Label.of(f"Ending {number}", key=_key(ending.id), note=ending.hint or "", enabled=False)


def _key(ending: str) -> str:
    return f"ending {ending}"
