"""How `places.av_closet` is painted: a flashlight's beam on orange cord, red from the door, the right quiet."""

from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, positions, ramp, spot

_LOOK = Look(
    shadows=(-0.005, 0.001, 0.015),
    highlights=(0.016, 0.008, -0.012),
    dust=(0.95, 0.92, 0.85),
    exposure=5.0,
    white=5.0,
    saturation=1.16,
    contrast=1.2,
    pivot=0.34,
    radius=3.2,
    mix=0.5,
    motes=140,
    vignette=0.42,
    seed=12,
)
_REEL = (0.36, 0.60)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = render.light
    x, _ = positions(picture)
    picture = dim(picture, 0.70, ramp(x, 0.50, 0.72))
    picture = optics.bloom(picture, threshold=0.2, strength=0.12, ceiling=0.8)
    reel = spot(picture, _REEL, (0.12, 0.22))
    return develop(picture, _LOOK, focus=0.95 * reel, air=spot(picture, (0.42, 0.5), (0.2, 0.3)), centre=(0.36, 0.55))
