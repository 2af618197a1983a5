"""The first birds."""

import numpy as np
from kit.birds import phrase
from kit.hall import heard_in, outdoors
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(111)
    x = np.zeros((samples(5.2), 2))
    for _ in range(9):
        place(x, pan(phrase(r), r.uniform(-0.9, 0.9)), r.uniform(0.05, 3.9), r.uniform(0.15, 0.8))
    return heard_in(below(x, 6500, 1), outdoors(), 0.5, 5.8)


TAKE = Take(make, -25)
