"""Billows of dust set into a picture at a depth, lit from a point of it."""

from dataclasses import dataclass

import cv2
import numpy as np

from paint.image import Color, Image, blur, positions, ramp, scale, tint


@dataclass(frozen=True)
class Plume:
    """A cloud at `centre`, spreading by `size` (both shares of width and height), `depth` metres away.

    `density` is its opacity at the heart, 0 to 1; `turn` tilts it, in radians; `fine` is how many billows fit in
    the picture's height, and `stretch` draws them out upwards.
    """

    centre: tuple[float, float]
    size: tuple[float, float]
    depth: float
    density: float
    seed: int
    turn: float = 0.0
    fine: float = 5.0
    stretch: float = 1.0


def clouds(shape: tuple[int, int], cells: float, seed: int) -> Image:
    """Smooth fractal noise (h, w), about 0 to 1, `cells` features to the height, curled by its own kind."""
    h, w = shape
    rng = np.random.default_rng(seed)

    def octaves(first: float, count: int) -> Image:
        total = np.zeros((h, w), np.float32)
        for k in range(count):
            rows = max(2, round(first * 2**k) + 3)
            grid = rng.uniform(0, 1, (rows, rows * w // h)).astype(np.float32)
            total += 0.55**k * cv2.resize(grid, (w, h), interpolation=cv2.INTER_CUBIC)
        return (total - total.min()) / np.ptp(total)

    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    reach = 0.35 * h / cells
    bent_x = x + reach * (octaves(cells * 0.7, 3) - 0.5) * 2
    bent_y = y + reach * (octaves(cells * 0.7, 3) - 0.5) * 2
    return cv2.remap(octaves(cells, 5), bent_x, bent_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def add_plume(
    light: Image, depth: Image, plume: Plume, *, source: tuple[float, float], lit: Color, unlit: Color
) -> Image:
    """Lay a plume over `light` where `depth` lies behind it; the side towards `source` takes the colour `lit`."""
    x, y = positions(light)
    aspect = light.shape[1] / light.shape[0]
    dx, dy = (x - plume.centre[0]) * aspect, y - plume.centre[1]
    c, s = np.cos(plume.turn), np.sin(plume.turn)
    u = (c * dx + s * dy) / (plume.size[0] * aspect)
    v = (c * dy - s * dx) / plume.size[1]
    body = np.exp(-(u**2 + v**2))
    h, w = light.shape[:2]
    billow = clouds((round(h / plume.stretch), w), plume.fine / plume.stretch, plume.seed)
    billow = cv2.resize(billow, (w, h), interpolation=cv2.INTER_CUBIC)
    thick = ramp(body * (0.30 + 1.2 * billow), 0.22, 0.80)
    smooth = blur((thick * (0.4 + billow)).astype(np.float32), 6 * scale(light))
    slope_y, slope_x = np.gradient(smooth)
    to_x, to_y = (source[0] - x) * aspect, source[1] - y
    away = np.hypot(to_x, to_y) + 1e-3
    facing = -(slope_x * to_x + slope_y * to_y) / away * 90 * scale(light) / plume.fine
    shade = np.clip(0.5 + facing, 0.12, 1.0) * np.exp(-away / 0.55)
    color = tint(unlit) + tint(lit) * shade[..., None]
    behind = blur(ramp(depth, plume.depth - 1.5, plume.depth + 1.5), 1.0)
    alpha = (plume.density * thick * behind)[..., None]
    return light * (1 - alpha) + color * alpha
