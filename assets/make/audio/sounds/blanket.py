"""A blanket is thrown over somebody."""

import numpy as np
from kit.body import cloth, thud
from kit.hall import heard_in, small_room
from kit.noise import rng
from kit.signal import Audio, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(115)
    x = np.zeros((samples(1.5), 2))
    place(x, pan(cloth(r, 0.7, [(0, 0), (0.18, 0.5), (0.3, 1), (0.7, 0.1)], 250, 3200), -0.1), 0.02, 1.0)
    place(x, pan(thud(r, 0.3), 0), 0.36, 0.3)
    place(x, pan(cloth(r, 0.8, [(0, 0.6), (0.3, 0.5), (0.8, 0)], 400, 2600), 0.15), 0.45, 0.5)
    return heard_in(x, small_room(), 0.25, 1.8)


TAKE = Take(make, -23)
