"""Fog that lies over the ground of a place, goes by slowly, and gathers elsewhere as it goes."""

from itertools import product
from math import ceil, sin
from random import Random

import pygame

from game.ui.scenery.light import Light
from game.ui.scenery.veil import Veil
from game.ui.theme.contrast import mixed
from game.ui.theme.palette import Color
from game.ui.theme.timing import smooth

CELL = 14  # units that are one pixel of the fog, which has no edges
HIGH = 0.52  # of the window, from its foot
SPEED = 13  # units a second
TURN = 0.09  # how fast it gathers elsewhere, in radians a second
PALE: Color = (170, 166, 172)  # by itself; half of its colour is that of the light
MOST = 0.42  # of its colour, where it is densest
GRAINS = (9, 4), (30, 9)  # banks, and wisps in them
SOFT = 3  # cells


class Fog:
    """The fog before one picture, which reaches beyond the window as its veil says."""

    def __init__(self, veil: Veil, light: Light | None) -> None:
        metrics = veil.metrics
        wide, high = metrics.size
        self._cell = metrics.px(CELL)
        self._speed = SPEED * metrics.unit / self._cell
        self._size = ceil(wide / self._cell) + 1, ceil(high * HIGH / self._cell)
        self._top = high - self._size[1] * self._cell
        self._around = 2 * self._size[0]  # cells until it is the same again
        random = Random(CELL)  # noqa: S311 (the same fog every time)
        self._drifts = [self._drift(random) for _ in range(2)]
        self._color = pygame.Surface(self._size, depth=32)
        color = mixed(light.color, PALE, 0.5) if light else PALE
        across = [veil.clear(veil.edge + (x + 0.5) * self._cell) for x in range(self._size[0])]
        falls = [(y + 0.5) / self._size[1] for y in range(self._size[1])]
        down = [smooth(fall / 0.6) * smooth((1 - fall) / 0.3) for fall in falls]
        for (x, clear), (y, dense) in product(enumerate(across), enumerate(down)):
            self._color.set_at((x, y), [round(part * MOST * clear * dense) for part in color])

    def draw(self, canvas: pygame.Surface, lived: float, solid: float) -> None:
        """Add it as it is after so many seconds, so solid."""
        gone, part = divmod(lived * self._speed, 1)
        first = 0.5 + 0.5 * sin(lived * TURN)
        fog = pygame.Surface(self._size, depth=32)
        for drift, share in zip(self._drifts, (first, 1 - first), strict=True):
            seen = drift.subsurface(((-int(gone) - 1) % self._around, 0), self._size).copy()
            seen.fill([round(255 * share * solid)] * 3, special_flags=pygame.BLEND_RGB_MULT)
            fog.blit(seen, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        fog.blit(self._color, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        large = pygame.transform.smoothscale(fog, [side * self._cell for side in self._size])
        canvas.blit(large, ((part - 1) * self._cell, self._top), special_flags=pygame.BLEND_RGB_ADD)

    def _drift(self, random: Random) -> pygame.Surface:
        """How dense the fog is, of 255, where it goes by; its end is its beginning again."""
        wide, high = self._size
        dense = pygame.Surface((self._around + wide, high), depth=32)
        dense.fill((255,) * 3)
        for columns, rows in GRAINS:
            coarse = pygame.Surface((columns + 1, rows), depth=32)
            for x, y in product(range(columns), range(rows)):
                coarse.set_at((x, y), [random.randint(40, 255)] * 3)
            coarse.blit(coarse, (columns, 0), (0, 0, 1, rows))
            fine = pygame.transform.smoothscale(coarse, (self._around + self._around // columns, high))
            dense.blit(fine, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        dense.blit(dense, (self._around, 0), (0, 0, wide, high))
        soft = pygame.transform.gaussian_blur(dense, SOFT)  # what is only scaled up has creases
        soft.blit(soft, (self._around, 0), (0, 0, SOFT, high))
        return soft
