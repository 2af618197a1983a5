"""Something heavy is dragged over stone, by stretches."""

import numpy as np
from kit.body import cloth
from kit.hall import cave, heard_in
from kit.noise import coloured, drift, rng
from kit.signal import Audio, above, below, envelope, normal, pan, place, samples, shelf
from kit.stone import gravel
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(108)
    x = np.zeros((samples(4.2), 2))
    for at, seconds in ((0.05, 1.0), (1.4, 1.1), (2.8, 1.1)):
        m = samples(seconds)
        scrape = below(coloured(m, 1.0, r), 1800) * (0.4 + 0.6 * drift(m, 14, r))
        pull = normal(scrape * envelope(m, [(0, 0), (seconds * 0.3, 1), (seconds, 0)], 1.2))
        place(x, pan(pull, 0), at, 0.6)
        place(x, pan(cloth(r, seconds, [(0, 0), (seconds * 0.4, 1), (seconds, 0)], 600, 3500), 0.1), at, 0.5)
        place(x, gravel(r, 0.003 * envelope(m, [(0, 0), (seconds * 0.4, 1), (seconds, 0)])), at, 0.25)
    return heard_in(shelf(above(x, 50), 140, -4), cave(), 0.3, 5.2)


TAKE = Take(make, -21)
