"""Something in the seal begins to turn."""

import numpy as np
from kit.hall import cave, heard_in
from kit.noise import rng
from kit.signal import Audio, above, pan, place, samples, shelf
from kit.stone import rubbed, struck
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(86)
    x = np.zeros((samples(3.4), 2))
    place(x, pan(rubbed(r, 2.6, 118, 24), -0.1), 0.0, 1.0)
    place(x, pan(rubbed(r, 2.2, 176, 31), 0.2), 0.5, 0.6)
    place(x, pan(struck(r, 0.75), 0), 2.65, 1.0)
    return heard_in(shelf(above(x, 42), 120, -8), cave(), 0.5, 4.8)


TAKE = Take(make, -17)
