"""Drops, and what bubbles and hisses."""

import numpy as np

from kit.noise import Rng
from kit.signal import SR, Audio, band, fade, samples


def drop(r: Rng, pitch: float, level: float = 1.0) -> Audio:
    """The ring of a bubble under a drop: its pitch rises as it closes."""
    t = np.arange(samples(0.26)) / SR
    ring = np.sin(2 * np.pi * (pitch * t + pitch * 0.42 * t**2 * 4)) * np.exp(-t * 30) * (1 - np.exp(-t * 900))
    tick = band(r.normal(size=len(t)), 2500, 7000) * np.exp(-t * 700) * 0.18
    return fade((ring + tick) * level, 0.0005, 0.04)
