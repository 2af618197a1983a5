"""A leaf is turned."""

import numpy as np
from kit.body import cloth
from kit.hall import heard_in, small_room
from kit.noise import rng
from kit.signal import Audio, pan, place, samples
from kit.take import Take


def make(number: int) -> Audio:
    r = rng(300 + number)
    x = np.zeros((samples(0.6), 2))
    sheet = cloth(r, 0.42, [(0, 0), (0.1, 0.7), (0.2, 0.25), (0.3, 1), (0.42, 0)], 900, 6500)
    place(x, pan(sheet, np.linspace(0.4, -0.3, len(sheet))), 0.0, 1.0)
    return heard_in(x, small_room(), 0.2, 0.7)


TAKE = Take(make, -30)
