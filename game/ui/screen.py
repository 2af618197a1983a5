"""What every screen is: a value that answers intents and the passing of time, and can be drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from math import inf
from typing import Protocol

import pygame

from game.play.situation import Event, Music
from game.play.timeline import Timeline
from game.saves.preferences import Preferences
from game.story.model import Ending, Place, Story
from game.ui.change import Change
from game.ui.input.intents import Intent
from game.ui.pace import Clock, Pace
from game.ui.sheet.layout import Focusable
from game.ui.text.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Context:
    """What a screen may know besides itself. `ended` are the endings met in any play before now, and `has_read` tells
    of a line whether it was read in one; `saved` whether there is a save to load. `pressed` is when a hand began with the
    presses of which the one being handled is the last: −∞ if that was before the screen came."""

    story: Story
    type: Typesetter
    clock: Clock
    ended: frozenset[str] = frozenset()
    preferences: Preferences = Preferences()
    has_read: Callable[[Event], bool] = lambda _: False
    saved: bool = False
    pressed: float = inf

    @property
    def now(self) -> float:
        return self.clock.now

    @property
    def pace(self) -> Pace:
        return self.clock.pace


class Shade(Enum):
    """How the painting is darkened: not at all, beneath the column, or all of it."""

    NONE = auto()
    COLUMN = auto()
    WHOLE = auto()


@dataclass(frozen=True, slots=True)
class Tremor:
    """The picture shakes since then. `strength` is above 0, at most 1."""

    strength: float
    since: float


@dataclass(frozen=True, slots=True)
class Scenery:
    """What a screen asks for around its own text: picture, music, the words in the window's frame, and the
    ending that it shows to have been reached."""

    place: Place | None = None
    shade: Shade = Shade.COLUMN
    music: Music = Music(None)
    name: str = ""
    tremor: Tremor | None = None
    reached: Ending | None = None
    lit: float = 1.0  # how light the place is, from 0, as little as it can be
    column: str | None = None  # the side it stands on, if that is not where the place has it

    @property
    def side(self) -> str:
        """Where the column stands."""
        return self.column or (self.place.side if self.place else "right")


class Screen(Protocol):
    def handle(self, intent: Intent, context: Context, /) -> Change | None:
        """What the intent changes, if anything."""

    def pass_time(self, context: Context, /) -> Change | None:
        """What has changed by itself by now, if anything."""

    def scenery(self, story: Story, /) -> Scenery: ...

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
