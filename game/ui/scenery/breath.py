"""The time of a scene: it runs while something happens, and comes to rest when nothing has for a while."""

from dataclasses import dataclass

from game.ui.theme.timing import Clock, smooth


@dataclass(frozen=True, slots=True)
class Breath:
    """`lived` is how many seconds the scene has lived through, `rate` from 0, at rest, to 1, and `woken` when something
    last happened."""

    lived: float = 0.0
    rate: float = 0.0
    woken: float = 0.0

    @property
    def moving(self) -> bool:
        """Whether it has not come to rest."""
        return self.rate > 0

    def after(self, passed: float, clock: Clock, *, happened: bool) -> "Breath":
        """As it is so many seconds later. A window that draws nothing costs nothing: that is what rest is for."""
        timing, woken = clock.timing, clock.now if happened else self.woken
        lively = timing.lively > 0 and clock.now - woken < timing.lively
        rate = self.rate + (passed / timing.wake if lively else -passed / timing.rest)
        rate = min(max(rate, 0.0), 1.0)
        return Breath(self.lived + passed * smooth(rate), rate, woken)
