"""Maze: the sisters' in canon with itself, so that wherever it has got to, it has been there before."""

from kit.harmony import chords, figure, voice, voiced
from kit.notation import Notes, legato, moved, octaves
from kit.piece import Clock, Part, Piece, breathing, hits

from music.themes import SISTERS

_BARS = 28
_SET = voiced(
    chords(
        " | ".join(["Dm", "Dm/C", "Bbmaj7", "F/A", "Gm", "Dm/F", "Em7b5", "Dm"] * 3 + ["Gm", "Bb", "Em7b5", "A"]),
        beats=3,
    )
)


def _going_round(start: float, semitones: int) -> Notes:
    """The theme from a beat on; what goes past the last bar comes round to the first."""
    last = _BARS * 3
    notes = [n if n.at < last else moved([n], beats=-last)[0] for n in moved(SISTERS, beats=start, semitones=semitones)]
    return tuple(sorted(notes, key=lambda n: n.at))


_LEADER = (*_going_round(0, 0), *_going_round(24, -5), *_going_round(48, 0))
_FOLLOWER = (*_going_round(6, -12), *_going_round(30, -17), *_going_round(54, -12))
_FAR = (*_going_round(12, 12), *_going_round(60, 12))
_DARK = ((0, 40), (20, 58), (24, 42), (44, 66), (48, 48), (66, 76), (76, 54), (84, 40))

PIECE = Piece(
    Clock(66, _BARS, 3),
    (
        Part("basses", voice(_SET, 0), -29, dynamics=_DARK),
        Part("celli", voice(_SET, 1), -31, dynamics=_DARK),
        Part("violas tremolo", voice(_SET, 2), -34, dynamics=_DARK),
        Part("glass", voice(_SET, 3), -35),
        Part("harp", figure(_SET, (0, None, 2, None, 3, None), 0.5, velocity=46, lasts=4), -28),
        Part("celli plucked", figure(_SET, (0, None, 1, None, None, 1), 0.5, velocity=58), -28.5, "pulse"),
        Part("bass drum", hits(((0, 54), (2.5, 34)), 36, range(_BARS), beats=3), -30, "pulse"),
        Part("basses plucked", figure(_SET, (0, None, None, None, None, 0), 0.5, velocity=58), -30, "pulse"),
        Part("clarinet", legato(_LEADER), -25, "voice", breathing(_LEADER, 52, 88), wet=0.55),
        Part("violas", legato(_LEADER), -26, "voice", breathing(_LEADER, 50, 84), wet=0.5),
        Part("celli", legato(_FOLLOWER), -26.5, "voice", breathing(_FOLLOWER, 48, 84), wet=0.5),
        Part("celesta", octaves(_FAR, 0), -32, "voice", wet=0.75),
    ),
    melody=_LEADER,
    chorale=_SET,
    stems=True,
)
