"""The application's icon: jaws of rock about a light, and somebody small standing in it."""

import cv2
import numpy as np
from making import ROOT
from paint.image import Color, Image, tint
from PIL import Image as Picture

_SIZES = (16, 32, 48, 64, 128, 256, 512)
_COARSE = 48
"""Up to this size the jaws have fewer and thicker teeth, and the figure is larger."""
_CANVAS = 1024
_FANGS = (
    [
        *((0.17, 0.10, 0.07), (0.27, 0.25, 0.11), (0.37, 0.13, 0.075), (0.455, 0.10, 0.065)),
        *((0.545, 0.11, 0.065), (0.635, 0.14, 0.075), (0.735, 0.27, 0.11), (0.835, 0.11, 0.07)),
    ],
    [
        *((0.20, 0.09, 0.065), (0.30, 0.17, 0.10), (0.385, 0.09, 0.06)),
        *((0.62, 0.10, 0.06), (0.705, 0.18, 0.10), (0.80, 0.09, 0.065)),
    ],
)
_COARSE_FANGS = ([(0.27, 0.29, 0.22), (0.5, 0.14, 0.17), (0.73, 0.29, 0.22)], [(0.28, 0.18, 0.18), (0.72, 0.18, 0.18)])
"""Teeth of the upper and the lower jaw: x of the root, length, width at the root."""
_SHIFT = 4


def make_icon() -> None:
    """Write `assets/icon/icon-SIZE.png` for each size."""
    folder = ROOT / "assets" / "icon"
    folder.mkdir(parents=True, exist_ok=True)
    drawings = {coarse: _draw(coarse=coarse) for coarse in (True, False)}
    for size in _SIZES:
        picture = drawings[size <= _COARSE].resize((size, size), Picture.Resampling.LANCZOS)
        picture.save(folder / f"icon-{size}.png", optimize=True)
    print(f"{len(_SIZES)} sizes: {folder}")


def _draw(*, coarse: bool) -> Picture.Image:
    """The icon, 1024 pixels square, with transparent corners."""
    y, x = np.mgrid[0:_CANVAS, 0:_CANVAS].astype(np.float32) / _CANVAS
    away = np.hypot((x - 0.5) * 0.95, (y - 0.55) * 1.1)
    rock = _blend((0.050, 0.040, 0.055), (0.20, 0.045, 0.025), np.clip(y * 1.1 - 0.1, 0, 1))
    light = _blend((1.0, 0.97, 0.86), (1.0, 0.66, 0.20), np.clip(away / 0.22, 0, 1))
    light = (
        light
        + (_blend((1.0, 0.66, 0.20), (0.62, 0.10, 0.03), np.clip((away - 0.22) / 0.24, 0, 1)) - light)
        * (np.clip((away - 0.16) / 0.12, 0, 1)[..., None])
    )
    mouth = _mouth(coarse=coarse)
    if not coarse:
        mouth = mouth * (1 - _figure(0.815, 0.27))
    glow = cv2.GaussianBlur(mouth, (0, 0), 60)[..., None] * tint((0.85, 0.26, 0.07)) * 0.42
    rim = np.clip(cv2.GaussianBlur(mouth, (0, 0), 9) - mouth, 0, 1)[..., None] * tint((1.0, 0.55, 0.22)) * 0.55
    color = (rock + glow + rim) * (1 - mouth[..., None]) + light * mouth[..., None]
    if coarse:
        figure = _figure(0.83, 0.40)[..., None]
        color = color * (1 - figure) + tint((0.05, 0.03, 0.03)) * figure
    tile = np.zeros((_CANVAS, _CANVAS), np.float32)
    corner = round(0.20 * _CANVAS)
    cv2.rectangle(tile, (corner, 0), (_CANVAS - corner, _CANVAS), 1.0, -1)
    cv2.rectangle(tile, (0, corner), (_CANVAS, _CANVAS - corner), 1.0, -1)
    for cx in (corner, _CANVAS - 1 - corner):
        for cy in (corner, _CANVAS - 1 - corner):
            cv2.circle(tile, (cx, cy), corner, 1.0, -1, cv2.LINE_AA)
    return Picture.fromarray((np.clip(np.dstack([color, tile]), 0, 1) * 255 + 0.5).astype(np.uint8), "RGBA")


def _mouth(*, coarse: bool) -> Image:
    """What is open between the jaws (h, w): a gap that narrows to its corners, with fangs above and below."""
    x = np.linspace(0.07, 0.93, 200)
    upper, lower = [(float(a), _gum(a, upper=True)) for a in x], [(float(a), _gum(a, upper=False)) for a in x]
    mouth = _filled(upper + lower[::-1])
    above, below = _COARSE_FANGS if coarse else _FANGS
    for fangs, is_upper in ((above, True), (below, False)):
        for at, length, wide in fangs:
            mouth *= 1 - _fang(at, length, wide, upper=is_upper)
    return mouth


def _gum(x: float, *, upper: bool) -> float:
    """Where the teeth of a jaw are rooted at x."""
    arch = max(0.0, 1 - abs((x - 0.5) / 0.43) ** 2.2)
    ragged = 0.012 * np.sin(31 * x + 2) + 0.008 * np.sin(67 * x)
    return float(0.55 - 0.40 * arch**0.8 + ragged if upper else 0.57 + 0.24 * arch**0.8 + ragged)


def _fang(at: float, length: float, wide: float, *, upper: bool) -> Image:
    """A tooth (h, w) rooted at x = `at`, hollow-sided, leaning a little inwards."""
    t = np.linspace(0, 1, 24)
    root, way = _gum(at, upper=upper) - (0.05 if upper else -0.05), 1 if upper else -1
    half = wide / 2 * (1 - t) ** 1.5
    middle = at + (0.5 - at) * 0.10 * t**2
    y = root + way * (length + 0.05) * t
    left, right = zip(middle - half, y, strict=True), zip(middle + half, y, strict=True)
    return _filled([*left, *list(right)[::-1]])


def _figure(foot: float, height: float) -> Image:
    """A girl's silhouette (h, w) with long hair and a coat, her feet at y = `foot`, `height` tall."""
    half = [(0.0, 1.0), (0.055, 0.985), (0.082, 0.93), (0.088, 0.86), (0.098, 0.78), (0.135, 0.74), (0.16, 0.66)]
    half += [(0.185, 0.50), (0.19, 0.40), (0.155, 0.41), (0.145, 0.46), (0.15, 0.36), (0.105, 0.35), (0.10, 0.18)]
    half += [(0.095, 0.0), (0.025, 0.0), (0.02, 0.20), (0.0, 0.34)]
    points = [(0.5 + x * height, foot - y * height) for x, y in half]
    points += [(0.5 - x * height, foot - y * height) for x, y in half[::-1]]
    return _filled(points)


def _filled(points: list[tuple[float, float]]) -> Image:
    mask = np.zeros((_CANVAS, _CANVAS), np.float32)
    pixels = np.round(np.array(points) * _CANVAS * 2**_SHIFT).astype(np.int32)
    cv2.fillPoly(mask, [pixels], 1.0, cv2.LINE_AA, _SHIFT)
    return mask


def _blend(first: Color, second: Color, share: Image) -> Image:
    return tint(first) + (tint(second) - tint(first)) * share[..., None]
