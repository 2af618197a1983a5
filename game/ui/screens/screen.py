"""What every screen is: a value that answers intents and the passing of time, and can be drawn; and what it may answer.

Where screens lead to each other in a circle, a change says where to and not which screen that is.
"""

from dataclasses import dataclass
from typing import Protocol, TypeAlias

import pygame

from game.play.timeline import Timeline
from game.saves.preferences import Preferences
from game.story.model import Story
from game.ui.column.column import Focusable
from game.ui.input.intents import Intent
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context


@dataclass(frozen=True, slots=True)
class Become:
    """The screen is now this one; `noises` are the sounds that were heard on the way. If it is so much another that
    it should not jump there, it goes `softly`."""

    screen: "Screen"
    noises: tuple[str, ...] = ()
    softly: bool = False


@dataclass(frozen=True, slots=True)
class Push:
    """Another screen lies over this one."""

    screen: "Screen"


@dataclass(frozen=True, slots=True)
class Pop:
    """Back to the screen below."""


@dataclass(frozen=True, slots=True)
class TurnTo:
    """The page that this timeline stands at, in place of all screens; `cursor` counts the events that came earlier, and
    `noises` are the sounds that were heard on the way."""

    timeline: Timeline
    cursor: int = 0
    noises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoToTitle:
    """The title, in place of everything; `kept` is what Continue goes on with."""

    kept: Timeline | None = None


@dataclass(frozen=True, slots=True)
class SetPreferences:
    """The player likes it otherwise now."""

    preferences: Preferences


@dataclass(frozen=True, slots=True)
class OpenSaves:
    """The page of saves: to save what lies below, or to load."""

    writing: bool


@dataclass(frozen=True, slots=True)
class SaveTo:
    """Save what lies below to this slot, or to the first that is empty; then back to it."""

    slot: str | None = None


@dataclass(frozen=True, slots=True)
class LoadSave:
    """Go on from what was saved there."""

    slot: str


@dataclass(frozen=True, slots=True)
class DeleteSave:
    """Throw away what was saved there."""

    slot: str


@dataclass(frozen=True, slots=True)
class RevisitEnding:
    """The end of the run that first met this ending."""

    ending: str


@dataclass(frozen=True, slots=True)
class Notify:
    """Say this over whatever is shown."""

    sentence: str


@dataclass(frozen=True, slots=True)
class QuitGame:
    """The window closes."""


ScreenChange: TypeAlias = (
    Become
    | Push
    | Pop
    | TurnTo
    | GoToTitle
    | SetPreferences
    | OpenSaves
    | SaveTo
    | LoadSave
    | DeleteSave
    | RevisitEnding
    | Notify
    | QuitGame
)


class Screen(Protocol):
    """Immutable, and compared by value: what a screen becomes is another one."""

    def handle(self, intent: Intent, context: Context, /) -> ScreenChange | None:
        """What the intent changes, if anything."""

    def pass_time(self, context: Context, /) -> ScreenChange | None:
        """What has changed by itself by now, if anything."""

    def scenery(self, story: Story, /) -> Scenery:
        """What is to be seen and heard around its text."""

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        """Draw everything but the scenery."""

    def moving(self, context: Context) -> bool:
        """Whether it would draw otherwise a moment later."""

    def refit(self, context: Context) -> "Screen":
        """The same, at the same place in its text, after type or window have become others."""

    def resumed(self, context: Context) -> "Screen":
        """The same, when what lay over it is gone: what led there is not in focus, so that Enter goes on from here."""

    def focusables(self, context: Context) -> tuple[Focusable, ...]:
        """All that can be taken here, in the order in which the focus goes."""

    @property
    def writes(self) -> bool:
        """Whether what is typed here is text."""

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        """What is being played here, and how many events of its page have been shown."""


def to_page(before: Timeline, after: Timeline) -> TurnTo | None:
    """To another page as it was left, if it is another."""
    return None if after is before else TurnTo(after, after.at.now.position)
