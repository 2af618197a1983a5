"""The cavern: dust hissing down, the ground working, an army coming apart far off."""

from kit.air import LAP, strewn, tone, wind
from kit.hall import cave, loops_in
from kit.noise import drift, rng, rumble, wide
from kit.signal import Audio, pan, samples
from kit.stone import gravel, struck
from kit.take import Take


def make(number: int) -> Audio:
    r, n = rng(200 + number), samples(LAP)
    x = wind(n, ((180, 1), (420, 0.7), (900, 0.4), (2400, 0.16)), r) * 0.14
    x += wide(lambda: rumble(n, 100, r) * drift(n, 0.2, r, 0.2, 1) ** 2) * 0.12
    x += gravel(r, 0.0006 * drift(n, 0.3, r, 0.1, 1) ** 2, 1500, 7000) * 0.25
    x += strewn(n, 9, lambda: struck(r, r.uniform(0.3, 0.8)), r, (0.06, 0.3))
    for pitch, level in ((110, 1), (164.8, 0.5), (220, 0.4), (330, 0.2)):
        x += pan(tone(n, pitch, r) * drift(n, 0.2, r, 0.3, 1), r.uniform(-0.5, 0.5)) * level * 0.05
    return loops_in(x, cave(), 0.5)


TAKE = Take(make, -25, loops=True)
