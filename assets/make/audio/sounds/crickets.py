"""Crickets, late."""

import numpy as np
from kit.noise import rng
from kit.signal import SR, Audio, envelope, fade, pan, samples
from kit.take import Take


def make(_: int) -> Audio:
    r, n = rng(120), samples(5.0)
    t = np.arange(n) / SR
    x = np.zeros((n, 2))
    for _ in range(6):
        pitch, rate, where = r.uniform(3600, 4700), r.uniform(1.1, 1.9), r.uniform(-0.9, 0.9)
        call = ((t * rate + r.random()) % 1) < 0.42
        pulses = np.clip(np.sin(2 * np.pi * r.uniform(26, 34) * t), 0, 1) ** 2
        smooth = np.convolve(call, np.hanning(samples(0.02)) / samples(0.01), "same")
        x += pan(np.sin(2 * np.pi * pitch * t) * pulses * smooth, where) * r.uniform(0.2, 1)
    return fade(x * envelope(n, [(0, 0), (0.8, 1), (4, 1), (5, 0)])[:, None], 0.05, 0.6)


TAKE = Take(make, -26)
