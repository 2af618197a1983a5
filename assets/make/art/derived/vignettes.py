"""A picture for each ending: a part of a painting, in a light of its own."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from making import PAINTINGS
from paint.grade import vignette
from paint.image import Color, Image, luminance, tint
from PIL import Image as Picture

_SIZE = (960, 540)
_MOST = 120_000


@dataclass(frozen=True)
class Cut:
    """What an ending shows of a painting, and how.

    `left`, `top` and `width` are shares of the painting's width, height and width; the part is 16:9. `light` multiplies
    the colours, `dusk` is added to the dark, `colour` is the saturation kept, `gamma` below 1 brightens.
    """

    painting: str
    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    light: Color = (1.0, 1.0, 1.0)
    dusk: Color = (0.0, 0.0, 0.0)
    colour: float = 1.0
    gamma: float = 1.0
    mirrored: bool = False


_COLD: Color = (0.80, 0.92, 1.12)
_DAWN: Color = (1.10, 0.98, 0.82)

ENDINGS: dict[str, Cut] = {
    "home": Cut("porch", light=_DAWN),
    "believed": Cut("house", left=0.10, top=0.10, width=0.80, light=(1.08, 1.0, 0.88)),
    "bloody_end": Cut("cavern_falling", left=0.08, top=0.16, width=0.56),
    "amulet_bearer": Cut("cavern_light", left=0.10, top=0.20, width=0.52, light=(1.0, 0.98, 0.94)),
    "pillar": Cut("throat", left=0.34, top=0.30, width=0.60, light=(1.0, 0.95, 0.85), colour=0.7),
    "crater": Cut("crater"),
    "never_looked": Cut("bus", colour=0.55, light=(1.0, 0.98, 0.94)),
    "two_below": Cut("maze_deep", light=_COLD),
    "swarm": Cut("basement_open", left=0.34, top=0.27, width=0.44, light=(1.10, 0.80, 0.70), gamma=0.92),
    "watchers_duty": Cut("av_closet", left=0.06, top=0.36, width=0.62, light=(0.92, 0.96, 1.06), colour=0.85),
    "borrowed_face": Cut("house", left=0.14, top=0.14, width=0.72, light=(0.72, 0.86, 1.12), colour=0.35),
    "ash": Cut("maze_dark", left=0.08, top=0.14, width=0.62, light=(1.30, 1.04, 0.70), gamma=0.72),
    "summers_blood": Cut("stairs", left=0.06, top=0.18, width=0.62),
    "slayer_blood": Cut("title", left=0.10, top=0.12, width=0.60),
    "the_key": Cut("basement_green", left=0.28, top=0.18, width=0.70),
    "other_door": Cut("street", light=(0.66, 0.78, 1.08), colour=0.5, gamma=1.12, mirrored=True),
    "first_light": Cut("street", left=0.05, top=0.05, width=0.88, light=(1.14, 1.0, 0.78), gamma=0.86),
    "closed": Cut("basement_seal", left=0.30, top=0.22, width=0.68, light=(0.94, 0.97, 1.04)),
    "let_go": Cut("maze", left=0.12, top=0.24, width=0.66, light=(1.04, 1.0, 0.94)),
}


def make_vignettes() -> None:
    """Write `assets/paintings/ending_ENDING.webp` for every ending whose painting is there, and name those left out."""
    missing = {ending: cut.painting for ending, cut in ENDINGS.items() if not _source(cut).exists()}
    for ending, cut in ENDINGS.items():
        if ending in missing:
            continue
        with Picture.open(_source(cut)) as painting:
            part = _part(painting.convert("RGB"), cut)
        values = _graded(np.asarray(part, np.float32) / 255, cut)
        target = PAINTINGS / f"ending_{ending}.webp"
        Picture.fromarray((values * 255 + 0.5).astype(np.uint8)).save(target, "WEBP", quality=86, method=6)
        if target.stat().st_size > _MOST:
            raise ValueError(f"{target} takes more than {_MOST} bytes")
    print(f"{len(ENDINGS) - len(missing)} of {len(ENDINGS)} endings: {PAINTINGS}")
    for ending, painting in missing.items():
        print(f"{ending} is left out: there is no painting of {painting}")


def _source(cut: Cut) -> Path:
    return PAINTINGS / f"{cut.painting}.webp"


def _part(painting: Picture.Image, cut: Cut) -> Picture.Image:
    wide, high = painting.size
    left, top = cut.left * wide, cut.top * high
    box = (left, top, left + cut.width * wide, top + cut.width * high)
    if box[2] > wide + 1 or box[3] > high + 1:
        raise ValueError(f"the part of {cut.painting} reaches over its edge: {box}")
    part = painting.resize(_SIZE, Picture.Resampling.LANCZOS, box=(left, top, min(box[2], wide), min(box[3], high)))
    return part.transpose(Picture.Transpose.FLIP_LEFT_RIGHT) if cut.mirrored else part


def _graded(image: Image, cut: Cut) -> Image:
    image = np.clip(image, 0, 1) ** cut.gamma
    bright = luminance(image)[..., None]
    image = (bright + (image - bright) * cut.colour) * tint(cut.light)
    image = image + tint(cut.dusk) * (1 - bright) ** 2
    return np.clip(vignette(image, 0.30, (0.5, 0.5)), 0, 1)
