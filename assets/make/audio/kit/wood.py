"""Wood: it cracks and creaks."""

import numpy as np

from kit.noise import Rng, drift
from kit.signal import SR, Audio, above, fade, normal, resonate, samples

_PLANK = np.array([1, 1.72, 2.61, 3.9, 5.2])


def cracked(r: Rng, pitch: float = 240) -> Audio:
    """A plank that breaks."""
    n = samples(0.3)
    contact = r.normal(size=n) * np.exp(-np.arange(n) / SR / 0.003)
    x = normal(resonate(contact, pitch * _PLANK * r.uniform(0.95, 1.05, 5), 0.06 / _PLANK**0.4, _PLANK**-0.6))
    return fade(x + 0.25 * above(contact, 1500), 0.0005, 0.03)


def creaked(r: Rng, seconds: float, pitch: float = 320, rough: float = 48) -> Audio:
    """A board or a hinge under weight: slow slips in a dry body."""
    n = samples(seconds)
    speed = rough * (0.3 + drift(n, 3, r) * 1.4) * np.sin(np.pi * np.linspace(0, 1, n)) ** 0.6
    slips = np.diff(np.floor(np.cumsum(speed / SR)), prepend=0) * r.uniform(0.4, 1, n)
    x = resonate(slips, pitch * _PLANK * r.uniform(0.96, 1.04, 5), 0.03 / _PLANK**0.5, _PLANK**-0.4)
    return fade(normal(x) * np.sin(np.pi * np.linspace(0, 1, n)) ** 0.4, 0.02, 0.05)
