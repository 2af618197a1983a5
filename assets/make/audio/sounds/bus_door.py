"""A bus’s doors fold open on compressed air."""

import numpy as np
from kit.hall import heard_in, small_room
from kit.metal import rung
from kit.noise import coloured, rng
from kit.signal import Audio, band, envelope, normal, pan, place, samples
from kit.take import Take
from kit.wood import creaked


def make(_: int) -> Audio:
    r = rng(113)
    x = np.zeros((samples(1.9), 2))
    m = samples(0.8)
    air = band(coloured(m, 0.3, r), 900, 6500) * envelope(m, [(0, 0), (0.02, 1), (0.2, 0.6), (0.8, 0)], 1.4)
    place(x, pan(normal(air), 0.1), 0.02, 0.5)
    place(x, pan(rung(r, 0.6, 170, 0.2, sheet=True, hard=0.004), -0.1), 0.5, 0.5)
    place(x, pan(creaked(r, 0.4, 420), 0.1), 0.45, 0.25)
    place(x, pan(rung(r, 0.6, 140, 0.22, sheet=True, hard=0.005), 0.1), 0.9, 0.8)
    return heard_in(x, small_room(), 0.35, 2.4)


TAKE = Take(make, -20)
