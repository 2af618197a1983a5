"""A bus starts and idles."""

import numpy as np
from kit.hall import heard_in, small_room
from kit.noise import drift, rng
from kit.signal import SR, Audio, band, envelope, fade, normal, pan, resonate, samples, shelf
from kit.take import Take


def make(_: int) -> Audio:
    r, n = rng(112), samples(5.0)
    turns = envelope(n, [(0, 7), (0.8, 9), (0.95, 26), (1.3, 17), (5.0, 15.5)]) * (1 + 0.03 * drift(n, 5, r, -1, 1))
    phase = np.cumsum(turns) / SR
    fires = sum(np.exp(-((phase * 2 + k * 0.33) % 1) * 9) for k in range(3)) - 0.8
    body = band(fires * (1 + 0.2 * r.normal(size=n)), 50, 900, 1) + 0.25 * band(fires * r.normal(size=n), 500, 2600)
    starter = np.sin(2 * np.pi * np.cumsum(260 + 60 * np.sin(2 * np.pi * 9 * np.arange(n) / SR)) / SR) * envelope(
        n, [(0, 0.6), (0.85, 0.7), (0.95, 0), (5, 0)]
    )
    rattle = resonate(np.diff(np.floor(phase * 2), prepend=0), (310, 740, 1220), (0.06, 0.04, 0.03), (1, 0.5, 0.3))
    loud = envelope(n, [(0, 0.4), (0.9, 0.5), (1.0, 1), (1.5, 0.8), (4.0, 0.7), (5, 0)])
    x = (normal(body) * 0.8 + normal(rattle) * 0.3) * loud + starter * 0.12
    return fade(heard_in(shelf(pan(x, 0), 100, -5), small_room(), 0.3, 5.4), 0.02, 0.6)


TAKE = Take(make, -18)
