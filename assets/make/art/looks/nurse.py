"""How `places.nurse` is painted: red through the door and over it, the cot between red and night, the left quiet."""

from kit.render import Render
from paint import light as optics
from paint.develop import Look, develop
from paint.image import Image, dim, positions, ramp, spot

_LOOK = Look(
    shadows=(-0.005, 0.001, 0.016),
    highlights=(0.018, 0.006, -0.014),
    dust=(1.0, 0.74, 0.62),
    exposure=7.0,
    white=5.0,
    saturation=1.14,
    contrast=1.2,
    pivot=0.34,
    radius=3.4,
    mix=0.5,
    motes=120,
    vignette=0.42,
    seed=11,
)


def paint(render: Render) -> Image:
    """Paint the render."""
    picture = render.light
    x, _ = positions(picture)
    picture = dim(picture, 0.66, ramp(x, 0.46, 0.24))
    picture = optics.bloom(picture, threshold=0.12, strength=0.18, color=(1.05, 0.8, 0.75), ceiling=0.6)
    cot = spot(picture, (0.70, 0.60), (0.18, 0.18))
    return develop(picture, _LOOK, focus=0.9 * cot, air=spot(picture, (0.8, 0.4), (0.2, 0.3)), centre=(0.66, 0.55))
