"""A soft struck glass, damped and warm: the window's own voice, in the key of the music."""

import numpy as np

from kit.signal import SR, Audio, fade, samples


def chime(pitch: float) -> Audio:
    t = np.arange(samples(0.5)) / SR
    x = np.sin(2 * np.pi * pitch * t + 0.7 * np.exp(-t * 26) * np.sin(2 * np.pi * pitch * 3.01 * t)) * np.exp(-t * 10)
    x += 0.2 * np.sin(2 * np.pi * pitch * 2.003 * t) * np.exp(-t * 16)
    x += 0.3 * np.sin(np.pi * pitch * t) * np.exp(-t * 15)
    return fade(x, 0.005, 0.08)
