"""Drops, slow and thick, on bronze."""

import numpy as np
from kit.hall import corridor, heard_in
from kit.metal import rung
from kit.noise import rng
from kit.signal import Audio, below, pan, place, samples
from kit.take import Take
from kit.water import drop


def make(_: int) -> Audio:
    r = rng(84)
    x = np.zeros((samples(2.8), 2))
    for at, pitch in ((0.02, 520), (0.95, 480), (1.9, 540)):
        place(x, pan(drop(r, pitch, 0.9), 0.05), at, 1.0)
        place(x, pan(rung(r, 0.8, 610, 0.3, hard=0.004), 0.05), at + 0.004, 0.12)
    return heard_in(below(x, 4000, 1), corridor(), 0.4, 3.6)


TAKE = Take(make, -25)
