"""The drawing on the Seal of Danzalthar as a map of heights: rings, invented glyphs, a pentagram, a goat's head."""

import math
from collections.abc import Callable, Sequence
from functools import cache

import cv2
import numpy as np
from scipy.ndimage import map_coordinates

from kit.noise import Array

PENTAGON = 0.74
"""The radius of the pentagon of petals; the seal's own is 1."""
_SIZE = 2048
_SHIFT = 4
Stroke = Sequence[tuple[float, float]]


def corner(k: int) -> tuple[float, float]:
    """Corner `k` of the pentagon whose sides are the petals' hinges; one points to -y."""
    angle = 1.5 * math.pi + 2 * math.pi * k / 5
    return PENTAGON * math.cos(angle), PENTAGON * math.sin(angle)


def heights(x: Array, y: Array) -> Array:
    """The relief, 0 to 1, at points of the unit disc."""
    column, row = (x * 0.5 + 0.5) * (_SIZE - 1), (0.5 - y * 0.5) * (_SIZE - 1)
    return map_coordinates(_map(), [row, column], order=1, mode="nearest")


class _Plate:
    """A blank at half height that is drawn on."""

    def __init__(self) -> None:
        self.map = np.full((_SIZE, _SIZE), 0.5, np.float32)

    def line(self, points: Stroke, height: float, width: int) -> None:
        cv2.polylines(self.map, [self._pixels(points)], False, height, width, cv2.LINE_AA, _SHIFT)

    def fill(self, points: Stroke, height: float) -> None:
        cv2.fillPoly(self.map, [self._pixels(points)], height, cv2.LINE_AA, _SHIFT)

    def circle(self, radius: float, height: float, width: int) -> None:
        centre = self._pixels([(0, 0)])[0]
        reach = round(radius * 0.5 * _SIZE * 2**_SHIFT)
        cv2.circle(self.map, tuple(int(c) for c in centre), reach, height, width, cv2.LINE_AA, _SHIFT)

    @staticmethod
    def _pixels(points: Stroke) -> np.ndarray:
        xy = np.array(points)
        return np.round(np.stack([xy[:, 0] * 0.5 + 0.5, 0.5 - xy[:, 1] * 0.5], 1) * _SIZE * 2**_SHIFT).astype(np.int32)


@cache
def _map() -> np.ndarray:
    plate = _Plate()
    for radius, width in ((0.985, 16), (0.93, 8), (0.765, 10), (0.74, 5)):
        plate.circle(radius, 0.95, width)
    _glyphs(plate)
    star = [(0.74 * math.sin(a), 0.74 * math.cos(a)) for a in (2 * math.pi * k / 5 + math.pi for k in range(5))]
    plate.line([star[k] for k in (0, 2, 4, 1, 3, 0)], 0.80, 13)
    for k in range(5):
        plate.line([(0, 0), corner(k)], 0.12, 7)
        plate.line([corner(k), corner((k + 1) % 5)], 0.12, 9)
    _goat(plate)
    return cv2.GaussianBlur(plate.map, (0, 0), 2.2)


def _glyphs(plate: _Plate) -> None:
    rng = np.random.default_rng(11)
    for k in range(40):
        angle = 2 * math.pi * k / 40
        c, s = math.cos(angle), math.sin(angle)

        def at(along: float, out: float, c: float = c, s: float = s) -> tuple[float, float]:
            return (0.847 + out) * c - along * s, (0.847 + out) * s + along * c

        for kind in rng.integers(0, 4, 3):
            plate.line(_glyph(int(kind), at, rng), 1.0, 7)


