"""Draws a column: its lines, which fade at the window's edges, its rows, and the marks that there is more."""

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

import pygame

from game.ui.column.browsing import Browsing
from game.ui.column.column import Column, Row
from game.ui.text.typesetter import LineOpacity, Typesetter, times
from game.ui.theme.palette import OPACITY, PALETTE, Color
from game.ui.theme.timing import smooth

DEBRIS, READABLE, WHOLE = 0.45, 0.6, 0.86  # of a line’s height: what is left of one that an edge cuts


class Arrow(Enum):
    """Which way an arrowhead points: its corners, in parts of its arm."""

    UP = ((0, 1), (1, 0), (2, 1))
    DOWN = ((0, 0), (1, 1), (2, 0))
    ON = ((0, 0), (1, 1), (0, 2))


def draw_column(
    canvas: pygame.Surface,
    type: Typesetter,
    column: Column,
    browsing: Browsing,
    now: float,
    *,
    solid: Callable[[int], float] = lambda _: 1.0,
    rise: Callable[[int], float] = lambda _: 0.0,
    foot: float = 1.0,
    time_left: float | None = None,
    more: bool = False,
) -> None:
    """`solid` is the opacity of each paragraph, `rise` how far below its place it still is, in pixels; `foot` the
    opacity of the foot; `time_left` the part of its time that a row with a clock still has; `more` says that text
    is still to come."""
    scroll = browsing.above(column, now)
    zero = column.window.top - round(scroll)
    seen = _within(type, column)
    ends = _ends(canvas, type, column, scroll)
    canvas.set_clip(_seen_through(canvas, column, scroll))
    for placed in column.texts:
        number, top = placed.text.number, zero + placed.top
        if top < column.window.bottom and top + placed.text.block.height > column.window.top - type.metrics.leading:
            x, y = column.window.left, top + round(rise(number))
            opacity = times(solid(number), seen)
            if placed.text.beside:
                type.draw(canvas, placed.text.beside, (x, y), opacity)
            type.draw(canvas, placed.text.block, (x + placed.text.indent, y), opacity)
    if column.ruled:
        _draw_rule(canvas, type, column, zero, times(foot, seen))
    for row in column.rows:
        _draw_row(canvas, type, column, row, zero, focused=row.label.key == browsing.focus, solid=times(foot, seen))
        if row.label.after is not None and time_left is not None:
            _draw_time(canvas, type, column, row, zero, time_left, seen)
    canvas.set_clip(None)
    for end, at in ends:
        canvas.blit(end, at)
    for button in column.buttons:
        lit = button.label.key in (browsing.focus, browsing.pointed)
        type.draw(canvas, button.lit if lit else button.words, button.at.topleft)
    _draw_signs(canvas, type, column, scroll, zero, foot=foot, more=more)


def _draw_signs(
    canvas: pygame.Surface, type: Typesetter, column: Column, scroll: float, zero: int, *, foot: float, more: bool
) -> None:
    """That there is more beyond the window, and how many rows of it; else, that there is nothing but to read on."""
    before, after = column.beyond(scroll)
    if before:
        over = (column.window.top - type.metrics.header) // 2 + type.metrics.header // 2
        _draw_more(canvas, type, (column.window.left, over), before, Arrow.UP, foot)
    if after or more or scroll < column.farthest - type.metrics.leading // 2:
        under = (column.window.bottom + canvas.get_height()) // 2
        _draw_more(canvas, type, (column.window.left, under), after, Arrow.DOWN, 1.0)
    elif column.marked and foot > 0:
        middle = zero + column.foot + type.metrics.leading // 2
        _draw_arrow(canvas, type, (column.window.left, middle), PALETTE.amber, Arrow.ON, solid=foot)


