"""Sound through the real mixer, with no device behind it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.story.model import Music
from game.ui.sound import AudioThread, Levels, NoSound, open_sound
from game.ui.sound.speakers import FOR_EFFECTS, FOR_LOOPS, Speakers, open_mixer
from tests import waiting
from tests.waiting import HANG

ASSETS = Path(__file__).parents[3] / "assets"
WHOLE = Levels(100, 100, 100, 100)


class Wound:
    """A clock that the test winds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Wound:
    return Wound()


@pytest.fixture
def speakers(clock: Wound) -> Iterator[Speakers]:
    open_mixer()
    sound = Speakers(ASSETS, clock)
    sound.set_levels(WHOLE)
    yield sound
    sound.close()


def sounding() -> list[float]:
    """The volume of every loop that plays."""
    channels = [pygame.mixer.Channel(number) for number in range(FOR_LOOPS)]
    return sorted(channel.get_volume() for channel in channels if channel.get_busy())


def effects() -> int:
    last = range(pygame.mixer.get_num_channels())[-FOR_EFFECTS:]
    return sum(pygame.mixer.Channel(number).get_busy() for number in last)


def until(sound: Speakers, true: Callable[[], bool]) -> None:
    """Tick after tick, until it is so."""
    waiting.until(true, "the sound came to that", sound.attend)


