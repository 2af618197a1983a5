"""The one hand of all the paintings: Kuwahara patches under brush strokes, weaker at edges and where the eye rests."""

import numpy as np

from paint.image import Image, blur, luminance, scale
from paint.kuwahara import kuwahara
from paint.strokes import strokes
from paint.structure import structure

_FINEST = 0.10
"""The most that detail may add or take away; more would draw outlines around small lights."""


def painterly(
    image: Image, focus: Image, *, radius: float = 4.0, mix: float = 0.55, detail: float = 0.45, seed: int = 1
) -> tuple[Image, Image]:
    """Paint `image` (display values, 0 to 1); returns it with the relief of its paint (h, w).

    `focus` (h, w), 0 to 1, protects detail; `radius` is the size of patches, `mix` the share of strokes over them,
    `detail` the share of the picture's own fine detail put back at edges.
    """
    s = scale(image)
    patches = kuwahara(image, radius)
    brushed, relief = strokes(patches, seed=seed)
    edges = blur(structure(patches, 2.5 * s).strength, 2 * s) / (0.10 * (luminance(patches) + 0.08))
    edges = np.clip(edges, 0, 1)
    fine = np.clip(image - blur(image, 2.2 * s), -_FINEST, _FINEST)
    patches = patches + fine * (detail * np.maximum(edges, focus))[..., None]
    share = (mix * (1 - 0.7 * edges) * (1 - 0.75 * focus)).astype(np.float32)
    return patches * (1 - share[..., None]) + brushed * share[..., None], relief * share
