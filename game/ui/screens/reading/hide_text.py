"""Nothing but the painting, without its veil, for as long as somebody wants to look at it."""

from dataclasses import dataclass, replace

import pygame

from game.play.timeline import Timeline
from game.story.model import Story
from game.ui.column.column import Focusable
from game.ui.input.intents import Hover, Intent, Release
from game.ui.scenery.scenery import Scenery, Shade
from game.ui.screens.context import Context
from game.ui.screens.screen import Pop, ScreenChange


@dataclass(frozen=True, slots=True)
class HiddenText:
    """`behind` is the scene of the screen whose text is hidden."""

    behind: Scenery

    @property
    def writes(self) -> bool:
        """Nothing is typed here."""
        return False

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        """What is played lies below."""
        return None

    def scenery(self, _: Story, /) -> Scenery:
        """The painting as it is, at rest."""
        return replace(self.behind, shade=Shade.NONE, tremor=None)

    def handle(self, intent: Intent, _: Context, /) -> ScreenChange | None:
        """Back to the text, by anything that is pressed."""
        return None if isinstance(intent, Hover | Release) else Pop()

    def pass_time(self, _: Context, /) -> ScreenChange | None:
        """Nothing happens by itself."""
        return None

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        """There is nothing but the scenery."""

    def moving(self, _: Context) -> bool:
        """Only the scenery may."""
        return False

    def refit(self, _: Context, /) -> "HiddenText":
        """The same."""
        return self

    def resumed(self, _: Context, /) -> "HiddenText":
        """The same."""
        return self

    def focusables(self, _: Context) -> tuple[Focusable, ...]:
        """Nothing can be taken."""
        return ()
