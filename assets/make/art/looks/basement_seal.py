"""How `places.basement_seal` is painted: bronze in lamplight, red on the stairs behind, the left quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, positions, ramp, spot

_LOOK = Look(
    shadows=(-0.006, 0.002, 0.016),
    highlights=(0.024, 0.010, -0.022),
    dust=(1.0, 0.86, 0.62),
    exposure=7.0,
    white=4.5,
    saturation=1.18,
    contrast=1.2,
    pivot=0.34,
    radius=3.4,
    mix=0.5,
    motes=150,
    vignette=0.45,
    seed=6,
)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = render.light
    x, y = positions(picture)
    picture = dim(picture, 0.68, ramp(x, 0.46, 0.22))
    picture = dim(picture, 0.35, ramp(y, 0.30, 0.0))
    picture = optics.bloom(picture, threshold=0.14, strength=0.22, color=(1.05, 0.9, 0.7), ceiling=0.8)
    disc = spot(picture, (0.58, 0.62), (0.20, 0.22))
    girl = spot(picture, (0.83, 0.60), (0.07, 0.20))
    focus = np.clip(np.maximum(0.8 * disc, girl), 0, 1)
    lamp = spot(picture, (0.62, 0.2), (0.3, 0.35))
    return develop(picture, _LOOK, focus=focus, air=lamp, centre=(0.62, 0.55))
