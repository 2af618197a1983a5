"""Water drips somewhere."""

import numpy as np
from kit.hall import cave, heard_in
from kit.noise import rng
from kit.signal import Audio, pan, place, samples
from kit.take import Take
from kit.water import drop


def make(_: int) -> Audio:
    r = rng(118)
    x = np.zeros((samples(3.2), 2))
    for at, pitch, where in ((0.02, 1250, 0.4), (1.15, 980, -0.5), (1.6, 1480, 0.2), (2.5, 1240, 0.4)):
        place(x, pan(drop(r, pitch), where), at, r.uniform(0.6, 1))
    return heard_in(x, cave(), 0.9, 4.6)


TAKE = Take(make, -25)
