"""How `places.office` is painted: warmth in the cracks, one red lamp, night at the blinds, the left quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, positions, ramp, spot

_LOOK = Look(
    shadows=(-0.005, 0.001, 0.016),
    highlights=(0.022, 0.008, -0.018),
    dust=(1.0, 0.70, 0.46),
    exposure=4.8,
    white=5.0,
    saturation=1.16,
    contrast=1.2,
    pivot=0.34,
    radius=3.4,
    mix=0.5,
    motes=150,
    vignette=0.42,
    seed=9,
)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = render.light
    x, _ = positions(picture)
    picture = dim(picture, 0.66, ramp(x, 0.48, 0.26))
    picture = optics.bloom(picture, threshold=0.16, strength=0.25, color=(1.05, 0.8, 0.6), ceiling=0.8)
    woman = spot(picture, (0.63, 0.66), (0.09, 0.24))
    cracks = spot(picture, (0.66, 0.62), (0.16, 0.12))
    focus = np.clip(np.maximum(woman, 0.8 * cracks), 0, 1)
    return develop(picture, _LOOK, focus=focus, air=spot(picture, (0.66, 0.45), (0.22, 0.3)), centre=(0.64, 0.55))
