"""What ambiences are made of: winds, tones that come round, and far events strewn over a lap."""

from collections.abc import Callable, Sequence

import numpy as np

from kit.noise import Rng, drift, humped, wide
from kit.signal import BLOCK, SR, Audio, pan, place_round

LAP = 1219 * BLOCK / SR  # seconds, about 26


def wind(n: int, bands: Sequence[tuple[float, float]], r: Rng, rate: float = 0.12, width: float = 0.2) -> Audio:
    """Bands of noise, (centre, level), each of which comes and goes."""
    return wide(lambda: sum(humped(n, f, width, r) * drift(n, rate, r, 0.05, 1) ** 2 * g for f, g in bands))


def tone(n: int, frequency: float, r: Rng) -> Audio:
    """A sine that comes round to where it began."""
    turns = max(1, round(frequency * n / SR))
    return np.sin(2 * np.pi * turns * np.arange(n) / n + r.uniform(0, 6.28))


def strewn(n: int, count: int, make: Callable[[], Audio], r: Rng, levels: tuple[float, float] = (0.2, 1)) -> Audio:
    """Events here and there in the lap, each at its own distance."""
    x = np.zeros((n, 2))
    for k in range(count):
        at = (k + r.uniform(0.1, 0.9)) * n / SR / count
        place_round(x, pan(make(), r.uniform(-0.9, 0.9)), at, r.uniform(*levels))
    return x
