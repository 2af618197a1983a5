"""Stone: struck, falling, rubbed and strewn."""

import numpy as np

from kit.noise import Rng, coloured, drift, grains
from kit.signal import SR, Audio, above, band, below, envelope, fade, normal, pan, place, resonate, samples

_BLOCK = np.array([1, 1.58, 2.24, 2.92, 3.6, 4.7, 6.1])
_SLAB = np.array([1, 1.51, 2.13, 2.77, 3.9, 5.4, 7.7])


def struck(r: Rng, size: float, hard: float = 1.0) -> Audio:
    """One stone, from a pebble, 0, to a boulder, 1, which the ground answers."""
    n = samples(0.12 + 0.9 * size)
    contact = r.normal(size=n) * np.exp(-np.arange(n) / SR / (0.0012 + 0.010 * size))
    modes = _BLOCK * r.uniform(0.93, 1.07, 7)
    body = (2600 * (1 - size) ** 2.2 + 75 + 60 * r.random()) * modes
    x = normal(resonate(contact, body, (0.035 + 0.16 * size) / modes**0.6, modes**-0.9))
    x += 0.18 * hard * above(contact, 900)
    if size > 0.35:
        t = np.arange(n) / SR
        ground = np.sin(2 * np.pi * (38 * t + 2.2 * (1 - np.exp(-t * 26))))
        x += 1.3 * size * ground * np.exp(-t / (0.07 + 0.16 * size)) * (1 - np.exp(-t * 400))
    return fade(x, 0.0005, 0.02)


def falling(r: Rng, seconds: float, *, dense: float = 1.0, largest: float = 1.0) -> Audio:
    """Blocks that come down, the large ones first, ever fewer."""
    x = np.zeros((samples(seconds), 2))
    now = 0.05
    while now < seconds - 0.6:
        gone = now / seconds
        size = float(np.clip(r.beta(1.3, 2.6) * (1.25 - 0.9 * gone), 0.03, 1)) * largest
        where = float(np.clip(r.normal(0, 0.45), -0.9, 0.9))
        place(x, pan(struck(r, size), where), now, (0.18 + 0.95 * size) * (1 - gone) ** 0.8 * r.uniform(0.6, 1.1))
        now += r.exponential((0.020 + 0.16 * gone**1.6) / dense)
    return x


def gravel(r: Rng, density: Audio, low: float = 1300, high: float = 9000) -> Audio:
    """Grains of stone, `density` of them a sample, on both sides."""
    sides = [band(grains(len(density), density, r, 2.2), low, high, 1) for _ in range(2)]
    return normal(np.stack(sides, 1))


def rubbed(r: Rng, seconds: float, pitch: float, rough: float = 34) -> Audio:
    """Stone on stone: it sticks and slips, and a slab rings with it."""
    n = samples(seconds)
    speed = envelope(n, [(0, 0.25), (seconds * 0.25, 1), (seconds * 0.75, 0.85), (seconds, 0.1)])
    turns = np.cumsum(rough * speed * np.exp(0.5 * drift(n, 9, r, -1, 1)) / SR)
    slips = np.diff(np.floor(turns), prepend=0) * r.uniform(0.3, 1.2, n)
    grit = coloured(n, 0.9, r) * (0.25 + 0.75 * drift(n, 22, r) ** 2)
    x = normal(
        resonate(
            below(slips, 2500) * 6 + grit * 0.10,
            pitch * _SLAB * r.uniform(0.97, 1.03, 7),
            0.09 / _SLAB**0.5,
            _SLAB**-0.75,
        )
    )
    return fade((x + 0.08 * band(grit, 1500, 6000, 1)) * speed**0.7, 0.02, 0.05)
