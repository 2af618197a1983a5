"""A few steps on stone, somebody careful."""

import numpy as np
from kit.boots import step
from kit.hall import heard_in, small_room
from kit.noise import rng
from kit.signal import Audio, place, samples
from kit.take import Take


def make(number: int) -> Audio:
    r = rng(50 + number)
    x = np.zeros((samples(2.6), 2))
    for count in range(4):
        place(x, step(r), 0.02 + 0.62 * count + r.uniform(-0.04, 0.04), (0.9, 1.0, 0.85, 0.75)[count])
    return heard_in(x, small_room(), 0.3, 3.2)


TAKE = Take(make, -24, variants=3)
