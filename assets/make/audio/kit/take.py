"""A sound as it is to be made: how, how loud, how often, and whether it loops."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kit.levels import mastered, mastered_loops
from kit.signal import Audio, above, db, fade, samples, stereo


@dataclass(frozen=True, slots=True)
class Take:
    """`make` is called with the number of the variant, from 1. `level` is the loudest moment in LUFS, or of a loop the
    whole."""

    make: Callable[[int], Audio]
    level: float
    variants: int = 1
    loops: bool = False

    def made(self, number: int) -> Audio:
        x = stereo(self.make(number))
        return mastered_loops([x], self.level)[0] if self.loops else mastered(trimmed(above(x, 25)), self.level)


def trimmed(x: Audio, floor: float = -62) -> Audio:
    """Without the silence before and after, and with ends that do not click."""
    heard = np.flatnonzero(np.abs(x).max(1) > np.abs(x).max() * db(floor))
    return fade(x[max(0, heard[0] - samples(0.002)) : heard[-1] + 1], 0.002, 0.06)
