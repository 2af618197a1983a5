"""Reunion: celli rock in six. Hers, warm at last; his takes it over, reaches, and does not quite believe it."""

from kit.harmony import between, chords, figure, voice, voiced
from kit.notation import legato, line, moved, octaves, part_of, stretched
from kit.piece import Clock, Part, Piece, breathing, hits

from music.themes import HERS, HIS

_SET = voiced(
    chords(
        "F | Bb/F | F | C7/E | Dm | Bb | F | C | Gm | Dm/F | C7/E | A | Dm | Bb | F/A | C | Bb | F/A | Gm | C | F | Bb | Gm | C",
        beats=6,
    )
)
_HERS = moved(octaves(stretched(HERS, 1.5), -1), beats=24)
_HIS = moved(stretched(part_of(HIS, 0, 15), 1.5), beats=72)
_OVER = line(
    "D5:3 C5:1.5 Bb4:1.5 | A4:4.5 C5:1.5 | D5:3 F5:3 | E5:4.5 r:1.5 | C5:3 A4:3 | D5:4.5 C5:1.5 | Bb4:3 D5:3 | C5:4.5 r:1.5",
    at=96,
    beats=6,
)
_PAD = (
    (0, 36),
    (20, 50),
    (24, 46),
    (48, 66),
    (66, 72),
    (72, 50),
    (90, 66),
    (96, 72),
    (114, 96),
    (120, 70),
    (138, 48),
    (144, 36),
)

PIECE = Piece(
    Clock(
        132,
        24,
        6,
        flow=(1.02, 1, 1, 1.03, 1, 1, 1, 1.03, 1, 1, 1, 1.06, 1, 1, 1, 1.04, 0.98, 0.98, 1, 1.04, 1, 1.02, 1.04, 1.08),
    ),
    (
        Part("celli", figure(_SET, (0, 1, 2, 1, 2, 1), 1, velocity=54, accent=8, lasts=1.05), -26.5, dynamics=_PAD),
        Part("basses", voice(_SET, 0), -28.5, dynamics=_PAD),
        Part("violas", voice(_SET, 2), -30.5, dynamics=_PAD),
        Part("violins 2", voice(between(_SET, 72, 144), 3), -31, dynamics=_PAD),
        Part("harp", figure(between(_SET, 48, 144), (0, None, 2, 3, None, 2), 1, velocity=44, lasts=3), -30),
        Part("violas", legato(_HERS), -23, "voice", breathing(_HERS, 54, 96), wet=0.42),
        Part("clarinet", legato(_HERS), -27, "voice", breathing(_HERS, 50, 88)),
        Part("horns", legato(_HIS), -25, "voice", breathing(_HIS, 54, 92)),
        Part("celli", legato(octaves(_HIS, 0)), -24, "voice", breathing(_HIS, 54, 96)),
        Part("violins", legato(_OVER), -21.5, "voice", breathing(_OVER, 58, 106)),
        Part("oboe", legato(_OVER), -28, "voice", breathing(_OVER, 50, 88)),
        Part("bell", hits(((0, 40),), 65, (0, 16), beats=6), -36, "pulse"),
        Part("timpani", hits(((0, 50),), 41, (16, 20), beats=6), -34, "pulse"),
    ),
    melody=(*_HERS, *_HIS, *_OVER),
    chorale=_SET,
)
