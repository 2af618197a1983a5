"""Splits a painting into a near layer and a far plate, which the engine can let drift at different speeds.

The near layer carries soft alpha. Behind it the far plate is filled in from its surroundings, so that no gap opens when
the two part; at rest the one over the other is the painting.
"""

import importlib
import math

import cv2
import numpy as np
from kit.depth import read_depth, render_depth
from making import CACHE, FULL, PAINTINGS, SIZE, known_places, quiet_blender, render_path
from paint.image import Image, blur, ramp
from PIL import Image as Picture

_SHARES = (0.07, 0.42)
"""Least and most of the picture that the near layer may take."""
_SOFT = 0.10
"""Over which share of the cutting depth surfaces that run through it fade from one layer to the other."""
_CUTS = {"title": (8.8, 0.03)}
"""Where to cut, and how softly, in places in which the rule finds no clean cut: the man lies close behind the teeth."""
_MOST = 1_200_000


def make_layers(place: str) -> None:
    """Write `PLACE.near.webp` and `PLACE.far.webp` beside the painting."""
    whole = PAINTINGS / f"{place}.webp"
    painting = np.asarray(Picture.open(whole).convert("RGB"), np.float32) / 255
    depth = cv2.resize(_depth(place), SIZE, interpolation=cv2.INTER_NEAREST)
    cut, soft = _CUTS[place] if place in _CUTS else (cutting_depth(depth), _SOFT)
    near, far, alpha = split(painting, depth, cut, soft)
    near_file, far_file = (PAINTINGS / f"{place}.{part}.webp" for part in ("near", "far"))
    _picture(np.dstack([near, alpha])).save(near_file, "WEBP", quality=88, method=6)
    _picture(far).save(far_file, "WEBP", quality=88, method=6)
    total = sum(file.stat().st_size for file in (whole, near_file, far_file))
    if total > _MOST:
        raise ValueError(f"the files of {place} take {total} bytes together, more than {_MOST}")
    again = near * alpha[..., None] + far * (1 - alpha[..., None])
    error = float(np.abs(again - painting).mean())
    share = float(alpha.mean())
    print(f"{place}: cut at {cut:.1f} m, {share:.0%} near, error at rest {error:.4f}, {total // 1000} kB in all")


def cutting_depth(depth: Image) -> float:
    """Where to cut: the depth whose contour runs along real edges of things, with little lying just about it."""
    small = cv2.resize(depth, (640, 360), interpolation=cv2.INTER_NEAREST)
    low, high = _surroundings(small, 3)
    edge = high - low > 0.18 * low
    best, best_score = float(np.quantile(small, 0.2)), -math.inf
    for share in np.linspace(*_SHARES, 36):
        at = float(np.quantile(small, share))
        inside = (small < at).astype(np.uint8)
        contour = cv2.morphologyEx(inside, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0
        astride = float((np.abs(small - at) < _SOFT * at).mean())
        score = float(edge[contour].mean()) - 3 * astride if contour.any() else -1.0
        if score > best_score:
            best, best_score = at, score
    return best


def split(painting: Image, depth: Image, cut: float, softness: float) -> tuple[Image, Image, Image]:
    """The near layer's colours (h, w, 3), the far plate (h, w, 3), and the near layer's alpha (h, w).

    Alpha fades over the share `softness` of `cut`, the depth in metres, both ways.
    """
    raw = ramp(depth, cut * (1 + softness), cut * (1 - softness))
    low, high = _surroundings(depth, 7)
    edge = ((high - low > 0.18 * low) & (low < cut) & (high > cut)).astype(np.uint8)
    edge_zone = cv2.dilate(edge, np.ones((9, 9), np.uint8)) > 0
    # At the edges of things the near layer reaches a little over them: the brush left their colour there.
    reaching = cv2.dilate(raw, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5)))
    alpha = blur(np.where(edge_zone, reaching, raw), 1.3)
    alpha = np.where(alpha < 0.01, 0, np.where(alpha > 0.99, 1, alpha)).astype(np.float32)
    hole = (alpha > 0.90) | (edge_zone & (alpha > 0.02))
    hole = cv2.dilate(hole.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    filled = fill(painting, ~hole)
    soft = blur(hole.astype(np.float32), 1.5)[..., None]
    far = painting * (1 - soft) + filled * soft
    # The colour that gives the painting back when it lies over the far plate.
    share = np.maximum(alpha, 0.12)[..., None]
    near = np.clip(far + (painting - far) / share, 0, 1)
    near = np.where(alpha[..., None] > 0, near, 0)
    return near.astype(np.float32), far.astype(np.float32), alpha


def fill(image: Image, known: np.ndarray) -> Image:
    """`image` with all that is not `known` (h, w) filled in smoothly from what is, from coarse to fine.

    After Gortler et al., "The lumigraph" (SIGGRAPH 1996): pull the known down a pyramid, push it back up into the gaps.
    """
    weight = known.astype(np.float32)
    levels = [(image * weight[..., None], weight)]
    while min(levels[-1][1].shape) > 4:
        color, share = levels[-1]
        size = (max(1, share.shape[1] // 2), max(1, share.shape[0] // 2))
        color = cv2.resize(color, size, interpolation=cv2.INTER_AREA)
        share = cv2.resize(share, size, interpolation=cv2.INTER_AREA)
        grown = np.minimum(1, 2 * share) / np.maximum(share, 1e-6)
        levels.append((color * grown[..., None], share * grown))
    color, share = levels[-1]
    result = color / np.maximum(share, 1e-4)[..., None]
    for color, share in levels[-2::-1]:
        h, w = share.shape
        coarse = cv2.GaussianBlur(cv2.resize(result, (w, h), interpolation=cv2.INTER_LINEAR), (0, 0), 1.0)
        result = color + coarse * (1 - share)[..., None]
    grain = np.random.default_rng(0).normal(0, 0.006, image.shape[:2]).astype(np.float32)
    return np.clip(result + np.where(known, 0, blur(grain, 0.8))[..., None], 0, 1)


def _depth(place: str) -> Image:
    """The place's depth: kept beside its render, or rendered by itself."""
    kept = render_path(place, FULL)
    beside = kept.with_name(f"{kept.stem}_depth.exr")
    if beside.exists():
        return read_depth(beside)
    alone = CACHE / f"depth-{kept.name}"
    if not alone.exists():
        scene = importlib.import_module(f"places.{place}").scene
        with quiet_blender(place):
            scene()
            render_depth(alone, FULL)
    return read_depth(alone)


def _surroundings(depth: Image, width: int) -> tuple[Image, Image]:
    """The least and the greatest depth within a square of `width` pixels about each."""
    square = np.ones((width, width), np.uint8)
    return cv2.erode(depth, square), cv2.dilate(depth, square)


def _picture(values: Image) -> Picture.Image:
    return Picture.fromarray((np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8))


def painted() -> list[str]:
    """The places whose painting is there."""
    return [place for place in known_places() if (PAINTINGS / f"{place}.webp").exists()]
