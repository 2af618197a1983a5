"""How a page is drawn: paragraphs that come and dim, and the chapter over them."""

from math import inf

import pygame

from game.ui.column.browsing import Browsing
from game.ui.column.layout import Sheet
from game.ui.column.view import draw_sheet
from game.ui.screens.context import Context
from game.ui.screens.reading.pagination import Leaves
from game.ui.screens.reading.reveal import Unfolding
from game.ui.screens.words import in_words
from game.ui.text.typesetter import Block
from game.ui.theme.palette import OPACITY, PALETTE
from game.ui.theme.timing import PACE, eased, landed


def draw_page(
    canvas: pygame.Surface, context: Context, leaves: Leaves, browsing: Browsing, time_left: float | None
) -> None:
    sheet, text, opened = leaves.sheet(context), leaves.text, leaves.opened
    now, measures, arrived = context.now, context.type.measures, text.arrived

    def solid(number: int) -> float:
        """Dimmer from when the next paragraph came."""
        at = arrived[number]
        later = next((time for time in arrived[number + 1 :] if time > at), inf)
        dimmed = 1 - (1 - OPACITY.read) * eased((now - later) / PACE.dim)
        return eased((now - at) / PACE.arrive) * dimmed

    def rise(number: int) -> float:
        return (1 - landed((now - arrived[number]) / PACE.arrive)) * context.pace.rise * measures.unit

    draw_sheet(
        canvas,
        context.type,
        sheet,
        browsing,
        now,
        solid=solid,
        rise=rise,
        foot=eased((now - opened) / PACE.open) if opened is not None else 0.0,
        time_left=time_left,
        more=leaves.full,
    )
    _draw_header(canvas, context, text, sheet)


def _draw_header(canvas: pygame.Surface, context: Context, text: Unfolding, sheet: Sheet) -> None:
    type, measures = context.type, context.type.measures
    words = f"Chapter {in_words(text.chapter)}\u2002 {text.page.chapter.title}"
    room = min(button.at.left for button in sheet.buttons) - sheet.window.left - measures.em(1.0)
    line = type.block(type.span(words, measures.small, PALETTE.quiet, italic=True), room)
    first = Block(line.lines[:1], line.leading, line.width)  # a title too long for one line is whole on its card
    type.draw(canvas, first, (sheet.window.left, measures.header))
