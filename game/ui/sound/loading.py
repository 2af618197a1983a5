"""Sounds decoded in the background, as a minute of music takes a fifth of a second and more."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pygame

from game.ui.cache import Recent
from game.ui.sound.chains import decoded

KEPT = 16  # effects


class Loading:
    """Loops and effects have a thread each, so that a rock that falls need not wait for the music to be ready."""

    def __init__(self) -> None:
        self._loops = ThreadPoolExecutor(1, "loops")
        self._effects = ThreadPoolExecutor(1, "effects")
        self._kept: Recent[Path, Future[pygame.mixer.Sound | None]] = Recent(KEPT)

    def together(self, paths: tuple[Path, ...]) -> "Future[tuple[pygame.mixer.Sound, ...]]":
        """All of them, or none if one cannot be read."""
        return self._loops.submit(_all_of, paths)

    def effect(self, path: Path) -> "Future[pygame.mixer.Sound | None]":
        return self._kept.get(path, lambda: self._effects.submit(_read, path))

    def close(self) -> None:
        """Once what is being decoded is: the mixer must not close under it."""
        for executor in (self._loops, self._effects):
            executor.shutdown(cancel_futures=True)


def _all_of(paths: tuple[Path, ...]) -> tuple[pygame.mixer.Sound, ...]:
    sounds = [_read(path) for path in paths]
    found = tuple(sound for sound in sounds if sound is not None)
    return found if len(found) == len(paths) else ()


def _read(path: Path) -> pygame.mixer.Sound | None:
    try:
        return decoded(path)
    except (pygame.error, OSError):
        return None  # a damaged sound is as good as none
