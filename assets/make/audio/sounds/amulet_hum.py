"""The amulet wakes: A and its fifth swell up out of nothing, with glass above, and ebb."""

import numpy as np
from kit.hall import cave, heard_in
from kit.noise import drift, humped, rng, wide
from kit.signal import SR, Audio, envelope, fade, pan, samples
from kit.take import Take


def make(_: int) -> Audio:
    r, n = rng(2), samples(6.5)
    t = np.arange(n) / SR
    x = np.zeros((n, 2))
    for frequency, level in (
        (110, 1),
        (220, 0.7),
        (164.8, 0.45),
        (330, 0.34),
        (440, 0.22),
        (554.4, 0.1),
        (659, 0.13),
        (880, 0.08),
    ):
        for side, apart in ((0, -0.3), (1, 0.35)):
            x[:, side] += (
                level * drift(n, 0.5, r, 0.5, 1) * np.sin(2 * np.pi * (frequency + apart) * t + r.uniform(0, 6.28))
            )
    x *= 0.2 * envelope(n, [(0, 0), (2.2, 1), (3.4, 0.75), (6.5, 0)], 1.6)[:, None]
    for _ in range(11):
        frequency = r.choice([1318.5, 1760, 2217, 2637, 3520]) + r.normal(0, 2)
        glass = np.sin(2 * np.pi * frequency * t + r.uniform(0, 6.28)) * drift(n, 0.8, r) ** 4
        x += pan(glass * 0.035 * envelope(n, [(0, 0), (2.4, 1), (6.5, 0)], 2), r.uniform(-0.9, 0.9))
    x += wide(lambda: humped(n, 2600, 0.5, r)) * 0.012 * envelope(n, [(0, 0), (2.2, 1), (6.5, 0)], 3)[:, None]
    return fade(heard_in(x, cave(), 0.6, 7.5), 0.05, 1.2)


TAKE = Take(make, -20)
