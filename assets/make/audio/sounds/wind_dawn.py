"""A first wind, before the sun."""

import numpy as np
from kit.noise import drift, humped, rng
from kit.signal import Audio, envelope, fade, samples
from kit.take import Take


def make(_: int) -> Audio:
    r, n = rng(110), samples(5.5)
    x = np.zeros((n, 2))
    for side in range(2):
        for centre, level in ((260, 1), (480, 0.8), (900, 0.5), (1800, 0.28), (3600, 0.14)):
            x[:, side] += humped(n, centre, 0.35, r) * drift(n, 0.5, r, 0.1, 1) ** 1.6 * level
    return fade(x * envelope(n, [(0, 0), (1.8, 1), (3.4, 0.7), (5.5, 0)], 1.3)[:, None], 0.2, 1.0)


TAKE = Take(make, -23)
