"""Where a text that may be longer than its window is scrolled to, as a value that moves by itself."""

from dataclasses import dataclass

from game.ui.theme.timing import Clock, landed, part_of


@dataclass(frozen=True, slots=True)
class Scroll:
    """On the way from `start` to `target`, for `lasting` seconds since then, in pixels of the text above the window."""

    start: float = 0.0
    target: float = 0.0
    since: float = 0.0
    lasting: float = 0.0

    def at(self, now: float) -> float:
        """How many pixels of the text lie above the window at that time, in seconds."""
        return self.start + (self.target - self.start) * landed(part_of(now - self.since, self.lasting))

    def moving(self, now: float) -> bool:
        """Whether it is still on its way then."""
        return self.start != self.target and now - self.since < self.lasting

    def to(self, target: float, farthest: float, clock: Clock) -> "Scroll":
        """On from where it is to `target`, or as far as there is text."""
        target = min(max(target, 0.0), max(farthest, 0.0))
        return self if target == self.target else Scroll(self.at(clock.now), target, clock.now, clock.timing.scroll)

    def moved(self, by: float, farthest: float, now: float) -> "Scroll":
        """At once somewhere else, as a hand that holds the text has it."""
        target = min(max(self.at(now) + by, 0.0), max(farthest, 0.0))
        return self if target == self.target else Scroll(target, target, now)

    def reveal(self, top: float, bottom: float, window: float, farthest: float, clock: Clock) -> "Scroll":
        """As little as shows what lies between; its top, if not all of it can show."""
        target = max(self.target, bottom - window)
        return self.to(min(target, top), farthest, clock)
