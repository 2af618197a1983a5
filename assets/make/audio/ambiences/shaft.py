"""The shaft: an updraught, grit falling past."""

from kit.air import LAP, strewn, wind
from kit.hall import cave, loops_in
from kit.noise import drift, rng, rumble, wide
from kit.signal import Audio, samples
from kit.stone import gravel, struck
from kit.take import Take


def make(number: int) -> Audio:
    r, n = rng(201 + number), samples(LAP)
    x = wind(n, ((240, 1), (520, 0.9), (1100, 0.5), (2300, 0.22)), r, 0.2, 0.14) * 0.2
    x += wide(lambda: rumble(n, 90, r) * drift(n, 0.15, r, 0.2, 1) ** 2) * 0.08
    x += strewn(n, 16, lambda: struck(r, r.uniform(0.02, 0.3)), r, (0.04, 0.25))
    x += gravel(r, 0.0004 * drift(n, 0.4, r, 0, 1) ** 3, 1800, 8000) * 0.2
    return loops_in(x, cave(), 0.6)


TAKE = Take(make, -25, loops=True)
