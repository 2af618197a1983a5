"""Chance with a seed: noises of any colour and slow drifts, all periodic, so that they loop."""

from collections.abc import Callable

import numpy as np

from kit.signal import SR, Audio

Rng = np.random.Generator


def rng(seed: int) -> Rng:
    return np.random.default_rng(seed)


def shaped(n: int, spectrum: Callable[[Audio], Audio], r: Rng) -> Audio:
    """Noise of a given spectrum."""
    frequencies = np.fft.rfftfreq(n, 1 / SR)
    level = spectrum(np.maximum(frequencies, 1.0)) * r.rayleigh(1.0, len(frequencies))
    level[0] = 0
    x = np.fft.irfft(level * np.exp(1j * r.uniform(0, 2 * np.pi, len(frequencies))), n)
    return x / (np.std(x) + 1e-20)


def coloured(n: int, slope: float, r: Rng) -> Audio:
    """Noise whose power falls with the frequency: 0 is white, 1 pink, 2 brown."""
    return shaped(n, lambda f: np.maximum(f, 20.0) ** (-slope / 2), r)


def humped(n: int, centre: float, width: float, r: Rng) -> Audio:
    """Noise around a frequency; `width` in e-folds."""
    return shaped(n, lambda f: np.exp(-((np.log(f / centre) / width) ** 2)), r)


def rumble(n: int, top: float, r: Rng) -> Audio:
    """Noise of the earth, from 30 Hz up to `top`."""
    return shaped(n, lambda f: 1 / (1 + (f / top) ** 4) / (1 + (30 / f) ** 4), r)


def wide(make: Callable[[], Audio]) -> Audio:
    """Two independent takes, one a side."""
    return np.stack([make(), make()], 1)


def drift(n: int, rate: float, r: Rng, low: float = 0.0, high: float = 1.0) -> Audio:
    """A smooth control curve that changes about `rate` times a second."""
    spectrum = np.zeros(n // 2 + 1, complex)
    most = max(3, round(rate * n / SR))
    spectrum[1 : most + 1] = r.normal(size=most) + 1j * r.normal(size=most)
    x = np.fft.irfft(spectrum, n)
    return low + (high - low) * (x - x.min()) / (x.max() - x.min())


def grains(n: int, density: Audio, r: Rng, heavy: float = 2.0) -> Audio:
    """Clicks that fall by chance, `density` of them a sample, a few of them much louder."""
    return (r.random(n) < density) * r.pareto(heavy, n).clip(0, 7) * r.choice([-1, 1], n)
