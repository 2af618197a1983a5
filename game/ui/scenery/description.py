"""What a place without a painting looks like, in the author's words, where its painting would be."""

import pygame

from game.ui.text.typesetter import Typesetter, times
from game.ui.theme.palette import PALETTE

LEAST = 6.0  # of the caption's own ems: in less room words are not read but spelled


def draw_description(canvas: pygame.Surface, type: Typesetter, about: str, side: str, solid: float) -> None:
    """Low on the side away from the column."""
    metrics = type.metrics
    left, right = metrics.free(side)
    margin = metrics.px(90)
    room = min(right - left - 2 * margin, metrics.em(15.0))
    if not about or room < LEAST * metrics.small:
        return
    spans = type.span(about, metrics.small, PALETTE.quiet, italic=True)
    block = type.balanced(spans, room, round(metrics.leading * 0.8))
    type.draw(canvas, block, (left + margin, metrics.bottom - block.height), times(solid))
