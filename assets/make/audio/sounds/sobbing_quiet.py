"""Somebody weeps and does not want to be heard."""

import numpy as np
from kit.body import breath, throat
from kit.hall import corridor, heard_in
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(117)
    x = np.zeros((samples(4.2), 2))
    for at, seconds in ((0.05, 0.28), (0.4, 0.22), (0.68, 0.22)):
        place(x, pan(breath(r, seconds, [(0, 0), (seconds * 0.6, 1), (seconds, 0)], (1000, 2000, 3100)), 0), at, 0.6)
    sob = throat(
        r,
        1.1,
        [(0, 300), (0.2, 330), (1.1, 235)],
        [(0, 0), (0.12, 0.8), (0.35, 0.3), (0.5, 0.55), (1.1, 0)],
        (480, 1150, 2600),
        airy=0.9,
    )
    place(x, pan(sob, 0), 1.0, 0.5)
    place(
        x, pan(breath(r, 1.2, [(0, 0), (0.2, 1), (0.5, 0.4), (0.65, 0.7), (1.2, 0)], (620, 1400, 2600)), 0), 1.05, 0.8
    )
    place(x, pan(breath(r, 0.5, [(0, 0), (0.3, 1), (0.5, 0)], (950, 1900, 3000)), 0), 2.5, 0.6)
    place(x, pan(breath(r, 1.0, [(0, 0), (0.2, 0.8), (1.0, 0)], (560, 1300, 2500)), 0), 3.1, 0.7)
    return heard_in(below(x, 4500, 1), corridor(), 0.3, 4.8)


TAKE = Take(make, -25)
