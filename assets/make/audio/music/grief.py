"""Grief: hers, alone in the celli with nothing under it at first; then four voices hold it; his head, unfinished."""

from kit.harmony import between, chords, voice, voiced
from kit.notation import legato, line, moved, octaves, part_of
from kit.piece import Clock, Part, Piece, breathing

from music.themes import GROUND, HERS, REACH

_SET = voiced(chords(f"Dm | Dm/C | Bb | A | {GROUND} | Dm | Gm/Bb | Asus4 A | Dm"))
_ALONE = moved(octaves(part_of(HERS, 0, 16), -2), beats=0)
_HELD = moved(octaves(part_of(HERS, 0, 32), -1), beats=16)
_REACH = moved(part_of(REACH, 0, 4), beats=48, semitones=12)
_CLOSE = (*_REACH, *line("r Bb5:2 A5 | G5:2 E5:2 | D5:4", at=52))
_PAD = (
    (0, 60),
    (4, 26),
    (8, 28),
    (15, 32),
    (17, 42),
    (28, 56),
    (32, 44),
    (37, 66),
    (46, 46),
    (48, 40),
    (54, 58),
    (60, 62),
    (64, 64),
)

PIECE = Piece(
    Clock(54, 16, flow=(1.02, 1, 1, 1.06, 1, 1, 1, 1.03, 0.99, 0.98, 1, 1.06, 1, 1.02, 1.06, 1.1)),
    (
        Part("basses", voice(between(_SET, 0, 64), 0), -33, dynamics=_PAD),
        Part("celli", voice(between(_SET, 16, 64), 1), -30.5, dynamics=_PAD),
        Part("violas", voice(_SET, 2), -31.5, dynamics=_PAD),
        Part("violins 2", voice(between(_SET, 32, 64), 3), -32, dynamics=_PAD),
        Part("celli", legato(_ALONE), -24.5, "voice", breathing(_ALONE, 40, 78), wet=0.44),
        Part("cello", legato(_ALONE), -29.5, "voice", breathing(_ALONE, 40, 80)),
        Part("violas", legato(_HELD), -23.5, "voice", breathing(_HELD, 46, 88), wet=0.44),
        Part("violin", legato(_HELD), -26.5, "voice", breathing(_HELD, 44, 84)),
        Part("violins", legato(_CLOSE), -24, "voice", breathing(_CLOSE, 40, 82), wet=0.5),
        Part(
            "piano",
            line("D3:4 | C3:4 | Bb2:4 | A2:4", velocity=38) + line("D2:4 | Bb2:4 | A2:4 | D3:4", at=48, velocity=36),
            -31,
            wet=0.5,
        ),
        Part("voices", voice(between(_SET, 32, 48), 2), -36, dynamics=_PAD),
    ),
    melody=(*_ALONE, *_HELD, *_CLOSE),
    chorale=_SET,
)
