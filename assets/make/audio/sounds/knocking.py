"""Three knocks on stone, from the other side of it."""

import numpy as np
from kit.hall import cave, heard_in
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples, shelf
from kit.stone import struck
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(13)
    x = np.zeros((samples(2.6), 2))
    for at, level in ((0.05, 0.9), (0.78, 1.0), (1.5, 0.85)):
        place(x, pan(struck(r, 0.42, 0.3), 0.05), at, level)
        place(x, pan(struck(r, 0.3, 0.2), 0.05), at + 0.012, level * 0.5)
    return heard_in(below(shelf(x, 110, -6), 1500), cave(), 0.55, 3.8)


TAKE = Take(make, -20)
