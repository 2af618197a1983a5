"""Descent: a ground bass that steps down by semitones, four times; at each something more goes down with it."""

from kit.harmony import between, chords, figure, voice, voiced
from kit.notation import legato, line, moved, octaves, part_of
from kit.piece import Clock, Part, Piece, breathing, hits

_LAMENT = "Dm | A/C# | F/C | G/B | Gm/Bb | Asus4 A"
_SET = voiced(chords(" | ".join([_LAMENT] * 4)))
_FIRST = line("A4:3 F4 | E4:3 A4 | C5:2 A4 F4 | G4:2 D5:2 | Bb4:2 G4:2 | A4:4", at=24)
_CANON = moved(_FIRST, beats=2, semitones=-12)
_SECOND = line(
    "D5:3 F5 | E5:2 C#5:2 | C5:3 A4 | B4:2 D5 G5 | G5:2 F5 D5 | D5:2 C#5:2 |"
    "A5:2 F5:2 | E5:3 A5 | A5:2 G5 F5 | D5:2 G5:2 | Bb5:3 G5 | A5:3 r",
    at=48,
)
_DEEP = ((0, 36), (20, 50), (24, 40), (44, 62), (48, 52), (68, 82), (72, 70), (86, 108), (93, 80), (96, 36))
_FROM_NOTHING = ((24, 30), (27, 54), (36, 70), (44, 92), (48, 66))

PIECE = Piece(
    Clock(72, 24, flow=(1,) * 5 + (1.03,) + (1,) * 5 + (1.03,) + (1,) * 5 + (1.03,) + (1,) * 4 + (1.03, 1.06)),
    (
        Part("basses", voice(_SET, 0), -26, dynamics=_DEEP),
        Part("celli", octaves(voice(_SET, 0), 1), -28.5, dynamics=_DEEP),
        Part("violas", voice(_SET, 1), -30, dynamics=_DEEP),
        Part("violins 2", voice(between(_SET, 24, 96), 2), -31, dynamics=_DEEP),
        Part("choir", voice(between(_SET, 72, 96), 2, octave=-1), -31, dynamics=_DEEP),
        Part("harp", figure(_SET, (0, None, 2, None, 3, None, 2, None), 0.5, velocity=46, lasts=3, octave=0), -29.5),
        Part("timpani", hits(((0, 66), (3.5, 38)), 38, range(24)), -29, "pulse"),
        Part(
            "celli quick",
            figure(_SET, (0, None, 0, 0, None, 0, 0, None), 0.5, velocity=70, octave=0, lasts=0.6),
            -28,
            "pulse",
            dynamics=_DEEP,
        ),
        Part(
            "taiko",
            hits(((0, 42), (1.5, 27), (3, 34)), 40, range(6, 10))
            + hits(((0, 70), (1.5, 44), (3, 56)), 40, range(10, 24))
            + hits(((2, 66), (2.5, 50), (3.5, 74)), 40, range(18, 24)),
            -29.5,
            "pulse",
        ),
        Part("violas", legato(_FIRST), -20.5, "voice", _FROM_NOTHING, wet=0.44),
        Part("clarinet", legato(_FIRST), -25, "voice", _FROM_NOTHING),
        Part("celli", legato(_CANON), -23.5, "voice", _FROM_NOTHING),
        Part("violins", legato(_SECOND), -19.5, "voice", breathing(_SECOND, 62, 116)),
        Part(
            "horns",
            legato(octaves(moved(part_of(_SECOND, 72, 96), beats=72), -1)),
            -26,
            "voice",
            ((72, 60), (88, 104), (96, 50)),
        ),
    ),
    melody=(*_FIRST, *_SECOND),
    chorale=_SET,
    stems=True,
)
