"""Something that was never a man growls."""

from kit.body import throat
from kit.hall import cave, heard_in
from kit.noise import drift, rng
from kit.signal import Audio, pan, shelf
from kit.take import Take


def make(number: int) -> Audio:
    r = rng(100 + number)
    seconds = 2.0 + 0.3 * number
    loud = [(0, 0), (0.35, 1), (0.9, 0.7), (1.3, 1), (seconds, 0)]
    low = throat(
        r, seconds, [(0, 62), (0.5, 84), (1.3, 70), (seconds, 50)], loud, (380, 760, 1900, 2700), rough=0.9, airy=0.6
    )
    high = throat(r, seconds, [(0, 118), (0.5, 160), (seconds, 90)], loud, (520, 1180, 2500), rough=0.7, airy=0.8)
    n = len(low)
    x = pan(low * (0.6 + 0.4 * drift(n, 28, r)), -0.1) + 0.45 * pan(high * drift(n, 22, r), 0.15)
    return heard_in(shelf(x, 90, -6), cave(), 0.4, seconds + 1.2)


TAKE = Take(make, -18, variants=2)
