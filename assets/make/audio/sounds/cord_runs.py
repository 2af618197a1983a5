"""Cord runs out over an edge."""

import numpy as np
from kit.hall import heard_in, small_room
from kit.noise import coloured, drift, rng
from kit.signal import SR, Audio, band, envelope, fade, normal, pan, resonate, samples
from kit.take import Take


def make(_: int) -> Audio:
    r, n = rng(89), samples(2.6)
    speed = envelope(n, [(0, 0.2), (0.5, 1), (1.7, 0.9), (2.3, 0.3), (2.6, 0)])
    hiss = band(coloured(n, 0.6, r), 700, 6000) * (0.35 + 0.65 * drift(n, 30, r) ** 2)
    turns = np.diff(np.floor(np.cumsum(34 * speed / SR)), prepend=0) * r.uniform(0.4, 1, n)
    reel = resonate(turns, (420, 910, 1730), (0.03, 0.02, 0.015), (1, 0.6, 0.3))
    x = normal(hiss * speed) * 0.8 + normal(reel) * 0.55
    return heard_in(pan(fade(x, 0.03, 0.1), 0.1), small_room(), 0.35, 3.1)


TAKE = Take(make, -22)
