"""Title: harp and low strings in the dark; hers in the celli, and his answers far above it, without an end."""

from kit.harmony import between, chords, figure, voice, voiced
from kit.notation import legato, moved, octaves, part_of
from kit.piece import Clock, Part, Piece, breathing, hits

from music.themes import GROUND, HERS, HIS

_GROUND = chords(f"Dm | Dm/C | Bb | Asus4 A | {GROUND} | Bb | F/A | Gm | C | Bb | Gm6 | Asus4 A | Dm")
_SET = voiced(_GROUND)
_HERS = moved(HERS, beats=16, semitones=-12)
_HIS = moved(octaves(part_of(HIS, 0, 16), 1), beats=48)
_LAST = moved(octaves(part_of(HIS, 16, 24), 1), beats=64)
_PAD = ((0, 30), (14, 44), (16, 42), (40, 62), (47, 50), (48, 46), (58, 74), (64, 66), (70, 80), (76, 48), (80, 30))

PIECE = Piece(
    Clock(60, 20, flow=(1, 1, 1, 1.04, 1, 1, 1, 1.02, 1, 1, 1, 1.05, 0.99, 0.98, 0.99, 1.02, 0.99, 1, 1.05, 1.08)),
    (
        Part("basses", voice(_SET, 0), -29, dynamics=_PAD),
        Part("celli", voice(_SET, 1), -31, dynamics=_PAD),
        Part("violas", voice(_SET, 2), -30, dynamics=_PAD),
        Part("violins 2", voice(between(_SET, 48, 80), 3), -31, dynamics=_PAD),
        Part("harp", figure(_SET, (0, 1, 2, 3, 6, 3, 2, 1), 0.5, velocity=50, lasts=3.5), -27),
        Part("celli", legato(_HERS), -22.5, "voice", breathing(_HERS, 54, 92), wet=0.4),
        Part("english horn", legato(_HERS), -26.5, "voice", breathing(_HERS, 50, 84)),
        Part("violins", legato((*_HIS, *_LAST)), -22.5, "voice", breathing((*_HIS, *_LAST), 52, 104)),
        Part("horns", legato(octaves((*_HIS, *_LAST), -1)), -27, "voice", breathing((*_HIS, *_LAST), 40, 92)),
        Part("voices", voice(between(_SET, 48, 80), 3), -32, dynamics=_PAD),
        Part("bell", hits(((0, 52),), 62, (0, 4, 12)), -33, "pulse", wet=0.7),
        Part("bass drum", hits(((0, 44),), 36, (0, 4, 8, 12, 16)), -33, "pulse"),
    ),
    melody=(*_HERS, *_HIS, *_LAST),
    chorale=_SET,
)
