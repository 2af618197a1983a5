"""Light added to a render while it is still linear: shafts, rays, clarity, bloom; then the tone curve."""

import cv2
import numpy as np

from paint.image import Color, Image, blur, luminance, scale, tint


def shafts(
    light: Image, centre: tuple[float, float], color: Color, *, strength: float, threshold: float, mask: Image
) -> Image:
    """Light streaming away from `centre` (shares of width and height) out of all that is above `threshold`.

    After Mitchell, "Volumetric light scattering as a post-process" (GPU Gems 3, 2007), at half size.
    """
    h, w = light.shape[0] // 2, light.shape[1] // 2
    source = np.clip(luminance(light) - threshold, 0, 2) * mask
    source = cv2.resize(source.astype(np.float32), (w, h), interpolation=cv2.INTER_AREA)
    cx, cy = centre[0] * w, centre[1] * h
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    total = np.zeros_like(source)
    steps, decay, density = 96, 0.985, 0.95
    weights = decay ** np.arange(steps)
    for k, weight in enumerate(weights):
        near = 1 - density * k / steps
        step = cv2.remap(source, cx + (x - cx) * near, cy + (y - cy) * near, cv2.INTER_LINEAR)
        total += weight * step
    total = cv2.resize(blur(total / weights.sum(), 1.2), light.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    return light + strength * np.maximum(total, 0)[..., None] * tint(color)


def bloom(
    light: Image,
    *,
    threshold: float,
    strength: float,
    sizes: tuple[float, ...] = (4, 14, 50),
    color: Color = (1, 1, 1),
    ceiling: float = 4.0,
) -> Image:
    """Glow around what is brighter than `threshold`, counted up to `ceiling`; `sizes` are blur radii."""
    bright = luminance(light)
    share = np.clip(bright - threshold, 0, ceiling) / np.maximum(bright, 1e-4)
    source = light * share[..., None]
    glow = sum(blur(source, size * scale(light)) for size in sizes)
    return light + strength / len(sizes) * glow * tint(color)


def clarity(light: Image, mask: Image, *, radius: float = 22, amount: float = 0.8) -> Image:
    """Draw shapes out of haze where `mask` (h, w) is 1: contrast against the surroundings within `radius`."""
    bright = luminance(light) + 1e-3
    ratio = np.clip(bright / blur(bright, radius * scale(light)), 0.3, 2.0)
    return light * (ratio ** (amount * mask))[..., None]


def rays(light: Image, centre: tuple[float, float], *, count: int = 700, seed: int = 4) -> Image:
    """An angular pattern (h, w), 0 to 1, constant along lines through `centre`: uneven rays."""
    rng = np.random.default_rng(seed)
    ring = rng.uniform(0, 1, (1, count)).astype(np.float32)
    ring = cv2.GaussianBlur(np.tile(ring, 3), (0, 0), 2.2)[:, count : 2 * count] * 5 - 1.9
    h, w = light.shape[:2]
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    angle = np.arctan2(y - centre[1] * h, x - centre[0] * w) / (2 * np.pi) + 0.5
    return cv2.remap(
        np.clip(ring, 0, 1), angle * (count - 1), np.zeros_like(angle), cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP
    )


def tone_map(light: Image, *, exposure: float = 1.0, white: float = 4.0, bleach: float = 0.35) -> Image:
    """Linear light to display values 0 to 1 (gamma 2.2).

    Reinhard et al., "Photographic tone reproduction" (SIGGRAPH 2002), with `white` the smallest light that maps to
    1. `bleach` mixes the curve by luminance, which keeps hues, with the curve by channel, which whitens highlights.
    """
    x = np.maximum(light * exposure, 0)
    bright = luminance(x)[..., None] + 1e-6
    keeps = x * (1 + bright / white**2) / (1 + bright)
    whitens = x * (1 + x / white**2) / (1 + x)
    y = keeps * (1 - bleach) + whitens * bleach
    over = np.maximum(y.max(-1, keepdims=True), 1)
    y = y / over + (1 - 1 / over) * 0.35
    return np.clip(y, 0, 1) ** (1 / 2.2)
