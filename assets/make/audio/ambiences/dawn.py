"""Outdoors at dawn: wind in empty streets, birds that do not know."""

from kit.air import LAP, strewn, wind
from kit.birds import phrase
from kit.hall import loops_in, outdoors
from kit.noise import rng
from kit.signal import Audio, below, samples
from kit.take import Take


def make(number: int) -> Audio:
    r, n = rng(206 + number), samples(LAP)
    x = wind(n, ((260, 1), (560, 0.7), (1300, 0.4), (3000, 0.16)), r, 0.15, 0.35) * 0.09
    x += below(strewn(n, 16, lambda: phrase(r), r, (0.01, 0.13)), 6000)
    return loops_in(x, outdoors(), 0.5)


TAKE = Take(make, -26, loops=True)
