"""How `places.corridor` is painted: red at the far end, a cold streak across the floor, the right half quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, blur, dim, distance, positions, ramp, spot

_LOOK = Look(
    shadows=(-0.004, 0.000, 0.016),
    highlights=(0.02, 0.004, -0.015),
    dust=(1.0, 0.62, 0.48),
    exposure=9.0,
    white=5.0,
    saturation=1.15,
    contrast=1.2,
    pivot=0.33,
    radius=3.4,
    mix=0.5,
    motes=220,
    vignette=0.42,
    seed=4,
)
_END = (0.33, 0.50)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = render.light, render.depth
    x, _ = positions(picture)
    away = distance(picture, _END)
    # Quiet: the side of the text.
    picture = dim(picture, 0.72, ramp(x, 0.46, 0.66))
    picture = optics.shafts(
        picture, _END, (1.0, 0.25, 0.14), strength=0.35, threshold=0.10, mask=np.exp(-((away / 0.10) ** 2))
    )
    picture = optics.bloom(picture, threshold=0.10, strength=0.12, color=(1.05, 0.8, 0.75), ceiling=0.6)
    girl = spot(picture, (0.325, 0.55), (0.05, 0.15))
    air = np.clip(blur(np.exp(-((away / 0.4) ** 2)) * ramp(depth, 2, 6), 8), 0, 1)
    return develop(picture, _LOOK, focus=girl, air=air, centre=(0.36, 0.52))
