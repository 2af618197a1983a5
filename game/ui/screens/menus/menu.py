"""What screens have in common that are one sheet with rows to take."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from math import inf

import pygame

from game.play.timeline import Timeline
from game.story.model import Story
from game.ui.column.browsing import Browsing, Taken
from game.ui.column.content import Text
from game.ui.column.layout import Focusable, Sheet
from game.ui.column.view import draw_sheet
from game.ui.input.intents import Advance, Back, Confirm, Intent, Rewind
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.screen import Become, Change, Pop
from game.ui.text.typesetter import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu(ABC):
    """What is taken is answered by `take`."""

    browsing: Browsing = Browsing()

    @abstractmethod
    def scenery(self, story: Story, /) -> Scenery: ...

    @abstractmethod
    def sheet(self, context: Context) -> Sheet: ...

    @abstractmethod
    def take(self, taken: Taken, context: Context) -> Change | None:
        """What it changes that this row was taken."""

    def back(self, _: Context, /) -> Change | None:
        """Where Escape leads."""
        return Pop()

    def rewind(self) -> Change | None:
        """Where Backspace leads."""
        return Pop()

    @property
    def writes(self) -> bool:
        return False

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        return None

    def handle(self, intent: Intent, context: Context) -> Change | None:
        match intent:
            case Back():
                return self.back(context)
            case Rewind():
                return self.rewind()
            case Advance():
                intent = Confirm()
        answer = self.browsing.answer(intent, self.sheet(context), context.type.measures.leading, context.clock)
        match answer:
            case Taken():  # never by whoever hammered on to here
                return self.take(answer, context) if context.pressed > -inf else None
            case Browsing():
                return Become(replace(self, browsing=answer))
            case None:
                return None

    def focused(self, key: int) -> Change:
        """The same, with that row in focus."""
        return Become(replace(self, browsing=replace(self.browsing, focus=key)))

    def pass_time(self, _: Context, /) -> Change | None:
        return None

    def refit(self, context: Context) -> "Menu":
        """With what is in focus in sight."""
        return replace(self, browsing=self.browsing.refitted(self.sheet(context)))

    def moving(self, context: Context) -> bool:
        return self.browsing.moving(context.now)

    def resumed(self, context: Context) -> "Menu":
        return replace(self, browsing=self.browsing.resumed(self.sheet(context)))

    def focusables(self, context: Context) -> tuple[Focusable, ...]:
        sheet = self.sheet(context)
        return sheet.focusables(self.browsing.focus, self.browsing.above(sheet, context.now))

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        draw_sheet(canvas, context.type, self.sheet(context), self.browsing, context.now)


def heading(type: Typesetter, words: str) -> Text:
    """What stands over the rows of a menu."""
    measures = type.measures
    spans = type.lettering(words, measures.display(56))
    return Text(type.balanced(spans, measures.column, measures.display(72)), 0, 0)
