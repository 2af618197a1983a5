"""A voice one shade too calm, from nobody’s chest: a low hum in three mouths at once."""

import numpy as np
from kit.body import breath, throat
from kit.hall import deep, heard_in
from kit.noise import rng
from kit.signal import Audio, below, fade, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(99)
    x = np.zeros((samples(3.8), 2))
    for pitch, where, late in ((98, 0, 0), (146.5, -0.5, 0.05), (103.8, 0.5, 0.09)):
        said = throat(
            r,
            3.2,
            [(0, pitch), (1.2, pitch * 1.03), (3.2, pitch * 0.94)],
            [(0, 0), (0.7, 1), (1.5, 0.5), (2.1, 0.95), (3.2, 0)],
            (310, 870, 2240),
            airy=0.3,
        )
        place(x, pan(said, where), late, 0.6)
    backward = breath(r, 1.2, [(0, 0), (1.1, 1), (1.2, 0)], (500, 1400, 2500))
    place(x, pan(backward, 0), 0.0, 0.3)
    return fade(heard_in(below(x, 3600), deep(), 0.7, 6.0), 0.05, 1.2)


TAKE = Take(make, -20)
