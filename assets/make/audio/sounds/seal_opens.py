"""Six petals turn back one after another, each upon a note, and a light comes up."""

import numpy as np
from kit.hall import cave, heard_in
from kit.noise import rng, rumble, wide
from kit.petals import petal
from kit.signal import SR, Audio, above, envelope, fade, samples, shelf
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(3)
    x = np.zeros((samples(5.2), 2))
    for count in range(6):
        petal(x, r, count, 0.15 + 0.52 * count - 0.02 * count**2, 0.95 - 0.05 * count, rings=0.17 + 0.02 * count)
    n = len(x)
    t = np.arange(n) / SR
    light = sum(np.stack([np.sin(2 * np.pi * (f + d) * t) for d in (-0.4, 0.4)], 1) for f in (587.3, 880, 1174.7, 1760))
    x += light * (0.012 * envelope(n, [(0, 0), (1.5, 0.1), (3.6, 1), (4.2, 0.9), (5.2, 0)], 1.6))[:, None]
    x += wide(lambda: rumble(n, 80, r)) * (0.06 * envelope(n, [(0, 0), (0.4, 1), (3, 0.8), (5.2, 0)]))[:, None]
    x = shelf(shelf(above(x, 42), 120, -9), 2000, 2, high=True)
    return fade(heard_in(x, cave(), 0.6, 7.0), 0.002, 1.2)


TAKE = Take(make, -16)
