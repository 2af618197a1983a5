"""Every colour of the window and how solid things are, as frozen values."""

from dataclasses import dataclass
from typing import TypeAlias

Color: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours in sRGB, by what they are for."""

    ground: Color = (11, 11, 13)  # behind everything
    veil: Color = (16, 11, 15)  # over a painting: a little red, or veiled light turns olive
    ink: Color = (236, 229, 215)
    quiet: Color = (180, 172, 158)  # header, numbers, hints
    faint: Color = (139, 132, 122)  # locked options
    lit: Color = (250, 226, 172)  # the option in focus
    amber: Color = (235, 165, 62)  # bar, marks, the thread of time
    ember: Color = (231, 190, 138)  # what large lettering is lit by from below
    rule: Color = (126, 120, 108)


PALETTE = Palette()


@dataclass(frozen=True, slots=True)
class Opacity:
    """From 0, clear, to 1."""

    read: float = 0.72  # paragraphs that are not the newest
    locked: float = 0.95
    veil: float = 0.86  # under the column
    margin: float = 0.1  # at the far side of the painting
    card: float = 0.72  # over the whole painting, under a chapter's or an ending's name
    grain: int = 4  # how many levels of grey the grain has


OPACITY = Opacity()
