"""Three knocks, carried by pipes."""

import numpy as np
from kit.hall import corridor, heard_in
from kit.metal import rung
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(14)
    x = np.zeros((samples(3.0), 2))
    for at, level in ((0.05, 0.9), (0.8, 1.0), (1.56, 0.8)):
        for late, echo, where in ((0, 1, -0.2), (0.07, 0.4, 0.3), (0.16, 0.22, -0.4)):
            place(x, pan(rung(r, 1.2, 212, 0.5, hard=0.003), where), at + late, level * echo)
    return heard_in(below(x, 2600), corridor(), 0.7, 4.2)


TAKE = Take(make, -20)
