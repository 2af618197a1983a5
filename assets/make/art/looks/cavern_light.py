"""How `places.cavern_light` is painted: white gold out of umber, the right half quiet."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, blur, dim, distance, positions, ramp, spot, wash

_LOOK = Look(
    shadows=(0.000, 0.000, 0.014),
    highlights=(0.02, 0.010, -0.012),
    dust=(1.0, 0.93, 0.78),
    exposure=0.95,
    saturation=1.45,
    contrast=1.28,
    seed=2,
)
_SOURCE = (0.338, 0.42)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = render.light, render.depth
    x, _ = positions(picture)
    away = distance(picture, _SOURCE)
    near = blur(ramp(depth, 16, 11), 1.0)
    core = np.exp(-((away / 0.12) ** 2))
    body = spot(picture, (_SOURCE[0], _SOURCE[1] + 0.035), (0.020, 0.070))

    # The bearer stands dark before his light; warmth and brightness fall off from there.
    picture = dim(dim(np.minimum(picture, 12), 0.6, body), 0.45, core)
    picture = wash(picture, (1.12, 1.0, 0.80), (0.80, 0.77, 0.86), np.exp(-((away / 0.5) ** 1.5)))
    picture = picture * (0.30 + 0.80 * np.exp(-((away / 0.75) ** 1.6)))[..., None]
    # Quiet: the side of the text, the ledge, the upper left corner.
    picture = dim(picture, 0.80, ramp(x, 0.46, 0.74))
    picture = dim(picture, 0.55, near)
    picture = dim(picture, 0.55, spot(picture, (0.02, 0.04), (0.20, 0.30)))

    centre = (_SOURCE[0], _SOURCE[1] - 0.01)
    picture = optics.shafts(
        picture,
        centre,
        (1.0, 0.92, 0.74),
        strength=0.38,
        threshold=0.9,
        mask=np.exp(-((away / 0.16) ** 2)) * (1 - near),
    )
    rays = optics.rays(picture, centre) - 0.45
    reach = ramp(away, 0.05, 0.14) * np.exp(-((away / 0.5) ** 2)) * (1 - near)
    picture = picture * (1 + 0.55 * rays * reach)[..., None]
    fighter = spot(picture, (0.12, 0.70), (0.07, 0.20))
    army = ramp(spot(picture, (0.36, 0.70), (0.26, 0.20)), 0.1, 0.6)
    picture = optics.clarity(picture, army * (1 - near), radius=14, amount=1.2)
    picture = optics.bloom(picture, threshold=1.6, strength=0.035, color=(1.03, 0.98, 0.85))

    focus = np.clip(np.maximum(np.maximum(fighter, 0.8 * army), spot(picture, _SOURCE, (0.05, 0.10))), 0, 1)
    air = np.clip(1.2 * np.exp(-((away / 0.5) ** 2)) * (1 - 0.8 * near), 0, 1)
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.36, 0.48))
