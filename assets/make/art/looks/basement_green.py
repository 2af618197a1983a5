"""How `places.basement_green` is painted: green out of the bronze, a little red behind, the left quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, positions, ramp, spot

_LOOK = Look(
    shadows=(-0.006, 0.004, 0.010),
    highlights=(0.010, 0.020, -0.012),
    dust=(0.62, 1.0, 0.72),
    exposure=6.0,
    white=4.5,
    saturation=1.12,
    contrast=1.22,
    pivot=0.34,
    radius=3.4,
    mix=0.5,
    motes=90,
    vignette=0.45,
    seed=7,
)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = render.light
    x, y = positions(picture)
    picture = dim(picture, 0.66, ramp(x, 0.46, 0.22))
    picture = dim(picture, 0.30, ramp(y, 0.25, 0.0))
    picture = optics.bloom(
        picture, threshold=0.10, strength=0.45, sizes=(4, 14, 50, 110), color=(0.8, 1.05, 0.85), ceiling=0.8
    )
    disc = spot(picture, (0.60, 0.62), (0.20, 0.20))
    girl = spot(picture, (0.83, 0.60), (0.08, 0.24))
    focus = np.clip(np.maximum(0.8 * disc, girl), 0, 1)
    return develop(picture, _LOOK, focus=focus, air=spot(picture, (0.60, 0.45), (0.28, 0.35)), centre=(0.62, 0.55))
