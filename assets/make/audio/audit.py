"""Whether a shipped file is as it should be: format, length, loudness, peak, ends, seam, and a melody that is heard."""

import importlib
import io
from pathlib import Path

import numpy as np
import soundfile
from kit.harmony import faults as parallel_faults
from kit.levels import loudest_moment, loudness, true_peak
from kit.ogg import LINK, decode, links
from kit.piece import STEMS, Piece
from kit.signal import SR, Audio, above, todb
from kit.take import Take
from scipy import signal

_MUSIC = -20.0
_HEARD = 0.7  # of the melody's notes must stand out
_OVER = 1.0  # dB that a voice lies over bed and pulse where it sings


def source(file: Path) -> Piece | Take:
    """What a file was made from. A file that nothing makes raises ModuleNotFoundError."""
    name, _, last = file.stem.rpartition("_")
    varied = last in STEMS if file.parent.name == "music" else last.isdigit()
    module = importlib.import_module(f"{file.parent.name}.{name if varied else file.stem}")
    return module.PIECE if file.parent.name == "music" else module.TAKE


def names(kind: str, name: str) -> tuple[str, ...]:
    """The files that a module makes, without their ending."""
    module = importlib.import_module(f"{kind}.{name}")
    if kind == "music":
        return tuple(f"{name}_{stem}" for stem in STEMS) if module.PIECE.stems else (name,)
    variants = module.TAKE.variants
    return tuple(f"{name}_{number}" for number in range(1, variants + 1)) if variants > 1 else (name,)


def faults(file: Path) -> list[str]:
    """Everything that is wrong with a file, in words."""
    data = file.read_bytes()
    x, made = decode(file), source(file)
    infos = [soundfile.info(io.BytesIO(link)) for link in links(data)]
    found = []
    if {(info.samplerate, info.subtype, info.channels) for info in infos} != {(SR, "VORBIS", 2)}:
        found.append("is not Vorbis at 48000 Hz with two channels")
    if max(info.frames for info in infos) > 1.5 * LINK:
        found.append("has a link that takes too long to decode")
    if true_peak(x) > -1.0:
        found.append(f"peaks at {true_peak(x):.1f} dBTP, over -1")
    if np.abs(x.mean(0)).max() > 0.002:
        found.append(f"stands {np.abs(x.mean(0)).max():.4f} beside zero")
    if isinstance(made, Piece):
        return [*found, *_piece_faults(file, x, made)]
    if made.loops:
        return [*found, *seam_faults(x), *step_faults(x), *_level_faults(loudness(x), made.level, 0.7)]
    return [*found, *effect_faults(x), *_level_faults(loudest_moment(x), made.level, 1.0)]


def _level_faults(level: float, target: float, within: float) -> list[str]:
    return [f"is at {level:.1f} LUFS, not {target:g}"] if abs(level - target) > within else []


def effect_faults(x: Audio) -> list[str]:
    found = []
    if np.abs(x[:4]).max() > 0.02 or np.abs(x[-48:]).max() > 0.003:
        found.append("clicks at an end")
    if loudest_moment(x) - loudest_moment(above(x, 220, 4)) > 9:
        found.append("is hardly heard on small speakers")
    if not 0.04 < len(x) / SR < 10:
        found.append(f"is {len(x) / SR:.2f} s long")
    return found


def seam_faults(x: Audio) -> list[str]:
    """A seam is a fault where the wave bends more sharply than it does anyway."""
    mono = x.mean(1)
    bend = np.abs(np.diff(np.concatenate([mono[-3:], mono[:3]]), 2)).max()
    usual = np.percentile(np.abs(np.diff(mono, 2)), 99.9)
    return (
        [f"clicks where it comes round: {bend / usual:.1f} times the usual bend"] if bend > max(5 * usual, 4e-4) else []
    )


