"""Nothing but the painting, without its veil, for as long as somebody wants to look at it."""

from dataclasses import dataclass, replace

import pygame

from game.play.timeline import Timeline
from game.story.model import Story
from game.ui.column.column import Focusable
from game.ui.input.intents import Hover, Intent, Release
from game.ui.scenery.scenery import Scenery, Shade
from game.ui.screens.context import Context
from game.ui.screens.screen import Pop, Transition


@dataclass(frozen=True, slots=True)
class HiddenText:
    behind: Scenery

    @property
    def writes(self) -> bool:
        return False

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        return None

    def scenery(self, _: Story, /) -> Scenery:
        return replace(self.behind, shade=Shade.NONE, tremor=None)

    def handle(self, intent: Intent, _: Context, /) -> Transition | None:
        return None if isinstance(intent, Hover | Release) else Pop()

    def pass_time(self, _: Context, /) -> Transition | None:
        return None

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        pass

    def moving(self, _: Context) -> bool:
        return False

    def refit(self, _: Context, /) -> "HiddenText":
        return self

    def resumed(self, _: Context, /) -> "HiddenText":
        return self

    def focusables(self, _: Context) -> tuple[Focusable, ...]:
        return ()
