"""Music as text: `D4:1.5 E4:.5 F4 r:2 | …` is notes with lengths in beats, and bars that must add up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_ALTERED = {"#": 1, "b": -1}
_RAISED_IN_D = {5: 1, 10: 1, 0: 1}  # what D minor needs to be D major: F, B flat and C


@dataclass(frozen=True, slots=True)
class Note:
    """`at` and `length` are in beats, `pitch` and `velocity` are MIDI's."""

    at: float
    length: float
    pitch: int
    velocity: float = 70.0


Notes = tuple[Note, ...]


def pitch(name: str) -> int:
    """`Bb3` as MIDI's number."""
    return 12 * (int(name[-1]) + 1) + pitch_class(name[:-1])


def pitch_class(name: str) -> int:
    return _STEPS[name[0]] + sum(_ALTERED[sign] for sign in name[1:])


def line(text: str, *, at: float = 0.0, beats: float = 4, velocity: float = 70.0) -> Notes:
    """The notes of a voice. A bar that does not add up to `beats` raises ValueError."""
    notes, bars = [], text.split("|")
    for number, bar in enumerate(bars):
        now = at + number * beats
        for word in bar.split():
            name, _, length = word.partition(":")
            lasts = float(length or 1)
            if name != "r":
                notes.append(Note(now, lasts, pitch(name), velocity))
            now += lasts
        if abs(now - at - (number + 1) * beats) > 1e-6:
            raise ValueError(f"bar {number + 1} of {text!r} is {now - at - number * beats:g} beats long")
    return tuple(notes)


def moved(notes: Iterable[Note], *, beats: float = 0.0, semitones: int = 0, louder: float = 0.0) -> Notes:
    return tuple(replace(n, at=n.at + beats, pitch=n.pitch + semitones, velocity=n.velocity + louder) for n in notes)


def stretched(notes: Iterable[Note], factor: float) -> Notes:
    return tuple(replace(n, at=n.at * factor, length=n.length * factor) for n in notes)


def in_major(notes: Iterable[Note]) -> Notes:
    """What was in D minor, in D major."""
    return tuple(replace(n, pitch=n.pitch + _RAISED_IN_D.get(n.pitch % 12, 0)) for n in notes)


def part_of(notes: Iterable[Note], start: float, end: float) -> Notes:
    """The notes that begin between two beats, cut off at the second, moved to begin at 0."""
    return tuple(replace(n, at=n.at - start, length=min(n.length, end - n.at)) for n in notes if start <= n.at < end)


def legato(notes: Iterable[Note]) -> Notes:
    """Each note reaches a little into the next."""
    return tuple(replace(n, length=n.length * 1.03) for n in notes)


def octaves(notes: Iterable[Note], count: int) -> Notes:
    return moved(notes, semitones=12 * count)
