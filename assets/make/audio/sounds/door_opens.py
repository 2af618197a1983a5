"""A house door opens."""

import numpy as np
from kit.body import thud
from kit.hall import heard_in, small_room
from kit.metal import rung
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.take import Take
from kit.wood import cracked, creaked


def make(_: int) -> Audio:
    r = rng(114)
    x = np.zeros((samples(1.9), 2))
    place(x, pan(rung(r, 0.3, 1150, 0.06), 0.1), 0.02, 0.6)
    place(x, pan(cracked(r, 300), 0.1), 0.08, 0.5)
    place(x, pan(creaked(r, 1.1, 350, 60), 0), 0.3, 0.6)
    place(x, pan(thud(r, 0.4), -0.1), 1.45, 0.2)
    return heard_in(below(x, 6000, 1), small_room(), 0.4, 2.3)


TAKE = Take(make, -22)
