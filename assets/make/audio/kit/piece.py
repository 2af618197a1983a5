"""A piece of music as written: parts for instruments, in bars with a tempo, with dynamics."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kit.harmony import Set4
from kit.notation import Note, Notes
from kit.signal import SR, Audio

STEMS = ("bed", "pulse", "voice")


@dataclass(frozen=True, slots=True)
class Clock:
    """Bars in time. `flow` says how long each bar is against the others; the whole is exactly as long as without."""

    tempo: float
    bars: int
    beats: int = 4
    flow: tuple[float, ...] = ()

    @property
    def length(self) -> int:
        """In samples."""
        return round(self.bars * self.beats * 60 / self.tempo * SR)

    def seconds(self, beat: float | Audio) -> float | Audio:
        flow = np.asarray(self.flow or (1.0,) * self.bars)
        edges = np.concatenate([[0], np.cumsum(flow / flow.sum())]) * self.length / SR
        bar = np.asarray(beat, float) / self.beats
        over = np.maximum(0, bar - self.bars) * (edges[-1] - edges[-2])
        return np.interp(bar, np.arange(self.bars + 1), edges) + over


@dataclass(frozen=True, slots=True)
class Part:
    """What one instrument plays. `level` is its loudness in LUFS before mastering; `dynamics` are (beat, 0..127)."""

    instrument: str
    notes: Notes
    level: float
    stem: str = "bed"
    dynamics: tuple[tuple[float, float], ...] = ()
    wet: float | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """`melody` is what a listener should be able to sing; `chorale` is held to the rules of four voices. A piece in
    `stems` is shipped as those, all of one length; any other is mixed. `texture` is what no instrument
    plays: stems of so many samples."""

    clock: Clock
    parts: tuple[Part, ...]
    melody: Notes
    chorale: tuple[Set4, ...] = ()
    stems: bool = False
    texture: Callable[[int], dict[str, Audio]] | None = None


def breathing(notes: Notes, low: float, high: float, *, rest: float = 0.3) -> tuple[tuple[float, float], ...]:
    """Dynamics that grow to the highest note of each phrase and fall from it; a phrase ends at a rest or a long note."""
    points: list[tuple[float, float]] = []
    for phrase in phrases(notes, rest):
        peak = max(phrase, key=lambda n: n.pitch)
        start, end = phrase[0].at, phrase[-1].at + phrase[-1].length
        top = max(start + 0.2, min(peak.at + 0.2, end - 0.5))
        points += [(start - 0.05, low), (top, high), (end, low * 0.85)]
    return tuple(sorted(points))


def phrases(notes: Notes, rest: float) -> list[Notes]:
    found: list[list] = []
    for note in notes:
        before = found[-1][-1] if found else None
        ended = (
            before is None or note.at - before.at - before.length > rest or (before.length >= 3 and len(found[-1]) > 2)
        )
        if ended:
            found.append([note])
        else:
            found[-1].append(note)
    return [tuple(each) for each in found]


def hits(
    pattern: Sequence[tuple[float, float]],
    pitch: int,
    bars: Iterable[int],
    *,
    beats: float = 4,
    louder: float = 0,
    lasts: float = 1,
) -> Notes:
    """A drum: (beat, velocity) in each of some bars, counted from 0."""
    return tuple(Note(bar * beats + at, lasts, pitch, velocity + louder) for bar in bars for at, velocity in pattern)


def roll(start: float, end: float, pitch: int, soft: float, loud: float) -> Notes:
    """A drum roll that grows."""
    times = np.arange(start, end, 0.125)
    return tuple(Note(float(at), 0.3, pitch, soft + (loud - soft) * i / len(times)) for i, at in enumerate(times))
