"""How `places.title` is painted: cold light through the mouth, embers under it, the right side dark."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, blur, dim, distance, positions, ramp, spot, tint

_LOOK = Look(
    shadows=(0.002, -0.002, 0.010),
    highlights=(0.012, 0.008, -0.006),
    dust=(1.0, 0.72, 0.45),
    exposure=2.0,
    white=5.0,
    saturation=1.15,
    contrast=1.25,
    radius=3.4,
    mix=0.5,
    motes=260,
    vignette=0.42,
    seed=5,
)
_MOUTH = (0.40, 0.32)
_MAN = (0.30, 0.80)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = render.light, render.depth
    x, _ = positions(picture)
    away = distance(picture, _MOUTH)
    near = blur(ramp(depth, 11, 7), 1.5)

    picture = picture * tint((1.06, 1.0, 0.86))
    picture = picture * (0.6 + 0.5 * np.exp(-((away / 0.55) ** 2)))[..., None]
    # Quiet: the side of the lettering, the nearest teeth, the face (which must not be seen closely).
    picture = dim(picture, 0.45, ramp(x, 0.55, 0.78))
    picture = dim(picture, 0.55, near)
    picture = dim(picture, 0.62, spot(picture, (0.252, 0.806), (0.020, 0.035)))
    picture = optics.shafts(
        picture,
        _MOUTH,
        (0.70, 0.84, 1.0),
        strength=0.32,
        threshold=0.25,
        mask=np.exp(-((away / 0.22) ** 2)) * ramp(depth, 14, 20),
    )
    picture = optics.bloom(picture, threshold=0.45, strength=0.05, sizes=(4, 14, 50, 110), color=(0.95, 0.98, 1.05))

    girl = spot(picture, (0.305, 0.46), (0.05, 0.11))
    man = spot(picture, _MAN, (0.12, 0.12))
    cord = spot(picture, (0.395, 0.5), (0.03, 0.5))
    focus = np.clip(np.maximum(np.maximum(girl, man), 0.8 * cord), 0, 1)
    embers = spot(picture, (0.34, 0.90), (0.22, 0.22))
    return develop(picture, _LOOK, focus=focus, air=embers, centre=(0.38, 0.5))
