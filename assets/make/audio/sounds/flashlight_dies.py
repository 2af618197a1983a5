"""A flashlight flickers, whines faintly, and is out."""

import numpy as np
from kit.hall import heard_in, small_room
from kit.metal import rung
from kit.noise import rng
from kit.signal import SR, Audio, band, envelope, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r, n = rng(93), samples(1.7)
    alive = envelope(n, [(0, 1), (0.3, 1), (0.34, 0.2), (0.42, 1), (0.6, 0.9), (0.64, 0.1), (0.8, 0.7), (1.5, 0)])
    pitch = np.cumsum(420 * (0.75 + 0.25 * envelope(n, [(0, 1), (0.8, 0.9), (1.7, 0.1)]))) / SR
    whine = np.sin(2 * np.pi * pitch) * 0.4 + np.sin(4 * np.pi * pitch) * 0.2
    x = pan(whine * alive * 0.25 + band(r.normal(size=n), 1500, 5000) * alive * 0.05, 0)
    for at in (0.33, 0.41, 0.63, 0.79, 1.2):
        place(x, pan(rung(r, 0.1, 1700, 0.02), 0.05), at, 0.5)
    return heard_in(x, small_room(), 0.25, 2.1)


TAKE = Take(make, -25)
