"""A flashlight’s switch."""

import numpy as np
from kit.hall import heard_in, small_room
from kit.metal import rung
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(92)
    x = np.zeros((samples(0.2), 2))
    place(x, pan(rung(r, 0.12, 1900, 0.03), 0.05), 0.004, 0.7)
    place(x, pan(rung(r, 0.12, 1300, 0.03), 0.05), 0.05, 1.0)
    return heard_in(below(x, 7000, 1), small_room(), 0.25, 0.5)


TAKE = Take(make, -25)
