"""The seal drinks: bronze hums under a long indrawn breath."""

import numpy as np
from kit.body import breath
from kit.hall import cave, heard_in
from kit.noise import rng
from kit.signal import SR, Audio, envelope, pan, place, samples
from kit.take import Take
from kit.water import drop


def make(_: int) -> Audio:
    r, n = rng(85), samples(3.6)
    t = np.arange(n) / SR
    rises = envelope(n, [(0, 0), (2.4, 1), (3.0, 0.5), (3.6, 0)], 1.5)
    x = pan(breath(r, 3.4, [(0, 0), (2.6, 1), (3.0, 0.1), (3.4, 0)], (420, 980, 2100)), 0)
    x = np.vstack([x, np.zeros((n - len(x), 2))]) * 0.5
    for frequency, level in ((146.8, 1), (220.2, 0.6), (293.9, 0.4), (414.6, 0.25), (622, 0.15)):
        x += (
            np.stack([np.sin(2 * np.pi * (frequency + d) * t + r.uniform(0, 6)) for d in (-0.6, 0.6)], 1)
            * (level * 0.16 * rises)[:, None]
        )
    for _ in range(12):
        place(x, pan(drop(r, r.uniform(240, 420)), r.uniform(-0.3, 0.3)), r.uniform(0.2, 2.6), 0.3)
    return heard_in(x, cave(), 0.5, 4.8)


TAKE = Take(make, -19)
