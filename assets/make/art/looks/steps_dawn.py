"""How `places.steps_dawn` is painted: the sun beside three dark figures, long shadows, the left side quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.aerial import aerial
from paint.develop import Look, develop
from paint.image import Image, blur, dim, distance, positions, ramp, spot, wash

_LOOK = Look(
    shadows=(-0.004, 0.000, 0.022),
    highlights=(0.02, 0.006, -0.012),
    dust=(1.0, 0.85, 0.65),
    exposure=1.3,
    saturation=1.15,
    contrast=1.15,
    radius=3.0,
    mix=0.5,
    motes=160,
    seed=10,
)
_SUN = (0.70, 0.25)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = np.minimum(render.light, 8), render.depth
    x, y = positions(picture)
    away = distance(picture, _SUN)
    near = blur(ramp(depth, 9.0, 7.0), 1.5)
    picture = aerial(picture, depth, color=(0.12, 0.11, 0.15), glow=(0.85, 0.48, 0.25), sun=_SUN, reach=75)
    picture = wash(picture, (1.06, 1.0, 0.90), (0.82, 0.90, 1.10), np.exp(-((away / 0.6) ** 1.5)))
    picture = dim(picture, 0.68, ramp(x, 0.52, 0.26))
    picture = dim(picture, 0.25, ramp(y, 0.82, 1.0))
    picture = optics.shafts(
        picture, _SUN, (1.0, 0.72, 0.42), strength=0.4, threshold=0.8, mask=np.exp(-((away / 0.2) ** 2)) * (1 - near)
    )
    picture = optics.bloom(picture, threshold=1.0, strength=0.10, sizes=(4, 14, 50, 120), color=(1.05, 0.92, 0.75))
    focus = np.clip(spot(picture, (0.66, 0.55), (0.12, 0.25)), 0, 1)
    air = np.exp(-((away / 0.4) ** 2))
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.62, 0.52))
