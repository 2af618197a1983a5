"""Every shipped sound is as it should be, and nothing is shipped that nothing makes, or made and not shipped."""

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

ASSETS = Path(__file__).parents[2] / "assets"
PIPELINE = ASSETS / "make" / "audio"
KINDS = ("music", "sounds", "ambiences", "interface")
FILES = sorted(path for kind in KINDS for path in (ASSETS / kind).glob("*.ogg"))
SR = 48000


@pytest.fixture(scope="module")
def audit() -> Iterator[ModuleType]:
    """The pipeline’s own check."""
    sys.path.insert(0, str(PIPELINE))
    try:
        yield import_module("audit")
    finally:
        sys.path.remove(str(PIPELINE))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_sound_has_no_faults(path: Path, audit: ModuleType) -> None:
    assert audit.faults(path) == []


def test_what_is_made_is_shipped_and_nothing_else(audit: ModuleType) -> None:
    made = set[str]()
    for kind in KINDS:
        for module in (PIPELINE / kind).glob("[a-z]*.py"):
            if module.stem != "themes":
                made |= {f"{kind}/{name}" for name in audit.names(kind, module.stem)}
    assert {f"{path.parent.name}/{path.stem}" for path in FILES} == made


def tone(seconds: float, level: float = 0.1) -> np.ndarray:
    """A loop of whole turns of a wave."""
    wave = level * np.sin(2 * np.pi * 220 * np.arange(round(seconds * SR)) / SR)
    return np.stack([wave, wave], 1)


def test_a_seam_that_clicks_or_steps_is_found(audit: ModuleType) -> None:
    whole = tone(4)
    assert audit.seam_faults(whole) == []
    assert audit.step_faults(whole) == []
    assert "clicks" in audit.seam_faults(whole[: -SR // 900])[0]
    fading = whole * np.linspace(1, 0.2, len(whole))[:, None]
    assert "steps" in audit.step_faults(fading)[0]


def test_an_effect_that_clicks_is_too_low_or_too_long_is_found(audit: ModuleType) -> None:
    assert audit.effect_faults(tone(1) * np.hanning(SR)[:, None]) == []
    assert audit.effect_faults(tone(1)[100:-100]) == ["clicks at an end"]
    low = np.stack([np.sin(2 * np.pi * 40 * np.arange(SR) / SR) * np.hanning(SR)] * 2, 1)
    assert audit.effect_faults(low) == ["is hardly heard on small speakers"]
    assert "s long" in audit.effect_faults(tone(11) * np.hanning(11 * SR)[:, None])[0]


def test_parallel_fifths_and_octaves_are_found(audit: ModuleType) -> None:
    harmony = import_module("kit.harmony")
    bad = (harmony.Set4(0, 4, (48, 55, 64, 72)), harmony.Set4(4, 4, (50, 57, 65, 74)))
    assert harmony.faults(bad)[:2] == ["beat 0: bass and tenor", "beat 0: bass and soprano"]
    assert harmony.faults(harmony.voiced(harmony.chords("Dm | Bb | F | C | Gm | A"))) == []


def test_hers_and_his_can_be_sung_together(audit: ModuleType) -> None:
    """In no parallel fifth or octave."""
    harmony, notation, themes = map(import_module, ("kit.harmony", "kit.notation", "music.themes"))
    for hers, his in ((themes.HERS, themes.HIS), map(notation.in_major, (themes.HERS, themes.HIS))):
        moments = sorted({note.at for note in (*hers, *his)})
        both = [(now, [_sung(voice, now) for voice in (his, hers)]) for now in moments]
        sung = [(now, pitches) for now, pitches in both if None not in pitches]
        assert [now for (_, one), (now, two) in pairwise(sung) if harmony.parallels(one, two)] == []


def _sung(voice: Iterable[Any], now: float) -> int | None:
    return next((note.pitch for note in voice if note.at <= now < note.at + note.length), None)


def test_a_melody_that_is_drowned_is_not_heard(audit: ModuleType) -> None:
    notation, written = map(import_module, ("kit.notation", "kit.piece"))
    piece = written.Piece(written.Clock(60, 2), (), notation.line("A4:2 D5:2 | F5:2 E5:2"))
    at = np.arange(piece.clock.length) / SR
    sung = np.zeros((len(at), 2))
    for note in piece.melody:
        now = (at >= note.at) & (at < note.at + note.length)
        sung[now] += 0.1 * np.sin(2 * np.pi * 440 * 2 ** ((note.pitch - 69) / 12) * at[now])[:, None]
    others = np.sum([0.5 * np.sin(2 * np.pi * pitch * at) for pitch in (150.0, 190.0, 240.0, 310.0)], axis=0)
    assert audit.heard(sung, piece) == 1.0
    assert audit.heard(sung + others[:, None], piece) < 0.5
