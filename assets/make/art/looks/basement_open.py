"""How `places.basement_open` is painted: embers up through the petals, red on the stairs, the right quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, distance, positions, ramp, spot

_LOOK = Look(
    shadows=(-0.006, 0.002, 0.016),
    highlights=(0.024, 0.008, -0.022),
    dust=(1.0, 0.66, 0.36),
    exposure=4.0,
    white=5.0,
    saturation=1.18,
    contrast=1.2,
    pivot=0.34,
    radius=3.4,
    mix=0.5,
    motes=130,
    vignette=0.45,
    seed=8,
)
_PIT = (0.62, 0.66)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = render.light
    x, _ = positions(picture)
    away = distance(picture, _PIT)
    # Quiet: the side of the text; the figure, a silhouette before the fire.
    girl = spot(picture, (0.84, 0.60), (0.05, 0.24))
    picture = dim(dim(picture, 0.60, ramp(x, 0.44, 0.22)), 0.10, girl)
    picture = optics.shafts(
        picture,
        (_PIT[0], 0.95),
        (1.0, 0.60, 0.28),
        strength=0.30,
        threshold=0.35,
        mask=np.exp(-((away / 0.16) ** 2)),
    )
    picture = optics.bloom(picture, threshold=0.35, strength=0.16, color=(1.05, 0.8, 0.55), ceiling=1.5)
    flower = spot(picture, _PIT, (0.20, 0.24))
    focus = np.clip(np.maximum(0.7 * flower, girl), 0, 1)
    air = spot(picture, (_PIT[0], 0.35), (0.22, 0.40))
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.62, 0.55))