def test_no_sound_device_is_silence(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    sound = open_sound(ASSETS, quiet=False)
    sound.play_scene(Music("sacrifice"), "cavern")
    sound.play_noise("rockfall")
    sound.play_ui_sound("open")
    sound.set_levels(WHOLE)
    sound.attend()
    sound.close()
    assert isinstance(sound, NoSound)
    assert capfd.readouterr() == ("", "")


def test_quiet_opens_no_device() -> None:
    assert isinstance(open_sound(ASSETS, quiet=True), NoSound)
    assert pygame.mixer.get_init() is None


def test_stems_begin_together_and_follow_the_tension(speakers: Speakers, clock: Wound) -> None:
    speakers.play_scene(Music("dread", 0), None)
    until(speakers, lambda: len(sounding()) == 3)
    assert sounding() == [0.0, 0.0, 0.0]
    clock.now = 10.0
    speakers.attend()
    assert sounding() == [0.0, 0.0, 1.0]
    playing = [pygame.mixer.Channel(number).get_sound() for number in range(3)]
    speakers.play_scene(Music("dread", 3), None)
    clock.now = 20.0
    speakers.attend()
    assert sounding() == [1.0, 1.0, 1.0]
    assert [pygame.mixer.Channel(number).get_sound() for number in range(3)] == playing


class Held:
    """A channel that is so long about it, the first time, that the mixer comes in between."""

    def __init__(self, witness: pygame.mixer.Channel) -> None:
        self.begun = 0
        self.witness = witness

    def play(self, _sound: pygame.mixer.Sound, *, loops: int) -> None:
        assert loops == -1
        self.begun += 1
        if self.begun == 1:
            waiting.until(lambda: not self.witness.get_busy(), "the mixer went on")

    def set_volume(self, volume: float) -> None:
        assert volume == 0


def test_stems_that_the_mixer_came_between_are_begun_again(speakers: Speakers) -> None:
    channels = [Held(pygame.mixer.Channel(FOR_LOOPS)) for _ in range(3)]
    speakers.begin_together([pygame.mixer.Sound(buffer=bytes(4))] * 3, channels)  # type: ignore[arg-type]
    (begun,) = {channel.begun for channel in channels}
    assert begun > 1


def test_what_has_died_away_is_stopped_and_its_memory_is_free(speakers: Speakers, clock: Wound) -> None:
    speakers.play_scene(Music("dread", 3), "cavern")
    until(speakers, lambda: len(sounding()) == 4)
    speakers.play_scene(Music(None), None)
    clock.now = 10.0
    until(speakers, lambda: sounding() == [])
    assert not speakers.loops
    assert not speakers.awaited
    assert all(pygame.mixer.Channel(number).get_sound() is None for number in range(FOR_LOOPS))


def test_a_scene_left_before_its_music_was_ready_is_never_heard(speakers: Speakers) -> None:
    speakers.play_scene(Music("dread", 3), None)
    speakers.play_scene(Music(None), "cavern")
    until(speakers, lambda: not speakers.awaited)
    assert len(sounding()) == 1


def test_missing_files_are_silence(speakers: Speakers) -> None:
    speakers.play_scene(Music("no_such_track"), "no_such_place")
    speakers.play_noise("no_such_sound")
    speakers.play_ui_sound("no_such_touch")
    until(speakers, lambda: not speakers.awaited)
    assert sounding() == []
    assert effects() == 0


def test_a_damaged_file_is_silence(tmp_path: Path) -> None:
    (tmp_path / "music").mkdir()
    (tmp_path / "music" / "broken.ogg").write_bytes(b"OggS and no more")
    open_mixer()
    sound = Speakers(tmp_path)
    try:
        sound.play_scene(Music("broken"), None)
        until(sound, lambda: not sound.awaited)
        assert sounding() == []
    finally:
        sound.close()


def test_loops_step_back_while_an_effect_is_heard(speakers: Speakers, clock: Wound) -> None:
    speakers.play_scene(Music(None), "cavern")
    until(speakers, lambda: len(sounding()) == 1)
    clock.now = 10.0
    speakers.attend()
    whole = sounding()
    speakers.play_noise("rockfall")
    until(speakers, lambda: effects() == 1)
    clock.now = 11.0
    speakers.attend()
    assert 0 < sounding()[0] < whole[0] <= 1


def test_volumes_are_each_their_own_and_an_effect_that_nobody_would_hear_is_not_played(speakers: Speakers) -> None:
    speakers.set_levels(Levels(effects=0))
    speakers.play_noise("rockfall")
    speakers.play_ui_sound("open")
    until(speakers, lambda: not speakers.awaited)
    assert effects() == 1


def test_mono_opens_one_side_and_goes_on_with_the_scene(speakers: Speakers, clock: Wound) -> None:
    speakers.play_scene(Music(None), "cavern")
    until(speakers, lambda: len(sounding()) == 1)
    speakers.set_levels(Levels(mono=True))
    assert pygame.mixer.get_init() == (48000, -16, 1)
    until(speakers, lambda: len(sounding()) == 1)
    speakers.set_levels(WHOLE)
    assert pygame.mixer.get_init() == (48000, -16, 2)


def test_effects_come_before_loops(speakers: Speakers) -> None:
    speakers.play_scene(Music("dread", 3), None)
    speakers.play_noise("rockfall")
    until(speakers, lambda: effects() == 1)
    assert sounding() == []


class Stuck:
    """Speakers that come to nothing until they are let go, and note what they were asked then."""

    busy = False

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.asked: list[str] = []

    def attend(self) -> None:
        assert self.let_go.wait(HANG)

    def __getattr__(self, name: str) -> Callable[..., None]:
        def ask(*_: Any, **__: Any) -> None:
            assert self.let_go.wait(HANG)
            self.asked.append(name)

        return ask


def test_a_frame_waits_for_nothing_that_the_speakers_wait_for() -> None:
    speakers = Stuck()
    sound = AudioThread(speakers)  # type: ignore[arg-type]
    sound.play_scene(Music("dread", 3), "cavern")  # each of these returns while nothing can be done about it
    sound.play_noise("rockfall")
    sound.play_ui_sound("open")
    sound.set_levels(WHOLE)
    sound.attend()
    assert speakers.asked == []
    speakers.let_go.set()
    waiting.until(lambda: len(speakers.asked) == 4, "all that was asked is done")
    sound.close()
    assert speakers.asked == ["play_scene", "play_noise", "play_ui_sound", "set_levels", "close"]


def test_nothing_is_left_running() -> None:
    before = threading.active_count()
    sound = open_sound(ASSETS, quiet=False)
    sound.play_scene(Music("dread", 3), "cavern")
    sound.play_noise("rockfall")
    sound.play_ui_sound("open")
    sound.set_levels(Levels(mono=True))
    sound.attend()
    sound.close()
    assert threading.active_count() == before
    assert pygame.mixer.get_init() is None


def test_a_device_that_goes_away_takes_the_sound_with_it_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise pygame.error("the device is gone")

    sound = open_sound(ASSETS, quiet=False)
    assert isinstance(sound, AudioThread)
    monkeypatch.setattr(Speakers, "play_scene", gone)
    sound.play_scene(Music("dread"), None)
    waiting.until(lambda: not sound.alive, "the thread has come to its end")
    sound.play_noise("rockfall")
    sound.attend()
    sound.close()
    assert pygame.mixer.get_init() is None
    assert capfd.readouterr() == ("", "")
