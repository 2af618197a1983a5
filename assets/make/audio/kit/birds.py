"""Birds, each a short phrase of chirps."""

import numpy as np

from kit.noise import Rng
from kit.signal import SR, Audio, fade, samples


def chirp(seconds: float, start: float, end: float, bow: float = 0.0) -> Audio:
    """One note that glides; `bow` lifts its middle."""
    n = samples(seconds)
    t = np.linspace(0, 1, n)
    pitch = start + (end - start) * t + bow * np.sin(np.pi * t)
    phase = 2 * np.pi * np.cumsum(pitch) / SR
    return fade((np.sin(phase) + 0.12 * np.sin(2 * phase)) * np.sin(np.pi * t) ** 0.8, 0.004, 0.01)


def phrase(r: Rng) -> Audio:
    """A bird's say."""
    base, notes = r.uniform(2100, 3900), int(r.integers(2, 6))
    x = np.zeros(samples(notes * 0.19 + 0.3))
    at = 0.0
    for _ in range(notes):
        seconds = r.uniform(0.06, 0.17)
        note = chirp(seconds, base * r.uniform(0.85, 1.2), base * r.uniform(0.8, 1.15), r.uniform(-300, 500))
        start = samples(at)
        x[start : start + len(note)] += note * r.uniform(0.5, 1)
        at += seconds + r.uniform(0.01, 0.05)
    return x
