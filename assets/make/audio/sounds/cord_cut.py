"""The cord is cut, and its end whips away."""

import numpy as np
from kit.body import cloth
from kit.hall import heard_in, small_room
from kit.metal import rung
from kit.noise import coloured, rng
from kit.signal import Audio, band, envelope, normal, pan, place, samples
from kit.take import Take
from kit.wood import cracked


def make(_: int) -> Audio:
    r = rng(91)
    x = np.zeros((samples(1.3), 2))
    place(x, pan(cloth(r, 0.4, [(0, 0.2), (0.36, 1), (0.4, 0)], 1500, 7000), 0), 0.0, 0.4)
    place(x, pan(rung(r, 0.4, 900, 0.2), 0.05), 0.36, 0.3)
    place(x, pan(cracked(r, 620), 0), 0.37, 0.9)
    m = samples(0.5)
    whip = band(coloured(m, 0.4, r), 900, 5000) * envelope(m, [(0, 0), (0.06, 1), (0.5, 0)], 1.6)
    place(x, pan(normal(whip), np.linspace(0, 0.8, m)), 0.4, 0.5)
    return heard_in(x, small_room(), 0.35, 1.8)


TAKE = Take(make, -20)
