"""Rooms: synthetic impulse responses, and sounds and loops heard in them."""

from functools import cache

import numpy as np
from scipy import signal

from kit.noise import rng
from kit.signal import SR, Audio, above, band, below, samples, stereo


@cache
def room(low: float, middle: float, high: float, predelay: float, seed: int, bright: float = 1.0) -> Audio:
    """Sparse early reflections, then noise whose three bands die away in so many seconds each."""
    r, n = rng(seed), samples(max(low, middle, high) * 1.15)
    t = np.arange(n) / SR
    out = np.zeros((n, 2))
    for side in range(2):
        for split, t60, gain in (("low", low, 1.0), ("middle", middle, 0.8), ("high", high, 0.42 * bright)):
            noise = r.normal(size=n)
            if split == "low":
                noise = below(noise, 350) * 2.2
            elif split == "high":
                noise = above(noise, 3000)
            else:
                noise = band(noise, 350, 3000, 1)
            out[:, side] += gain * noise * np.exp(-6.9078 * t / t60)
        out[:, side] *= 1 - np.exp(-t / 0.03)
        for tap in range(14):
            late = samples(0.004 + 0.075 * r.random() ** 1.3)
            out[late, side] += (14.0 if tap else 20.0) * r.choice([-1, 1]) * np.exp(-late / SR * 22)
    out = np.vstack([np.zeros((samples(predelay), 2)), out])[:n]
    out = above(out, 60, 1)
    return out / np.sqrt((out**2).sum(0).mean())


def cave() -> Audio:
    return room(2.6, 1.7, 0.7, 0.012, 21, 0.9)


def deep() -> Audio:
    return room(5.5, 4.2, 1.4, 0.035, 3, 0.7)


def concert_hall() -> Audio:
    return room(3.2, 2.7, 1.2, 0.022, 11)


def outdoors() -> Audio:
    return room(0.9, 1.1, 0.8, 0.03, 24, 1.2)


def small_room() -> Audio:
    return room(0.7, 0.55, 0.35, 0.004, 22)


def corridor() -> Audio:
    return room(1.5, 1.3, 0.7, 0.008, 23, 1.1)


def heard_in(x: Audio, where: Audio, wet: float, seconds: float | None = None) -> Audio:
    """A sound and its echo, as loud as itself times `wet`."""
    x = stereo(x)
    echo = np.stack([signal.fftconvolve(x[:, c], where[:, c]) for c in range(2)], 1)
    echo *= np.sqrt((x**2).sum() / ((echo**2).sum() + 1e-20)) * wet
    echo[: len(x)] += x
    return echo[: samples(seconds)] if seconds else echo


def rings_in(x: Audio, where: Audio) -> Audio:
    """The echo alone of one lap of a loop: its tail comes round to the start."""
    n = len(x)
    folded = np.zeros((n, 2))
    for start in range(0, len(where), n):
        piece = where[start : start + n]
        folded[: len(piece)] += piece
    return np.fft.irfft(np.fft.rfft(stereo(x), axis=0) * np.fft.rfft(folded, axis=0), n, axis=0)


def loops_in(x: Audio, where: Audio, wet: float) -> Audio:
    """One lap of a loop and its echo, as loud as itself times `wet`."""
    x = stereo(x)
    echo = rings_in(x, where)
    return x + echo * (wet * np.sqrt((x**2).mean() / ((echo**2).mean() + 1e-20)))
