"""A vampire goes to dust: an in-rush, a flash, a throat that comes apart, ash."""

import numpy as np
from kit.body import throat
from kit.hall import heard_in, small_room
from kit.noise import coloured, drift, rng, wide
from kit.signal import SR, Audio, above, band, decay, envelope, fade, pan, place, samples, shelf
from kit.stone import gravel
from kit.take import Take


def make(number: int) -> Audio:
    r, n, hit = rng(4 + number), samples(2.6), 0.42
    t = np.arange(n) / SR
    x = np.zeros((n, 2))
    for side in range(2):
        air = coloured(n, 0.4, r)
        for centre, start, end in ((300, 0, 0.45), (700, 0.08, 0.47), (1500, 0.16, 0.48), (3200, 0.24, 0.5)):
            rush = envelope(n, [(0, 0), (start, 0), (hit, 1), (hit + 0.02, 0.15), (end + 0.12, 0)], 2.2)
            x[:, side] += 0.3 * band(air, centre * 0.7, centre * 1.4) * rush
    low = t[: samples(0.5)]
    place(
        x,
        pan(fade(np.sin(2 * np.pi * (52 * low + 4 * (1 - np.exp(-low * 25)))) * decay(len(low), 0.42), 0.001, 0.05), 0),
        hit,
        0.38,
    )
    flash = band(r.normal(size=samples(0.3)), 500, 8000) * decay(samples(0.3), 0.22)
    place(x, pan(fade(flash, 0.001, 0.05), 0), hit, 0.45)
    cry = throat(r, 0.55, [(0, 230), (0.55, 70)], [(0, 0), (0.08, 1), (0.55, 0)], (730, 1090, 2440), rough=0.4)
    place(x, pan(cry, r.uniform(-0.2, 0.2)), hit - 0.12, 0.3)
    fall = envelope(n, [(0, 0), (hit, 0), (hit + 0.03, 1), (hit + 0.5, 0.35), (1.6, 0.1), (2.6, 0)])
    x += gravel(r, 0.02 * fall, 1800, 10000) * 0.55
    ash = envelope(n, [(0, 0), (hit, 0), (hit + 0.06, 1), (1.1, 0.35), (2.6, 0)], 1.4)
    x += wide(lambda: above(r.normal(size=n), 3000) * (1 + 0.5 * drift(n, 12, r, -1, 1))) * 0.14 * ash[:, None]
    return fade(heard_in(shelf(x, 7000, -4, high=True), small_room(), 0.4, 3.1), 0.004, 0.5)


TAKE = Take(make, -16, variants=3)
