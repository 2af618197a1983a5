"""A burned stair gives way."""

import numpy as np
from kit.hall import corridor, heard_in
from kit.noise import rng
from kit.signal import Audio, envelope, pan, place, samples, shelf
from kit.stone import gravel
from kit.take import Take
from kit.wood import cracked, creaked


def make(_: int) -> Audio:
    r = rng(81)
    x = np.zeros((samples(2.4), 2))
    place(x, pan(creaked(r, 0.5, 260), -0.1), 0.0, 0.5)
    for at, pitch, level in ((0.46, 210, 1.0), (0.52, 330, 0.7), (0.61, 180, 0.8)):
        place(x, pan(cracked(r, pitch), r.uniform(-0.3, 0.3)), at, level)
    for _ in range(9):
        at = 0.75 + r.exponential(0.35)
        place(x, pan(cracked(r, r.uniform(180, 500)), r.uniform(-0.6, 0.6)), min(at, 2.0), r.uniform(0.15, 0.5))
    n = len(x)
    x += gravel(r, 0.004 * envelope(n, [(0, 0), (0.45, 0), (0.6, 1), (2.4, 0)])) * 0.35
    return heard_in(shelf(x, 110, -6), corridor(), 0.45, 3.4)


TAKE = Take(make, -18)
