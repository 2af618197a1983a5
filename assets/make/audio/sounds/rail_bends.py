"""A rail bends out of its wall."""

import numpy as np
from kit.hall import corridor, heard_in
from kit.metal import bent, rung
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.stone import struck
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(82)
    x = np.zeros((samples(2.6), 2))
    place(x, pan(bent(r, 1.9, 130, 205, 40), 0.1), 0.0, 0.8)
    place(x, pan(rung(r, 1.0, 310, 0.5), 0.2), 1.7, 0.7)
    place(x, pan(struck(r, 0.35), 0.0), 1.72, 0.6)
    return heard_in(below(x, 5000, 1), corridor(), 0.4, 3.4)


TAKE = Take(make, -18)
