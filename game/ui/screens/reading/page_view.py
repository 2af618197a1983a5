"""How a page is drawn: paragraphs that come and dim, and the chapter over them."""

from math import inf

import pygame

from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.view import draw_column
from game.ui.screens.context import Context
from game.ui.screens.reading.pagination import Pagination
from game.ui.screens.reading.reveal import Reveal
from game.ui.screens.words import in_words
from game.ui.text.typesetter import TextBlock
from game.ui.theme.palette import OPACITY, PALETTE
from game.ui.theme.timing import TIMING, eased, landed


def draw_page(
    canvas: pygame.Surface, context: Context, pagination: Pagination, browsing: Browsing, time_left: float | None
) -> None:
    """Draw the page as far as it has come; `time_left` is the part of the time to answer that is left, if it runs."""
    column, text, opened = pagination.column(context), pagination.text, pagination.opened
    now, metrics, arrived = context.now, context.type.metrics, text.arrived

    def solid(number: int) -> float:
        """Dimmer from when the next paragraph came."""
        at = arrived[number]
        later = next((time for time in arrived[number + 1 :] if time > at), inf)
        dimmed = 1 - (1 - OPACITY.read) * eased((now - later) / TIMING.dim)
        return eased((now - at) / TIMING.arrive) * dimmed

    def rise(number: int) -> float:
        return (1 - landed((now - arrived[number]) / TIMING.arrive)) * context.timing.rise * metrics.unit

    draw_column(
        canvas,
        context.type,
        column,
        browsing,
        now,
        solid=solid,
        rise=rise,
        foot=eased((now - opened) / TIMING.open) if opened is not None else 0.0,
        time_left=time_left,
        more=pagination.full,
    )
    _draw_header(canvas, context, text, column)


def _draw_header(canvas: pygame.Surface, context: Context, text: Reveal, column: Column) -> None:
    type, metrics = context.type, context.type.metrics
    words = f"Chapter {in_words(text.chapter)}\u2002 {text.page.chapter.title}"
    room = min(button.at.left for button in column.buttons) - column.window.left - metrics.em(1.0)
    line = type.block(type.span(words, metrics.small, PALETTE.quiet, italic=True), room)
    first = TextBlock(line.lines[:1], line.leading, line.width)  # a title too long for one line is whole on its card
    type.draw(canvas, first, (column.window.left, metrics.header))
