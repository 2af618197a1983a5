"""How `places.stairs` is painted: red from below, a little night from behind, the right quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, distance, positions, ramp, spot

_LOOK = Look(
    shadows=(-0.004, 0.000, 0.014),
    highlights=(0.02, 0.004, -0.015),
    dust=(1.0, 0.60, 0.44),
    exposure=7.0,
    white=5.0,
    saturation=1.12,
    contrast=1.2,
    pivot=0.33,
    radius=3.4,
    mix=0.5,
    motes=160,
    vignette=0.42,
    seed=10,
)
_FOOT = (0.36, 0.60)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = render.light
    x, _ = positions(picture)
    away = distance(picture, _FOOT)
    picture = dim(picture, 0.70, ramp(x, 0.50, 0.72))
    # The steps come out of the haze, so that the missing ones are seen.
    picture = optics.clarity(picture, spot(picture, (0.44, 0.82), (0.22, 0.26)), radius=40, amount=1.1)
    picture = optics.shafts(
        picture, _FOOT, (1.0, 0.25, 0.14), strength=0.25, threshold=0.12, mask=np.exp(-((away / 0.12) ** 2))
    )
    picture = optics.bloom(picture, threshold=0.12, strength=0.15, color=(1.05, 0.8, 0.75), ceiling=0.6)
    girl = spot(picture, (0.33, 0.58), (0.06, 0.2))
    air = np.exp(-((away / 0.4) ** 2))
    return develop(picture, _LOOK, focus=girl, air=air, centre=(0.36, 0.55))
