"""The seal's bronze petals: each grinds, seats, and rings one note of the key."""

import numpy as np

from kit.noise import Rng
from kit.signal import SR, Audio, fade, pan, place, samples
from kit.stone import rubbed, struck

_NOTES = (146.8, 220, 293.7, 349.2, 440, 587.3)
_SEATS = (-0.7, 0.5, -0.3, 0.7, -0.5, 0.1)


def ring(pitch: float) -> Audio:
    t = np.arange(samples(2.6)) / SR
    partials = ((1, 1, 1.3), (2.0, 0.5, 1.9), (2.99, 0.3, 2.6), (4.17, 0.2, 3.8), (5.43, 0.1, 5))
    x = sum(np.sin(2 * np.pi * pitch * ratio * t) * level * np.exp(-t * dies) for ratio, level, dies in partials)
    return fade(x * (1 - np.exp(-t * 14)), 0, 0.3)


def petal(x: Audio, r: Rng, number: int, at: float, seconds: float, *, rings: float) -> None:
    """One of the six, from 0, into a buffer."""
    where = _SEATS[number]
    place(x, pan(rubbed(r, seconds, 150 * 1.07**number, 30 + 3 * number), where), at, 1.0)
    place(x, pan(struck(r, 0.6 - 0.05 * number), where), at + seconds - 0.03, 0.62 + 0.06 * number)
    place(x, pan(ring(_NOTES[number]), where * 0.5), at + seconds * 0.7, rings)
