"""Home: D major at last. The sisters' on clarinet and harp, hers in the strings; his only begins, and is left open."""

from kit.harmony import between, chords, figure, voice, voiced
from kit.notation import in_major, legato, line, moved, octaves, part_of
from kit.piece import Clock, Part, Piece, breathing, hits

from music.themes import GROUND_MAJOR, HERS, HIS, SISTERS_GROUND_MAJOR, SISTERS_IN_FOUR

_SET = voiced(chords(f"{SISTERS_GROUND_MAJOR} | {GROUND_MAJOR} | D | Bm | G | A | D/F# | G | Em7 | Asus4 A"))
_SISTERS = in_major(SISTERS_IN_FOUR)
_HERS = octaves(moved(in_major(HERS), beats=32), 0)
_HIS = moved(in_major(part_of(HIS, 0, 8)), beats=64)
_ANSWER = line("B4:2 A4 G4 | A4:3 r | D5:2 C#5 A4 | B4:2 D5:2 | G4:2 F#4 E4 | E4:3 r", at=72)
_PAD = ((0, 34), (16, 46), (30, 44), (34, 56), (56, 86), (62, 70), (64, 56), (80, 66), (92, 46), (96, 34))

PIECE = Piece(
    Clock(69, 24, flow=(1.02,) + (1,) * 6 + (1.04,) + (1,) * 7 + (1.05,) + (1,) * 5 + (1.02, 1.05, 1.08)),
    (
        Part("basses", voice(between(_SET, 16, 96), 0), -29, dynamics=_PAD),
        Part("celli", voice(_SET, 1), -30, dynamics=_PAD),
        Part("violas", voice(between(_SET, 16, 96), 2), -30, dynamics=_PAD),
        Part("violins 2", voice(between(_SET, 48, 96), 3), -31.5, dynamics=_PAD),
        Part("harp", figure(_SET, (0, 1, 2, 3, 6, 3, 2, 1), 0.5, velocity=50, lasts=3.5), -26.5),
        Part("clarinet", legato(_SISTERS), -24, "voice", breathing(_SISTERS, 54, 90)),
        Part("celesta", octaves(_SISTERS, 1), -33, "voice"),
        Part("violas", legato(_SISTERS), -28, "voice", breathing(_SISTERS, 44, 76)),
        Part("violins", legato(_HERS), -21, "voice", breathing(_HERS, 56, 106)),
        Part("celli", legato(octaves(_HERS, -1)), -25.5, "voice", breathing(_HERS, 50, 92)),
        Part("horns", legato(_HIS), -24.5, "voice", breathing(_HIS, 52, 88)),
        Part("celli", legato(_HIS), -26, "voice", breathing(_HIS, 50, 84)),
        Part("violins", legato(_ANSWER), -23, "voice", breathing(_ANSWER, 50, 88)),
        Part("flute", legato(octaves(_ANSWER, 1)), -29, "voice", breathing(_ANSWER, 46, 78)),
        Part("timpani", hits(((0, 46),), 38, (8, 16)), -35, "pulse"),
    ),
    melody=(*_SISTERS, *_HERS, *_HIS, *_ANSWER),
    chorale=_SET,
)
