"""A question before something is lost."""

from dataclasses import dataclass, field

from game.story.model import Story
from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.content import TextItem
from game.ui.column.layout import lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.screen import Pop, ScreenChange
from game.ui.theme.palette import PALETTE

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class AskScreen(MenuScreen):
    """`then` is what follows if it is answered with `yes`, `otherwise` if with `no`, which is the one in focus."""

    question: str
    lost: str
    yes: str
    no: str
    then: ScreenChange
    behind: Scenery
    otherwise: ScreenChange = Pop()
    browsing: Browsing = field(default=Browsing(focus=NO), kw_only=True)

    def scenery(self, _: Story, /) -> Scenery:
        """The scene that it lay over, as it was."""
        return self.behind

    def items(self, _: Context) -> tuple[Item, ...]:
        """The two answers."""
        return Item.of(self.yes, lambda: self.then, key=YES), Item.of(self.no, lambda: self.otherwise, key=NO)

    def column(self, context: Context) -> Column:
        """The question, what would be lost, and the answers."""
        type, metrics = context.type, context.type.metrics
        lost = type.span(self.lost, metrics.em(0.92), PALETTE.ink)
        texts = [
            heading(type, self.question),
            TextItem(type.block(lost, metrics.column_width), metrics.em(0.5), 1),
        ]
        return lay_out(type, self.behind.side, texts, rows_of(self.items(context), close=True))
