"""Last stand: a battle that is nearly over. Strings drive in sevens and eights, hers is held above them by the horns."""

from kit.harmony import between, chords, figure, voice, voiced
from kit.notation import legato, line, moved, octaves, part_of, stretched
from kit.piece import Clock, Part, Piece, breathing, hits, roll

from music.themes import HERS

_GROUND = chords("Dm | Dm | Bb | Bb | F | F | C | C | Gm | Gm | Dm/F | Dm/F | C7/E | C7/E | A | A")
_TURN = chords("Dm | Bb | Gm | A | Dm/F | Gm | Edim/G | A | Bb | C | Dm | Gm | Em7b5 | A7 | Dm | A")
_ALL = (*_GROUND, *(type(c)(c.at + 64, c.length, c.tones, c.bass, c.leading) for c in _TURN))
_SET = voiced(_ALL)
_HERS = moved(stretched(HERS, 2), semitones=-12)
_CRY = line(
    "D5:3 C5 | Bb4:3 D5 | G4:2 A4 Bb4 | A4:4 | F5:3 E5 | D5:3 G5 | E5:2 F5 G5 | A5:4 |"
    "D5:2 F5:2 | E5:2 G5:2 | F5:2 A5:2 | Bb5:3 A5 | G5:2 Bb5:2 | A5:2 G5 E5 | F5:3 D5 | E5:4",
    at=64,
)
_DRIVE = (
    (0, 56),
    (12, 74),
    (30, 66),
    (34, 70),
    (60, 92),
    (64, 66),
    (76, 84),
    (94, 96),
    (110, 116),
    (120, 108),
    (126, 76),
    (128, 56),
)
_SLOW = ((0, 50), (30, 72), (62, 84), (64, 54), (94, 80), (112, 112), (122, 92), (128, 50))

PIECE = Piece(
    Clock(112, 32),
    (
        Part(
            "celli quick",
            figure(_SET, (0, 0, 1, 0, 1, 0, 1, 1), 0.5, velocity=72, accent=26, octave=0, lasts=0.62),
            -25.5,
            dynamics=_DRIVE,
        ),
        Part(
            "violas quick",
            figure(_SET, (1, 2, 1, 2, 2, 1, 2, 1), 0.5, velocity=66, accent=18, lasts=0.6),
            -27,
            dynamics=_DRIVE,
        ),
        Part("basses", voice(_SET, 0), -27.5, dynamics=_SLOW),
        Part("violins 2", voice(_SET, 3), -31, dynamics=_SLOW),
        Part("choir", voice(between(_SET, 96, 128), 2), -29, dynamics=_SLOW),
        Part(
            "taiko",
            hits(((0, 96), (1.5, 58), (2, 78), (3.5, 62)), 40, range(0, 32, 2))
            + hits(((0, 88), (1.5, 60), (3, 74), (3.5, 82)), 40, range(1, 32, 2)),
            -27,
            "pulse",
        ),
        Part(
            "timpani",
            hits(((0, 84), (2.5, 50)), 38, (*range(14), *range(16, 30)))
            + roll(56, 64, 45, 30, 92)
            + roll(120, 128, 45, 34, 100),
            -27.5,
            "pulse",
        ),
        Part("basses plucked", figure(_SET, (0, None, None, 0, None, None, 0, None), 0.5, velocity=88), -28, "pulse"),
        Part(
            "trombones",
            moved(tuple(n for n in voice(_SET, 1)), semitones=-12),
            -31,
            "pulse",
            dynamics=tuple((b, v * 0.8) for b, v in _SLOW),
        ),
        Part("horns", legato(_HERS), -20.5, "voice", breathing(_HERS, 74, 112), wet=0.42),
        Part("celli", legato(octaves(_HERS, 0)), -23, "voice", breathing(_HERS, 70, 108)),
        Part("violins", legato(_CRY), -19.5, "voice", breathing(_CRY, 76, 120)),
        Part("violins 2", legato(octaves(_CRY, -1)), -22.5, "voice", breathing(_CRY, 70, 112)),
        Part(
            "horns",
            legato(octaves(moved(part_of(_CRY, 96, 128), beats=96), -1)),
            -26,
            "voice",
            breathing(moved(part_of(_CRY, 96, 128), beats=96), 70, 110),
        ),
    ),
    melody=(*_HERS, *_CRY),
    chorale=_SET,
    stems=True,
)
