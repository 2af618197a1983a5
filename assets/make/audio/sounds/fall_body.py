"""A body falls."""

import numpy as np
from kit.body import cloth, thud
from kit.hall import heard_in, small_room
from kit.noise import rng
from kit.signal import Audio, envelope, pan, place, samples, shelf
from kit.stone import gravel
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(107)
    x = np.zeros((samples(1.4), 2))
    place(x, pan(cloth(r, 0.35, [(0, 0), (0.3, 1), (0.35, 0)]), 0), 0.0, 0.35)
    place(x, pan(thud(r, 1.1), -0.05), 0.3, 1.0)
    place(x, pan(thud(r, 0.6), 0.12), 0.43, 0.6)
    place(x, pan(cloth(r, 0.5, [(0, 1), (0.5, 0)]), 0.1), 0.36, 0.4)
    n = len(x)
    x += gravel(r, 0.003 * envelope(n, [(0, 0), (0.29, 0), (0.33, 1), (1.2, 0)])) * 0.25
    return heard_in(shelf(x, 90, -5), small_room(), 0.35, 1.9)


TAKE = Take(make, -18)
