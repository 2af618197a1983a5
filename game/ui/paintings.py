"""The pictures of places, made ready in the background: decoded, cut and scaled to the window."""

from concurrent.futures import Executor, Future
from pathlib import Path
from typing import TypeAlias

import pygame

from game.story.model import Background
from game.ui.cache import Recent
from game.ui.tint import tint

ENDINGS = (".webp", ".png", ".jpg")

Size: TypeAlias = tuple[int, int]


class Paintings:
    """Keeps a few pictures at the size last asked for, and one as it came from its file."""

    def __init__(self, folder: Path, executor: Executor) -> None:
        self._folder = folder
        self._executor = executor
        self._coming: Recent[tuple[Background, Size], Future[pygame.Surface]] = Recent(3)
        self._decoded: Recent[Path, pygame.Surface] = Recent(1)

    def picture(self, background: Background, size: Size) -> pygame.Surface | None:
        """The picture that covers that size, or None while it is still being made."""
        coming = self._coming.get((background, size), lambda: self._executor.submit(self._make, background, size))
        return coming.result() if coming.done() else None

    def _make(self, background: Background, size: Size) -> pygame.Surface:
        path = self._file(background)
        if path is not None:
            try:
                return covering(self._decoded.get(path, lambda: pygame.image.load(path)), size)
            except (pygame.error, OSError):
                pass  # a damaged picture is as good as none
        return tint(background.id, background.side, size)

    def _file(self, background: Background) -> Path | None:
        if background.image is None:
            return None
        files = (self._folder / f"{background.image}{ending}" for ending in ENDINGS)
        return next((file for file in files if file.is_file()), None)


def covering(picture: pygame.Surface, size: Size) -> pygame.Surface:
    """The middle of the picture, scaled so that it fills the size to every edge."""
    wide, high = picture.get_size()
    share = max(size[0] / wide, size[1] / high)
    part = pygame.Rect(0, 0, min(wide, round(size[0] / share)), min(high, round(size[1] / share)))
    part.center = (wide // 2, high // 2)
    return pygame.transform.smoothscale(picture.subsurface(part).convert(24), size)
