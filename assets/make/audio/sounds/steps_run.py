"""Somebody runs."""

import numpy as np
from kit.boots import step
from kit.hall import corridor, heard_in
from kit.noise import rng
from kit.signal import Audio, place, samples
from kit.take import Take


def make(number: int) -> Audio:
    r = rng(60 + number)
    x = np.zeros((samples(2.4), 2))
    for count in range(7):
        place(x, step(r, hurry=0.9), 0.02 + 0.29 * count + r.uniform(-0.015, 0.015), 0.7 + 0.3 * (count % 2))
    return heard_in(x, corridor(), 0.4, 3.2)


TAKE = Take(make, -23, variants=3)
