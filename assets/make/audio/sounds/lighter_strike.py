"""A lighter: lid, wheel, flame."""

import numpy as np
from kit.hall import heard_in, small_room
from kit.metal import rung
from kit.noise import coloured, drift, rng
from kit.signal import Audio, band, below, envelope, normal, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(109)
    x = np.zeros((samples(1.6), 2))
    place(x, pan(rung(r, 0.4, 2450, 0.18), 0.05), 0.01, 0.6)
    m = samples(0.11)
    spark = band(r.normal(size=m), 2200, 8000) * envelope(m, [(0, 0), (0.02, 1), (0.07, 0.7), (0.11, 0)])
    place(x, pan(normal(spark), 0.05), 0.34, 0.6)
    k = samples(1.1)
    flame = (
        below(coloured(k, 0.9, r), 1400)
        * envelope(k, [(0, 0), (0.05, 1), (0.25, 0.4), (1.1, 0)], 1.3)
        * (0.6 + 0.4 * drift(k, 12, r))
    )
    place(x, pan(normal(flame), 0), 0.43, 0.55)
    return heard_in(below(x, 9000, 1), small_room(), 0.22, 1.9)


TAKE = Take(make, -23)
