"""Colour and finish of a painted picture (display values, 0 to 1)."""

import cv2
import numpy as np

from paint.image import Color, Image, blur, luminance, positions, scale, tint


def split_tone(
    image: Image, *, shadows: Color, highlights: Color, saturation: float, contrast: float, pivot: float = 0.38
) -> Image:
    """Add `shadows` to the dark and `highlights` to the light, then steepen by `contrast` around `pivot`."""
    x = np.clip(image, 0, 1)
    bright = luminance(x)[..., None]
    x = bright + (x - bright) * saturation
    x = x + tint(shadows) * (1 - bright) ** 2 + tint(highlights) * bright**2
    return np.clip(pivot + (x - pivot) * contrast, 0, 1)


def local_contrast(image: Image, radius: float, amount: float) -> Image:
    """Deepen differences from the surroundings within `radius`, sparing highlights."""
    bright = luminance(image)
    change = amount * (bright - blur(bright, radius * scale(image))) / np.maximum(bright, 0.08)
    change = np.clip(change * np.clip((1.02 - bright) * 2.2, 0, 1), -0.35, 0.6)
    return np.clip(image * (1 + change)[..., None], 0, 1)


def vignette(image: Image, amount: float, centre: tuple[float, float]) -> Image:
    """Darken by `amount` with the distance from `centre` (shares of width and height)."""
    x, y = positions(image)
    away = np.hypot((x - centre[0]) / 0.72, (y - centre[1]) / 0.72)
    return image * (1 - amount * np.clip(away, 0, 1.4) ** 2.2)[..., None]


def motes(
    image: Image,
    count: int,
    *,
    color: Color,
    size: tuple[float, float],
    bright: tuple[float, float],
    mask: Image,
    seed: int = 5,
) -> Image:
    """Scatter glowing specks of dust, most where `mask` (h, w) is 1; `size` in pixels, `bright` 0 to 1."""
    h, w = image.shape[:2]
    s = scale(image)
    rng = np.random.default_rng(seed)
    chance = np.clip(mask, 0, 1).astype(np.float64).ravel()
    total = chance.sum()
    if total <= 0:
        return image
    glow = np.zeros((h, w), np.float32)
    for place in rng.choice(h * w, count, p=chance / total):
        radius = rng.uniform(*size)
        light = rng.uniform(*bright) * (size[0] / radius) ** 0.4
        cv2.circle(glow, (place % w, place // w), max(1, round(radius * s)), float(light), -1, cv2.LINE_AA)
    glow = blur(glow, 0.8 * s) + 0.7 * blur(glow, 5 * s)
    return 1 - (1 - image) * (1 - np.clip(glow[..., None] * tint(color), 0, 1))


def paper(image: Image, relief: Image, *, grain: float = 0.014, depth: float = 0.05, seed: int = 3) -> Image:
    """Grain of the ground, and light caught by the `relief` (h, w) of the paint."""
    h, w = image.shape[:2]
    s = scale(image)
    rng = np.random.default_rng(seed)
    noise = np.zeros((h, w), np.float32)
    for amount, sigma in ((1, 0.6), (0.9, 1.5), (0.6, 4)):
        sigma_here = max(sigma * s, 0.5)
        noise += amount * sigma_here * blur(rng.normal(size=(h, w)).astype(np.float32), sigma_here)
    noise /= noise.std()
    bright = luminance(image)
    out = image * (1 + grain * noise * (0.35 + 0.65 * (1 - np.abs(2 * bright - 1))))[..., None]
    slope = blur(relief - np.roll(relief, (1, 1), (0, 1)), 0.6)
    return np.clip(out * (1 + depth * np.clip(slope * 4, -1, 1) * np.clip(bright * 2.5, 0.15, 1))[..., None], 0, 1)
