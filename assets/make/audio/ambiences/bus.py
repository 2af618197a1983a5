"""Inside a bus on the road: engine, tyres, a window that rattles."""

import numpy as np
from kit.air import LAP, wind
from kit.hall import loops_in, small_room
from kit.noise import drift, rng, shaped
from kit.signal import Audio, above_round, normal, pan, samples
from kit.stone import gravel
from kit.take import Take


def make(number: int) -> Audio:
    r, n = rng(208 + number), samples(LAP)
    turns = np.cumsum(19 * (1 + 0.02 * drift(n, 0.4, r, -1, 1)))
    phase = turns / turns[-1] * round(19 * LAP)
    fires = sum(np.exp(-((phase * 2 + k / 3) % 1) * 7) for k in range(3))
    x = pan(normal(above_round(fires * (1 + 0.1 * drift(n, 9, r, -1, 1)), 45)), 0) * 0.2
    x += pan(shaped(n, lambda f: 1 / (1 + (f / 300) ** 3) / (1 + (60 / f) ** 3), r), 0) * 0.12
    x += wind(n, ((500, 1), (1200, 0.5)), r, 0.3, 0.4) * 0.02
    rattle = np.roll(gravel(r, 0.002 * drift(n, 0.7, r, 0, 1) ** 4, 900, 3500), 0, axis=0)
    return loops_in(x + rattle * 0.06, small_room(), 0.3)


TAKE = Take(make, -25, loops=True)
