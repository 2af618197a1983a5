"""Every colour and duration of the window, and how things move, as frozen values."""

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
