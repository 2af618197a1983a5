"""How `places.crater` is painted: one wall of it in first light, blue depth beneath, the left side quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.aerial import aerial
from paint.develop import Look, develop
from paint.image import Image, dim, positions, ramp, spot, wash
from paint.plume import Plume, add_plume

_LOOK = Look(
    shadows=(-0.004, 0.000, 0.022),
    highlights=(0.02, 0.006, -0.012),
    dust=(1.0, 0.85, 0.65),
    exposure=1.25,
    saturation=1.2,
    contrast=1.15,
    radius=3.0,
    mix=0.5,
    motes=60,
    seed=13,
)
_SUN = (-0.35, 0.10)
"""Out of the picture."""
_HORIZON = 0.262
_SMOKE = (
    Plume((0.34, 0.36), (0.05, 0.22), 250, 0.5, 3, turn=0.3, fine=9, stretch=3),
    Plume((0.22, 0.42), (0.09, 0.16), 220, 0.45, 5, turn=0.2, fine=8, stretch=2),
    Plume((0.47, 0.40), (0.09, 0.10), 260, 0.4, 8, fine=7),
)
_LIT, _UNLIT = (0.62, 0.36, 0.23), (0.09, 0.10, 0.15)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = np.minimum(render.light, 8), render.depth
    x, y = positions(picture)
    # Depth is recorded up to 300 m only: below the horizon what lies further is land, not sky.
    land = (depth < 299) | (y > _HORIZON)
    depth = np.where((depth > 299) & land, 299 + 700 * ramp(y, 0.50, _HORIZON), depth)
    veiled = aerial(
        picture,
        depth,
        color=(0.16, 0.135, 0.165),
        glow=(0.30, 0.17, 0.10),
        sun=_SUN,
        reach=1300,
        start=110,
        most=0.75,
        sky=1e6,
    )
    picture = np.where(land[..., None], veiled, picture)
    for plume in _SMOKE:
        picture = add_plume(picture, depth, plume, source=_SUN, lit=_LIT, unlit=_UNLIT)
    wall = spot(picture, (0.64, 0.44), (0.20, 0.20))
    picture = wash(picture, (1.25, 1.08, 0.86), (0.86, 0.93, 1.10), wall)
    picture = dim(picture, 0.55, ramp(x, 0.50, 0.24))
    picture = dim(picture, 0.75, np.clip(spot(picture, (0.06, 0.80), (0.28, 0.20)), 0, 1))
    picture = dim(picture, 0.35, ramp(y, 0.78, 1.0))
    picture = optics.bloom(picture, threshold=1.0, strength=0.10, sizes=(4, 14, 50, 120), color=(1.05, 0.92, 0.75))
    focus = np.clip(spot(picture, (0.70, 0.66), (0.16, 0.10)), 0, 1)
    return develop(picture, _LOOK, focus=focus, air=wall, centre=(0.62, 0.52))
