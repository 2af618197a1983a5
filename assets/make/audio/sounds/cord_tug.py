"""Three tugs on the cord."""

import numpy as np
from kit.body import cloth
from kit.hall import heard_in, small_room
from kit.noise import rng
from kit.signal import SR, Audio, fade, pan, place, samples
from kit.take import Take
from kit.wood import cracked


def make(_: int) -> Audio:
    r = rng(90)
    x = np.zeros((samples(2.3), 2))
    for at, level in ((0.03, 0.9), (0.66, 1.0), (1.3, 0.9)):
        m = samples(0.3)
        t = np.arange(m) / SR
        twang = sum(
            np.sin(2 * np.pi * 98 * k * t * (1 - 0.04 * t)) / k * np.exp(-t * (14 + 5 * k)) for k in (1, 2, 3, 5)
        )
        place(x, pan(fade(twang, 0.003, 0.05), 0), at, 0.5 * level)
        place(x, pan(cloth(r, 0.3, [(0, 0), (0.04, 1), (0.3, 0)]), 0.05), at - 0.02, 0.8 * level)
        place(x, pan(cracked(r, 480), 0.1), at, 0.16 * level)
    return heard_in(x, small_room(), 0.3, 2.8)


TAKE = Take(make, -22)
