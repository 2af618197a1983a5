"""The words of rows and buttons, set in type: each as it is, and as it is in focus."""

from collections.abc import Sequence

import pygame

from game.ui.column.column import Button, Row
from game.ui.column.content import Label
from game.ui.text.typesetter import TextBlock, Typesetter
from game.ui.theme.palette import PALETTE, Color


def set_rows(type: Typesetter, labels: Sequence[Label], y: int) -> tuple[Row, ...]:
    """The rows one under another, from so many pixels below where they are measured from."""
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


def set_buttons(type: Typesetter, labels: Sequence[Label], right: int) -> tuple[Button, ...]:
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
