"""Skin in the sun."""

from kit.hall import heard_in, small_room
from kit.noise import coloured, drift, rng, wide
from kit.signal import Audio, band, envelope, samples, shelf
from kit.stone import gravel
from kit.take import Take


def make(_: int) -> Audio:
    r, n = rng(116), samples(2.4)
    burns = envelope(n, [(0, 0), (0.25, 1), (1.2, 0.6), (2.4, 0)], 1.2)
    fine = wide(lambda: band(coloured(n, 0.2, r), 2500, 8000) * (0.25 + 0.75 * drift(n, 45, r) ** 3))
    x = fine * 0.22 * burns[:, None] + gravel(r, 0.012 * burns, 1500, 7500) * 0.55
    x += wide(lambda: band(coloured(n, 0.8, r), 400, 1500)) * 0.06 * burns[:, None]
    return heard_in(shelf(x, 5000, -5, high=True), small_room(), 0.2, 2.7)


TAKE = Take(make, -22)
