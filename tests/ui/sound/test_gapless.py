"""What really leaves the mixer, recorded through SDL's disk driver: loops without a gap, stems in step."""

import io
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from game.ui.sound.chains import links

ASSETS = Path(__file__).parents[3] / "assets"

PLAY = """
import os, sys
from pathlib import Path
from game.story.model import Music
from game.ui.sound import Levels
from game.ui.sound.speakers import Speakers, open_mixer
from tests.waiting import until

assets, tape, length, track, ambience = sys.argv[1:]
open_mixer()
sound = Speakers(Path(assets), iter(range(0, 10**9, 100)).__next__)     # every fade is over at once
sound.set_levels(Levels(100, 100, 100, 100))
sound.play_scene(Music(track or None, 3), ambience or None)
until(lambda: not sound.awaited, "all of it has begun", sound.attend)
full = os.path.getsize(tape) + int(length)
until(lambda: os.path.getsize(tape) >= full, "the tape is full", sound.attend)
sound.close()
"""


@pytest.mark.parametrize(
    ("track", "ambience", "files"),
    [
        ("dread", "", ("music/dread_bed", "music/dread_pulse", "music/dread_voice")),
        ("sacrifice", "", ("music/sacrifice",)),
        ("", "cavern", ("ambiences/cavern",)),
    ],
    ids=["stems", "track", "ambience"],
)
def test_a_loop_goes_round_to_the_sample(track: str, ambience: str, files: tuple[str, ...], tmp_path: Path) -> None:
    stems = [_decoded(ASSETS / f"{name}.ogg") for name in files]
    assert len({len(stem) for stem in stems}) == 1
    lap = np.sum(stems, axis=0).clip(-1, 1)
    tape = tmp_path / "tape.raw"
    tape.touch()
    environment = {
        **os.environ,
        "SDL_AUDIODRIVER": "disk",
        "SDL_DISKAUDIOFILE": str(tape),
        "SDL_DISKAUDIODELAY": "1",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }
    length = str(4 * int(2.4 * len(lap)))  # from its beginning, however much silence comes before that
    subprocess.run(
        [sys.executable, "-c", PLAY, str(ASSETS), str(tape), length, track, ambience], check=True, env=environment
    )
    heard = np.fromfile(tape, "<i2").reshape(-1, 2) / 32768
    start = _begins(heard, lap)
    two = np.concatenate([lap, lap])
    took = heard[start : start + len(two)]
    assert len(took) == len(two)
    # From the second after the start, where every fade is over: rounding to 16 bits, stem by stem, and nothing else.
    error = np.abs(took - two)[48000:]
    assert error.max() < (len(stems) + 1) / 32768


def _decoded(path: Path) -> np.ndarray:
    """By another decoder than the game’s."""
    parts = [soundfile.read(io.BytesIO(link), always_2d=True)[0] for link in links(path.read_bytes())]
    return np.concatenate(parts)


def _begins(heard: np.ndarray, lap: np.ndarray) -> int:
    """Where on the tape the first lap begins."""
    probe = lap[96000 : 96000 + 8192].mean(1)
    sounding = max(0, int(np.argmax(np.abs(heard).max(1) > 0)) - 48000)  # a loop may begin with silence of its own
    sought = heard[sounding : min(len(heard), sounding + len(lap) + 40 * 48000)].mean(1)
    size = 1 << int(len(sought) + len(probe)).bit_length()
    match = np.fft.irfft(np.fft.rfft(sought, size) * np.conj(np.fft.rfft(probe, size)), size)[: len(sought)]
    power = np.concatenate([[0], np.cumsum(sought**2)])
    energy = power[len(probe) :] - power[: -len(probe)]
    likeness = match[: len(energy)] / np.sqrt(energy + 1e-9)
    found = int(np.argmax(likeness))
    while found >= len(lap) + 96000 and likeness[found - len(lap)] > 0.999 * likeness[found]:
        found -= len(lap)  # a later lap is as like it as the first
    return sounding + found - 96000
