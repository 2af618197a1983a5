"""Samples: decibels, panning, envelopes, filters and resonators."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from scipy import signal

SR = 48000
BLOCK = 1024  # samples between the blocks of Vorbis: a loop of so many times it is coded alike on every lap
Audio = npt.NDArray[np.float64]


def samples(seconds: float) -> int:
    return round(seconds * SR)


def clock(seconds: float) -> Audio:
    """The time of every sample."""
    return np.arange(samples(seconds)) / SR


def db(level: float | Audio) -> float | Audio:
    """Decibels as a factor."""
    return 10.0 ** (level / 20.0)


def todb(factor: float | Audio) -> float | Audio:
    return 20 * np.log10(np.maximum(factor, 1e-12))


def stereo(x: Audio) -> Audio:
    return x if x.ndim == 2 else np.stack([x, x], 1)


def pan(x: Audio, where: float | Audio) -> Audio:
    """Constant power; `where` runs from -1 to 1."""
    angle = (np.asarray(where) + 1) * np.pi / 4
    return np.stack([x * np.cos(angle), x * np.sin(angle)], 1)


def place(buffer: Audio, x: Audio, at: float, gain: float = 1.0) -> None:
    """Mix `x` into the buffer `at` so many seconds; what does not fit is cut."""
    start = samples(at)
    fitting = min(len(x), len(buffer) - start)
    if fitting > 0:
        buffer[start : start + fitting] += x[:fitting] * gain


def place_round(buffer: Audio, x: Audio, at: float, gain: float = 1.0) -> None:
    """The same in a loop: what does not fit goes on at the start."""
    where = (samples(at) + np.arange(min(len(x), len(buffer)))) % len(buffer)
    np.add.at(buffer, where, stereo(x)[: len(where)] * gain)


def envelope(n: int, points: Sequence[tuple[float, float]], curve: float = 1.0) -> Audio:
    """Straight between (seconds, value); a `curve` above 1 starts more slowly."""
    line = np.interp(np.arange(n) / SR, [at for at, _ in points], [value for _, value in points])
    return np.sign(line) * np.abs(line) ** curve


def decay(n: int, t60: float) -> Audio:
    return np.exp(-6.9078 * np.arange(n) / (t60 * SR))


def fade(x: Audio, rise: float = 0.003, fall: float = 0.01) -> Audio:
    shape = np.ones(len(x))
    a, b = samples(rise), samples(fall)
    if a:
        shape[:a] = np.sin(np.linspace(0, np.pi / 2, a)) ** 2
    if b:
        shape[-b:] *= np.cos(np.linspace(0, np.pi / 2, b)) ** 2
    return x * (shape[:, None] if x.ndim == 2 else shape)


def band(x: Audio, low: float, high: float, order: int = 2) -> Audio:
    return signal.sosfilt(signal.butter(order, [low, high], "band", fs=SR, output="sos"), x, axis=0)


def below(x: Audio, frequency: float, order: int = 2) -> Audio:
    return signal.sosfilt(signal.butter(order, frequency, "low", fs=SR, output="sos"), x, axis=0)


def above(x: Audio, frequency: float, order: int = 2) -> Audio:
    return signal.sosfilt(signal.butter(order, frequency, "high", fs=SR, output="sos"), x, axis=0)


def above_round(x: Audio, frequency: float, order: int = 2) -> Audio:
    """A lap of a loop, filtered as if it had been going round for ever."""
    return above(np.concatenate([x, x]), frequency, order)[len(x) :]


def shelf(x: Audio, frequency: float, gain: float, *, high: bool = False) -> Audio:
    """Turn all below (or above) a frequency up or down, in decibels; after R. Bristow-Johnson's cookbook."""
    a, w = 10 ** (gain / 40), 2 * np.pi * frequency / SR
    s = -1 if high else 1
    slope = np.sin(w) / 2 * np.sqrt(2) * 2 * np.sqrt(a)
    cos = np.cos(w) * s
    b = [
        a * ((a + 1) - (a - 1) * cos + slope),
        2 * s * a * ((a - 1) - (a + 1) * cos),
        a * ((a + 1) - (a - 1) * cos - slope),
    ]
    c = [(a + 1) + (a - 1) * cos + slope, -2 * s * ((a - 1) + (a + 1) * cos), (a + 1) + (a - 1) * cos - slope]
    return signal.lfilter(b, c, x, axis=0)


def resonate(x: Audio, frequencies: Iterable[float], t60s: Iterable[float], gains: Iterable[float]) -> Audio:
    """A bank of two-pole resonators excited by `x`: a body that is struck or rubbed."""
    out = np.zeros(len(x))
    for frequency, t60, gain in zip(frequencies, t60s, gains, strict=True):
        if frequency < SR * 0.45:
            r, w = np.exp(-6.9078 / (t60 * SR)), 2 * np.pi * frequency / SR
            out += gain * signal.lfilter([np.sin(w)], [1, -2 * r * np.cos(w), r * r], x)
    return out


def normal(x: Audio, peak: float = 1.0) -> Audio:
    return x * (peak / (np.abs(x).max() + 1e-12))
