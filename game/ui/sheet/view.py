"""Draws a sheet: its lines, which fade at the window's edges, its rows, and the marks that there is more."""

from collections.abc import Callable

import pygame

from game.ui.sheet.browsing import Browsing
from game.ui.sheet.layout import Row, Sheet
from game.ui.style import OPACITY, PALETTE, Color
from game.ui.text.typesetter import Opacity, Typesetter, times


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
    seen = _edges(type, sheet, scroll)
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
    for button in sheet.buttons:
        lit = button.label.key == browsing.focus
        type.draw(canvas, button.lit if lit else button.words, button.at.topleft)
    below = scroll < sheet.farthest - type.measures.leading // 2
    if below or more:
        under = (sheet.window.bottom + canvas.get_height()) // 2
        _draw_arrow(canvas, type, (sheet.window.left, under), PALETTE.quiet, down=True)
    elif sheet.marked and foot > 0:
        middle = zero + sheet.foot + type.measures.leading // 2
        _draw_arrow(canvas, type, (sheet.window.left, middle), PALETTE.amber, down=False, solid=foot)


def _edges(type: Typesetter, sheet: Sheet, scroll: float) -> Opacity:
    """Full for a line inside the window, also a small one, and nothing for one that is half outside, where there is
    more beyond."""
    line, top, bottom = type.measures.leading, sheet.window.top, sheet.window.bottom
    above, below = (min(max(beyond / line, 0.0), 1.0) for beyond in (scroll, sheet.farthest - scroll))

    def within(away: float, beyond: float) -> float:
        return 1 - beyond * (1 - min(max(6 * away / line - 1, 0.0), 1.0))

    return lambda y: min(within(y - top, above), within(bottom - y, below))


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
    canvas: pygame.Surface, type: Typesetter, at: tuple[int, int], color: Color, *, down: bool, solid: float = 0.9
) -> None:
    """A small open arrowhead whose left end is at `at`."""
    measures = type.measures
    arm, thick = measures.em(0.2), 1.0 + measures.unit * 1.4
    size = 4 * arm
    sign = pygame.Surface((size * 4, size * 4), pygame.SRCALPHA)  # drawn large and reduced, so that it is smooth
    sign.fill((*color, 0))
    ends = [(0, 0), (arm, arm), (2 * arm, 0)] if down else [(0, 0), (arm, arm), (0, 2 * arm)]
    points = [((x + arm) * 4, (y + arm) * 4) for x, y in ends]
    pygame.draw.lines(sign, color, closed=False, points=points, width=round(4 * thick))
    sign = pygame.transform.smoothscale(sign, (size, size))
    sign.set_alpha(round(255 * solid))
    canvas.blit(sign, (at[0] - arm, at[1] - (arm if down else 2 * arm)))


def _fill(canvas: pygame.Surface, rect: pygame.Rect, color: Color, opacity: float) -> None:
    if rect.width > 0 and rect.height > 0 and opacity > 0:
        patch = pygame.Surface(rect.size)
        patch.fill(color)
        patch.set_alpha(round(255 * opacity))
        canvas.blit(patch, rect)
