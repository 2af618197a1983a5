"""How `places.throat` is painted: white fire from below, a red hole above, the left half quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, blur, dim, distance, positions, ramp, spot, wash

_LOOK = Look(
    shadows=(0.002, -0.002, 0.014),
    highlights=(0.03, 0.012, -0.025),
    dust=(1.0, 0.93, 0.78),
    exposure=1.0,
    saturation=1.15,
    contrast=1.4,
    radius=2.6,
    mix=0.38,
    motes=420,
    seed=3,
)
_FIRE = (0.60, 1.04)
_BREACH = (0.617, 0.115)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = render.light, render.depth
    x, y = positions(picture)
    below, above = distance(picture, _FIRE), distance(picture, _BREACH)
    near = blur(ramp(depth, 7.0, 4.5), 1.5)

    heat = np.exp(-((below / 0.62) ** 1.6))
    picture = wash(picture, (1.08, 1.0, 0.86), (0.70, 0.72, 0.84), heat)
    reach = 0.16 + 1.15 * np.exp(-((below / 0.72) ** 1.5)) + 0.9 * np.exp(-((above / 0.2) ** 1.4))
    picture = picture * reach[..., None]
    # Quiet: the side of the text, the near rock, a stone that floats in the beam.
    picture = dim(picture, 0.70, ramp(x, 0.56, 0.36))
    picture = dim(picture, 0.45, near)
    picture = dim(picture, 0.75, spot(picture, (0.551, 0.737), (0.014, 0.035)))
    picture = wash(picture, (0.62, 0.28, 0.24), (1, 1, 1), ramp(y, 0.30, 0.06))
    picture = optics.shafts(
        picture, _FIRE, (1.0, 0.9, 0.7), strength=0.5, threshold=0.35, mask=ramp(y, 0.62, 0.92) * ramp(x, 0.40, 0.52)
    )
    picture = optics.shafts(
        picture, _BREACH, (1.0, 0.16, 0.08), strength=0.5, threshold=0.5, mask=np.exp(-((above / 0.09) ** 2))
    )
    picture = optics.clarity(picture, spot(picture, (0.69, 0.58), (0.09, 0.28)), amount=1.1)
    picture = optics.bloom(picture, threshold=0.8, strength=0.10, sizes=(4, 14, 50, 110), color=(1.05, 0.95, 0.85))

    climber = spot(picture, (0.665, 0.58), (0.06, 0.16))
    air = np.clip(1.2 * heat, 0, 1)
    return develop(picture, _LOOK, focus=climber, air=air, centre=(0.62, 0.55))
