"""The petals come together, the notes go down, and it is shut."""

import numpy as np
from kit.hall import cave, heard_in
from kit.noise import rng
from kit.petals import petal, ring
from kit.signal import Audio, above, fade, pan, place, samples, shelf
from kit.stone import struck
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(88)
    x = np.zeros((samples(5.0), 2))
    for count in range(6):
        petal(x, r, 5 - count, 0.05 + 0.36 * count, 0.72 + 0.04 * count, rings=0.14)
    place(x, pan(struck(r, 1.0), 0), 2.95, 2.2)
    place(x, pan(ring(73.4), 0), 2.95, 0.5)
    place(x, pan(ring(146.8), 0), 2.96, 0.3)
    return fade(heard_in(shelf(above(x, 40), 110, -7), cave(), 0.6, 6.8), 0.002, 1.2)


TAKE = Take(make, -15)
