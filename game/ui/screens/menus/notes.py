"""Lists in the author's words: what in this story may be hard to bear, on request and before a first play; and who made
it."""

from dataclasses import dataclass, replace
from functools import partial

from game.play.playthrough import Origin, start
from game.play.timeline import Timeline
from game.story.model import Story
from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.content import TextItem
from game.ui.column.layout import lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.screen import Pop, ScreenChange, TurnTo
from game.ui.theme.palette import PALETTE

BEGIN, BACK = "Begin", "Back"


@dataclass(frozen=True, slots=True)
class NotesScreen(MenuScreen):
    """`before` says that the play begins after them."""

    behind: Scenery
    title: str
    lines: tuple[str, ...]
    before: bool = False

    @classmethod
    def of(cls, story: Story, behind: Scenery, *, before: bool = False) -> "NotesScreen":
        """The content notes; `before` a first play, with the way into it."""
        title = "Before you begin" if before else "Content notes"
        return cls(behind, title, story.notes, before, browsing=Browsing(focus=BEGIN if before else BACK))

    @classmethod
    def credits(cls, story: Story, behind: Scenery) -> "NotesScreen":
        """Who made the story."""
        return cls(behind, "Credits", story.credits, browsing=Browsing(focus=BACK))

    def scenery(self, _: Story, /) -> Scenery:
        """The scene that it lay over, at rest."""
        return replace(self.behind, tremor=None)

    def items(self, context: Context) -> tuple[Item, ...]:
        """The way into the story, if it begins after them, and the way back."""
        begin = Item.of(BEGIN, partial(beginning, context))
        return *((begin,) if self.before else ()), Item.of(BACK, Pop)

    def column(self, context: Context) -> Column:
        """The lines, each after a dash."""
        type, metrics = context.type, context.type.metrics
        texts = [heading(type, self.title)]
        texts += [
            TextItem(
                type.block(type.span(note, metrics.em(0.92), PALETTE.ink), metrics.column_width - metrics.em(0.9)),
                metrics.em(0.8 if number == 1 else 0.45),
                number,
                metrics.em(0.9),
                type.block(type.span("–", metrics.em(0.92), PALETTE.amber), metrics.column_width),
            )
            for number, note in enumerate(self.lines, start=1)
        ]
        return lay_out(type, self.behind.side, texts, rows_of(self.items(context), close=True))


def beginning(context: Context) -> ScreenChange:
    """The story from its start, by somebody who has met the endings that were met."""
    return TurnTo(Timeline(start(context.story, Origin(context.story.start, ended=context.ended))))
