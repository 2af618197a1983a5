"""How `places.maze` is painted: one cold cone of light, an orange line through it, the left side quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, blur, dim, distance, positions, ramp, spot, wash

_LOOK = Look(
    shadows=(0.000, 0.000, 0.012),
    highlights=(0.008, 0.008, -0.004),
    dust=(0.86, 0.93, 1.0),
    exposure=2.6,
    saturation=1.3,
    contrast=1.25,
    radius=3.2,
    mix=0.5,
    motes=220,
    seed=6,
)
_BEAM = (0.66, 0.48)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = render.light, render.depth
    x, _ = positions(picture)
    away = distance(picture, _BEAM)
    near = blur(ramp(depth, 5.5, 3.5), 1.5)
    picture = np.minimum(picture, 10)
    picture = wash(picture, (1.04, 1.0, 0.95), (0.80, 0.86, 1.06), np.exp(-((away / 0.45) ** 1.6)))
    # Quiet: the side of the text and the near rock.
    picture = dim(picture, 0.45, ramp(x, 0.46, 0.28))
    picture = dim(picture, 0.35, near)
    picture = optics.bloom(picture, threshold=0.8, strength=0.06, sizes=(4, 14, 50, 110), color=(0.95, 0.98, 1.05))
    girl = spot(picture, (0.60, 0.52), (0.07, 0.20))
    cord = spot(picture, (0.58, 0.80), (0.16, 0.14))
    focus = np.clip(np.maximum(girl, 0.8 * cord), 0, 1)
    air = np.clip(1.2 * np.exp(-((away / 0.4) ** 2)), 0, 1)
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.62, 0.52))
