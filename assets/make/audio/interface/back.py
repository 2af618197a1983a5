"""Back: D, A below."""

import numpy as np
from kit.chime import chime
from kit.hall import heard_in, small_room
from kit.signal import Audio, below, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    x = np.zeros((samples(0.7), 2))
    for at, pitch, level, where in [(0.0, 587.33, 0.7, 0.1), (0.07, 440.0, 0.8, -0.1)]:
        place(x, pan(chime(pitch), where), at, level)
    return heard_in(below(x, 6000, 1), small_room(), 0.25, 0.9)


TAKE = Take(make, -29)
