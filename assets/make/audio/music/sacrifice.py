"""Sacrifice: his, whole: celli, then english horn; then violins, horns and choir carry it to where it cannot stay."""

from kit.harmony import between, chords, figure, voice, voiced
from kit.notation import legato, line, moved, octaves, part_of
from kit.piece import Clock, Part, Piece, breathing, hits, roll

from music.themes import HIS

_SET = voiced(
    chords(
        "Dm | Dm/C | Bb | Asus4 A | Dm | Bb | F/A | C | Gm | Dm/F | C7/E | Asus4 A | Bb | F | C/E | Dm | Gm | Eb/G | Dm/A A7 | Dm"
    )
)
_FIRST = moved(octaves(part_of(HIS, 0, 16), -1), beats=16)
_SECOND = moved(part_of(HIS, 16, 32), beats=32)
_CLIMB = line(
    "D5:1.5 E5:.5 F5 Bb5 | A5:2.5 G5:.5 F5 | G5:2 C6 Bb5:.5 G5:.5 | A5:3 F5:.5 G5:.5 |"
    "Bb5:1.5 A5:.5 Bb5 D6 | Eb6:2 D6 Bb5 | A5:2 G5:.5 F5:.5 E5 | D5:3.6 r:.4",
    at=48,
)
_HORNS = line("G3:2 Bb3:2 | Eb4:2 Bb3:2 | D4:2 C#4:2 | D4:3.5 r:.5", at=64)
_PAD = (
    (0, 40),
    (8, 50),
    (16, 44),
    (24, 56),
    (32, 46),
    (40, 58),
    (46, 70),
    (48, 74),
    (56, 84),
    (62, 80),
    (64, 86),
    (70, 108),
    (72, 104),
    (76, 66),
    (80, 40),
)
_CLIMBING = (
    (47, 60),
    (48, 76),
    (52, 96),
    (56, 86),
    (58, 100),
    (63, 84),
    (64, 92),
    (68, 116),
    (70, 122),
    (72, 108),
    (75, 84),
    (77, 62),
    (79.5, 36),
)
_SINGING = (
    (0, 34),
    (6, 54),
    (14, 40),
    (16, 24),
    (44, 20),
    (47, 60),
    (52, 84),
    (60, 86),
    (68, 112),
    (71, 116),
    (74, 90),
    (78, 44),
    (80, 34),
)
_HARP = figure(_SET, (0, 1, 2, 3, 6, 3, 2, 1), 0.5, velocity=52, lasts=3.8)
_SUNG = (*between(_SET, 0, 16), *between(_SET, 48, 80))

PIECE = Piece(
    Clock(
        64, 20, flow=(1, 1, 1, 1.03, 1, 1, 1, 1.02, 1, 0.99, 0.99, 1.05, 0.97, 0.97, 0.98, 0.99, 0.98, 1, 1.05, 1.06)
    ),
    (
        Part("basses", voice(_SET, 0), -28, dynamics=_PAD),
        Part("celli", voice(_SET, 1), -29.5, dynamics=_PAD),
        Part("violas", voice(_SET, 2), -29, dynamics=_PAD),
        Part("violins 2", voice(_SET, 3), -30, dynamics=_PAD),
        Part("harp", _HARP, -27),
        Part("celli", legato(_FIRST), -22, "voice", breathing(_FIRST, 56, 92), wet=0.36),
        Part("english horn", legato(_SECOND), -23.5, "voice", breathing(_SECOND, 56, 96)),
        Part("celli", legato(octaves(_SECOND, -1)), -27, "voice", breathing(_SECOND, 44, 70)),
        Part("violins", legato(_CLIMB), -20.5, "voice", _CLIMBING),
        Part("violins 2", legato(octaves(_CLIMB, -1)), -23.5, "voice", tuple((b, v * 0.85) for b, v in _CLIMBING)),
        Part("horns", legato(_HORNS), -25.5, "voice", ((64, 60), (68, 104), (71, 110), (74, 80), (79, 36))),
        Part("choir", voice(_SUNG, 1), -31, dynamics=_SINGING),
        Part("choir", voice(_SUNG, 2), -31, dynamics=_SINGING),
        Part("voices", voice(_SUNG, 3), -31, dynamics=_SINGING),
        Part(
            "timpani",
            roll(46, 48, 45, 22, 70)
            + hits(((0, 80),), 46, (12,))
            + hits(((0, 72),), 41, (13,))
            + hits(((0, 76),), 38, (15, 19))
            + roll(66, 68, 43, 30, 78)
            + hits(((0, 96),), 43, (17,))
            + hits(((0, 82), (2, 66)), 45, (18,)),
            -28,
            "pulse",
        ),
        Part(
            "taiko",
            hits(((0, 80), (3.5, 50)), 40, range(12, 16))
            + hits(((0, 92), (2, 64), (3, 74)), 40, (16, 17))
            + hits(((0, 84),), 40, (18,)),
            -29,
            "pulse",
        ),
        Part("bell", hits(((0, 58),), 62, (0, 12, 19)) + hits(((0, 66),), 63, (17,)), -33, "pulse"),
    ),
    melody=(*_FIRST, *_SECOND, *_CLIMB),
    chorale=_SET,
)
