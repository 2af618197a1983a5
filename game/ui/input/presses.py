"""What a hand presses again and again: whoever hammers on to read takes nothing that comes up meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import inf
from types import MappingProxyType

from game.ui.input.intents import Adjust, Advance, ChooseOption, Click, Confirm, Hover, Intent, Press, Redraw

STREAK = 0.5  # seconds: presses of one key that follow each other sooner are one hammering,
CLICKS = 0.35  # and clicks, whose place says more
SLACK = 32  # pixels that a hammering pointer may wander


@dataclass(frozen=True, slots=True)
class _Streak:
    """`began` is by the game's clock, and so is `resumed`, when it was taken up again after something else was done in
    it; `last` is by one that does not stand still while nobody looks. `paused` says that something else was done since."""

    began: float
    resumed: float
    last: float
    at: tuple[int, int] = (0, 0)
    alone: bool = True
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Presses:
    """The streak of each thing that can be pressed. `down` says that the pointer is, so that the click which follows was
    meant when it went down."""

    streaks: Mapping[Intent | None, _Streak] = field(default_factory=lambda: MappingProxyType({}))
    down: bool = False

    def after(self, intent: Intent, now: float, real: float) -> "Presses":
        """With one more. Doing anything else, whoever hammered has looked up; but not who hammers that, too."""
        match intent:
            case Hover() | Redraw() | Adjust():
                return self
            case Click() if self.down:
                return replace(self, down=False)
            case Press(x, y) | Click(x, y):
                return replace(self._pressed(None, now, real, (x, y)), down=isinstance(intent, Press))
            case _ if _takes(intent):
                return self._pressed(intent, now, real)
            case _:
                return self._besides(intent, now, real)

    def began(self, intent: Intent) -> float:
        """When the streak did that this press, just made, belongs to; infinite for what is no press."""
        streak = self._of(intent)
        return streak.began if streak else inf

    def resumed(self, intent: Intent) -> float:
        """When that streak was taken up again after something else, or began."""
        streak = self._of(intent)
        return streak.resumed if streak else inf

    def _of(self, intent: Intent) -> _Streak | None:
        key = None if isinstance(intent, Press | Click) else intent
        return self.streaks.get(key) if _takes(key) else None

    def _pressed(self, key: Intent | None, now: float, real: float, at: tuple[int, int] = (0, 0)) -> "Presses":
        before = self.streaks.get(key)
        goes_on = (
            before is not None
            and real - before.last < (STREAK if key else CLICKS)
            and max(abs(at[0] - before.at[0]), abs(at[1] - before.at[1])) <= SLACK
        )
        if before and goes_on:
            resumed = now if before.paused else before.resumed
            streak = _Streak(before.began, resumed, real, at, alone=False)
        else:
            streak = _Streak(now, now, real, at)
        return replace(self, streaks={**self.streaks, key: streak})

    def _besides(self, other: Intent, now: float, real: float) -> "Presses":
        """After something else, which takes nothing: the streaks of what does are over, or in one of its own only pause."""
        after = self._pressed(other, now, real)
        looked_up = after.streaks[other].alone
        streaks = {
            key: replace(each, paused=True)
            for key, each in after.streaks.items()
            if real - each.last < STREAK and not (looked_up and _takes(key))
        }
        return replace(after, streaks=streaks)


def _takes(key: Intent | None) -> bool:
    """Whether what is pressed can take something."""
    return isinstance(key, Advance | Confirm | ChooseOption | None)
