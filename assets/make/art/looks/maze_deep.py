"""How `places.maze_deep` is painted: a low white beam under cold rock, the left side quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, distance, positions, ramp, spot, wash

_LOOK = Look(
    shadows=(0.000, 0.000, 0.012),
    highlights=(0.012, 0.008, -0.008),
    dust=(0.90, 0.95, 1.0),
    exposure=2.5,
    saturation=1.05,
    contrast=1.25,
    radius=3.2,
    mix=0.5,
    motes=160,
    seed=8,
)
_BEAM = (0.62, 0.62)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = np.minimum(render.light, 10)
    x, y = positions(picture)
    away = distance(picture, _BEAM)
    picture = wash(picture, (1.08, 1.0, 0.90), (0.80, 0.88, 1.08), np.exp(-((away / 0.28) ** 1.6)))
    picture = dim(picture, 0.5, ramp(x, 0.46, 0.28))
    picture = dim(picture, 0.35, ramp(y, 0.84, 1.0))
    picture = optics.bloom(picture, threshold=0.8, strength=0.06, sizes=(4, 14, 50, 110), color=(0.98, 0.98, 1.02))
    man = spot(picture, (0.66, 0.60), (0.12, 0.10))
    trail = spot(picture, (0.62, 0.80), (0.14, 0.14))
    focus = np.clip(np.maximum(man, 0.8 * trail), 0, 1)
    air = np.clip(np.exp(-((away / 0.35) ** 2)), 0, 1)
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.62, 0.55))
