"""Wood burns: crackle over a low breath of flame."""

from kit.hall import heard_in, small_room
from kit.noise import coloured, drift, rng, wide
from kit.signal import Audio, below, envelope, fade, pan, place, samples
from kit.stone import gravel
from kit.take import Take
from kit.wood import cracked


def make(_: int) -> Audio:
    r, n = rng(119), samples(5.0)
    loud = envelope(n, [(0, 0), (0.8, 1), (4, 0.9), (5, 0)])
    x = wide(lambda: below(coloured(n, 1.1, r), 700) * (0.5 + 0.5 * drift(n, 6, r))) * 0.12 * loud[:, None]
    x += gravel(r, 0.0012 * loud, 900, 7000) * 0.6
    for _ in range(14):
        place(x, pan(cracked(r, r.uniform(400, 900)), r.uniform(-0.6, 0.6)), r.uniform(0.3, 4.4), r.uniform(0.08, 0.35))
    return fade(heard_in(x, small_room(), 0.25, 5.4), 0.1, 0.6)


TAKE = Take(make, -22)
