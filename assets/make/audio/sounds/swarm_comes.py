"""Many feet and hands on rock, nearer and nearer."""

import numpy as np
from kit.body import throat
from kit.hall import deep, heard_in
from kit.noise import rng, rumble, wide
from kit.signal import Audio, above, envelope, fade, pan, place, samples, shelf
from kit.stone import gravel, struck
from kit.take import Take


def make(_: int) -> Audio:
    r, n = rng(103), samples(5.0)
    x = np.zeros((n, 2))
    at = 0.0
    while at < 4.7:
        near = (at / 4.7) ** 1.7
        place(
            x,
            pan(struck(r, r.uniform(0.12, 0.4), 0.7), float(np.clip(r.normal(0, 0.5), -0.9, 0.9))),
            at,
            0.05 + 0.5 * near * r.uniform(0.4, 1),
        )
        at += r.exponential(0.075 - 0.05 * near)
    for start, seconds in ((1.2, 1.6), (2.2, 1.6), (2.9, 1.7), (3.3, 1.6)):
        pitch = r.uniform(60, 110)
        snarl = throat(
            r,
            seconds,
            [(0, pitch), (seconds / 2, pitch * 1.35), (seconds, pitch)],
            [(0, 0), (seconds * 0.7, 1), (seconds, 0)],
            (420, 900, 2100),
            rough=0.85,
            airy=0.6,
        )
        place(x, pan(snarl, r.uniform(-0.7, 0.7)), start, 0.22 + 0.06 * start)
    x += wide(lambda: rumble(n, 130, r)) * (0.07 * envelope(n, [(0, 0), (4.4, 1), (5, 0)], 1.6))[:, None]
    x += gravel(r, 0.003 * envelope(n, [(0, 0.05), (4.5, 1), (5, 0.2)], 1.5)) * 0.35
    return fade(heard_in(shelf(above(x, 45), 110, -7), deep(), 0.35, 6.2), 0.2, 0.9)


TAKE = Take(make, -16)