def _glyph(kind: int, at: Callable[[float, float], tuple[float, float]], rng: np.random.Generator) -> Stroke:
    a, b = rng.uniform(-0.045, 0.045, 2)
    low, high = rng.uniform(-0.06, 0.06, 2)
    match kind:
        case 0:
            return [at(0, -0.06), at(0, 0.06)]
        case 1:
            return [at(a, low), at(b, high), at(-a, high)]
        case 2:
            turns = np.linspace(0, rng.uniform(3, 6.2), 14)
            return [at(0.035 * math.cos(t), 0.035 * math.sin(t) + 0.5 * low) for t in turns]
        case _:
            return [at(-0.04, low), at(0.04, low)]


def _goat(plate: _Plate) -> None:
    """A head with horns, seen from the front; each half is drawn and mirrored."""

    def scaled(points: Stroke, side: int) -> Stroke:
        return [(side * x * 1.22, (y + 0.03) * 1.22 - 0.01) for x, y in points]

    def line(points: Stroke, height: float, width: int) -> None:
        for side in (1, -1):
            plate.line(scaled(points, side), height, width)

    def fill(points: Stroke, height: float) -> None:
        for side in (1, -1):
            plate.fill(scaled(points, side), height)

    face = [
        (0.0, 0.17),
        (0.09, 0.16),
        (0.15, 0.08),
        (0.135, 0.0),
        (0.11, -0.12),
        (0.08, -0.27),
        (0.055, -0.36),
        (0.0, -0.40),
    ]
    fill([*face, (0.0, 0.17)], 0.76)
    line(face, 0.98, 11)
    outer = [(0.055, 0.16), (0.10, 0.31), (0.19, 0.44), (0.31, 0.51), (0.40, 0.49), (0.43, 0.41)]
    inner = [(0.13, 0.11), (0.20, 0.25), (0.27, 0.35), (0.34, 0.41), (0.40, 0.43), (0.43, 0.41)]
    fill([*outer, *inner[::-1]], 0.80)
    line(outer, 1.0, 11)
    line(inner, 1.0, 11)
    for share in np.linspace(0.1, 0.9, 9):
        line([_along(outer, share), _along(inner, share)], 0.98, 6)
    ear = [(0.15, 0.07), (0.27, 0.10), (0.37, 0.03), (0.28, -0.02), (0.145, 0.0)]
    fill(ear, 0.74)
    line([*ear, ear[0]], 0.98, 8)
    line([(0.17, 0.045), (0.27, 0.055), (0.34, 0.03)], 0.35, 6)
    # Slanted eyes, sunk, with the level bar of a goat's pupil standing in them.
    eye = [(0.040, 0.015), (0.075, 0.060), (0.125, 0.055), (0.128, 0.030), (0.085, 0.005)]
    fill(eye, 0.10)
    line([*eye, eye[0]], 1.0, 6)
    line([(0.066, 0.033), (0.110, 0.036)], 0.9, 7)
    line([(0.020, 0.070), (0.075, 0.095), (0.140, 0.080)], 1.0, 9)
    line([(0.03, -0.02), (0.05, -0.14), (0.052, -0.24), (0.035, -0.31)], 0.35, 6)
    line([(0.085, -0.05), (0.088, -0.15), (0.07, -0.24)], 0.92, 5)
    nostril = [(0.016, -0.315), (0.040, -0.300), (0.046, -0.322), (0.022, -0.340)]
    fill(nostril, 0.08)
    line([(0.0, -0.345), (0.0, -0.375), (0.032, -0.382)], 0.12, 6)
    plate.line(scaled([(0, 0.12), (0, -0.24)], 1), 0.92, 6)
    for x in (0.008, 0.022, 0.034):
        line([(x, -0.40), (x * 1.5, -0.46), (x * 0.5, -0.54)], 0.95, 6)


def _along(points: Stroke, share: float) -> tuple[float, float]:
    """The point `share` of the way along the corners of a line."""
    at = share * (len(points) - 1)
    k = min(int(at), len(points) - 2)
    (x0, y0), (x1, y1) = points[k], points[k + 1]
    return x0 + (x1 - x0) * (at - k), y0 + (y1 - y0) * (at - k)
