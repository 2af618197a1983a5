"""A living room: a clock, a refrigerator two rooms away, a house that is still there."""

from kit.air import LAP, strewn, tone, wind
from kit.hall import loops_in, small_room
from kit.metal import rung
from kit.noise import drift, rng
from kit.signal import Audio, below, pan, place_round, samples
from kit.take import Take
from kit.wood import creaked


def make(number: int) -> Audio:
    r, n = rng(207 + number), samples(LAP)
    x = wind(n, ((180, 1), (420, 0.5), (1200, 0.14)), r) * 0.08
    for pitch, level in ((60, 0.5), (120, 1), (180, 0.4), (240, 0.25)):
        x += pan(tone(n, pitch, r) * drift(n, 0.06, r, 0.6, 1), 0.5) * level * 0.02
    for second in range(round(LAP)):
        tick = rung(r, 0.1, 2300 if second % 2 else 2050, 0.015)
        place_round(x, pan(below(tick, 5000), -0.5), second + 0.1, 0.035)
    x += strewn(n, 2, lambda: creaked(r, 0.7, r.uniform(200, 320), 20), r, (0.03, 0.07))
    return loops_in(x, small_room(), 0.35)


TAKE = Take(make, -26, loops=True)
