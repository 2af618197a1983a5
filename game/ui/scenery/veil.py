"""The dark that text stands on: a gradient whose edge nobody can see, and dark enough on any painting."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

import pygame

from game.ui.contrast import contrast, mixed
from game.ui.measures import Measures
from game.ui.pace import smooth
from game.ui.screen import Shade
from game.ui.style import OPACITY, PALETTE

SOFT = 560  # units in which the veil comes on,
FIRM = 44  # so that it is full this far before the column
LEAST = 7.4  # contrast of the dimmest prose with what is behind it: 7, and a little for dust in the air
TILE = 256  # pixels that the grain repeats after


@dataclass(frozen=True, slots=True)
class Veil:
    """For a picture that reaches `edge` pixels beyond the window on every side."""

    shade: Shade
    side: str
    measures: Measures
    edge: int

    def clear(self, x: float) -> float:
        """What part of a light before the picture is to be seen, at so many pixels from its left."""
        return (1 - OPACITY.margin) * (1 - self._part(x)) if self.shade is Shade.COLUMN else 1 - OPACITY.card

    def lay(self, picture: pygame.Surface) -> None:
        """Darken the picture, its lights more than the rest, so that the dimmest prose is read on any of them."""
        wide, high = picture.get_size()
        brightest = _brightest(self._solid, 1.0 if self.shade is Shade.WHOLE else OPACITY.read)
        limit, dark = pygame.Surface((wide, 1), depth=24), pygame.Surface((wide, 1), pygame.SRCALPHA)
        for x in range(wide):
            part = self._part(x)
            limit.set_at((x, 0), (round(255 + (brightest - 255) * part),) * 3)
            dark.set_at((x, 0), (*PALETTE.veil, round(255 * (OPACITY.margin + (self._solid - OPACITY.margin) * part))))
        picture.blit(pygame.transform.scale(limit, (wide, high)), (0, 0), special_flags=pygame.BLEND_RGB_MIN)
        picture.blit(pygame.transform.scale(dark, (wide, high)), (0, 0))
        _grain(picture)

    @property
    def _solid(self) -> float:
        return OPACITY.card if self.shade is Shade.WHOLE else OPACITY.veil

    def _part(self, x: float) -> float:
        """From 0, where the veil is thinnest, to 1, where it is full, at so many pixels from the picture's left."""
        if self.shade is Shade.WHOLE:
            return 1.0
        left = self.measures.left(self.side) + self.edge
        soft, firm = self.measures.px(SOFT), self.measures.px(FIRM)
        away = left - firm - x if self.side == "right" else x - (left + self.measures.column + firm)
        return smooth(1 - away / soft)


@lru_cache
def _brightest(solid: float, dim: float) -> int:
    """The lightest grey that may lie under a veil so solid, for prose so dim to stand out from it."""

    def read(grey: int) -> bool:
        ground = mixed(PALETTE.veil, (grey,) * 3, solid)
        return contrast(mixed(PALETTE.ink, ground, dim), ground) >= LEAST

    return next((grey for grey in range(255, 0, -1) if read(grey)), 0)


def _grain(canvas: pygame.Surface) -> None:
    """The faintest noise: in the dark the steps between one colour and the next would show as bands."""
    levels = bytes(value * OPACITY.grain // 256 for value in range(256))
    noise = Random(TILE).randbytes(TILE * TILE * 3).translate(levels)  # noqa: S311
    grain = pygame.image.frombytes(noise, (TILE, TILE), "RGB")
    for top in range(0, canvas.get_height(), TILE):
        for left in range(0, canvas.get_width(), TILE):
            canvas.blit(grain, (left, top), special_flags=pygame.BLEND_RGB_ADD)
