"""Where a window stands, and where to ask for it next time so that it stands there again, to the pixel."""

from dataclasses import dataclass, replace

from game.saves.preferences import WindowPlace

SETTLED = 0.5  # seconds in one place: until then a system may be putting it there
FRAME = 64  # points: by no more than that a frame shifts what it is put around


@dataclass(frozen=True, slots=True)
class Placement:
    """`asked` is where it was to open, and `opened` where it then stood: not the same where a system means the place of
    the frame. `free` is where it stands, or last stood, neither `maximized` nor over the whole screen.

    `seen` is where it was at the last look, and `since` when it came there. Of maximized windows no system tells
    reliably when they are so no more: it is when their size, `grown`, has become another.
    """

    free: WindowPlace
    seen: WindowPlace
    since: float
    asked: WindowPlace | None = None
    opened: WindowPlace | None = None
    maximized: bool = False
    grown: tuple[int, int] | None = None

    @classmethod
    def at(cls, place: WindowPlace, now: float, asked: WindowPlace | None = None, *, maximized: bool) -> "Placement":
        """Just opened, there."""
        return cls(asked or place, place, now, asked, maximized=maximized)

    def after(self, place: WindowPlace, now: float) -> "Placement":
        """By now, where it is seen to be there and does not fill the screen."""
        if place != self.seen:
            return replace(self, seen=place, since=now)
        if now - self.since < SETTLED:
            return self
        size = (place.width, place.height)
        if self.maximized and self.grown in (None, size):
            return replace(self, grown=size)
        return replace(self, maximized=False, grown=None).settled(place)

    def settled(self, place: WindowPlace) -> "Placement":
        """There to stay, as far as can be known, unless it is maximized."""
        if self.maximized:
            return self
        near = self.asked is None or _away(self.asked, place) <= FRAME
        return replace(self, free=place, opened=self.opened or (place if near else self.asked))

    def grew(self) -> "Placement":
        """When the system tells that it is maximized."""
        return replace(self, maximized=True, grown=None)

    @property
    def slipped(self) -> bool:
        """Whether it is no more maximized, and is only about where it was: a frame has shifted it."""
        if not self.maximized or self.grown is None:
            return False
        size = (self.seen.width, self.seen.height)
        return size == (self.free.width, self.free.height) != self.grown and 0 < _away(self.seen, self.free) <= FRAME

    @property
    def next(self) -> WindowPlace:
        """Where to ask for it next time."""
        free = self.free
        if self.asked and self.opened and free == self.opened:
            free = self.asked
        elif self.asked and self.opened:
            x, y = self.asked.left - self.opened.left, self.asked.top - self.opened.top
            free = replace(free, left=free.left + x, top=free.top + y)
        return replace(free, maximized=self.maximized)


def _away(one: WindowPlace, other: WindowPlace) -> int:
    return max(abs(one.left - other.left), abs(one.top - other.top))
