"""Glass under a shoe."""

import numpy as np
from kit.boots import step
from kit.hall import corridor, heard_in
from kit.metal import shard
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.take import Take


def make(number: int) -> Audio:
    r = rng(70 + number)
    x = np.zeros((samples(0.9), 2))
    place(x, step(r), 0.0, 0.5)
    for _ in range(46):
        place(x, pan(shard(r), r.uniform(-0.5, 0.5)), 0.01 + abs(r.normal(0.1, 0.11)), r.uniform(0.05, 0.5) ** 1.4)
    return heard_in(below(x, 9000, 1), corridor(), 0.22, 1.4)


TAKE = Take(make, -22, variants=3)
