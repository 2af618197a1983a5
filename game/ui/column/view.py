"""Draws a sheet: its lines, which fade at the window's edges, its rows, and the marks that there is more."""

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

import pygame

from game.ui.column.browsing import Browsing
from game.ui.column.layout import Row, Sheet
from game.ui.text.typesetter import Opacity, Typesetter, times
from game.ui.theme.palette import OPACITY, PALETTE, Color
from game.ui.theme.timing import smooth

DEBRIS, READABLE, WHOLE = 0.45, 0.6, 0.86  # of a line’s height: what is left of one that an edge cuts


class Way(Enum):
    """Which way an arrowhead points: its corners, in parts of its arm."""

    UP = ((0, 1), (1, 0), (2, 1))
    DOWN = ((0, 0), (1, 1), (2, 0))
    ON = ((0, 0), (1, 1), (0, 2))


def draw_sheet(
    canvas: pygame.Surface,
    type: Typesetter,
    sheet: Sheet,
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
    scroll = browsing.above(sheet, now)
    zero = sheet.window.top - round(scroll)
    seen = _within(type, sheet)
    ends = _ends(canvas, type, sheet, scroll)
    canvas.set_clip(_seen_through(canvas, sheet, scroll))
    for placed in sheet.texts:
        number, top = placed.text.number, zero + placed.top
        if top < sheet.window.bottom and top + placed.text.block.height > sheet.window.top - type.measures.leading:
            x, y = sheet.window.left, top + round(rise(number))
            opacity = times(solid(number), seen)
            if placed.text.beside:
                type.draw(canvas, placed.text.beside, (x, y), opacity)
            type.draw(canvas, placed.text.block, (x + placed.text.indent, y), opacity)
    if sheet.ruled:
        _draw_rule(canvas, type, sheet, zero, times(foot, seen))
    for row in sheet.rows:
        _draw_row(canvas, type, sheet, row, zero, focused=row.label.key == browsing.focus, solid=times(foot, seen))
        if row.label.after is not None and time_left is not None:
            _draw_time(canvas, type, sheet, row, zero, time_left, seen)
    canvas.set_clip(None)
    for end, at in ends:
        canvas.blit(end, at)
    for button in sheet.buttons:
        lit = button.label.key in (browsing.focus, browsing.pointed)
        type.draw(canvas, button.lit if lit else button.words, button.at.topleft)
    _draw_signs(canvas, type, sheet, scroll, zero, foot=foot, more=more)


def _draw_signs(
    canvas: pygame.Surface, type: Typesetter, sheet: Sheet, scroll: float, zero: int, *, foot: float, more: bool
) -> None:
    """That there is more beyond the window, and how many rows of it; else, that there is nothing but to read on."""
    before, after = sheet.beyond(scroll)
    if before:
        over = (sheet.window.top - type.measures.header) // 2 + type.measures.header // 2
        _draw_more(canvas, type, (sheet.window.left, over), before, Way.UP, foot)
    if after or more or scroll < sheet.farthest - type.measures.leading // 2:
        under = (sheet.window.bottom + canvas.get_height()) // 2
        _draw_more(canvas, type, (sheet.window.left, under), after, Way.DOWN, 1.0)
    elif sheet.marked and foot > 0:
        middle = zero + sheet.foot + type.measures.leading // 2
        _draw_arrow(canvas, type, (sheet.window.left, middle), PALETTE.amber, Way.ON, solid=foot)


def _draw_more(
    canvas: pygame.Surface, type: Typesetter, at: tuple[int, int], rows: int, way: Way, solid: float
) -> None:
    """An arrowhead, and how many rows there are that way, if any."""
    measures = type.measures
    _draw_arrow(canvas, type, at, PALETTE.quiet, way, solid=0.9 * solid)
    if rows:
        leading = round(measures.small * 1.2)
        words = type.block(type.label(f"{rows} more", measures.small, PALETTE.quiet), measures.column, leading)
        type.draw(canvas, words, (at[0] + measures.em(0.7), at[1] - leading // 2), times(solid))


def _within(type: Typesetter, sheet: Sheet) -> Opacity:
    """Nothing for lines that lie wholly outside the window."""
    line, top, bottom = type.measures.leading, sheet.window.top, sheet.window.bottom
    return lambda y: 1.0 if top - line < y < bottom + line else 0.0


def _seen_through(canvas: pygame.Surface, sheet: Sheet, scroll: float) -> pygame.Rect:
    """All of the canvas, but for what lies beyond the window where the text goes on there."""
    whole = canvas.get_rect()
    top = sheet.window.top if scroll > 0 else whole.top
    bottom = sheet.window.bottom if scroll < sheet.farthest else whole.bottom
    return pygame.Rect(whole.left, top, whole.width, bottom - top)


def _ends(
    canvas: pygame.Surface, type: Typesetter, sheet: Sheet, scroll: float
) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    """What lies behind lines that an edge of the window cuts: laid over them, it takes them away from the edge on, so
    that letters are cut there and none looks locked, which is faint as a whole."""
    window, line = sheet.window, type.measures.leading
    above, below = sheet.cut(round(scroll)), sheet.cut(round(scroll) + window.height)
    parts = (
        (window.top, min(above[1], line), False),
        (window.bottom - min(below[0], line), min(below[0], line), True),
    )
    ends = []
    for top, high, down in parts:
        at = pygame.Rect(window.left, top, window.width, high).inflate(type.measures.em(3.0), 0).clip(canvas.get_rect())
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


def _draw_rule(canvas: pygame.Surface, type: Typesetter, sheet: Sheet, zero: int, solid: Opacity) -> None:
    y = zero + sheet.foot
    line = pygame.Rect(sheet.window.left, y, sheet.window.width, type.measures.px(1))
    _fill(canvas, line, PALETTE.rule, 0.8 * solid(y))
    if sheet.remark:
        type.draw(canvas, sheet.remark, (sheet.window.left, y + 2 * type.measures.gap), solid)


def _draw_row(
    canvas: pygame.Surface,
    type: Typesetter,
    sheet: Sheet,
    row: Row,
    zero: int,
    *,
    focused: bool,
    solid: Opacity,
) -> None:
    measures, left, y = type.measures, sheet.window.left, zero + row.top
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
        middle = sheet.window.right - row.lit_value.width // 2
        type.draw(canvas, value, (middle - value.width // 2, y), opacity)
    if focused:
        inset = measures.em(0.2)
        bar = pygame.Rect(left - measures.em(0.75), y + inset, max(2, measures.px(4)), row.words.height - 2 * inset)
        _fill(canvas, bar, PALETTE.amber, solid(bar.centery))


def _draw_picture(
    canvas: pygame.Surface, picture: pygame.Surface, at: pygame.Rect, solid: Opacity, *, focused: bool
) -> None:
    """Fainter while the focus is elsewhere."""
    small = pygame.transform.smoothscale(picture, at.size)
    small.set_alpha(round(255 * min(solid(at.top), solid(at.bottom)) * (1.0 if focused else 0.78)))
    canvas.blit(small, at)


def _draw_time(
    canvas: pygame.Surface,
    type: Typesetter,
    sheet: Sheet,
    row: Row,
    zero: int,
    left: float,
    seen: Opacity,
) -> None:
    measures = type.measures
    x = sheet.window.left + row.indent
    y = zero + row.top + row.words.height + measures.px(3)
    line = pygame.Rect(x, y, round(row.words.width * left), max(2, measures.px(2)))
    _fill(canvas, line, PALETTE.amber, 0.7 * seen(y - measures.leading // 2))


def _draw_arrow(
    canvas: pygame.Surface, type: Typesetter, at: tuple[int, int], color: Color, way: Way, *, solid: float = 0.9
) -> None:
    """A small open arrowhead whose left end is at `at`."""
    measures = type.measures
    arm, thick = measures.em(0.2), 1.0 + measures.unit * 1.4
    size = 4 * arm
    sign = pygame.Surface((size * 4, size * 4), pygame.SRCALPHA)  # drawn large and reduced, so that it is smooth
    sign.fill((*color, 0))
    points = [((x + 1) * arm * 4, (y + 1) * arm * 4) for x, y in way.value]
    pygame.draw.lines(sign, color, closed=False, points=points, width=round(4 * thick))
    sign = pygame.transform.smoothscale(sign, (size, size))
    sign.set_alpha(round(255 * solid))
    canvas.blit(sign, (at[0] - arm, at[1] - (2 * arm if way is Way.ON else arm * 3 // 2)))


def _fill(canvas: pygame.Surface, rect: pygame.Rect, color: Color, opacity: float) -> None:
    if rect.width > 0 and rect.height > 0 and opacity > 0:
        patch = pygame.Surface(rect.size)
        patch.fill(color)
        patch.set_alpha(round(255 * opacity))
        canvas.blit(patch, rect)
