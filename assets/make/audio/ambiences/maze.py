"""The maze: a draught that turns, one drop, stone that settles."""

from kit.air import LAP, strewn, wind
from kit.hall import deep, loops_in
from kit.noise import drift, rng, rumble, wide
from kit.signal import Audio, samples
from kit.stone import struck
from kit.take import Take
from kit.water import drop


def make(number: int) -> Audio:
    r, n = rng(204 + number), samples(LAP)
    x = wind(n, ((190, 1), (410, 0.8), (760, 0.5), (1700, 0.16)), r, 0.1, 0.12) * 0.16
    x += wide(lambda: rumble(n, 80, r) * drift(n, 0.1, r, 0.1, 1) ** 2) * 0.06
    x += strewn(n, 5, lambda: drop(r, r.uniform(800, 1500)), r, (0.04, 0.16))
    x += strewn(n, 4, lambda: struck(r, r.uniform(0.02, 0.2)), r, (0.03, 0.12))
    return loops_in(x, deep(), 0.7)


TAKE = Take(make, -26, loops=True)
