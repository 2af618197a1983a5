"""Sounds decoded little by little, so that whoever does it can see to other things between."""

from collections.abc import Iterator
from pathlib import Path

import pygame

from game.ui.sound.chains import decoded
from game.ui.support.cache import LruCache

KEPT = 16  # effects


class Coming:
    """Some files on their way to be sounds."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self._steps = _sounds_of(paths)
        self.sounds: tuple[pygame.mixer.Sound, ...] = ()  # none if one of them cannot be read
        self.done = False

    def step(self) -> None:
        """Decode one more part."""
        found = next(self._steps)
        if found is not None:
            self.sounds, self.done = found, True


class Loading:
    """Effects come first: a rock that falls need not wait for the music to be ready."""

    def __init__(self) -> None:
        self._effects: list[Coming] = []
        self._loops: list[Coming] = []
        self._kept: LruCache[Path, Coming] = LruCache(KEPT)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be decoded."""
        return bool(self._effects or self._loops)

    def together(self, paths: tuple[Path, ...]) -> Coming:
        """Files that are wanted all at once, as the stems of a track are."""
        self._loops.append(Coming(paths))
        return self._loops[-1]

    def effect(self, path: Path) -> Coming:
        """A sound that is wanted soon; kept, as it may be wanted again."""
        return self._kept.get(path, lambda: self._hurried(path))

    def _hurried(self, path: Path) -> Coming:
        self._effects.append(Coming((path,)))
        return self._effects[-1]

    def drop(self, coming: Coming) -> None:
        """It is no longer wanted."""
        self._loops = [each for each in self._loops if each is not coming]

    def step(self) -> None:
        """A few milliseconds’ worth."""
        waiting = self._effects or self._loops
        if waiting:
            waiting[0].step()
            if waiting[0].done:
                waiting.pop(0)


def _sounds_of(paths: tuple[Path, ...]) -> Iterator[tuple[pygame.mixer.Sound, ...] | None]:
    sounds = list[pygame.mixer.Sound]()
    try:
        for path in paths:
            for sound in decoded(path):
                if sound is None:
                    yield None
                else:
                    sounds.append(sound)
    except (pygame.error, OSError):
        sounds.clear()  # a damaged sound is as good as none
    yield tuple(sounds)
