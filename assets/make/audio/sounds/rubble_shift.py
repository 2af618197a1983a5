"""Rubble settles."""

from kit.hall import cave, heard_in
from kit.noise import rng
from kit.signal import Audio, above, envelope, shelf
from kit.stone import falling, gravel
from kit.take import Take


def make(number: int) -> Audio:
    r = rng(94 + number)
    x = falling(r, 2.4, dense=0.45, largest=0.5)
    n = len(x)
    x += gravel(r, 0.004 * envelope(n, [(0, 0.3), (0.4, 1), (1.6, 0.2), (2.4, 0)])) * 0.6
    return heard_in(shelf(above(x, 50), 120, -7), cave(), 0.45, 3.6)


TAKE = Take(make, -21, variants=3)
