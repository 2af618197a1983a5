"""Whether a hand meant what is there: whoever pressed before something came has not seen it."""

from dataclasses import dataclass, replace
from math import inf

from game.ui.input.intents import Click, Intent
from game.ui.input.presses import Presses
from game.ui.screens.screen import Become, GoToTitle, Pop, Push, SaveTo, Screen, ScreenChange, TurnTo
from game.ui.theme.timing import TIMING


@dataclass(frozen=True, slots=True)
class Aim:
    """`entered` is when the screen on top was, and `came` when what is on it did, in seconds of the game's clock; `seen`
    is whether that has been drawn."""

    presses: Presses = Presses()
    entered: float = -inf
    came: float = -inf
    seen: bool = True

    def after(self, intent: Intent, now: float, real: float) -> "Aim":
        """With one more press, if it is one; `real` is a clock that does not stand still while nobody looks."""
        return replace(self, presses=self.presses.after(intent, now, real))

    def turned(self, change: ScreenChange | None, screen: Screen, now: float) -> "Aim":
        """After a change of what is seen, from that screen on."""
        entered = now if isinstance(change, Push | Pop | GoToTitle) else self.entered
        if is_other(change, screen):
            return replace(self, entered=entered, came=now, seen=False)
        return replace(self, entered=entered)

    def drawn(self) -> "Aim":
        """Once what is there has been drawn."""
        return replace(self, seen=True)

    def misses(self, intent: Intent, now: float) -> bool:
        """Whether it is the second click of two, which was meant for what is no longer there."""
        return isinstance(intent, Click) and now - self.entered < TIMING.guard

    def pressed(self, intent: Intent) -> float:
        """When a hand began with it; never, −∞, if that was for what was there before."""
        meant = self.seen and self.presses.resumed(intent) >= self.came
        return self.presses.began(intent) if meant else -inf


def is_other(change: ScreenChange | None, screen: Screen) -> bool:
    """Whether it leads from that screen to another page or screen, which comes softly."""
    if isinstance(change, Become):
        return type(change.screen) is not type(screen)
    return isinstance(change, Push | Pop | TurnTo | GoToTitle | SaveTo)
