"""What stands nearest in a painting: it drifts further than the rest, and so there is depth."""

from dataclasses import dataclass
from math import floor

import pygame

from game.ui.scenery.veil import Veil
from game.ui.style import Color

PHASES = 4  # places between one pixel and the next


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """`phases` are the same picture, each a part of a pixel further to the right, with premultiplied alpha; `at` is where
    it begins in the whole, which has that `size`."""

    phases: tuple[pygame.Surface, ...]
    at: tuple[int, int]
    size: tuple[int, int]

    @classmethod
    def of(cls, picture: pygame.Surface, veil: Veil, light: Color, whole: pygame.Surface) -> "Near | None":
        """Of a picture as large as the `whole`, clear where nothing is near, under the same veil; None if all is clear."""
        around = picture.get_bounding_rect()
        if not around:
            return None
        plain = picture.convert(24)
        veil.lay(plain, light, like=whole)
        near = plain.convert_alpha()
        shape = picture.copy()
        shape.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
        near.blit(shape, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        near = near.subsurface(around).copy().premul_alpha()
        return cls(tuple(_moved(near, n / PHASES) for n in range(PHASES)), around.topleft, picture.get_size())

    def draw(self, canvas: pygame.Surface, x: float, y: int, size: tuple[int, int]) -> None:
        """With the whole's corner there; stretched, if that has to have another size for now."""
        step = round(x * PHASES)
        left, phase = floor(step / PHASES), step % PHASES
        near, (right, down) = self.phases[phase], self.at
        if size != self.size:
            share = size[0] / self.size[0], size[1] / self.size[1]
            near = pygame.transform.scale(
                near, [round(side * by) for side, by in zip(near.get_size(), share, strict=True)]
            )
            right, down = round(right * share[0]), round(down * share[1])
        canvas.blit(near, (left + right, y + down), special_flags=pygame.BLEND_PREMULTIPLIED)


def _moved(picture: pygame.Surface, by: float) -> pygame.Surface:
    """By a part of a pixel to the right: every pixel is as much the one before it."""
    wide, high = picture.get_size()
    moved = pygame.Surface((wide + 1, high), pygame.SRCALPHA)
    for left, share in ((0, 1 - by), (1, by)):
        part = picture.copy()
        part.fill([round(255 * share)] * 4, special_flags=pygame.BLEND_RGBA_MULT)
        moved.blit(part, (left, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return moved
