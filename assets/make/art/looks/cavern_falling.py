"""How `places.cavern_falling` is painted: ash and fire, dust rolling through the light, the right half quieter."""

import numpy as np
from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, blur, dim, distance, positions, ramp, spot, wash
from paint.plume import Plume, add_plume
from places.cavern_falling import SLABS

_LOOK = Look(
    shadows=(0.004, -0.001, 0.008),
    highlights=(0.026, 0.008, -0.018),
    dust=(1.0, 0.82, 0.55),
    exposure=0.64,
    saturation=1.12,
    contrast=1.42,
    relief=0.6,
    radius=3.4,
    motes=700,
    seed=4,
)
_SOURCE = (0.352, 0.42)
_LIT, _UNLIT = (1.75, 1.06, 0.52), (0.048, 0.042, 0.042)
_PLUMES = (
    Plume((0.66, 0.86), (0.22, 0.20), 34, 0.85, 1, fine=5),
    Plume((0.80, 0.60), (0.20, 0.24), 40, 0.75, 2, fine=4),
    Plume((0.52, 0.90), (0.16, 0.13), 24, 0.80, 3, fine=7),
    Plume((0.12, 0.72), (0.17, 0.15), 30, 0.80, 4, fine=6),
    Plume((0.22, 0.88), (0.16, 0.10), 20, 0.60, 5, fine=7),
)


def _trail(x: float, y: float, away: float, size: float, seed: int) -> Plume:
    """The dust that a falling slab (see `places.cavern_falling.SLABS`) leaves above it."""
    wide = 0.72 * size / away
    centre = (x + 0.2 * wide, y - 3.2 * wide)
    return Plume(centre, (0.55 * wide, 4.2 * wide), away + 1, 0.5, seed, turn=0.12, fine=16, stretch=5)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture, depth = render.light, render.depth
    x, y = positions(picture)
    away = distance(picture, _SOURCE)
    near = blur(ramp(depth, 13, 9), 1.0)
    body = spot(picture, (_SOURCE[0], _SOURCE[1] + 0.05), (0.035, 0.085))

    picture = dim(np.minimum(picture, 12), 0.62, body)
    picture = wash(picture, (1.14, 1.0, 0.76), (0.84, 0.80, 0.84), np.exp(-((away / 0.42) ** 1.5)))
    picture = picture * (0.22 + 0.9 * np.exp(-((away / 0.62) ** 1.6)))[..., None]
    trails = [_trail(*slab, seed=20 + k) for k, slab in enumerate(SLABS)]
    for plume in sorted([*_PLUMES, *trails], key=lambda p: -p.depth):
        picture = add_plume(picture, depth, plume, source=_SOURCE, lit=_LIT, unlit=_UNLIT)
    picture = dim(picture, 0.60, ramp(x, 0.52, 0.76))
    picture = dim(picture, 0.5, near)

    centre = (_SOURCE[0], _SOURCE[1] - 0.01)
    source = np.exp(-((away / 0.15) ** 2)) * (1 - near)
    picture = optics.shafts(picture, centre, (1.0, 0.85, 0.58), strength=0.5, threshold=0.9, mask=source)
    rays = optics.rays(picture, centre, seed=9) - 0.45
    reach = ramp(away, 0.05, 0.16) * np.exp(-((away / 0.5) ** 2)) * (1 - near)
    picture = picture * (1 + 0.5 * rays * reach)[..., None]
    picture = optics.clarity(picture, 0.6 * spot(picture, (0.36, 0.62), (0.22, 0.22)))
    picture = optics.bloom(picture, threshold=1.6, strength=0.035, color=(1.05, 0.95, 0.78))

    pair = spot(picture, (0.352, 0.48), (0.06, 0.10))
    falling = 0.5 * ramp(depth, 40, 30) * ramp(y, 0.85, 0.7)
    air = np.clip(1.2 * np.exp(-((away / 0.55) ** 2)), 0, 1)
    focus = np.clip(np.maximum(pair, falling), 0, 1).astype(np.float32)
    return develop(picture, _LOOK, focus=focus, air=air, centre=(0.37, 0.48))
