"""The dark that text stands on: a gradient whose edge nobody can see, as dark as the painting behind it asks."""

from dataclasses import dataclass
from random import Random

import pygame

from game.ui.scenery.scenery import Shade
from game.ui.theme.contrast import contrast, mixed
from game.ui.theme.metrics import Metrics
from game.ui.theme.palette import OPACITY, PALETTE, Color
from game.ui.theme.timing import smooth

SOFT = 470  # units in which the veil comes on,
FIRM = 44  # so that it is full this far before the column
LEAST = 7.4  # contrast of the dimmest prose with what is behind it: 7, and a little for dust in the air
DEEPER = 1.3  # how much of the colour of a light its last glow has
STEPS = 40  # ways of being dark, between the usual and all
BLOCK = 6  # units: what is smaller is not seen as a light behind a letter
TILE = 256  # pixels that the grain repeats after


@dataclass(frozen=True, slots=True)
class Veil:
    """For a picture that reaches `edge` pixels beyond the window on every side."""

    shade: Shade
    side: str
    metrics: Metrics
    edge: int

    def clear(self, x: float) -> float:
        """What part of a light before the picture is to be seen, at so many pixels from its left."""
        match self.shade:
            case Shade.NONE:
                return 1.0
            case Shade.WHOLE:
                return 1 - OPACITY.card
            case Shade.COLUMN:
                return (1 - OPACITY.margin) * (1 - self._part(x))

    def lay(
        self, picture: pygame.Surface, light: Color = (255, 255, 255), *, like: pygame.Surface | None = None
    ) -> None:
        """Darken the picture, towards the colour of its light: what is pale and only darkened looks grey, or green.

        A part of a picture is darkened `like` the whole that it is seen in.
        """
        if self.shade is Shade.NONE:
            return
        wide = picture.get_width()
        parts = [self._part(x) for x in range(wide)]
        if self.shade is Shade.COLUMN:
            deep = [(color / 255) ** DEEPER for color in light]
            tint = pygame.Surface((wide, 1), depth=32)
            for x, part in enumerate(parts):
                tint.set_at((x, 0), [round(255 * (1 - part * (1 - color))) for color in deep])
            _spread(tint, picture, pygame.BLEND_RGB_MULT)
        solid = self._solid(like or picture)
        least = solid if self.shade is Shade.WHOLE else OPACITY.margin
        row = pygame.Surface((wide, 1), pygame.SRCALPHA)
        for x, part in enumerate(parts):
            row.set_at((x, 0), (*PALETTE.veil, round(255 * (least + (solid - least) * part))))
        _spread(row, picture)
        _grain(picture)

    def _solid(self, picture: pygame.Surface) -> float:
        """As solid as the dimmest prose asks to be read on the brightest spot, and as usual at least."""
        if self.shade is Shade.WHOLE:
            usual, part, dim = OPACITY.card, picture, 1.0
        else:
            left = self.metrics.left(self.side) + self.edge
            column = pygame.Rect(left, 0, self.metrics.column_width, picture.get_height())
            usual, part, dim = OPACITY.veil, picture.subsurface(column.clip(picture.get_rect())), OPACITY.read
        brightest = _brightest(part, self.metrics.px(BLOCK))
        for step in range(STEPS):
            solid = usual + (1 - usual) * step / STEPS
            ground = mixed(PALETTE.veil, brightest, solid)
            if contrast(mixed(PALETTE.ink, ground, dim), ground) >= LEAST:
                return solid
        return 1.0

    def _part(self, x: float) -> float:
        """From 0, where the veil is thinnest, to 1, where it is full, at so many pixels from the picture's left."""
        if self.shade is Shade.WHOLE:
            return 1.0
        left = self.metrics.left(self.side) + self.edge
        soft, firm = self.metrics.px(SOFT), self.metrics.px(FIRM)
        away = left - firm - x if self.side == "right" else x - (left + self.metrics.column_width + firm)
        return smooth(1 - away / soft)


def _spread(row: pygame.Surface, picture: pygame.Surface, flags: int = 0) -> None:
    """Lay a row over all rows of the picture, some at a time: a veil as large as it would have to be kept for that."""
    wide, high = picture.get_size()
    strip = pygame.transform.scale(row, (wide, TILE))
    for top in range(0, high, TILE):
        picture.blit(strip, (0, top), special_flags=flags)


def _brightest(picture: pygame.Surface, block: int) -> Color:
    """The most of each colour in any block of the picture: in truth no spot may have all three."""
    wide, high = (max(1, side // block) for side in picture.get_size())
    blocks = pygame.transform.smoothscale(picture.convert(24), (wide, high))
    while wide > 1 or high > 1:  # fold it over until one block is left
        wide, high = (wide + 1) // 2, (high + 1) // 2
        folded = pygame.Surface((wide, high), depth=24)
        for x in (0, blocks.get_width() - wide):
            for y in (0, blocks.get_height() - high):
                folded.blit(blocks, (0, 0), (x, y, wide, high), special_flags=pygame.BLEND_RGB_MAX)
        blocks = folded
    red, green, blue, _ = blocks.get_at((0, 0))
    return red, green, blue


def _grain(canvas: pygame.Surface) -> None:
    """The faintest noise: in the dark the steps between one colour and the next would show as bands."""
    levels = bytes(value * OPACITY.grain // 256 for value in range(256))
    noise = Random(TILE).randbytes(TILE * TILE * 3).translate(levels)  # noqa: S311
    grain = pygame.image.frombytes(noise, (TILE, TILE), "RGB")
    for top in range(0, canvas.get_height(), TILE):
        for left in range(0, canvas.get_width(), TILE):
            canvas.blit(grain, (left, top), special_flags=pygame.BLEND_RGB_ADD)
