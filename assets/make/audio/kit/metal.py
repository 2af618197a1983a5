"""Metal and glass: struck, bent and dragged."""

import numpy as np

from kit.noise import Rng, drift
from kit.signal import SR, Audio, above, band, fade, normal, resonate, samples

_BAR = np.array([1, 2.756, 5.404, 8.933, 13.34])
_SHEET = np.array([1, 1.41, 1.93, 2.37, 3.01, 3.77, 4.63, 5.81, 7.31])


def rung(r: Rng, seconds: float, pitch: float, ring: float, *, sheet: bool = False, hard: float = 0.0012) -> Audio:
    """A bar, or a sheet of tin, that is struck."""
    n = samples(seconds)
    modes = (_SHEET if sheet else _BAR) * r.uniform(0.985, 1.015, len(_SHEET if sheet else _BAR))
    contact = r.normal(size=n) * np.exp(-np.arange(n) / SR / hard)
    x = normal(resonate(contact, pitch * modes, ring / modes**0.5, modes**-0.55))
    return fade(x + 0.12 * above(contact, 2500), 0.0006, min(0.1, seconds / 4))


def bent(r: Rng, seconds: float, low: float, high: float, rough: float = 60) -> Audio:
    """Metal that gives way: a stick-slip groan whose pitch climbs."""
    n = samples(seconds)
    t = np.linspace(0, 1, n)
    speed = rough * (0.4 + drift(n, 5, r) * 1.4)
    slips = np.diff(np.floor(np.cumsum(speed / SR)), prepend=0) * r.uniform(0.3, 1, n)
    out = np.zeros(n)
    for mode in _SHEET[:7]:
        glide = low * (high / low) ** t * mode * (1 + 0.03 * drift(n, 3, r, -1, 1))
        out += np.sin(2 * np.pi * np.cumsum(glide) / SR) * drift(n, 7, r) ** 3 / mode**0.8
    body = resonate(slips, low * 2 * _SHEET, 0.12 / _SHEET**0.5, _SHEET**-0.6)
    return fade(normal(normal(out) * 0.6 + normal(body)) * np.sin(np.pi * t**0.8) ** 0.5, 0.03, 0.1)


def shard(r: Rng) -> Audio:
    """A splinter of glass."""
    n = samples(0.16)
    contact = r.normal(size=n) * np.exp(-np.arange(n) / SR / 0.0005)
    pitch = r.uniform(2200, 6200)
    x = resonate(contact, pitch * np.array([1, 1.53, 2.11, 2.87]), (0.06, 0.05, 0.03, 0.02), (1, 0.8, 0.5, 0.3))
    return fade(normal(x) + 0.2 * band(normal(contact), 2000, 8000), 0.0005, 0.03)
