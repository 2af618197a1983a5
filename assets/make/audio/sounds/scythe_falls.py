"""Steel rings on rock, and on lower rock, and lower."""

import numpy as np
from kit.hall import cave, heard_in
from kit.metal import rung
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.stone import struck
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(11)
    x = np.zeros((samples(4.2), 2))
    at, level, pitch = 0.02, 1.0, 640.0
    for bounce in range(7):
        place(x, pan(rung(r, 1.1, pitch * r.uniform(0.97, 1.03), 0.55), 0.1 * (-1) ** bounce), at, level)
        place(x, pan(struck(r, 0.25), 0.1 * (-1) ** bounce), at, level * 0.4)
        at += 0.52 * 0.83**bounce + (0.3 if bounce == 2 else 0)
        level *= 0.66 if bounce != 2 else 0.5
    return heard_in(below(x, 7000, 1), cave(), 0.8, 6.0)


TAKE = Take(make, -18)
