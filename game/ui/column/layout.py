"""A column of text over a foot of rows that can be taken, laid out: where all of it lies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pygame

from game.ui.column.content import Actions, Key, Label, ReadOnMark, Rows, TextItem
from game.ui.column.scroll import Scroll
from game.ui.text.typesetter import TextBlock, Typesetter
from game.ui.theme.palette import PALETTE, Color

SLACK = 1  # pixels that a row in sight may lie outside, as scrolls end between two


@dataclass(frozen=True, slots=True)
class Placed:
    top: int
    text: TextItem

    @property
    def bottom(self) -> int:
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

    key: Key
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
        return max(0, self.height - self.window.height)

    def row(self, key: Key) -> Row | None:
        return next((row for row in self.rows if row.label.key == key), None)

    def row_at(self, x: int, y: int, scroll: float) -> Row | None:
        """The row that is seen at a point of the window, if any."""
        if not self.window.collidepoint(x, y):
            return None
        inside = y - self.window.top + scroll
        return next((row for row in self.rows if row.top <= inside < row.bottom), None)

    def button(self, key: Key) -> Button | None:
        return next((button for button in self.buttons if button.label.key == key), None)

    def button_at(self, x: int, y: int) -> Button | None:
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
        return scroll.target >= self.farthest

    def focusables(self, focus: Key | None, scroll: float) -> tuple[Focusable, ...]:
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


def lay_out(
    type: Typesetter,
    side: str,
    texts: Sequence[TextItem | Label],
    foot: Actions,
    buttons: Sequence[Label] = (),
    leaf: int = 0,
) -> Column:
    """The texts from the top of the column, with rows among them where there are labels, and the foot at the bottom of
    it, or below them where they need more. A mark needs no room: under a full leaf it stands in the margin.

    The column may be turned like a page: the paragraph of number `leaf` then stands at its top, and those before it
    above. `buttons` stand at the right of the header; without them there is none, and the text begins there.
    """
    metrics = type.metrics
    left, width = metrics.left(side), metrics.column_width
    first = metrics.top if buttons else metrics.header
    window = pygame.Rect(left, first, width, metrics.bottom - first)
    placed, among, y = list[Placed](), list[Row](), 0
    for text in texts:
        if isinstance(text, Label):
            among += _rows(type, (text,), y + metrics.gap)
            y = among[-1].bottom
        else:
            y += text.space
            placed.append(Placed(y, text))
            y = placed[-1].bottom

    start = next((each.top for each in placed if each.text.number >= leaf), 0) if leaf else 0
    remark: TextBlock | None = None
    rows: tuple[Row, ...] = ()
    height = 0
    if isinstance(foot, Rows):
        remark = (
            type.block(type.spans(foot.remark, metrics.body, PALETTE.quiet, italic=True), width)
            if foot.remark
            else None
        )
        rows = _rows(type, foot.labels, metrics.gap * 2 + (remark.height + metrics.gap if remark else 0))
        height = rows[-1].bottom if rows else remark.height + metrics.gap * 2 if remark else 0
    top = y + metrics.em(1.0) if height else y
    least = top + height
    if isinstance(foot, Rows) and foot.close:
        lower = max(0, window.height - top - height) // 2
        placed, top = [replace(each, top=each.top + lower) for each in placed], top + lower
        among = [replace(row, top=row.top + lower) for row in among]
    elif isinstance(foot, ReadOnMark):
        bottom = max(y, start + window.height)
        top = bottom - metrics.leading if y <= bottom - metrics.leading else bottom
    else:
        top = max(top, start + window.height - height)
    ruled = bool(rows or remark)
    rows = (*among, *(replace(row, top=row.top + top) for row in rows))
    return Column(
        window,
        tuple(placed),
        top,
        ruled,
        remark,
        rows,
        isinstance(foot, ReadOnMark),
        max(top + height if height else y, start + window.height if leaf else 0),
        start,
        least,
        isinstance(foot, Rows) and foot.close,
        _buttons(type, buttons, window.right),
    )


def _rows(type: Typesetter, labels: Sequence[Label], y: int) -> tuple[Row, ...]:
    rows = list[Row]()
    for label in labels:
        rows.append(_row(type, label, y))
        y = rows[-1].bottom
    return tuple(rows)


def _row(type: Typesetter, label: Label, y: int) -> Row:
    metrics = type.metrics
    picture = _picture(type, label)
    indent = picture.right + metrics.em(0.7) if picture else 0 if label.number is None else metrics.indent
    color = PALETTE.ink if label.enabled else PALETTE.faint
    value, lit_value = _values(type, label)
    room = metrics.column_width - indent - (lit_value.width + metrics.em(0.8) if lit_value else 0)
    words, lit = (type.block(type.spans(label.runs, metrics.body, shade), room) for shade in (color, PALETTE.lit))
    words, below = _reasoned(type, label, words, room)
    if label.note:
        note = type.label(label.note, metrics.small, PALETTE.quiet)
        below = type.block(note, room, round(metrics.leading * 0.8))
    number = _number(type, label.number, indent)
    height = max(words.height + (below.height if below else 0), picture.bottom if picture else 0) + metrics.gap
    return Row(y, height, label, words, lit, below, number, value, lit_value, indent, picture)


def _number(type: Typesetter, number: int | None, room: int) -> TextBlock | None:
    if number is None:
        return None
    return type.block(type.span(str(number), type.metrics.em(0.78), PALETTE.quiet), room)


def _picture(type: Typesetter, label: Label) -> pygame.Rect | None:
    """Five lines of text wide, and as high as its own shape makes it."""
    if label.picture is None:
        return None
    wide, high = label.picture.get_size()
    width = type.metrics.em(6.2)
    return pygame.Rect(0, type.metrics.em(0.25), width, round(width * high / wide))


def _values(type: Typesetter, label: Label) -> tuple[TextBlock, TextBlock] | tuple[None, None]:
    """The value, and the same in focus, between the signs that it can go either way."""
    if label.value is None:
        return None, None
    size, room, (less, more) = type.metrics.em(0.86), type.metrics.column_width, label.ways
    signs = [
        type.label(sign, size, PALETTE.lit if open else PALETTE.veil)
        for sign, open in (("‹\u2002", less), ("\u2002›", more))
    ]
    lit = signs[0] + type.label(label.value, size, PALETTE.lit) + signs[1]
    return type.block(type.label(label.value, size, PALETTE.quiet), room), type.block(lit, room)


def _reasoned(type: Typesetter, label: Label, words: TextBlock, room: int) -> tuple[TextBlock, TextBlock | None]:
    """The words of a locked option with the reason after them, if that takes no more lines; else the reason apart."""
    if not label.reason:
        return words, None
    small = type.metrics.small
    reason = type.spans(label.reason, small, PALETTE.faint, italic=True)
    said = type.spans(label.runs, type.metrics.body, PALETTE.faint) + type.span("\u2002 ", small, PALETTE.faint)
    together = type.block(said + reason, room)
    if len(together.lines) == len(words.lines):
        return together, None
    return words, type.block(reason, room, round(type.metrics.leading * 0.8))


def _buttons(type: Typesetter, labels: Sequence[Label], right: int) -> tuple[Button, ...]:
    """From the right, in the order in which they are given."""
    metrics, buttons = type.metrics, []
    for label in labels:
        words, lit = (_button(type, label, color) for color in (PALETTE.quiet, PALETTE.lit))
        at = pygame.Rect(right - words.width, metrics.header, words.width, words.height)
        buttons.append(Button(at, label, words, lit))
        right = at.left - metrics.em(1.0)
    return tuple(buttons)


def _button(type: Typesetter, label: Label, color: Color) -> TextBlock:
    metrics = type.metrics
    words = type.spans(label.runs, metrics.small, color, italic=True)
    hint = type.label(f"\u2002{label.hint}", metrics.em(0.56), PALETTE.amber) if label.hint else ()
    return type.block(words + hint, metrics.column_width)
