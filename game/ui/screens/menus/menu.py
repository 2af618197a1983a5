"""What screens have in common that are one column with rows to take."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from math import inf

import pygame

from game.play.timeline import Timeline
from game.story.model import Story
from game.ui.column.browsing import Browsing, Taken
from game.ui.column.column import Column, Focusable
from game.ui.column.content import RowKey, TextItem
from game.ui.column.view import draw_column
from game.ui.input.intents import Advance, Back, Confirm, Intent, Rewind
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, answer_to
from game.ui.screens.screen import Become, Pop, ScreenChange
from game.ui.text.typesetter import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuScreen(ABC):
    """What is taken is answered by the item that it is of."""

    browsing: Browsing = Browsing()

    @abstractmethod
    def scenery(self, story: Story, /) -> Scenery:
        """What lies behind its column."""

    @abstractmethod
    def column(self, context: Context) -> Column:
        """Its column, laid out for the type in the context."""

    @abstractmethod
    def items(self, context: Context) -> tuple[Item, ...]:
        """All that can be taken, with what that does."""

    def take(self, taken: Taken, context: Context) -> ScreenChange | None:
        """What it changes that this was taken."""
        return answer_to(taken, self.items(context))

    def back(self, _: Context, /) -> ScreenChange | None:
        """Where Escape leads."""
        return Pop()

    def rewind(self) -> ScreenChange | None:
        """Where Backspace leads."""
        return Pop()

    @property
    def writes(self) -> bool:
        """Nothing is typed here, unless a screen says otherwise."""
        return False

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        """Nothing is played here, unless a screen says otherwise."""
        return None

    def handle(self, intent: Intent, context: Context) -> ScreenChange | None:
        """Out of here by Back and Rewind; all else moves over the rows, or takes one."""
        match intent:
            case Back():
                return self.back(context)
            case Rewind():
                return self.rewind()
            case Advance():
                intent = Confirm()
        answer = self.browsing.answer(intent, self.column(context), context.type.metrics.leading, context.clock)
        match answer:
            case Taken():  # never by whoever hammered on to here
                return self.take(answer, context) if context.pressed > -inf else None
            case Browsing():
                return Become(replace(self, browsing=answer))
            case None:
                return None

    def focused(self, key: RowKey) -> ScreenChange:
        """The same, with that row in focus."""
        return Become(replace(self, browsing=replace(self.browsing, focus=key)))

    def pass_time(self, _: Context, /) -> ScreenChange | None:
        """Nothing happens by itself."""
        return None

    def refit(self, context: Context) -> "MenuScreen":
        """With what is in focus in sight."""
        return replace(self, browsing=self.browsing.refitted(self.column(context)))

    def moving(self, context: Context) -> bool:
        """Whether its text still scrolls."""
        return self.browsing.moving(context.now)

    def resumed(self, context: Context) -> "MenuScreen":
        """With the focus on a row, if it was on one."""
        return replace(self, browsing=self.browsing.resumed(self.column(context)))

    def focusables(self, context: Context) -> tuple[Focusable, ...]:
        """Its rows and buttons, where they are seen now."""
        column = self.column(context)
        return column.focusables(self.browsing.focus, self.browsing.above(column, context.now))

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        """Its column, all of it solid."""
        draw_column(canvas, context.type, self.column(context), self.browsing, context.now)


def heading(type: Typesetter, words: str) -> TextItem:
    """What stands over the rows of a menu."""
    metrics = type.metrics
    spans = type.lettering(words, metrics.display(56))
    return TextItem(type.balanced(spans, metrics.column_width, metrics.display(72)), 0, 0)
