"""What floats in the air of a place: dust, embers, or falling grit, each speck a function of time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sin, tau
from random import Random
from types import MappingProxyType

import pygame

from game.ui.pace import smooth
from game.ui.scenery.light import MAP, Light
from game.ui.scenery.veil import Veil
from game.ui.style import Color

COUNT = 200
SIZES = 5  # of specks
LEVELS = 8  # of brightness


@dataclass(frozen=True, slots=True)
class Kind:
    """Units and seconds. `color` is that of specks which shine themselves; others have that of the light, and are seen
    where it is light."""

    rise: float  # upwards, a second
    wander: float  # sideways, at most, there and back
    large: float  # across
    bright: float  # of 1
    twinkle: float  # times a second
    color: Color | None = None


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "dust": Kind(rise=-6, wander=30, large=13, bright=0.8, twinkle=0.13),
        "embers": Kind(rise=46, wander=34, large=9, bright=1.0, twinkle=0.6, color=(255, 148, 58)),
        "grit": Kind(rise=-170, wander=6, large=9, bright=0.8, twinkle=0.2),
    }
)


@dataclass(frozen=True, slots=True)
class _Speck:
    x: float  # of the window's width
    y: float  # of its height
    depth: float  # from 0, far and small, to 1
    phase: float


class Air:
    """The specks before one picture, which reaches beyond the window as its veil says."""

    def __init__(self, kind: Kind, veil: Veil, light: Light | None) -> None:
        self._kind, self._veil, self._light = kind, veil, light
        random = Random(COUNT)  # noqa: S311 (the same specks every time)
        self._specks = [
            _Speck(random.random(), random.random(), random.random() ** 2, random.random() * tau) for _ in range(COUNT)
        ]
        color = kind.color or (light.color if light else (255, 255, 255))
        sizes = [max(2, veil.measures.px(kind.large * (0.5 + size / SIZES))) for size in range(SIZES)]
        self._sprites = [[_sprite(size, color, level / LEVELS) for level in range(LEVELS + 1)] for size in sizes]

    def draw(self, canvas: pygame.Surface, lived: float, solid: float) -> None:
        """Add the specks as they are after so many seconds, so solid."""
        canvas.fblits(list(self._seen(lived, solid)), pygame.BLEND_RGB_ADD)

    def _seen(self, lived: float, solid: float) -> Iterator[tuple[pygame.Surface, tuple[float, float]]]:
        kind, (wide, high), unit = self._kind, self._veil.measures.size, self._veil.measures.unit
        for speck in self._specks:
            near = 0.35 + 0.65 * speck.depth
            away = kind.wander * unit * near * sin(lived * 0.31 + speck.phase * 3) / wide
            x = (speck.x + away) % 1.0
            y = (speck.y - kind.rise * unit * near * lived / high) % 1.0
            bright = kind.bright * near * (0.55 + 0.45 * sin(lived * kind.twinkle * tau + speck.phase))
            level = round(LEVELS * solid * bright * self._shown(x, y))
            if level > 0:
                sprite = self._sprites[int(speck.depth * (SIZES - 1))][min(level, LEVELS)]
                half = sprite.get_width() // 2
                yield sprite, (x * wide - half, y * high - half)

    def _shown(self, x: float, y: float) -> float:
        """How much is seen of a speck there: little under the veil, and of dust, little in the dark."""
        edge, (wide, _) = self._veil.edge, self._veil.measures.size
        clear = self._veil.clear(edge + x * wide)
        fade = smooth(min(y, 1 - y) / 0.06)  # in and out at the borders, not all at once
        if self._kind.color or not self._light:
            return clear * fade
        lit = self._light.lit[int(y * MAP[1]) * MAP[0] + int(x * MAP[0])] / 255
        return clear * fade * (0.25 + 0.75 * lit)


def _sprite(size: int, color: Color, bright: float) -> pygame.Surface:
    """A soft round spot on black, to be added."""
    fine = 4
    large = pygame.Surface((size * fine, size * fine), depth=24)
    middle = size * fine / 2
    for ring in range(size * fine // 2, 0, -1):
        part = bright * smooth(1 - ring / middle)
        pygame.draw.circle(large, [round(c * part) for c in color], (middle, middle), ring)
    return pygame.transform.smoothscale(large, (size, size)).convert(32)
