"""How `places.house` is painted: a line of gold around shut curtains, the left side quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, distance, positions, ramp, spot, wash

_LOOK = Look(
    shadows=(0.000, 0.000, 0.016),
    highlights=(0.020, 0.006, -0.012),
    dust=(1.0, 0.86, 0.62),
    exposure=2.4,
    saturation=1.1,
    contrast=1.2,
    radius=3.0,
    mix=0.42,
    motes=200,
    seed=14,
)
_WINDOW = (0.61, 0.38)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = np.minimum(render.light, 8)
    x, y = positions(picture)
    away = distance(picture, _WINDOW)
    picture = wash(picture, (1.08, 1.0, 0.88), (0.78, 0.86, 1.06), np.exp(-((away / 0.6) ** 1.6)))
    picture = dim(picture, 0.60, ramp(x, 0.48, 0.26))
    picture = dim(picture, 0.25, ramp(y, 0.84, 1.0))
    picture = optics.bloom(picture, threshold=0.7, strength=0.11, sizes=(4, 14, 50, 110), color=(1.05, 0.95, 0.80))
    focus = np.clip(spot(picture, (0.62, 0.68), (0.18, 0.18)), 0, 1)
    air = np.clip(np.exp(-((away / 0.35) ** 2)), 0, 1)
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.62, 0.52))
