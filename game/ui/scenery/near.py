"""What stands nearest in a painting: it drifts further than the rest, and so there is depth."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

import pygame

from game.ui.scenery.veil import Veil
from game.ui.theme.palette import Color

PHASES = 4  # places between one pixel and the next
TILE = 64  # pixels: most of a layer is clear, and what is clear is neither kept nor drawn

Tiles = tuple[tuple[pygame.Surface, int, int], ...]  # what is to be drawn where


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """`phases` are the same picture, each a part of a pixel further to the right, in tiles with premultiplied alpha; the
    whole that it belongs to has that `size`."""

    phases: tuple[Tiles, ...]
    size: tuple[int, int]

    @classmethod
    def of(cls, picture: pygame.Surface, veil: Veil, light: Color, whole: pygame.Surface) -> "Near | None":
        """Of a picture as large as the `whole`, clear where nothing is near, under the same veil; None if all is clear."""
        plain = picture.convert(24)
        veil.lay(plain, light, like=whole)
        near = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
        near.blit(plain, (0, 0))
        shape = picture.copy()
        shape.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
        near.blit(shape, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        near = near.premul_alpha()
        phases = tuple(tuple(_tiles(_moved(near, n / PHASES))) for n in range(PHASES))
        return cls(phases, picture.get_size()) if phases[0] else None

    def draw(self, canvas: pygame.Surface, x: float, y: int, size: tuple[int, int]) -> None:
        """With the whole's corner there; stretched, if that has to have another size for now."""
        step = round(x * PHASES)
        left, phase = floor(step / PHASES), step % PHASES
        if size == self.size:
            self._lay(canvas, phase, left, y)
        else:
            near = pygame.Surface(self.size, pygame.SRCALPHA)
            self._lay(near, phase, 0, 0)
            canvas.blit(pygame.transform.scale(near, size), (left, y), special_flags=pygame.BLEND_PREMULTIPLIED)

    def _lay(self, canvas: pygame.Surface, phase: int, left: int, top: int) -> None:
        tiles = [(tile, (left + x, top + y)) for tile, x, y in self.phases[phase]]
        canvas.fblits(tiles, pygame.BLEND_PREMULTIPLIED)


def _moved(picture: pygame.Surface, by: float) -> pygame.Surface:
    """By a part of a pixel to the right: every pixel is as much the one before it."""
    if not by:
        return picture
    wide, high = picture.get_size()
    moved = pygame.Surface((wide + 1, high), pygame.SRCALPHA)
    for left, share in ((0, 1 - by), (1, by)):
        part = picture.copy()
        part.fill([round(255 * share)] * 4, special_flags=pygame.BLEND_RGBA_MULT)
        moved.blit(part, (left, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return moved


def _tiles(picture: pygame.Surface) -> Iterator[tuple[pygame.Surface, int, int]]:
    whole = picture.get_rect()
    for top in range(0, whole.height, TILE):
        for left in range(0, whole.width, TILE):
            part = picture.subsurface(whole.clip((left, top, TILE, TILE)))
            filled = part.get_bounding_rect()
            if filled:
                yield part.subsurface(filled).copy(), left + filled.left, top + filled.top