def step_faults(x: Audio) -> list[str]:
    """What comes round must not jump in level, by more than it does anyway."""
    mono, window = x.mean(1), SR * 2 // 5
    levels = [
        float(todb(np.sqrt((mono[i : i + window] ** 2).mean()))) for i in range(0, len(mono) - window + 1, window)
    ]
    usual = float(np.percentile(np.abs(np.diff(levels)), 99))
    step = levels[0] - levels[-1]
    return [f"steps by {step:+.1f} dB where it comes round"] if abs(step) > max(6.0, usual) else []


def _piece_faults(file: Path, x: Audio, piece: Piece) -> list[str]:
    found = seam_faults(x)
    if len(x) != piece.clock.length:
        found.append(f"is {len(x)} samples long, not {piece.clock.length}")
    if not 60 <= len(x) / SR <= 120:
        found.append(f"is {len(x) / SR:.0f} s long, not 60 to 120")
    if piece.chorale:
        found += [f"moves in parallels at {each}" for each in parallel_faults(piece.chorale)]
    if not piece.stems:
        found += _level_faults(loudness(x), _MUSIC, 0.7)
        found += [*step_faults(x), *_melody_faults(x, piece)]
    elif file.stem.endswith("_voice"):
        stems = {stem: _stem(file, stem) for stem in STEMS}
        mix = sum(stems.values())
        found += [*_level_faults(loudness(mix), _MUSIC, 0.7), *step_faults(mix), *_stem_faults(stems, piece)]
    return found


def _stem(file: Path, stem: str) -> Audio:
    return decode(file.with_name(f"{file.stem.removesuffix('voice')}{stem}.ogg"))


def _stem_faults(stems: dict[str, Audio], piece: Piece) -> list[str]:
    """The voice lies over the rest in the middle of hearing, over the beats it sings in."""
    if len({len(x) for x in stems.values()}) > 1:
        return ["is not as long as the other stems"]
    sings = np.zeros(len(stems["voice"]), bool)
    for note in piece.melody:
        start, end = (round(float(piece.clock.seconds(at)) * SR) for at in (note.at, note.at + note.length))
        sings[start:end] = True
    voice, bed, pulse = (
        float(todb(np.sqrt((signal.sosfilt(_MIDDLE, stems[stem], axis=0)[sings] ** 2).mean())))
        for stem in ("voice", "bed", "pulse")
    )
    rest = float(10 * np.log10(10 ** (bed / 10) + 10 ** (pulse / 10)))
    return [f"lies {voice - rest:+.1f} dB over bed and pulse"] if voice - rest < _OVER else []


_MIDDLE = signal.butter(2, [200, 4000], "band", fs=SR, output="sos")


def _melody_faults(x: Audio, piece: Piece) -> list[str]:
    share = heard(x, piece)
    return [f"lets only {share:.0%} of the melody be heard"] if share < _HEARD else []


def heard(x: Audio, piece: Piece) -> float:
    """The share of the melody's notes, by length, of which a partial is among the three strongest peaks of its moment."""
    mono, size = x.mean(1), 16384
    window = np.hanning(size)
    total = clear = 0.0
    for note in piece.melody:
        middle = round(float(piece.clock.seconds(note.at + note.length * 0.5)) * SR)
        spectrum = np.abs(
            np.fft.rfft(np.take(mono, range(middle - size // 2, middle + size // 2), mode="wrap") * window)
        )
        frequencies = np.fft.rfftfreq(size, 1 / SR)
        spectrum[frequencies < 130] = 0
        tops = signal.argrelmax(spectrum, order=4)[0]
        strongest = frequencies[tops[np.argsort(spectrum[tops])[-3:]]]
        pitch = 440 * 2 ** ((note.pitch - 69) / 12)
        partials = pitch * np.array([0.5, 1, 2, 3])
        total += note.length
        if np.abs(1200 * np.log2(strongest[:, None] / partials)).min() < 45:
            clear += note.length
    return clear / total
