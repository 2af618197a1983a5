"""A boot on stone."""

import numpy as np

from kit.noise import Rng, grains
from kit.signal import SR, Audio, band, envelope, fade, normal, pan, place, resonate, samples, shelf


def step(r: Rng, *, hurry: float = 0.0) -> Audio:
    """Heel, sole and a scrape of grit; in a `hurry`, up to 1, the sole comes sooner and harder."""
    n = samples(0.42)
    x = np.zeros(n)
    late = (0.085 - 0.045 * hurry) + r.uniform(-0.012, 0.02)
    _contact(x, r, 0.004, 1.0 - 0.4 * hurry, r.uniform(118, 150), 0.45)
    _contact(x, r, 0.004 + late, (0.5 + 0.6 * hurry) * r.uniform(0.8, 1.2), r.uniform(165, 210), 0.3)
    scrape = band(r.normal(size=samples(0.12)), 1500, 7000) * envelope(
        samples(0.12), [(0, 0), (0.03, 1), (0.12, 0)], 1.4
    )
    place(x, scrape, late + 0.01, 0.1 * r.uniform(0.5, 1.3))
    grit = np.exp(-(((np.arange(n) / SR - late) / 0.05) ** 2))
    x += band(grains(n, 0.004 * grit, r), 2200, 9000, 1) * 0.35
    return shelf(shelf(pan(x, r.uniform(-0.05, 0.05)), 140, -7), 2000, 2, high=True)


def _contact(x: Audio, r: Rng, at: float, level: float, pitch: float, click: float) -> None:
    t = np.arange(samples(0.14)) / SR
    hit = r.normal(size=len(t)) * np.exp(-t / 0.0022)
    body = pitch * np.array([1, 2.3, 4.1, 7.2]) * r.uniform(0.94, 1.06, 4)
    y = normal(resonate(hit, body, (0.05, 0.03, 0.02, 0.012), (1, 0.6, 0.4, 0.25)))
    y += click * band(hit, 1600, 6500, 1) + 0.7 * np.sin(2 * np.pi * 72 * t) * np.exp(-t / 0.022)
    place(x, fade(y, 0.0005, 0.02), at, level)
