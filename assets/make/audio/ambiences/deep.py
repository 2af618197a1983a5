"""Deeper: less of everything, and something large that moves very slowly."""

from kit.air import LAP, strewn, tone, wind
from kit.hall import deep, loops_in
from kit.noise import drift, rng, rumble, wide
from kit.signal import Audio, below, pan, samples
from kit.stone import rubbed
from kit.take import Take


def make(number: int) -> Audio:
    r, n = rng(205 + number), samples(LAP)
    x = wind(n, ((120, 1), (230, 0.8), (480, 0.3)), r, 0.08, 0.14) * 0.16
    x += wide(lambda: rumble(n, 120, r) * drift(n, 0.1, r, 0.05, 1) ** 3) * 0.14
    x += strewn(n, 3, lambda: below(rubbed(r, 2.2, r.uniform(60, 100), 9), 700), r, (0.06, 0.16))
    for pitch, level in ((110, 0.8), (116.5, 0.6), (155.6, 0.4)):
        x += pan(tone(n, pitch, r) * drift(n, 0.1, r, 0, 1) ** 2, r.uniform(-0.6, 0.6)) * level * 0.04
    return loops_in(x, deep(), 0.8)


TAKE = Take(make, -26, loops=True)
