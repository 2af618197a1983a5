"""How `places.maze_dark` is painted: as little as still makes a picture, the right half nearly black."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, distance, positions, ramp, spot, wash

_LOOK = Look(
    shadows=(0.000, 0.001, 0.012),
    highlights=(-0.004, 0.004, 0.012),
    dust=(0.70, 0.82, 1.0),
    exposure=1.0,
    saturation=0.95,
    contrast=1.2,
    pivot=0.30,
    radius=3.4,
    motes=110,
    seed=7,
)
_GLIMMER = (0.36, 0.47)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = np.minimum(render.light, 6)
    x, _ = positions(picture)
    away = distance(picture, _GLIMMER)
    picture = wash(picture, (0.95, 1.0, 1.04), (0.72, 0.84, 1.10), np.exp(-((away / 0.4) ** 1.6)))
    picture = picture * (0.28 + 0.72 * np.exp(-((away / 0.55) ** 1.6)))[..., None]
    picture = dim(picture, 0.6, ramp(x, 0.50, 0.72))
    picture = optics.bloom(picture, threshold=0.4, strength=0.08, sizes=(6, 20, 70), color=(0.9, 0.97, 1.08))
    focus = spot(picture, _GLIMMER, (0.09, 0.20))
    # Ash rises where the draught is: a column over the glimmer.
    ash = spot(picture, (_GLIMMER[0], _GLIMMER[1] - 0.10), (0.05, 0.22))
    return develop(picture, _LOOK, focus=focus, air=ash, centre=(0.38, 0.50))
