"""Where all of a column lies that was laid out: its texts, rows and buttons, and what of them is in sight."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from game.ui.column.content import Label, RowKey, TextItem
from game.ui.column.scroll import Scroll
from game.ui.text.typesetter import TextBlock

SLACK = 1  # pixels that a row in sight may lie outside, as scrolls end between two


@dataclass(frozen=True, slots=True)
class Placed:
    """A text, and how many pixels below the beginning of the column it begins."""

    top: int
    text: TextItem

    @property
    def bottom(self) -> int:
        """Where it ends, in pixels from the beginning of the column."""
        beside = self.text.beside.height if self.text.beside else 0
        return self.top + max(self.text.block.height, beside)


@dataclass(frozen=True, slots=True)
class Row:
    """`lit_value` ends at the column's right edge, and `value` stands in the middle of where it would. `indent` is from
    its left edge to the words, and `picture` is where in the row that stands."""

    top: int
    height: int
    label: Label
    words: TextBlock
    lit: TextBlock  # the same in focus
    below: TextBlock | None  # a note, or the reason where it has no room beside the words
    number: TextBlock | None
    value: TextBlock | None
    lit_value: TextBlock | None
    indent: int
    picture: pygame.Rect | None

    @property
    def bottom(self) -> int:
        """Where the next row may begin, in pixels from the beginning of the column."""
        return self.top + self.height

    def seen(self, scroll: float, window: int) -> bool:
        """Whether its words begin in a window of that height, with so much of the text above it."""
        return scroll < self.bottom and self.top + self.words.leading <= scroll + window

    @property
    def inked(self) -> int:
        """Where what can be seen of it ends."""
        below = self.below.height if self.below else 0
        return self.top + max(self.words.height + below, self.picture.bottom if self.picture else 0)


@dataclass(frozen=True, slots=True)
class Button:
    """Words in the header, which stay where they are while the text scrolls: `at` is in the window."""

    at: pygame.Rect
    label: Label
    words: TextBlock
    lit: TextBlock


@dataclass(frozen=True, slots=True)
class Focusable:
    """Something that can be taken, for whatever follows the focus: where it is now, and what is said of it."""

    key: RowKey
    at: pygame.Rect
    spoken: str
    enabled: bool
    focused: bool


@dataclass(frozen=True, slots=True)
class Column:
    """Tops are from the beginning of the text; `window` is where it is seen."""

    window: pygame.Rect
    texts: tuple[Placed, ...]
    foot: int
    ruled: bool  # whether a rule divides text and foot
    remark: TextBlock | None
    rows: tuple[Row, ...]
    marked: bool
    height: int
    start: int  # where the leaf begins
    least: int  # the height without room between text and foot
    close: bool  # whether the texts are the heading of the rows
    buttons: tuple[Button, ...] = ()

    @property
    def farthest(self) -> int:
        """How many pixels of the text lie above the window when its end is in sight."""
        return max(0, self.height - self.window.height)

    def row(self, key: RowKey) -> Row | None:
        """The row of that key, if there is one."""
        return next((row for row in self.rows if row.label.key == key), None)

    def row_at(self, x: int, y: int, scroll: float) -> Row | None:
        """The row that is seen at a point of the window, if any."""
        if not self.window.collidepoint(x, y):
            return None
        inside = y - self.window.top + scroll
        return next((row for row in self.rows if row.top <= inside < row.bottom), None)

    def button(self, key: RowKey) -> Button | None:
        """The button of that key, if there is one."""
        return next((button for button in self.buttons if button.label.key == key), None)

    def button_at(self, x: int, y: int) -> Button | None:
        """The button at a point of the window, if any."""
        return next((button for button in self.buttons if button.at.collidepoint(x, y)), None)

    @property
    def takeable(self) -> tuple[Row, ...]:
        """The rows that are not locked, in the order in which they are read."""
        return tuple(row for row in self.rows if row.label.enabled)

    def around(self, row: Row) -> tuple[int, int]:
        """From where to where a row that can be taken is seen with what belongs to it: what is locked below the last,
        and the heading above the first."""
        rows = self.takeable
        top = 0 if self.close and row is rows[0] and row.bottom <= self.window.height else row.top
        return top, self.height if row is rows[-1] else row.bottom

    def beyond(self, scroll: float) -> tuple[int, int]:
        """How many rows at the foot are not whole in sight because they begin above the window, and how many because
        they end below it; none while there is text below it, as then it is that which goes on."""
        top, bottom = scroll - SLACK, scroll + self.window.height + SLACK
        foot = [row for row in self.rows if row.top >= self.foot]
        before = sum(row.top < top and row.inked <= bottom for row in foot)
        reads_on = any(each.bottom > bottom for each in self.texts)
        return before, 0 if reads_on else sum(row.inked > bottom for row in foot)

    def cut(self, edge: int) -> tuple[int, int]:
        """How much of a line that an edge there goes through lies above it, and how much below: nothing, if it goes
        between lines."""
        parts = [_parted(edge - top, leading) for top, height, leading in self._printed() if top < edge < top + height]
        return max((above for above, _ in parts), default=0), max((below for _, below in parts), default=0)

    def _printed(self) -> Iterator[tuple[int, int, int]]:
        """The top of every block of lines, its height, and that of each line; a picture is one line."""
        for placed in self.texts:
            for block in (placed.text.block, placed.text.beside):
                if block:
                    yield placed.top, block.height, block.leading
        for row in self.rows:
            yield row.top, row.words.height, row.words.leading
            if row.below:
                yield row.top + row.words.height, row.below.height, row.below.leading
            if row.picture:
                yield row.top + row.picture.top, row.picture.height, row.picture.height

    @property
    def holds_foot(self) -> bool:
        """Whether the leaf has room for the rows at the foot under its paragraphs."""
        return not self.ruled or self.least - self.start <= self.window.height

    @property
    def rest(self) -> int:
        """How far it is scrolled to show the end of the leaf: all of the foot, or as much as the window holds from its
        beginning on."""
        if self.ruled and self.height - self.foot > self.window.height:
            return self.foot
        return max(self.start, self.farthest)

    @property
    def fits(self) -> bool:
        """Whether the leaf has room for all its paragraphs."""
        return not self.texts or self.texts[-1].bottom - self.start <= self.window.height

    @property
    def last_leaf(self) -> int:
        """The number of the first paragraph of the leaf that the last one stands on, if leaves are filled in turn."""
        first = 0
        for placed in self.texts:
            number = placed.text.number
            if number > first and placed.bottom - self._top(first) > self.window.height:
                first = number
        return first

    @property
    def end_leaf(self) -> int:
        """The number of the first paragraph of those that can be seen together with the foot; the last, if none can."""
        numbers = [placed.text.number for placed in self.texts]
        fitting = (number for number in numbers if self.least - self._top(number) <= self.window.height)
        return next(fitting, numbers[-1] if numbers else 0)

    def _top(self, number: int) -> int:
        return next(placed.top for placed in self.texts if placed.text.number >= number)

    def shows_all(self, scroll: Scroll) -> bool:
        """Whether the end of the text is in sight where the scroll ends."""
        return scroll.target >= self.farthest

    def focusables(self, focus: RowKey | None, scroll: float) -> tuple[Focusable, ...]:
        """All that can be taken, in the order in which the focus goes."""
        zero = self.window.top - round(scroll)
        rows = [
            (row.label, pygame.Rect(self.window.left, zero + row.top, self.window.width, row.height))
            for row in self.rows
        ]
        buttons = [(button.label, button.at) for button in self.buttons]
        return tuple(
            Focusable(label.key, at, label.spoken, label.enabled, label.key == focus) for label, at in (*rows, *buttons)
        )


def _parted(into: int, leading: int) -> tuple[int, int]:
    """What lies above and below an edge so far into lines of that height, of the line that it cuts, if it does."""
    above = into % leading
    return (above, leading - above) if above else (0, 0)
