"""Painting a picture over with brush strokes, from broad to fine.

After Hertzmann, "Painterly rendering with curved brush strokes of multiple sizes" (SIGGRAPH 1998), with straight
marks that follow the picture's edges.
"""

import numpy as np

from paint import brush
from paint.image import Image, blur, positions, scale
from paint.structure import structure

_LAYERS = ((54.0, 0.0), (30.0, 0.06), (16.0, 0.07), (9.0, 0.085))
"""Width of the strokes, and how wrong the canvas must be before a layer paints there."""


def strokes(image: Image, *, seed: int = 1, jitter: float = 0.012) -> tuple[Image, Image]:
    """`image` (display values, 0 to 1) in strokes, and the relief of the paint (h, w).

    `jitter` is how far a stroke's colour strays.
    """
    s = scale(image)
    rng = np.random.default_rng(seed)
    canvas = blur(image, 20 * s)
    relief = np.zeros(image.shape[:2], np.float32)
    for width, threshold in _LAYERS:
        _layer(canvas, relief, image, max(width * s, 2.2), threshold, jitter, rng)
    return np.clip(canvas, 0, 1), relief


def _layer(
    canvas: Image,
    relief: Image,
    image: Image,
    width: float,
    threshold: float,
    jitter: float,
    rng: np.random.Generator,
) -> None:
    reference = np.ascontiguousarray(blur(image, width * 0.22), np.float32)
    angle = _flow(reference, width)
    h, w = image.shape[:2]
    step = max(width * 0.5, 1.6)
    y, x = np.mgrid[step / 2 : h : step, step / 2 : w : step]
    centres = np.stack([x.ravel(), y.ravel()], 1) + rng.uniform(-0.5, 0.5, (x.size, 2)) * step
    centres = np.clip(centres, 0, (w - 1, h - 1))
    column, row = centres.astype(int).T
    error = blur(np.abs(canvas - reference).sum(-1), width * 0.3)[row, column]
    centres = rng.permutation(centres[error >= threshold])
    if len(centres) == 0:
        return
    column, row = centres.astype(int).T
    count = len(centres)
    angles = angle[row, column].astype(np.float64)
    lengths = brush.stroke_lengths(reference, angles, centres, width * 1.3, width * 5.5, 0.12)
    color = reference[row, column] * (1 + rng.normal(0, jitter, (count, 1)) + rng.normal(0, jitter * 0.8, (count, 3)))
    angles += rng.normal(0, 0.07, count) + np.pi * rng.integers(0, 2, count)
    widths = width * rng.uniform(0.75, 1.2, count)
    kinds = rng.integers(0, brush.BRUSHES, count)
    brush.lay(canvas, relief, centres, angles, lengths, widths, color.astype(np.float32), kinds)


def _flow(image: Image, width: float) -> Image:
    """The direction of strokes (h, w), radians: along edges, and where there are none a slow common drift."""
    found = structure(image, width * 0.9)
    x, y = positions(image)
    y = y * image.shape[0] / image.shape[1]
    drift = 0.55 * np.sin(x * 7) + 0.6 * np.cos(y * 9 + x * 4)
    sure = np.clip(blur(found.strength, width) / 0.012, 0, 1) * np.clip(found.anisotropy * 1.6, 0, 1)
    cosine = np.cos(2 * found.angle) * sure + np.cos(2 * drift) * (1 - sure)
    sine = np.sin(2 * found.angle) * sure + np.sin(2 * drift) * (1 - sure)
    return (0.5 * np.arctan2(sine, cosine)).astype(np.float32)
