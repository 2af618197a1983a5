"""The dark that text stands on: a gradient whose edge nobody can see."""

from random import Random

import pygame

from game.ui.measures import Measures
from game.ui.screen import Shade
from game.ui.style import OPACITY, PALETTE, smooth

SOFT = 640  # units beyond the column in which the veil comes on
FIRM = 70  # and within it
TILE = 256  # pixels that the grain repeats after


def veil(canvas: pygame.Surface, shade: Shade, side: str, measures: Measures, edge: int) -> None:
    """Darken a picture that reaches `edge` beyond the window on every side."""
    wide, high = canvas.get_size()
    if shade is Shade.WHOLE:
        cover = pygame.Surface((wide, high))
        cover.fill(PALETTE.veil)
        cover.set_alpha(round(255 * OPACITY.card))
    else:
        row = pygame.Surface((wide, 1), pygame.SRCALPHA)
        clear, full = _reach(side, measures, edge)
        for x in range(wide):
            part = smooth((x - clear) / (full - clear))
            alpha = OPACITY.margin + (OPACITY.veil - OPACITY.margin) * part
            row.set_at((x, 0), (*PALETTE.veil, round(255 * alpha)))
        cover = pygame.transform.scale(row, (wide, high))
    canvas.blit(cover, (0, 0))
    _grain(canvas)


def _reach(side: str, measures: Measures, edge: int) -> tuple[int, int]:
    """Where the veil begins and where it is full, from the picture's left."""
    left = measures.left(side) + edge
    right = left + measures.column
    soft = measures.px(SOFT)
    if side == "left":
        return right + soft, right - measures.px(FIRM)
    return left - soft, left + measures.px(FIRM)


def _grain(canvas: pygame.Surface) -> None:
    """The faintest noise: in the dark the steps between one colour and the next would show as bands."""
    levels = bytes(value * OPACITY.grain // 256 for value in range(256))
    noise = Random(TILE).randbytes(TILE * TILE * 3).translate(levels)  # noqa: S311
    grain = pygame.image.frombytes(noise, (TILE, TILE), "RGB")
    for top in range(0, canvas.get_height(), TILE):
        for left in range(0, canvas.get_width(), TILE):
            canvas.blit(grain, (left, top), special_flags=pygame.BLEND_RGB_ADD)
