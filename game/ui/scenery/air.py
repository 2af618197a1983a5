"""What floats in the air of a place: dust, embers, or falling grit, each speck a function of time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sin, tau
from random import Random
from types import MappingProxyType

import pygame

from game.ui.scenery.light import MAP, Light
from game.ui.scenery.veil import Veil
from game.ui.theme.palette import Color
from game.ui.theme.timing import smooth

COUNT = 200
SIZES = 5  # of specks
LEVELS = 8  # of brightness
BORDER = 0.06  # of the window's height, in which they come and go


@dataclass(frozen=True, slots=True)
class AirKind:
    """Units and seconds. `color` is that of specks which shine themselves; others have that of the light, and are seen
    where it is light."""

    rise: float  # upwards, a second
    wander: float  # sideways, at most, there and back
    large: float  # across
    bright: float  # of 1
    twinkle: float  # times a second
    color: Color | None = None


KINDS: Mapping[str, AirKind] = MappingProxyType(
    {
        "dust": AirKind(rise=-6, wander=30, large=13, bright=0.8, twinkle=0.13),
        "embers": AirKind(rise=46, wander=34, large=9, bright=1.0, twinkle=0.6, color=(255, 148, 58)),
        "grit": AirKind(rise=-170, wander=6, large=9, bright=0.8, twinkle=0.2),
    }
)


@dataclass(frozen=True, slots=True)
class _Speck:
    x: float  # of the window's width
    y: float  # of its height
    near: float  # from far and small up to 1
    phase: float
    sprites: Sequence[pygame.Surface]  # one for each level


class Air:
    """The specks before one picture, which reaches beyond the window as its veil says."""

    def __init__(self, kind: AirKind, veil: Veil, light: Light | None) -> None:
        self._kind, self._measures = kind, veil.metrics
        color = kind.color or (light.color if light else (255, 255, 255))
        sizes = [max(2, veil.metrics.px(kind.large * (0.5 + size / SIZES))) for size in range(SIZES)]
        sprites = [[_sprite(size, color, level / LEVELS) for level in range(LEVELS + 1)] for size in sizes]
        random = Random(COUNT)  # noqa: S311 (the same specks every time)
        self._specks = [_speck(random, sprites) for _ in range(COUNT)]
        self._shown = _shown(veil, None if kind.color else light)

    def draw(self, canvas: pygame.Surface, lived: float, solid: float) -> None:
        """Add the specks as they are after so many seconds, so solid."""
        canvas.fblits(list(self._seen(lived, solid)), pygame.BLEND_RGB_ADD)

    def _seen(self, lived: float, solid: float) -> Iterator[tuple[pygame.Surface, tuple[float, float]]]:
        kind, (wide, high) = self._kind, self._measures.size
        wander = kind.wander * self._measures.unit / wide
        risen = kind.rise * self._measures.unit / high * lived
        twinkled = lived * kind.twinkle * tau
        most = LEVELS * solid * kind.bright
        for speck in self._specks:
            x = (speck.x + wander * speck.near * sin(lived * 0.31 + speck.phase * 3)) % 1.0
            y = (speck.y - risen * speck.near) % 1.0
            shown = self._shown[int(y * MAP[1]) % MAP[1]][int(x * MAP[0]) % MAP[0]]  # a little less than 0, % 1, is 1
            if not shown:
                continue
            border = min(y, 1 - y)
            if border < BORDER:
                shown *= smooth(border / BORDER)  # in and out, not all at once
            level = round(most * speck.near * shown * (0.55 + 0.45 * sin(twinkled + speck.phase)))
            if level > 0:
                sprite = speck.sprites[min(level, LEVELS)]
                half = sprite.get_width() // 2
                yield sprite, (x * wide - half, y * high - half)


def _speck(random: Random, sprites: Sequence[Sequence[pygame.Surface]]) -> _Speck:
    x, y, depth, phase = random.random(), random.random(), random.random() ** 2, random.random() * tau
    return _Speck(x, y, 0.35 + 0.65 * depth, phase, sprites[int(depth * (SIZES - 1))])


def _shown(veil: Veil, light: Light | None) -> list[list[float]]:
    """How much is seen of a speck in each place of a MAP: little under the veil and, by that light, in the dark."""
    wide = veil.metrics.size[0] / MAP[0]
    clear = [veil.clear(veil.edge + (x + 0.5) * wide) for x in range(MAP[0])]
    if light is None:
        return [clear] * MAP[1]
    rows = [light.lit[y * MAP[0] : (y + 1) * MAP[0]] for y in range(MAP[1])]
    return [[part * (0.25 + 0.75 * lit / 255) for part, lit in zip(clear, row, strict=True)] for row in rows]


def _sprite(size: int, color: Color, bright: float) -> pygame.Surface:
    """A soft round spot on black, to be added."""
    fine = 4
    large = pygame.Surface((size * fine, size * fine), depth=32)
    middle = size * fine / 2
    for ring in range(size * fine // 2, 0, -1):
        part = bright * smooth(1 - ring / middle)
        pygame.draw.circle(large, [round(c * part) for c in color], (middle, middle), ring)
    return pygame.transform.smoothscale(large, (size, size)).convert(32)
