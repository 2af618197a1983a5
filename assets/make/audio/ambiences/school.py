"""A school at night on emergency power: one lamp hums, metal ticks as it cools, dust settles."""

from kit.air import LAP, strewn, tone, wind
from kit.hall import corridor, loops_in
from kit.metal import rung
from kit.noise import drift, rng
from kit.signal import Audio, pan, samples
from kit.stone import gravel
from kit.take import Take
from kit.wood import creaked


def make(number: int) -> Audio:
    r, n = rng(202 + number), samples(LAP)
    x = wind(n, ((200, 1), (600, 0.5), (1500, 0.2)), r) * 0.1
    for pitch, level in ((60, 0.5), (120, 1), (180, 0.3), (240, 0.5), (360, 0.2), (480, 0.1)):
        x += pan(tone(n, pitch, r) * drift(n, 0.3, r, 0.7, 1), r.uniform(-0.3, 0.3)) * level * 0.035
    x += strewn(n, 7, lambda: rung(r, 0.4, r.uniform(500, 1400), 0.12), r, (0.02, 0.09))
    x += strewn(n, 3, lambda: creaked(r, 1.1, r.uniform(120, 220), 22), r, (0.05, 0.12))
    x += gravel(r, 0.00008 * drift(n, 0.3, r, 0, 1), 1500, 6000) * 0.1
    return loops_in(x, corridor(), 0.5)


TAKE = Take(make, -26, loops=True)
