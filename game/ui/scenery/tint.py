"""A picture for a place that has none: a dim glow in a colour that is always the same for the same place."""

import colorsys
from zlib import crc32

import pygame

HUES = (185, 395)  # from teal by blue and violet to rust: what dark looks well in, and green does not
COARSE = (96, 54)  # enough for a glow; smooth scaling does the rest


def tint(place: str, side: str, size: tuple[int, int]) -> pygame.Surface:
    """A glow on the side away from the column."""
    hue = (HUES[0] + crc32(place.encode()) % (HUES[1] - HUES[0])) / 360
    wide, high = COARSE
    coarse = pygame.Surface(COARSE, depth=24)
    centre = wide * (0.3 if side == "right" else 0.7)
    for y in range(high):
        for x in range(wide):
            away = (((x - centre) / wide) ** 2 + ((y - high * 0.42) / high) ** 2 * 0.8) ** 0.5
            light = max(0.0, 1 - away / 0.62) ** 1.6
            shade = colorsys.hls_to_rgb(hue % 1, 0.055 + 0.2 * light, 0.34 - 0.08 * light)
            coarse.set_at((x, y), [round(255 * part) for part in shade])
    return pygame.transform.smoothscale(coarse, size)
