"""Credits: each theme for itself once more, and then, in D major, hers and his together, which nothing else allows."""

from kit.harmony import between, chords, figure, voice, voiced
from kit.notation import in_major, legato, line, moved, octaves
from kit.piece import Clock, Part, Piece, breathing, hits, roll

from music.themes import GROUND, GROUND_MAJOR, HERS, HIS, SISTERS_GROUND_MAJOR, SISTERS_IN_FOUR

_SET = voiced(
    chords(
        f"{SISTERS_GROUND_MAJOR} | {GROUND} | {GROUND} | {GROUND_MAJOR} | Bm | G | A7sus4 A7 | D".replace(
            "A7sus4", "Asus4"
        )
    )
)
_SISTERS = in_major(SISTERS_IN_FOUR)
_HERS = moved(octaves(HERS, -1), beats=32)
_HIS = moved(HIS, beats=64)
_HERS_TOGETHER = moved(in_major(HERS), beats=96)
_HIS_TOGETHER = moved(in_major(octaves(HIS, -1)), beats=96)
_LAST = line("F#5:2 E5 D5 | B5:2 A5 G5 | A5:2 E5:2 | F#5:3.6 r:.4", at=128)
_TOGETHER = (*_HERS_TOGETHER, *_LAST)
_PAD = (
    (0, 36),
    (28, 52),
    (32, 48),
    (56, 70),
    (63, 52),
    (64, 50),
    (88, 84),
    (94, 70),
    (96, 82),
    (120, 112),
    (128, 96),
    (134, 110),
    (140, 70),
    (144, 36),
)

PIECE = Piece(
    Clock(
        76,
        36,
        flow=(1.02,) + (1,) * 6 + (1.03,) + (1,) * 7 + (1.04,) + (1,) * 7 + (1.06,) + (1,) * 8 + (1, 1, 1.05, 1.1),
    ),
    (
        Part("basses", voice(between(_SET, 16, 144), 0), -28, dynamics=_PAD),
        Part("celli", voice(_SET, 1), -29.5, dynamics=_PAD),
        Part("violas", voice(between(_SET, 16, 144), 2), -29.5, dynamics=_PAD),
        Part("violins 2", voice(between(_SET, 64, 144), 3), -30.5, dynamics=_PAD),
        Part("harp", figure(_SET, (0, 1, 2, 3, 6, 3, 2, 1), 0.5, velocity=54, lasts=3.5), -27.5),
        Part("celesta", octaves(_SISTERS, 1), -29, "voice"),
        Part("clarinet", legato(_SISTERS), -25.5, "voice", breathing(_SISTERS, 54, 90)),
        Part("violas", legato(_HERS), -24, "voice", breathing(_HERS, 56, 94)),
        Part("english horn", legato(_HERS), -27.5, "voice", breathing(_HERS, 50, 86)),
        Part("celli", legato(octaves(_HIS, 0)), -22.5, "voice", breathing(_HIS, 60, 104)),
        Part("horns", legato(_HIS), -26, "voice", breathing(_HIS, 54, 100)),
        Part("violins", legato(_TOGETHER), -20, "voice", breathing(_TOGETHER, 78, 122)),
        Part("flute", legato(octaves(_TOGETHER, 0)), -28, "voice", breathing(_TOGETHER, 60, 100)),
        Part("horns", legato(octaves(_HIS_TOGETHER, 1)), -23, "voice", breathing(_HIS_TOGETHER, 74, 112), wet=0.4),
        Part("celli", legato(octaves(_HIS_TOGETHER, 1)), -23.5, "voice", breathing(_HIS_TOGETHER, 72, 112)),
        Part("choir", voice(between(_SET, 96, 144), 1), -30, dynamics=_PAD),
        Part("choir", voice(between(_SET, 96, 144), 2), -30, dynamics=_PAD),
        Part(
            "timpani",
            roll(92, 96, 45, 24, 84)
            + hits(((0, 84),), 38, (24, 29, 32))
            + hits(((0, 70),), 45, (27, 31, 34))
            + roll(124, 128, 45, 30, 86)
            + hits(((0, 76),), 38, (35,)),
            -28.5,
            "pulse",
        ),
        Part("bell", hits(((0, 56),), 62, (0, 24, 32)), -34, "pulse"),
    ),
    melody=(*_SISTERS, *_HERS, *_HIS, *_TOGETHER),
    chorale=_SET,
)
