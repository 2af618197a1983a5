"""What a hand presses again and again: whoever hammers on to read takes nothing that comes up meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import inf
from types import MappingProxyType

from game.ui.input.intents import Adjust, Advance, Choose, Click, Confirm, Intent, Point, Press, Redraw

STREAK = 0.5  # seconds: presses of one key that follow each other sooner are one hammering,
CLICKS = 0.35  # and clicks, whose place says more
SLACK = 32  # pixels that a hammering pointer may wander


@dataclass(frozen=True, slots=True)
class _Streak:
    """`began` is by the game's clock, `last` by one that does not stand still while nobody looks."""

    began: float
    last: float
    at: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Presses:
    """The streak of each thing that can be pressed. `down` says that the pointer is, so that the click which follows was
    meant when it went down."""

    streaks: Mapping[Intent | None, _Streak] = field(default_factory=lambda: MappingProxyType({}))
    down: bool = False

    def after(self, intent: Intent, now: float, real: float) -> "Presses":
        """With one more. Doing anything else, whoever hammered has looked up."""
        match intent:
            case Point() | Redraw():
                return self
            case Click() if self.down:
                return replace(self, down=False)
            case Press(x, y) | Click(x, y):
                return replace(self._pressed(None, now, real, (x, y)), down=isinstance(intent, Press))
            case Advance() | Confirm() | Choose():
                return self._pressed(intent, now, real)
            case Adjust():
                return self
            case _:
                return Presses(down=self.down)

    def began(self, intent: Intent) -> float:
        """When the streak did that this press, just made, belongs to; infinite for what is no press."""
        streak = self.streaks.get(None if isinstance(intent, Press | Click) else intent)
        return streak.began if streak else inf

    def _pressed(self, key: Intent | None, now: float, real: float, at: tuple[int, int] = (0, 0)) -> "Presses":
        before = self.streaks.get(key)
        goes_on = (
            before is not None
            and real - before.last < (STREAK if key else CLICKS)
            and max(abs(at[0] - before.at[0]), abs(at[1] - before.at[1])) <= SLACK
        )
        streak = _Streak(before.began if before and goes_on else now, real, at)
        return replace(self, streaks={**self.streaks, key: streak})
