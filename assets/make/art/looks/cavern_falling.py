"""How `places.cavern_falling` is painted: ash and fire, dust rolling through the light, the right half quieter."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, blur, distance, positions, ramp, spot, tint
from paint.plume import Plume, add_plume

_LOOK = Look(
    shadows=(0.014, 0.000, -0.004),
    highlights=(0.026, 0.008, -0.018),
    dust=(1.0, 0.82, 0.55),
    exposure=0.72,
    saturation=1.12,
    contrast=1.3,
    radius=3.4,
    motes=700,
    seed=4,
)
_SOURCE = (0.352, 0.42)
_LIT, _UNLIT = (1.25, 0.86, 0.50), (0.040, 0.034, 0.032)
_PLUMES = (
    Plume((0.66, 0.86), (0.22, 0.20), 34, 0.85, 1, fine=5),
    Plume((0.80, 0.60), (0.20, 0.24), 40, 0.75, 2, fine=4),
    Plume((0.52, 0.90), (0.16, 0.13), 24, 0.80, 3, fine=7),
    Plume((0.12, 0.72), (0.17, 0.15), 30, 0.80, 4, fine=6),
    Plume((0.22, 0.88), (0.16, 0.10), 20, 0.60, 5, fine=7),
    Plume((0.465, 0.16), (0.030, 0.17), 27, 0.55, 6, turn=0.12, fine=9),
    Plume((0.235, 0.08), (0.026, 0.13), 24, 0.55, 7, turn=0.12, fine=9),
    Plume((0.575, 0.08), (0.035, 0.15), 21, 0.55, 8, turn=0.12, fine=8),
    Plume((0.19, 0.38), (0.020, 0.13), 25, 0.50, 9, turn=0.12, fine=10),
    Plume((0.40, 0.02), (0.05, 0.14), 31, 0.55, 10, turn=0.12, fine=8),
    Plume((0.09, 0.14), (0.03, 0.16), 16, 0.50, 11, turn=0.12, fine=7),
)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = render.light, render.depth
    x, y = positions(picture)
    away = distance(picture, _SOURCE)
    near = blur(ramp(depth, 13, 9), 1.0)
    body = spot(picture, (_SOURCE[0], _SOURCE[1] + 0.05), (0.03, 0.09))

    picture = np.minimum(picture, 12) * (1 - 0.45 * body)[..., None]
    warmth = np.exp(-((away / 0.42) ** 1.5))[..., None]
    picture = picture * (tint((1.08, 1.0, 0.84)) * warmth + tint((0.94, 0.82, 0.76)) * (1 - warmth))
    picture = picture * (0.22 + 0.9 * np.exp(-((away / 0.62) ** 1.6)))[..., None]
    for plume in sorted(_PLUMES, key=lambda p: -p.depth):
        picture = add_plume(picture, depth, plume, source=_SOURCE, lit=_LIT, unlit=_UNLIT)
    picture = picture * (1 - 0.60 * ramp(x, 0.52, 0.76))[..., None] * (1 - 0.5 * near)[..., None]
    centre = (_SOURCE[0], _SOURCE[1] - 0.01)
    source = np.exp(-((away / 0.15) ** 2)) * (1 - near)
    picture = optics.shafts(picture, centre, (1.0, 0.85, 0.58), strength=0.5, threshold=0.9, mask=source)
    rays = optics.rays(picture, centre, seed=9) - 0.45
    reach = ramp(away, 0.05, 0.16) * np.exp(-((away / 0.5) ** 2)) * (1 - near)
    picture = picture * (1 + 0.5 * rays * reach)[..., None]
    picture = optics.bloom(picture, threshold=1.6, strength=0.035, color=(1.05, 0.95, 0.78))

    pair = spot(picture, (0.352, 0.48), (0.06, 0.10))
    falling = 0.5 * ramp(depth, 40, 30) * ramp(y, 0.85, 0.7)
    air = np.clip(1.2 * np.exp(-((away / 0.55) ** 2)), 0, 1)
    focus = np.clip(np.maximum(pair, falling), 0, 1).astype(np.float32)
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.37, 0.48))
