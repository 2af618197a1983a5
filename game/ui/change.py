"""What handling an intent asks of the stack of screens.

Where screens lead to each other in a circle, a change says where to and not which screen that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from game.play.playthrough import Playthrough
from game.saves.preferences import Preferences

if TYPE_CHECKING:
    from game.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class Become:
    """The screen is now this one; `noises` are the sounds that were heard on the way. If it is so much another that
    it should not jump there, it goes `softly`."""

    screen: Screen
    noises: tuple[str, ...] = ()
    softly: bool = False


@dataclass(frozen=True, slots=True)
class Push:
    """Another screen lies over this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Back to the screen below."""


@dataclass(frozen=True, slots=True)
class Read:
    """The page that this playthrough stands at, in place of all screens; `cursor` counts the beats that came
    earlier."""

    playthrough: Playthrough
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """The title, in place of everything; `kept` is what Continue goes on with."""

    kept: Playthrough | None = None


@dataclass(frozen=True, slots=True)
class Prefer:
    """The player likes it otherwise now."""

    preferences: Preferences


@dataclass(frozen=True, slots=True)
class Leave:
    """The window closes."""


Change: TypeAlias = Become | Push | Pop | Read | Home | Prefer | Leave
