"""Where things are in a window and how large, in pixels, all from one design unit."""

from dataclasses import dataclass
from typing import TypeAlias

Size: TypeAlias = tuple[int, int]

LEAST: Size = (960, 540)
USUAL: Size = (1280, 720)
FULL: Size = (1920, 1080)  # the window in which one design unit is one pixel


@dataclass(frozen=True, slots=True)
class Metrics:
    """`scale` is how large the player wants the text, as a part of its usual size."""

    size: Size
    unit: float
    scale: float = 1.0

    @classmethod
    def of(cls, size: Size, text_size: int = 100) -> "Metrics":
        """For a window of that size in pixels, and text of that size in per cent."""
        return cls(size, min(size[0] / FULL[0], size[1] / FULL[1]), text_size / 100)

    def px(self, units: float) -> int:
        """At least one pixel."""
        return max(1, round(units * self.unit))

    def em(self, share: float) -> int:
        """A size of type, as a share of the text's own."""
        return max(1, round(self.body * share))

    @property
    def body(self) -> int:
        """The size of the text: in a small window larger than its share, as eyes do not shrink with it."""
        return round(max(20, self.px(36)) * self.scale)

    @property
    def leading(self) -> int:
        """From one line of text to the next, in pixels."""
        return self.em(1.34)

    def display(self, units: float) -> int:
        """A size of lettering, which is large enough for everybody: text may grow beside it."""
        return max(self.px(units), self.em(1.0))

    @property
    def small(self) -> int:
        """The size of small type in pixels: hints, notes, reasons."""
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
    def column_width(self) -> int:
        """The width of the text: about sixty letters; fewer where the text is large, so that a picture stays."""
        return min(self.em(21.2), round(self.size[0] * 0.6), self.size[0] - 2 * self.px(64))

    @property
    def wide(self) -> int:
        """The width of lettering in the middle of the window."""
        return self.size[0] - 2 * self.px(160)

    def left(self, side: str) -> int:
        """Where the column begins on that side of the window."""
        margin = self.px(118) + max(0, round((self.size[0] - FULL[0] * self.unit) * 0.2))
        margin = min(margin, (self.size[0] - self.column_width) // 2)
        return margin if side == "left" else self.size[0] - margin - self.column_width

    def free(self, side: str) -> tuple[int, int]:
        """From where to where there is no column, if it stands on that side."""
        left = self.left(side)
        return (left + self.column_width, self.size[0]) if side == "left" else (0, left)

    def view(self, side: str) -> tuple[int, int, int, int]:
        """The middle of what is free, half as wide again as high: left, top, width and height."""
        left, right = self.free(side)
        width = min(right - left, self.size[1] * 3 // 2)
        height = width * 2 // 3
        return (left, (self.size[1] - height) // 2, width, height)

    @property
    def header(self) -> int:
        """Where the header’s line begins, in pixels from the top."""
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
