"""Somebody breathes, close by."""

import numpy as np
from kit.body import breath
from kit.hall import heard_in, small_room
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.take import Take


def make(number: int) -> Audio:
    r = rng(104 + number)
    x = np.zeros((samples(2.7), 2))
    place(x, pan(breath(r, 1.0, [(0, 0), (0.5, 0.7), (1.0, 0)], (900, 1900, 3100)), -0.05), 0.02, 0.7)
    place(x, pan(breath(r, 1.3, [(0, 0), (0.25, 1), (1.3, 0)], (560, 1300, 2500)), 0.02), 1.2, 1.0)
    return heard_in(below(x, 5000, 1), small_room(), 0.2, 3.0)


TAKE = Take(make, -25, variants=2)
