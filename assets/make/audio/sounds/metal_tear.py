"""A strip of metal is torn off."""

import numpy as np
from kit.hall import corridor, heard_in
from kit.metal import bent, rung
from kit.noise import coloured, drift, rng
from kit.signal import Audio, band, below, envelope, normal, pan, place, samples, shelf
from kit.take import Take


def make(_: int) -> Audio:
    r = rng(83)
    x = np.zeros((samples(1.5), 2))
    place(x, pan(bent(r, 1.0, 260, 620, 120), -0.05), 0.0, 0.8)
    n = samples(1.0)
    rip = (
        band(coloured(n, 0.3, r), 1200, 6000) * drift(n, 40, r) ** 2 * envelope(n, [(0, 0.1), (0.7, 1), (1.0, 0)], 1.5)
    )
    place(x, pan(normal(rip), 0.05), 0.0, 0.35)
    place(x, pan(rung(r, 0.5, 480, 0.3, sheet=True), 0), 0.98, 0.5)
    return heard_in(shelf(below(x, 6500, 1), 3000, -3, high=True), corridor(), 0.3, 2.2)


TAKE = Take(make, -18)
