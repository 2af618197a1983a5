"""Dread: the dark itself. A body of low partials, stone that complains, a heart that is not yours, and voices that
circle the sixth of his theme from beneath."""

import numpy as np
from kit.air import tone
from kit.hall import deep, loops_in
from kit.levels import loudness
from kit.noise import Rng, drift, humped, rng, rumble, shaped
from kit.notation import legato, line, octaves
from kit.piece import Clock, Part, Piece, breathing
from kit.signal import SR, Audio, below, db, envelope, fade, pan, place_round, resonate, samples

_DEEPEST = 36.708  # D1
_CALL = line(
    "r:4 | D4:4 | Eb4:3 D4 | r:4 | F4:3 E4 | Eb4:3 r | r:4 | D4:2 F4:2 | Ab4:4 | G4:2 Eb4:2 | D4:3 r | r:4 |"
    "Bb4:3 A4 | Ab4:4 | G4:2 r:2 | r:4"
)
_CALLING = breathing(_CALL, 34, 96)


def _texture(n: int) -> dict[str, Audio]:
    r = rng(2024)
    return {
        "bed": _levelled(loops_in(_bed(n, r), deep(), 0.4), -26.5),
        "pulse": _levelled(loops_in(_heart(n, r), deep(), 0.25), -26),
        "voice": _levelled(loops_in(_unease(n, r), deep(), 0.7), -28),
    }


def _levelled(x: Audio, level: float) -> Audio:
    return x * db(level - loudness(x))


def _pair(n: int, frequency: float, apart: float, rate: float, r: Rng) -> Audio:
    """Two tones nearly the same, one a side, each breathing for itself."""
    return np.stack([tone(n, frequency + d, r) * drift(n, rate, r, 0.15, 1) ** 1.5 for d in (-apart, apart)], 1)


def _bed(n: int, r: Rng) -> Audio:
    x = np.zeros((n, 2))
    for k, level in ((1, 0.45), (2, 0.9), (3, 0.6), (4, 0.34), (5, 0.16), (6, 0.22), (8, 0.11), (9, 0.07), (12, 0.05)):
        x += _pair(n, _DEEPEST * k, 0.05 + 0.06 * r.random() * k, 0.06 + 0.03 * k, r) * level * 0.16
    swell = envelope(n, [(0, 0.5), (14, 1), (22, 0.45), (36, 1), (46, 0.5), (56, 0.8), (n / SR, 0.5)])
    x *= swell[:, None]
    for side in range(2):
        for centre, level in ((170, 1), (330, 0.8), (560, 0.55), (900, 0.34), (1700, 0.18), (3800, 0.08)):
            x[:, side] += humped(n, centre, 0.16, r) * drift(n, 0.11, r, 0.02, 1) ** 2.5 * level * 0.06
        x[:, side] += rumble(n, 90, r) * drift(n, 0.08, r, 0.1, 1) ** 2 * 0.05
    return x


def _heart(n: int, r: Rng) -> Audio:
    """Two beats, and for some bars none: it listens."""
    x = np.zeros((n, 2))
    beats = round(n / SR * 48 / 60)
    for beat in range(beats):
        if beat % 12 in (10, 11):
            continue
        for late, level in ((0, 1), (0.31, 0.62)):
            t = np.arange(samples(0.6)) / SR
            thump = (
                np.sin(2 * np.pi * (52 * t + 14 * (1 - np.exp(-t * 22)) / 2)) * np.exp(-t * 9) * (1 - np.exp(-t * 160))
            )
            knock = below(r.normal(size=len(t)), 260) * np.exp(-t * 40) * 0.5
            place_round(x, (thump + knock) * level * (0.7 + 0.3 * np.sin(beat)), beat * n / SR / beats + late)
    for step, level in ((2 * 2 ** (1 / 12), 0.4), (3 * 2 ** (1 / 12), 0.3), (2 * 2 ** (6 / 12), 0.3)):
        x += _pair(n, _DEEPEST * step, 0.35, 0.13, r) * level * 0.25
    return x


def _unease(n: int, r: Rng) -> Audio:
    """Bowed seconds and tritones that come and go, groans of stone, a whisper without words."""
    x = np.zeros((n, 2))
    for step, level in (
        (4 * 2 ** (1 / 12), 0.5),
        (4 * 2 ** (6 / 12), 0.45),
        (8 * 2 ** (8 / 12), 0.25),
        (8 * 2 ** (1 / 12), 0.28),
    ):
        comes = drift(n, 0.05, r, -0.5, 1).clip(0) ** 1.5
        for partial in range(1, 6):
            x += _pair(n, _DEEPEST * step * partial, 0.15, 0.3, r) * (comes * level * 0.08 / partial**1.3)[:, None]
    for number in range(9):
        length = r.uniform(2.5, 5)
        m = samples(length)
        slips = (r.random(m) < 0.0009 * envelope(m, [(0, 0.2), (length * 0.4, 1.6), (length, 0)])) * r.normal(1, 0.4, m)
        body = r.uniform(80, 190) * np.array([1, 1.93, 2.71, 4.17, 5.3])
        groan = resonate(below(slips, 1100), body, (0.5, 0.42, 0.3, 0.22, 0.15), (1, 0.8, 0.6, 0.35, 0.2))
        groan *= 0.2 / (np.abs(groan).max() + 1e-9)
        place_round(x, pan(fade(groan, 0.05, 0.5), r.uniform(-0.8, 0.8)), number * n / SR / 9 + r.uniform(0, 4))
    for side in range(2):
        for centre, width, level in ((480, 0.10, 1), (1150, 0.08, 0.6), (2450, 0.09, 0.35), (3400, 0.10, 0.2)):
            breath = shaped(n, lambda f, c=centre, w=width: np.exp(-((np.log(f / c) / w) ** 2)), r)
            x[:, side] += breath * drift(n, 0.35, r) ** 3.5 * level * 0.03
    return x


PIECE = Piece(
    Clock(60, 16),
    (
        Part(
            "celli tremolo",
            line("D2:16 | Eb2:16 | D2:16 | Db2:16", beats=16),
            -32,
            dynamics=((0, 56), (14, 62), (18, 30), (30, 66), (34, 28), (46, 70), (50, 30), (60, 76), (64, 60)),
        ),
        Part("choir", legato(octaves(_CALL, -1)), -24, "voice", _CALLING, wet=0.8),
        Part("celli", legato(octaves(_CALL, -1)), -25.5, "voice", _CALLING, wet=0.6),
        Part("voices", legato(_CALL), -29, "voice", _CALLING, wet=0.85),
    ),
    melody=octaves(_CALL, -1),
    stems=True,
    texture=_texture,
)
