"""Air over distance: what lies far takes the colour of the sky before it."""

import numpy as np

from paint.image import Color, Image, distance, tint


def aerial(
    light: Image,
    depth: Image,
    *,
    color: Color,
    glow: Color,
    sun: tuple[float, float],
    reach: float,
    start: float = 8.0,
    most: float = 0.9,
    spread: float = 0.35,
    sky: float = 299.0,
) -> Image:
    """Veil `light` by `depth` (metres): not before `start`, 63 % of `most` at `reach` further, not the sky (`sky` on).

    The veil has `color`, and `glow` on top around `sun` (shares of width and height), spreading over `spread`.
    """
    share = most * (1 - np.exp(-np.maximum(depth - start, 0) / reach)) * (depth < sky)
    near = np.exp(-((distance(light, sun) / spread) ** 1.4))[..., None]
    veil = tint(color) + tint(glow) * near
    return light * (1 - share[..., None]) + veil * share[..., None]
