"""A petal stirs."""

import numpy as np
from kit.hall import cave, heard_in
from kit.noise import rng
from kit.petals import petal
from kit.signal import Audio, above, samples, shelf
from kit.take import Take


def make(number: int) -> Audio:
    r = rng(87 + number)
    x = np.zeros((samples(1.9), 2))
    petal(x, r, 2 * number - 1, 0.02, 1.1, rings=0.08)
    return heard_in(shelf(above(x, 42), 120, -8), cave(), 0.5, 3.4)


TAKE = Take(make, -20, variants=2)
