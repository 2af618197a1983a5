"""How `places.bus` is painted: gold from ahead, blue shadow on the right."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.aerial import aerial
from paint.develop import Look, develop
from paint.image import Image, blur, dim, distance, positions, ramp, spot, wash

_LOOK = Look(
    shadows=(0.000, 0.000, 0.016),
    highlights=(0.020, 0.006, -0.012),
    dust=(1.0, 0.86, 0.62),
    exposure=3.2,
    saturation=1.2,
    contrast=1.2,
    radius=3.0,
    mix=0.42,
    motes=120,
    seed=11,
)
_SUN = (0.20, 0.45)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = np.minimum(render.light, 10), render.depth
    x, _ = positions(picture)
    picture = aerial(picture, depth, color=(0.20, 0.15, 0.17), glow=(0.9, 0.5, 0.26), sun=_SUN, reach=90, start=14)
    outdoors = blur(ramp(depth, 12, 20), 1.0)
    picture = dim(picture, 0.55, outdoors)
    away = distance(picture, _SUN)
    picture = wash(picture, (1.10, 1.0, 0.84), (0.76, 0.84, 1.06), np.exp(-((away / 0.5) ** 1.6)))
    picture = dim(picture, 0.62, ramp(x, 0.54, 0.74))
    picture = optics.bloom(picture, threshold=0.8, strength=0.06, sizes=(4, 14, 50, 110), color=(1.05, 0.96, 0.84))
    focus = np.clip(spot(picture, (0.40, 0.50), (0.20, 0.16)), 0, 1)
    air = np.clip(np.exp(-((away / 0.4) ** 2)), 0, 1)
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.40, 0.5))
