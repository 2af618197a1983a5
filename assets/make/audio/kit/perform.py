"""A piece played: each part alone and dry by FluidSynth, then seated in a hall, level by level, into stems."""

import hashlib
import os
import subprocess
import tempfile
from pathlib import Path

import mido
import numpy as np
import soundfile
from scipy import ndimage

from kit.hall import concert_hall, rings_in
from kit.levels import glued, loudness, mastered_loops
from kit.noise import rng
from kit.orchestra import ORCHESTRA, Instrument
from kit.piece import STEMS, Clock, Part, Piece
from kit.signal import SR, Audio, above_round, db, pan, samples

SOUNDFONT = Path(os.environ.get("SOUNDFONT", "/usr/share/sounds/sf2/MuseScore_General_Full.sf2"))
CACHE = Path(__file__).parents[4] / "build" / "audio"
TARGET = -20.0
_BEFORE, _AFTER = 0.5, 7.0  # seconds of tape before the first bar and after the last
_TICKS = 960  # a second
_CONTROL = 480  # samples from one value of a swell to the next
_BREADTH = 10.0  # decibels between the softest and the loudest, over what the instrument does itself


def _midi(clock: Clock, instrument: Instrument, part: Part, seed: int) -> mido.MidiFile:
    """The part as somebody would play it: nearly in time, and each note as loud as meant, nearly."""
    r = rng(seed)
    lag = -0.03 if instrument.bowed else 0.0
    events: list[tuple[float, int, mido.Message]] = []
    again: dict[int, float] = {}  # when each pitch is played next
    for note in sorted(part.notes, key=lambda n: -n.at):
        spread = instrument.jitter
        late = float(np.clip(r.normal(0, spread), -2.5 * spread, 2.5 * spread))
        on = max(0.001, _BEFORE + float(clock.seconds(note.at)) + lag + late)
        off = _BEFORE + float(clock.seconds(note.at + note.length)) + lag + r.normal(0, spread)
        off = min(max(off, on + 0.03), again.get(note.pitch, off + 1) - 0.012)  # else it would silence that one
        again[note.pitch] = on
        velocity = int(np.clip(note.velocity + r.normal(0, 3), 1, 127))
        events.append((on, 1, mido.Message("note_on", note=note.pitch, velocity=velocity)))
        events.append((off, 0, mido.Message("note_off", note=note.pitch)))
    if part.dynamics:
        beats, values = zip(*part.dynamics, strict=True)
        unrest = 0.0
        for beat in np.arange(0, clock.bars * clock.beats + 4, 0.125):
            unrest = 0.92 * unrest + r.normal(0, 0.8)
            value = int(np.clip(np.interp(beat, beats, values) + unrest, 1, 127))
            at = _BEFORE + float(clock.seconds(beat)) - 0.02
            events.append((at, -1, mido.Message("control_change", control=2, value=value)))
    events.sort(key=lambda event: event[:2])
    track = mido.MidiTrack([mido.MetaMessage("set_tempo", tempo=500000)])
    for control, value in ((0, instrument.bank), (7, 100), (11, 127), (91, 0), (93, 0)):
        track.append(mido.Message("control_change", control=control, value=value))
    track.append(mido.Message("program_change", program=instrument.program))
    track.append(mido.Message("control_change", control=2, value=int(part.dynamics[0][1]) if part.dynamics else 90))
    last = 0
    for seconds, _, message in events:
        tick = max(last, round(seconds * _TICKS))
        track.append(message.copy(time=tick - last))
        last = tick
    end = round((_BEFORE + clock.length / SR + _AFTER) * _TICKS)
    track.append(mido.Message("control_change", control=1, value=0, time=max(0, end - last)))
    return mido.MidiFile(ticks_per_beat=480, tracks=[track])


def _played(midi: mido.MidiFile) -> Audio:
    """What FluidSynth makes of it; kept in build/audio, as it takes seconds."""
    with tempfile.TemporaryDirectory() as folder:
        score, tape = Path(folder) / "score.mid", Path(folder) / "tape.wav"
        midi.save(score)
        kept = CACHE / f"{hashlib.sha256(score.read_bytes()).hexdigest()[:20]}.flac"
        if not kept.is_file():
            command = "fluidsynth -ni -q -R 0 -C 0 -O float -T wav -g 0.5 -o synth.polyphony=512 -o synth.dynamic-sample-loading=1"
            subprocess.run(  # noqa: S603
                [*command.split(), "-r", str(SR), "-F", str(tape), str(SOUNDFONT), str(score)],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            x, _ = soundfile.read(tape, always_2d=True)
            CACHE.mkdir(parents=True, exist_ok=True)
            soundfile.write(kept.with_suffix(".tmp"), x * 0.5, SR, "PCM_24", format="FLAC")
            kept.with_suffix(".tmp").rename(kept)
        x, _ = soundfile.read(kept, always_2d=True)
    return x * 2


def _one_lap(tape: Audio, n: int) -> Audio:
    """The tail comes round to the start, and what was played before the first bar line to the end."""
    before = samples(_BEFORE)
    lap = np.zeros((n, 2))
    rest = tape[before:]
    for start in range(0, len(rest), n):
        piece = rest[start : start + n]
        lap[: len(piece)] += piece
    lap[-before:] += tape[:before]
    return lap


def _seated(x: Audio, instrument: Instrument) -> Audio:
    middle, side = x.mean(1), (x[:, 0] - x[:, 1]) / 2 * instrument.width
    y = pan(middle, instrument.seat * 0.8) * 1.2
    y[:, 0] += side
    y[:, 1] -= side
    return y


def _swell(clock: Clock, part: Part) -> Audio:
    """The samples follow dynamics in colour more than in level: this is the rest. It comes round without a step."""
    beats, values = zip(*part.dynamics, strict=True)
    times = clock.seconds(np.asarray(beats, float))
    curve = np.interp(np.arange(0, clock.length, _CONTROL) / SR, times, values)
    curve = ndimage.uniform_filter1d(curve, SR // 2 // _CONTROL, mode="wrap")
    at = np.arange(clock.length) / _CONTROL
    return db(np.interp(at, np.arange(len(curve) + 1), [*curve, curve[0]]) * (_BREADTH / 127))[:, None]


def played(piece: Piece) -> dict[str, Audio]:
    """The stems of a piece, mastered; they sum to the whole."""
    n = piece.clock.length
    dry = {stem: np.zeros((n, 2)) for stem in STEMS}
    wet = {stem: np.zeros((n, 2)) for stem in STEMS}
    for number, part in enumerate(piece.parts):
        instrument = ORCHESTRA[part.instrument]
        x = _seated(_one_lap(_played(_midi(piece.clock, instrument, part, 100 + number)), n), instrument)
        if part.dynamics:
            x *= _swell(piece.clock, part)
        x *= db(part.level - loudness(x))
        send = instrument.wet if part.wet is None else part.wet
        dry[part.stem] += x * np.sqrt(1 - send * 0.6)
        wet[part.stem] += x * send
    stems = {stem: dry[stem] + rings_in(wet[stem], concert_hall()) for stem in STEMS}
    for stem, texture in (piece.texture(n) if piece.texture else {}).items():
        stems[stem] = stems[stem] + texture
    stems = {stem: above_round(x, 36, 3) for stem, x in stems.items() if np.any(x)}
    gain = glued(sum(stems.values()))
    done = mastered_loops([x * gain for x in stems.values()], TARGET)
    return dict(zip(stems, done, strict=True))
