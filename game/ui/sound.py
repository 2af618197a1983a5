"""Music and sounds; silence where there is no device or no file."""

from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Protocol

import pygame

from game.ui.cache import Recent
from game.ui.hush import hushed
from game.ui.pace import PACE

# At 48 kHz, unconverted, Vorbis loops to the sample.
RATE, BITS, CHANNELS, BUFFER = 48000, -16, 2, 1024
MUSIC_CHANNELS = 2  # one fading in while the other fades out


class Sound(Protocol):
    def play_music(self, track: str | None) -> None:
        """This is to be heard from here on."""

    def attend(self) -> None:
        """To be called again and again: what was being made ready may be by now."""

    def play_noise(self, sound: str) -> None: ...

    def set_volumes(self, music: int, sounds: int) -> None:
        """In per cent."""

    def close(self) -> None: ...


class Silence:
    def play_music(self, track: str | None) -> None:
        pass

    def attend(self) -> None:
        pass

    def play_noise(self, sound: str) -> None:
        pass

    def set_volumes(self, music: int, sounds: int) -> None:
        pass

    def close(self) -> None:
        pass


class Speakers:
    """Tracks are decoded in the background, as a minute of music takes a third of a second."""

    def __init__(self, assets: Path, executor: Executor) -> None:
        self._assets = assets
        self._executor = executor
        self._track: str | None = None
        self._coming: Future[pygame.Sound | None] | None = None
        self._channel = 0
        self._noises: Recent[str, pygame.Sound | None] = Recent(16)
        self._music, self._sounds = 1.0, 1.0
        pygame.mixer.set_reserved(MUSIC_CHANNELS)

    def play_music(self, track: str | None) -> None:
        if track != self._track:
            self._track = track
            pygame.mixer.Channel(self._channel).fadeout(round(PACE.music * 1000))
            self._channel = (self._channel + 1) % MUSIC_CHANNELS
            path = self._assets / "music" / f"{track}.ogg"
            self._coming = self._executor.submit(_load, path) if track else None
            self.attend()

    def attend(self) -> None:
        if self._coming is not None and self._coming.done():
            music, self._coming = self._coming.result(), None
            if music is not None:
                channel = pygame.mixer.Channel(self._channel)
                channel.play(music, loops=-1, fade_ms=round(PACE.music * 1000))
                channel.set_volume(self._music)  # which a channel forgets when it begins to play

    def play_noise(self, sound: str) -> None:
        noise = self._noises.get(sound, lambda: _load(self._assets / "sounds" / f"{sound}.ogg"))
        if noise is not None:
            noise.set_volume(self._sounds)
            noise.play()

    def set_volumes(self, music: int, sounds: int) -> None:
        # Squared, as loudness is heard: half way looks half as loud.
        self._music, self._sounds = (music / 100) ** 2, (sounds / 100) ** 2
        for channel in range(MUSIC_CHANNELS):
            pygame.mixer.Channel(channel).set_volume(self._music)

    def close(self) -> None:
        pygame.mixer.quit()


def open_sound(assets: Path, executor: Executor, *, quiet: bool) -> Sound:
    """What there is to hear with."""
    if quiet:
        return Silence()
    try:
        with hushed():
            pygame.mixer.init(RATE, BITS, CHANNELS, BUFFER, allowedchanges=0)
    except pygame.error:
        return Silence()
    return Speakers(assets, executor)


def _load(path: Path) -> pygame.Sound | None:
    try:
        return pygame.Sound(path) if path.is_file() else None
    except (pygame.error, OSError):
        return None