def _draw_more(
    canvas: pygame.Surface, type: Typesetter, at: tuple[int, int], rows: int, way: Arrow, solid: float
) -> None:
    """An arrowhead, and how many rows there are that way, if any."""
    metrics = type.metrics
    _draw_arrow(canvas, type, at, PALETTE.quiet, way, solid=0.9 * solid)
    if rows:
        leading = round(metrics.small * 1.2)
        words = type.block(type.label(f"{rows} more", metrics.small, PALETTE.quiet), metrics.column_width, leading)
        type.draw(canvas, words, (at[0] + metrics.em(0.7), at[1] - leading // 2), times(solid))


def _within(type: Typesetter, column: Column) -> LineOpacity:
    """Nothing for lines that lie wholly outside the window."""
    line, top, bottom = type.metrics.leading, column.window.top, column.window.bottom
    return lambda y: 1.0 if top - line < y < bottom + line else 0.0


def _seen_through(canvas: pygame.Surface, column: Column, scroll: float) -> pygame.Rect:
    """All of the canvas, but for what lies beyond the window where the text goes on there."""
    whole = canvas.get_rect()
    top = column.window.top if scroll > 0 else whole.top
    bottom = column.window.bottom if scroll < column.farthest else whole.bottom
    return pygame.Rect(whole.left, top, whole.width, bottom - top)


def _ends(
    canvas: pygame.Surface, type: Typesetter, column: Column, scroll: float
) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    """What lies behind lines that an edge of the window cuts: laid over them, it takes them away from the edge on, so
    that letters are cut there and none looks locked, which is faint as a whole."""
    window, line = column.window, type.metrics.leading
    above, below = column.cut(round(scroll)), column.cut(round(scroll) + window.height)
    parts = (
        (window.top, min(above[1], line), False),
        (window.bottom - min(below[0], line), min(below[0], line), True),
    )
    ends = []
    for top, high, down in parts:
        at = pygame.Rect(window.left, top, window.width, high).inflate(type.metrics.em(3.0), 0).clip(canvas.get_rect())
        if at.height > 0 and high < WHOLE * line:
            end = pygame.Surface(at.size, pygame.SRCALPHA)
            end.blit(canvas, (0, 0), at)
            fading = _fading(at.size, least=_least(high / line), down=down)
            end.blit(fading, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
            ends.append((end, at.topleft))
    return ends


def _least(shown: float) -> float:
    """How far a line of which so much is left is taken away as a whole: tails and tops of letters say nothing."""
    return 1.0 - smooth((shown - DEBRIS) / (READABLE - DEBRIS))


@lru_cache(maxsize=8)
def _fading(size: tuple[int, int], *, least: float, down: bool) -> pygame.Surface:
    """White, solid at the lower end or at the upper, and as clear as may be at the other."""
    wide, high = size
    column = pygame.Surface((1, high), pygame.SRCALPHA)
    for y in range(high):
        part = (y + 1) / high if down else 1 - y / high
        column.set_at((0, y), (255, 255, 255, round(255 * max(least, smooth(part)))))
    return pygame.transform.scale(column, (wide, high))


def _draw_rule(canvas: pygame.Surface, type: Typesetter, column: Column, zero: int, solid: LineOpacity) -> None:
    y = zero + column.foot
    line = pygame.Rect(column.window.left, y, column.window.width, type.metrics.px(1))
    _fill(canvas, line, PALETTE.rule, 0.8 * solid(y))
    if column.remark:
        type.draw(canvas, column.remark, (column.window.left, y + 2 * type.metrics.gap), solid)


def _draw_row(
    canvas: pygame.Surface,
    type: Typesetter,
    column: Column,
    row: Row,
    zero: int,
    *,
    focused: bool,
    solid: LineOpacity,
) -> None:
    metrics, left, y = type.metrics, column.window.left, zero + row.top
    opacity = solid if row.label.enabled else times(OPACITY.locked, solid)
    if row.number:
        type.draw(canvas, row.number, (left, y), opacity)
    if row.picture and row.label.picture:
        _draw_picture(canvas, row.label.picture, row.picture.move(left, y), opacity, focused=focused)
    type.draw(canvas, row.lit if focused else row.words, (left + row.indent, y), opacity)
    if row.below:
        type.draw(canvas, row.below, (left + row.indent, y + row.words.height), opacity)
    value = row.lit_value if focused else row.value
    if value and row.lit_value:
        middle = column.window.right - row.lit_value.width // 2
        type.draw(canvas, value, (middle - value.width // 2, y), opacity)
    if focused:
        inset = metrics.em(0.2)
        bar = pygame.Rect(left - metrics.em(0.75), y + inset, max(2, metrics.px(4)), row.words.height - 2 * inset)
        _fill(canvas, bar, PALETTE.amber, solid(bar.centery))


def _draw_picture(
    canvas: pygame.Surface, picture: pygame.Surface, at: pygame.Rect, solid: LineOpacity, *, focused: bool
) -> None:
    """Fainter while the focus is elsewhere."""
    small = pygame.transform.smoothscale(picture, at.size)
    small.set_alpha(round(255 * min(solid(at.top), solid(at.bottom)) * (1.0 if focused else 0.78)))
    canvas.blit(small, at)


def _draw_time(
    canvas: pygame.Surface,
    type: Typesetter,
    column: Column,
    row: Row,
    zero: int,
    left: float,
    seen: LineOpacity,
) -> None:
    metrics = type.metrics
    x = column.window.left + row.indent
    y = zero + row.top + row.words.height + metrics.px(3)
    line = pygame.Rect(x, y, round(row.words.width * left), max(2, metrics.px(2)))
    _fill(canvas, line, PALETTE.amber, 0.7 * seen(y - metrics.leading // 2))


def _draw_arrow(
    canvas: pygame.Surface, type: Typesetter, at: tuple[int, int], color: Color, way: Arrow, *, solid: float = 0.9
) -> None:
    """A small open arrowhead whose left end is at `at`."""
    metrics = type.metrics
    arm, thick = metrics.em(0.2), 1.0 + metrics.unit * 1.4
    size = 4 * arm
    sign = pygame.Surface((size * 4, size * 4), pygame.SRCALPHA)  # drawn large and reduced, so that it is smooth
    sign.fill((*color, 0))
    points = [((x + 1) * arm * 4, (y + 1) * arm * 4) for x, y in way.value]
    pygame.draw.lines(sign, color, closed=False, points=points, width=round(4 * thick))
    sign = pygame.transform.smoothscale(sign, (size, size))
    sign.set_alpha(round(255 * solid))
    canvas.blit(sign, (at[0] - arm, at[1] - (2 * arm if way is Arrow.ON else arm * 3 // 2)))


def _fill(canvas: pygame.Surface, rect: pygame.Rect, color: Color, opacity: float) -> None:
    if rect.width > 0 and rect.height > 0 and opacity > 0:
        patch = pygame.Surface(rect.size)
        patch.fill(color)
        patch.set_alpha(round(255 * opacity))
        canvas.blit(patch, rect)
