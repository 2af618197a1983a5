"""Rock comes down: a crack, blocks, gravel, and the cave’s answer."""

import numpy as np
from kit.hall import cave, heard_in
from kit.noise import rng, rumble, wide
from kit.signal import Audio, above, band, below, decay, envelope, fade, pan, place, samples, shelf
from kit.stone import falling, gravel, struck
from kit.take import Take


def make(number: int) -> Audio:
    r = rng(number)
    seconds = (4.2, 3.4, 2.6)[number - 1]
    n = samples(seconds)
    x = np.zeros((n, 2))
    crack = r.normal(size=samples(0.22)) * decay(samples(0.22), 0.16)
    place(x, pan(fade(band(crack, 250, 6500) + 0.8 * below(crack, 200), 0.0006, 0.05), 0), 0.03, 0.8)
    x += falling(r, seconds, dense=1.0 if number < 3 else 0.7, largest=1.0 if number < 3 else 0.7)
    for at, size in ((0.18, 0.95), (0.62, 0.85), (1.15, 1.0), (1.9, 0.7))[: 5 - number]:
        place(x, pan(struck(r, size), r.uniform(-0.3, 0.3)), at, 1.1)
    x += (
        gravel(r, 0.012 * envelope(n, [(0, 0), (0.1, 0.2), (0.6, 1), (1.6, 0.7), (seconds - 1, 0.16), (seconds, 0)]))
        * 1.4
    )
    x += (
        wide(lambda: rumble(n, 95, r))
        * (0.15 * envelope(n, [(0, 0), (0.15, 1), (1.4, 0.8), (seconds, 0)], 1.3))[:, None]
    )
    x = shelf(shelf(above(x, 42), 110, -9), 2500, 2.5, high=True)
    return fade(heard_in(x, cave(), 0.5, seconds + 1.6), 0.001, 0.9)


TAKE = Take(make, -15, variants=3)
