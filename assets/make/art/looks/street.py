"""How `places.street` is painted: rose and pale gold over blue shadow, the right half quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.aerial import aerial
from paint.develop import Look, develop
from paint.image import Image, dim, distance, positions, ramp, spot, wash

_LOOK = Look(
    shadows=(-0.004, 0.000, 0.022),
    highlights=(0.02, 0.006, -0.012),
    dust=(1.0, 0.85, 0.65),
    exposure=1.35,
    saturation=1.15,
    contrast=1.12,
    radius=3.2,
    mix=0.5,
    motes=120,
    seed=9,
)
_SUN = (0.255, 0.505)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = np.minimum(render.light, 8), render.depth
    x, y = positions(picture)
    away = distance(picture, _SUN)
    picture = aerial(picture, depth, color=(0.11, 0.10, 0.14), glow=(0.75, 0.42, 0.22), sun=_SUN, reach=90)
    picture = wash(picture, (1.06, 1.0, 0.90), (0.82, 0.90, 1.10), np.exp(-((away / 0.6) ** 1.5)))
    picture = dim(picture, 0.62, ramp(x, 0.46, 0.74))
    picture = dim(picture, 0.30, ramp(y, 0.80, 1.0))
    picture = optics.shafts(
        picture, _SUN, (1.0, 0.72, 0.42), strength=0.35, threshold=0.7, mask=np.exp(-((away / 0.2) ** 2))
    )
    picture = optics.bloom(picture, threshold=0.9, strength=0.10, sizes=(4, 14, 50, 120), color=(1.05, 0.92, 0.75))
    focus = np.clip(spot(picture, (0.27, 0.55), (0.22, 0.22)), 0, 1)
    air = np.exp(-((away / 0.4) ** 2))
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.34, 0.52))
