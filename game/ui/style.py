"""Every colour, measure and duration of the window, as frozen values."""

from dataclasses import dataclass
from typing import TypeAlias

Color: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    ground: Color = (11, 11, 13)  # behind everything
    veil: Color = (16, 11, 15)  # over a painting: a little red, or veiled light turns olive
    ink: Color = (236, 229, 215)
    quiet: Color = (167, 159, 145)  # header, numbers, hints
    faint: Color = (118, 113, 105)  # locked options
    lit: Color = (250, 226, 172)  # the option in focus
    amber: Color = (235, 165, 62)  # bar, marks, the thread of time
    rule: Color = (126, 120, 108)


PALETTE = Palette()


@dataclass(frozen=True, slots=True)
class Opacity:
    """From 0, clear, to 1."""

    read: float = 0.64  # paragraphs that are not the newest
    locked: float = 0.85
    veil: float = 0.88  # under the column
    margin: float = 0.1  # at the far side of the painting
    card: float = 0.74  # over the whole painting, under a chapter's or an ending's name
    grain: int = 4  # how many levels of grey the grain has


OPACITY = Opacity()


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds, except where it says otherwise."""

    settle: float = 0.45  # to read anything at all
    per_second: float = 34.0  # characters of a fast reader
    foot: float = 0.7  # after the last paragraph, before the options
    card: float = 4.5
    arrive: float = 0.5  # rise and fade of a paragraph
    dim: float = 1.4  # of the paragraphs before it
    open: float = 0.45  # of the options
    guard: float = 0.3  # before a click takes an option that came up beneath it
    scroll: float = 0.32
    crossfade: float = 1.1
    shake: float = 0.9
    music: float = 2.0  # a track's fade


PACE = Pace()


def eased(part: float) -> float:
    """From 0 to 1 as `part` goes there, without a jerk at either end."""
    part = min(max(part, 0.0), 1.0)
    return part * part * part * (part * (part * 6 - 15) + 10)


def smooth(part: float) -> float:
    """From 0 to 1 as `part` goes there, as evenly as can be without an edge at either end."""
    part = min(max(part, 0.0), 1.0)
    return part * part * (3 - 2 * part)


def landed(part: float) -> float:
    """From 0 to 1 as `part` goes there, quick at first: for what answers a hand."""
    return 1 - (1 - min(max(part, 0.0), 1.0)) ** 3


LEAST = (960, 540)
USUAL = (1280, 720)
FULL = (1920, 1080)  # the window in which one design unit is one pixel


@dataclass(frozen=True, slots=True)
class Measures:
    """Where things are in a window of this size, in pixels, all from one design unit."""

    size: tuple[int, int]
    unit: float

    @classmethod
    def of(cls, size: tuple[int, int]) -> "Measures":
        return cls(size, min(size[0] / FULL[0], size[1] / FULL[1]))

    def px(self, units: float) -> int:
        """At least one pixel."""
        return max(1, round(units * self.unit))

    def em(self, share: float) -> int:
        """A size of type, as a share of the text's own."""
        return max(1, round(self.body * share))

    @property
    def body(self) -> int:
        """The size of the text: in a small window larger than its share, as eyes do not shrink with it."""
        return max(20, self.px(36))

    @property
    def leading(self) -> int:
        return self.em(1.34)

    @property
    def small(self) -> int:
        return max(16, self.em(0.74))

    @property
    def name(self) -> int:
        """The size of a speaker's capitals."""
        return max(13, self.em(0.6))

    @property
    def paragraph(self) -> int:
        """The space between paragraphs."""
        return self.em(0.62)

    @property
    def gap(self) -> int:
        """The space between options, beyond their leading."""
        return self.em(0.3)

    @property
    def column(self) -> int:
        """The width of the text: about sixty letters, or what there is."""
        return min(self.em(21.2), self.size[0] - 2 * self.px(64))

    def left(self, side: str) -> int:
        """Where the column begins on that side of the window."""
        margin = self.px(118) + max(0, round((self.size[0] - FULL[0] * self.unit) * 0.2))
        margin = min(margin, (self.size[0] - self.column) // 2)
        return margin if side == "left" else self.size[0] - margin - self.column

    @property
    def header(self) -> int:
        return self.px(64)

    @property
    def top(self) -> int:
        """Where text begins."""
        return self.header + self.em(2.05)

    @property
    def bottom(self) -> int:
        """Where text ends."""
        return self.size[1] - self.px(72)

    @property
    def indent(self) -> int:
        """From an option's number to its words."""
        return self.em(1.15)
