"""The basement: pipes, a slow drip, bronze that is never quite silent."""

from kit.air import LAP, strewn, tone, wind
from kit.hall import cave, loops_in
from kit.metal import rung
from kit.noise import drift, rng
from kit.signal import Audio, pan, samples
from kit.take import Take
from kit.water import drop


def make(number: int) -> Audio:
    r, n = rng(203 + number), samples(LAP)
    x = wind(n, ((150, 1), (380, 0.5), (800, 0.25)), r) * 0.12
    for pitch, level in ((73.4, 1), (146.9, 0.6), (220.5, 0.3), (311, 0.16)):
        x += pan(tone(n, pitch, r) * drift(n, 0.15, r, 0.1, 1), r.uniform(-0.5, 0.5)) * level * 0.06
    x += strewn(n, 9, lambda: drop(r, r.uniform(700, 1500)), r, (0.05, 0.22))
    x += strewn(n, 3, lambda: rung(r, 1.0, r.uniform(180, 260), 0.4, hard=0.004), r, (0.02, 0.07))
    return loops_in(x, cave(), 0.6)


TAKE = Take(make, -26, loops=True)
