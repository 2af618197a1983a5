"""A column of text over a foot of rows that can be taken, laid out: where all of it lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pygame

from game.play.moment import Run
from game.ui.sheet.scroll import Scroll
from game.ui.style import PALETTE
from game.ui.text.typesetter import Block, Span, Typesetter


@dataclass(frozen=True, slots=True)
class Label:
    """What a row says. `key` is what taking it means; `after` is set if time takes it."""

    key: int
    runs: tuple[Run, ...]
    enabled: bool = True
    reason: tuple[Run, ...] = ()
    numbered: bool = False
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A block with so much space above it. Those with one `number` are one paragraph and its speaker."""

    block: Block
    space: int
    number: int


@dataclass(frozen=True, slots=True)
class Bare:
    """Nothing stands at the foot."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at the foot that reading on is all there is to do."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to take one of, under a rule; `remark` stands above them."""

    labels: tuple[Label, ...]
    remark: tuple[Run, ...] = ()


Foot: TypeAlias = Bare | Mark | Rows


@dataclass(frozen=True, slots=True)
class Placed:
    top: int
    text: Text


@dataclass(frozen=True, slots=True)
class Row:
    top: int
    height: int
    label: Label
    words: Block
    lit: Block  # the same in focus
    number: Block | None

    @property
    def bottom(self) -> int:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Sheet:
    """Tops are from the beginning of the text; `window` is where it is seen."""

    window: pygame.Rect
    texts: tuple[Placed, ...]
    foot: int
    remark: Block | None
    rows: tuple[Row, ...]
    marked: bool
    height: int

    @property
    def farthest(self) -> int:
        return max(0, self.height - self.window.height)

    def row(self, key: int) -> Row | None:
        return next((row for row in self.rows if row.label.key == key), None)

    def row_at(self, x: int, y: int, scroll: float) -> Row | None:
        """The row that is seen at a point of the screen, if any."""
        if not self.window.collidepoint(x, y):
            return None
        inside = y - self.window.top + scroll
        return next((row for row in self.rows if row.top <= inside < row.bottom), None)

    def top_of(self, number: int) -> int:
        """Where the paragraph of that number begins; the foot, if there is none."""
        return next((placed.top for placed in self.texts if placed.text.number >= number), self.foot)

    def shows_all(self, scroll: Scroll) -> bool:
        return scroll.target >= self.farthest


def lay_out(type: Typesetter, side: str, texts: Sequence[Text], foot: Foot) -> Sheet:
    """The texts from the top of the column, and the foot at the bottom of it, or below them where they need more."""
    measures = type.measures
    left, width = measures.left(side), measures.column
    window = pygame.Rect(left, measures.top, width, measures.bottom - measures.top)
    placed, y = [], 0
    for text in texts:
        y += text.space
        placed.append(Placed(y, text))
        y += text.block.height

    remark: Block | None = None
    rows: tuple[Row, ...] = ()
    height = 0
    if isinstance(foot, Mark):
        height = measures.leading
    elif isinstance(foot, Rows):
        remark = (
            type.block(type.spans(foot.remark, measures.body, PALETTE.quiet, italic=True), width)
            if foot.remark
            else None
        )
        rows = _rows(type, foot.labels, measures.gap * 2 + (remark.height + measures.gap if remark else 0))
        height = rows[-1].bottom if rows else remark.height + measures.gap * 2 if remark else 0
    top = max(window.height - height, y + measures.em(1.0) if height else y)
    rows = tuple(_moved(row, top) for row in rows)
    return Sheet(window, tuple(placed), top, remark, rows, isinstance(foot, Mark), top + height if height else y)


def _rows(type: Typesetter, labels: Sequence[Label], y: int) -> tuple[Row, ...]:
    measures, rows = type.measures, []
    for label in labels:
        indent = measures.indent if label.numbered else 0
        color = PALETTE.ink if label.enabled else PALETTE.faint
        words, lit = (
            type.block(_words(type, label, shade), measures.column - indent) for shade in (color, PALETTE.lit)
        )
        number = (
            type.block(type.span(str(label.key), measures.em(0.8), PALETTE.quiet), indent) if label.numbered else None
        )
        height = words.height + measures.gap
        rows.append(Row(y, height, label, words, lit, number))
        y += height
    return tuple(rows)


def _moved(row: Row, by: int) -> Row:
    return Row(row.top + by, row.height, row.label, row.words, row.lit, row.number)


def _words(type: Typesetter, label: Label, color: tuple[int, int, int]) -> tuple[Span, ...]:
    words = type.spans(label.runs, type.measures.body, color)
    if not label.reason:
        return words
    space = type.span("\u2002 ", type.measures.small, color)
    return words + space + type.spans(label.reason, type.measures.small, PALETTE.quiet, italic=True)
