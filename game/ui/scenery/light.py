"""The light in a painting: where it is bright there it flickers, and dust near it shines."""

from dataclasses import dataclass
from math import sin

import pygame

from game.ui.scenery.veil import Veil
from game.ui.theme.palette import Color

COARSE = 12  # pixels of the picture that are one of the glow
BRIGHT = 112  # of 255: what is less is lit, and no light
SPREAD = 3  # how much coarser still the glow is, so that it has no edge
STRONGEST = 0.30  # part of a light's own brightness that its flicker adds at most
MAP = (48, 27)  # in how many places it is known how light it is


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """`glow` is small, black where nothing shines, and stands for `at` in the picture; `lit` is how light it is in
    each place of a MAP of the picture, row by row, of 255; `color` is that of the light."""

    glow: pygame.Surface
    at: pygame.Rect
    lit: bytes
    color: Color

    @classmethod
    def of(cls, picture: pygame.Surface, veil: Veil) -> "Light | None":
        """That of a picture which the veil will lie over; None in a dark one."""
        wide, high = picture.get_size()
        small = pygame.transform.smoothscale(picture.convert(24), (max(1, wide // COARSE), max(1, high // COARSE)))
        small = small.convert(32)  # that is scaled and added three times as fast as 24 bits are
        glow = small.copy()
        glow.fill((BRIGHT,) * 3, special_flags=pygame.BLEND_RGB_SUB)
        size = glow.get_size()
        spread = pygame.transform.smoothscale(glow, [max(1, side // SPREAD) for side in size])
        glow = pygame.transform.smoothscale(spread, size)
        for x in range(size[0]):
            clear = round(255 * veil.clear((x + 0.5) * COARSE))
            glow.fill((clear,) * 3, (x, 0, 1, size[1]), special_flags=pygame.BLEND_RGB_MULT)
        glow.set_colorkey((0, 0, 0))
        around = glow.get_bounding_rect()
        glow.set_colorkey(None)
        if not around:
            return None
        at = pygame.Rect(*(side * COARSE for side in around))
        red, green, blue, _ = pygame.transform.average_color(glow, around, consider_alpha=False)
        most = max(red, green, blue, 1)
        color = (255 * red // most, 255 * green // most, 255 * blue // most)
        grey = pygame.transform.grayscale(pygame.transform.smoothscale(small, MAP))
        return cls(glow.subsurface(around).copy(), at, pygame.image.tobytes(grey, "RGB")[::3], color)

    def draw(self, canvas: pygame.Surface, off: tuple[int, int], lived: float, solid: float) -> None:
        """Add what flickers to a picture that was drawn `off` the canvas's corner, so solid."""
        part = round(255 * STRONGEST * solid * flicker(lived))
        glow = self.glow.copy()
        glow.fill((part,) * 3, special_flags=pygame.BLEND_RGB_MULT)
        at = self.at.move(off)
        canvas.blit(pygame.transform.smoothscale(glow, at.size), at, special_flags=pygame.BLEND_RGB_ADD)


def flicker(lived: float) -> float:
    """From 0 to 1: slow swells with a quicker one on top, of which none comes near three a second."""
    return 0.5 + 0.25 * sin(lived * 1.3) + 0.15 * sin(lived * 3.1 + 1.0) + 0.1 * sin(lived * 5.3 + 2.0)
