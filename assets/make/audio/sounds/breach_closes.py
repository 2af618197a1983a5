"""Stone closes over stone: a long grind, and then it is shut."""

import numpy as np
from kit.hall import cave, heard_in
from kit.noise import rng, rumble, wide
from kit.signal import Audio, above, envelope, fade, pan, place, samples, shelf
from kit.stone import gravel, rubbed, struck
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(12)
    x = np.zeros((samples(5.2), 2))
    for at, seconds, pitch, where in ((0.0, 2.6, 92, -0.4), (0.5, 2.7, 124, 0.4), (1.1, 2.3, 71, 0.0)):
        place(x, pan(rubbed(r, seconds, pitch, 26), where), at, 0.9)
    n = len(x)
    x += (
        wide(lambda: rumble(n, 110, r))
        * (0.12 * envelope(n, [(0, 0), (2.5, 1), (3.4, 1), (4.2, 0.2), (5.2, 0)]))[:, None]
    )
    place(x, pan(struck(r, 1.0), 0), 3.4, 1.8)
    place(x, pan(struck(r, 0.8), -0.2), 3.46, 1.1)
    x += gravel(r, 0.006 * envelope(n, [(0, 0.1), (3.3, 0.4), (3.5, 1), (4.6, 0.1), (5.2, 0)])) * 0.7
    return fade(heard_in(shelf(above(x, 40), 110, -8), cave(), 0.5, 6.6), 0.02, 0.9)


TAKE = Take(make, -15)
