"""Bodies: what falls, breathes, speaks without words, and the cloth on it."""

from collections.abc import Sequence

import numpy as np

from kit.noise import Rng, coloured, drift
from kit.signal import SR, Audio, band, below, envelope, fade, normal, samples

Points = Sequence[tuple[float, float]]


def thud(r: Rng, weight: float = 1.0) -> Audio:
    """Something soft and heavy on a hard floor."""
    n = samples(0.45)
    t = np.arange(n) / SR
    low = np.sin(2 * np.pi * (62 * t + 1.6 * (1 - np.exp(-t * 30)))) * np.exp(-t / 0.07)
    flesh = below(r.normal(size=n), 420) * np.exp(-t / 0.03)
    slap = band(r.normal(size=n), 500, 2600) * np.exp(-t / 0.012)
    return fade(low * 0.9 * weight + normal(flesh) * 0.9 + normal(slap) * 0.35, 0.001, 0.05)


def cloth(r: Rng, seconds: float, points: Points, low: float = 500, high: float = 5200) -> Audio:
    """Cloth that is moved; the points say how much, at which second."""
    n = samples(seconds)
    rustle = coloured(n, 0.8, r) * (0.15 + 0.85 * drift(n, 26, r) ** 3)
    return fade(normal(band(rustle, low, high)) * envelope(n, points, 1.3), 0.004, 0.04)


def breath(r: Rng, seconds: float, points: Points, formants: Sequence[float] = (620, 1500, 2700)) -> Audio:
    """Air through a throat."""
    n = samples(seconds)
    air = coloured(n, 0.5, r)
    x = sum(band(air, f * 0.86, f * 1.16) * g for f, g in zip(formants, (1, 0.7, 0.45), strict=False))
    return fade(normal(x) * envelope(n, points, 1.4), 0.01, 0.06)


def throat(
    r: Rng,
    seconds: float,
    pitch: Points,
    loud: Points,
    formants: Sequence[float],
    *,
    rough: float = 0.0,
    airy: float = 0.15,
) -> Audio:
    """A voice: pulses at a pitch, through the shape of a mouth; `rough` breaks them up."""
    n = samples(seconds)
    f0 = envelope(n, pitch) * (1 + 0.012 * drift(n, 6, r, -1, 1))
    phase = np.cumsum(f0 * (1 + rough * 0.35 * r.normal(size=n))) / SR
    pulses = (2 * (phase % 1) - 1) * (1 - rough * 0.7 * (np.floor(phase) % 2))
    source = pulses + airy * r.normal(size=n)
    x = sum(band(source, f * 0.88, f * 1.13, 1) * g for f, g in zip(formants, (1, 0.62, 0.32, 0.18), strict=False))
    return fade(normal(below(x, 5200)) * envelope(n, loud, 1.3), 0.015, 0.06)
