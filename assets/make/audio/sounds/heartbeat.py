"""A heart, four beats."""

import numpy as np
from kit.hall import heard_in, small_room
from kit.noise import rng
from kit.signal import SR, Audio, band, fade, normal, pan, place, samples
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(106)
    x = np.zeros((samples(3.9), 2))
    t = np.arange(samples(0.5)) / SR
    for beat in range(4):
        for late, level, pitch in ((0, 1, 64), (0.3, 0.6, 72)):
            thump = (
                np.sin(2 * np.pi * (pitch * t + 1.2 * (1 - np.exp(-t * 24)))) * np.exp(-t * 12) * (1 - np.exp(-t * 180))
            )
            knock = normal(band(r.normal(size=len(t)), 180, 640)) * np.exp(-t * 45)
            place(x, pan(fade(0.7 * thump + 2.2 * knock, 0.002, 0.05), 0), 0.03 + beat * 0.9 + late, level)
    return heard_in(x, small_room(), 0.25, 4.3)


TAKE = Take(make, -21)
