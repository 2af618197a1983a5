"""Chords from symbols, set for four voices by search: the smallest moves, and no parallel fifths or octaves."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kit.notation import Note, Notes, pitch_class

Voices = tuple[int, int, int, int]  # bass, tenor, alto, soprano
_KINDS = {
    "": (0, 4, 7), "m": (0, 3, 7), "7": (0, 4, 7, 10), "m7": (0, 3, 7, 10), "maj7": (0, 4, 7, 11), "dim": (0, 3, 6),
    "m6": (0, 3, 7, 9), "sus4": (0, 5, 7), "m7b5": (0, 3, 6, 10), "6": (0, 4, 7, 9), "add9": (0, 2, 4, 7), "dim7": (0, 3, 6, 9),
    "madd9": (0, 2, 3, 7), "sus2": (0, 2, 7), "5": (0, 7),
}  # fmt: skip
_RANGES = ((36, 50), (45, 60), (52, 67), (57, 72))
_KEPT = 60  # settings of a chord that the search goes on with


@dataclass(frozen=True, slots=True)
class Chord:
    at: float
    length: float
    tones: tuple[int, ...]
    bass: int
    leading: int | None


@dataclass(frozen=True, slots=True)
class Set4:
    """A chord as four voices sing it."""

    at: float
    length: float
    voices: Voices


def chords(text: str, *, beats: float = 4) -> tuple[Chord, ...]:
    """`Dm | Bb | A7sus4 A7 | F/A`: bars of one or more chords of equal length."""
    found = []
    for number, bar in enumerate(text.split("|")):
        words = bar.split()
        for index, word in enumerate(words):
            each = beats / len(words)
            found.append(_chord(word, number * beats + index * each, each))
    return tuple(found)


def _chord(word: str, at: float, length: float) -> Chord:
    found = re.fullmatch(r"([A-G][#b]?)([^/]*)(?:/([A-G][#b]?))?", word)
    if not found or found[2] not in _KINDS:
        raise ValueError(f"{word!r} is no chord")
    root = pitch_class(found[1]) % 12
    tones = tuple((root + step) % 12 for step in _KINDS[found[2]])
    leading = (root + 4) % 12 if found[2] in {"7", ""} and found[1] in {"A", "E", "D"} else None
    return Chord(at, length, tones, pitch_class(found[3]) % 12 if found[3] else root, leading)


def parallels(before: Sequence[int], after: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of voices that move in parallel fifths or octaves."""
    found = []
    for low, high in itertools.combinations(range(len(before)), 2):
        moves = after[low] - before[low], after[high] - before[high]
        same = moves[0] * moves[1] > 0
        if same and (before[high] - before[low]) % 12 == (after[high] - after[low]) % 12 in {0, 7}:
            found.append((low, high))
    return found


def faults(setting: Sequence[Set4]) -> list[str]:
    """Every parallel in a setting, in words, also where it goes round to its start."""
    names = ("bass", "tenor", "alto", "soprano")
    return [
        f"beat {one.at:g}: {names[low]} and {names[high]}"
        for one, two in itertools.pairwise((*setting, setting[0]))
        for low, high in parallels(one.voices, two.voices)
    ]


def _settings(chord: Chord, ranges: Sequence[tuple[int, int]]) -> list[tuple[float, Voices]]:
    places = [
        [p for p in range(low, high + 1) if p % 12 in ((chord.bass,) if voice == 0 else chord.tones)]
        for voice, (low, high) in enumerate(ranges)
    ]
    found = []
    needed = set(chord.tones) if len(chord.tones) <= 3 else set(chord.tones) - {chord.tones[2]}
    for b, t, a, s in itertools.product(*places):
        if not (b < t < a < s and s - a <= 12 and a - t <= 12 and t - b <= 19):
            continue
        sung = [b % 12, t % 12, a % 12, s % 12]
        if not needed <= set(sung) or (chord.leading is not None and sung.count(chord.leading) > 1):
            continue
        centre = sum(abs(p - (low + high) / 2) for p, (low, high) in zip((b, t, a, s), ranges, strict=True))
        found.append((centre * 0.15, (b, t, a, s)))
    if not found:
        raise ValueError(f"no setting for {chord}")
    return sorted(found)[:_KEPT]


def _step(one: Voices, two: Voices) -> float:
    moves = [abs(b - a) for a, b in zip(one, two, strict=True)]
    leaps = sum(max(0, move - 4) for move in moves[1:])
    return sum(moves[1:]) + 0.4 * moves[0] + 2.0 * leaps + 1000.0 * len(parallels(one, two))


def voiced(harmony: Sequence[Chord], ranges: Sequence[tuple[int, int]] = _RANGES) -> tuple[Set4, ...]:
    """The best setting of a harmony that goes round."""
    choices = [_settings(chord, ranges) for chord in harmony]
    costs = [
        [[_step(one, two) for _, two in choices[(i + 1) % len(choices)]] for _, one in choices[i]]
        for i in range(len(choices))
    ]
    best: tuple[float, list[int]] = (float("inf"), [])
    for start in range(min(12, len(choices[0]))):
        paths = {start: (choices[0][start][0], [start])}
        for i in range(1, len(choices)):
            reached = {}
            for j, (own, _) in enumerate(choices[i]):
                cost, path = min(
                    ((c + costs[i - 1][k][j], p) for k, (c, p) in paths.items()), key=lambda found: found[0]
                )
                reached[j] = (cost + own, [*path, j])
            paths = reached
        for last, (cost, path) in paths.items():
            best = min(best, (cost + costs[-1][last][start], path), key=lambda found: found[0])
    return tuple(Set4(chord.at, chord.length, choices[i][best[1][i]][1]) for i, chord in enumerate(harmony))


def voice(setting: Sequence[Set4], number: int, *, velocity: float = 60, octave: int = 0) -> Notes:
    """One voice of a setting, repeated notes tied."""
    notes: list[Note] = []
    for chord in setting:
        pitch = chord.voices[number] + 12 * octave
        if notes and notes[-1].pitch == pitch and notes[-1].length < 8:
            before = notes.pop()
            notes.append(Note(before.at, before.length + chord.length, pitch, velocity))
        else:
            notes.append(Note(chord.at, chord.length, pitch, velocity))
    return tuple(Note(n.at, n.length * 1.01, n.pitch, n.velocity) for n in notes)


def between(setting: Sequence[Set4], start: float, end: float) -> tuple[Set4, ...]:
    return tuple(chord for chord in setting if start <= chord.at < end)


def figure(
    setting: Sequence[Set4],
    pattern: Sequence[int | None],
    step: float,
    *,
    velocity: float = 60,
    accent: float = 8,
    octave: int = 0,
    lasts: float = 1.0,
) -> Notes:
    """A figure through every chord: voices by number, 4 to 7 an octave higher, None a rest; begun anew with each."""
    notes = []
    for chord in setting:
        for i in range(round(chord.length / step)):
            number = pattern[i % len(pattern)]
            if number is not None:
                pitch = chord.voices[number % 4] + 12 * (number // 4 + octave)
                notes.append(Note(chord.at + i * step, step * lasts, pitch, velocity + (accent if i == 0 else 0)))
    return tuple(notes)
