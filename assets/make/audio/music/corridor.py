"""Corridor: red light, a girl running on nerve. The sisters' on a celesta with half its notes missing, over a low pulse."""

from kit.harmony import between, chords, figure, voice, voiced
from kit.notation import line, moved
from kit.piece import Clock, Part, Piece, breathing, hits

_SET = voiced(
    chords(
        "Dm | Dm | Bb/D | Bb/D | Gm/D | Gm/D | Edim | A | Dm | Dm/C | Bb | Bb | Gm | Gm | Em7b5 | A7 | Dm | Dm | Gm | Gm | Bb | Bb | A | A"
    )
)
_LULL = line(
    "A5:1 r C6:1 r | D6:2 A5 r | r:4 | G5 F5 r G5 | A5:2 r:2 | r:4 | Bb5:2 A5 r | E5:2 r:2 |"
    "A5 r C6 r | D6:2 A5 r | r:2 G5 F5 | G5:2 r:2 | Bb5 r D6 r | D6 F6 r:2 | E6 D6 r C6 | C#6:2 r:2 |"
    "F5:2 E5 D5 | D5:2 r:2 | D5:2 C5 D5 | r:4 | F5:2 r E5 | D5:2 r:2 | C#5:3 r | r:4"
)
_UNDER = moved(tuple(n for n in _LULL if n.at >= 64), semitones=-12)
_THIN = ((0, 34), (12, 52), (28, 64), (32, 40), (46, 66), (60, 80), (64, 46), (80, 58), (92, 40), (96, 34))

PIECE = Piece(
    Clock(84, 24),
    (
        Part("celli tremolo", voice(_SET, 1), -32, dynamics=_THIN),
        Part("basses", voice(_SET, 0), -31, dynamics=_THIN),
        Part("violins tremolo", voice(between(_SET, 32, 96), 3, octave=1), -36, dynamics=_THIN),
        Part(
            "celli plucked",
            figure(_SET, (0, None, 1, None, 0, None, None, 1), 0.5, velocity=62, accent=12),
            -28,
            "pulse",
        ),
        Part("basses plucked", figure(_SET, (0, None, None, None), 0.5, velocity=66), -30, "pulse"),
        Part("bass drum", hits(((0, 60), (0.5, 40)), 36, range(24)), -31, "pulse"),
        Part(
            "piano",
            figure(between(_SET, 32, 96), (0, None, None, None, None, None, 0, None), 0.5, velocity=44, octave=-1),
            -33,
            "pulse",
        ),
        Part("celesta", _LULL, -24.5, "voice", wet=0.6),
        Part("music box", _LULL, -29, "voice", wet=0.7),
        Part("violas", _UNDER, -27, "voice", breathing(_UNDER, 50, 78), wet=0.5),
    ),
    melody=_LULL,
    chorale=_SET,
)
