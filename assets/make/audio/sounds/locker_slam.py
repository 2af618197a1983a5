"""A locker’s door, slammed."""

import numpy as np
from kit.body import thud
from kit.hall import corridor, heard_in
from kit.metal import rung
from kit.noise import rng
from kit.signal import Audio, pan, place, samples, shelf
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(80)
    x = np.zeros((samples(1.6), 2))
    place(x, pan(rung(r, 1.2, 118, 0.35, sheet=True, hard=0.004), -0.15), 0.01, 1.0)
    place(x, pan(rung(r, 0.9, 190, 0.25, sheet=True, hard=0.002), 0.1), 0.018, 0.6)
    place(x, pan(thud(r), 0), 0.01, 0.6)
    for at in (0.13, 0.19, 0.24):
        place(x, pan(rung(r, 0.5, 260, 0.12, sheet=True), 0.1), at, 0.16)
    return heard_in(shelf(x, 5000, -4, high=True), corridor(), 0.5, 2.6)


TAKE = Take(make, -18)
