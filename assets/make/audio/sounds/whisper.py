"""Somebody whispers, in no words."""

import numpy as np
from kit.body import breath
from kit.hall import corridor, heard_in
from kit.noise import rng
from kit.signal import Audio, band, envelope, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(98)
    x = np.zeros((samples(3.4), 2))
    at = 0.05
    for word in range(9):
        seconds = r.uniform(0.14, 0.34)
        vowel = [(420, 1900, 2600), (700, 1250, 2500), (350, 800, 2300), (560, 1700, 2450)][int(r.integers(4))]
        said = breath(r, seconds, [(0, 0.2), (seconds * 0.3, 1), (seconds, 0)], vowel)
        hiss = band(r.normal(size=samples(0.09)), 3200, 6500) * envelope(samples(0.09), [(0, 0), (0.03, 1), (0.09, 0)])
        where = -0.5 + word * 0.11
        place(x, pan(said, where), at, 0.9)
        place(x, pan(hiss, where), at - 0.02, 0.12)
        at += seconds + (0.3 if word == 4 else r.uniform(0.0, 0.07))
    return heard_in(x, corridor(), 0.6, 4.4)


TAKE = Take(make, -25)
