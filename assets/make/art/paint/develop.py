"""From linear light to a finished painting: the steps that all the paintings share, in one order."""

from dataclasses import dataclass

from paint import grade
from paint.image import Color, Image
from paint.light import tone_map
from paint.painterly import painterly


@dataclass(frozen=True)
class Look:
    """What may differ between paintings; see the functions of `paint.light`, `paint.painterly`, `paint.grade`."""

    shadows: Color
    highlights: Color
    dust: Color
    exposure: float = 1.0
    white: float = 6.0
    bleach: float = 0.35
    radius: float = 3.8
    mix: float = 0.55
    detail: float = 0.5
    relief: float = 0.4
    saturation: float = 1.3
    contrast: float = 1.15
    pivot: float = 0.36
    vignette: float = 0.35
    motes: int = 500
    seed: int = 1


def develop(light: Image, look: Look, *, focus: Image, air: Image, centre: tuple[float, float]) -> Image:
    """Tone map `light`, paint it over, grade it, and lay dust and grain on it.

    `focus` (h, w) keeps detail, `air` (h, w) says where dust hangs, `centre` is where the vignette opens.
    """
    shown = tone_map(light, exposure=look.exposure, white=look.white, bleach=look.bleach)
    painted, relief = painterly(shown, focus, radius=look.radius, mix=look.mix, detail=look.detail, seed=look.seed)
    painted = grade.local_contrast(painted, 40, look.relief)
    painted = grade.split_tone(
        painted,
        shadows=look.shadows,
        highlights=look.highlights,
        saturation=look.saturation,
        contrast=look.contrast,
        pivot=look.pivot,
    )
    painted = grade.vignette(painted, look.vignette, centre)
    painted = grade.motes(painted, look.motes, color=look.dust, size=(0.6, 1.6), bright=(0.08, 0.4), mask=air)
    large = look.motes // 15
    painted = grade.motes(painted, large, color=look.dust, size=(2.5, 5.5), bright=(0.05, 0.2), mask=air, seed=9)
    return grade.paper(painted, relief)
