"""The pictures of places, made ready in the background: decoded, cut, scaled to the window and veiled."""

from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.story.model import Background
from game.ui.cache import Recent
from game.ui.measures import Measures, Size
from game.ui.scenery.tint import tint
from game.ui.scenery.veil import veil
from game.ui.screen import Shade
from game.ui.style import PALETTE

FILES = (".webp", ".png", ".jpg")
REACH = 22  # units that a tremor of full strength moves a picture by


@dataclass(frozen=True, slots=True)
class Sight:
    """A place as it is to be seen behind text, in a window of that size."""

    background: Background | None
    shade: Shade
    measures: Measures

    @property
    def edge(self) -> int:
        """How far the picture goes beyond the window on every side, so that it can shake."""
        return self.measures.px(REACH)

    @property
    def size(self) -> Size:
        wide, high = self.measures.size
        return wide + 2 * self.edge, high + 2 * self.edge


class Paintings:
    """Keeps a few pictures as they were last seen, and one as it came from its file."""

    def __init__(self, folder: Path, executor: Executor) -> None:
        self._folder = folder
        self._executor = executor
        self._coming: Recent[Sight, Future[pygame.Surface]] = Recent(3)
        self._decoded: Recent[Path, pygame.Surface] = Recent(1)

    def picture(self, sight: Sight) -> pygame.Surface | None:
        """The picture under its veil, or None while it is still being made."""
        coming = self._coming.get(sight, lambda: self._executor.submit(self._make, sight))
        return coming.result() if coming.done() else None

    def _make(self, sight: Sight) -> pygame.Surface:
        picture = self._bare(sight.background, sight.size).convert(32)
        side = sight.background.side if sight.background else "right"
        veil(picture, sight.shade, side, sight.measures, sight.edge)
        return picture

    def _bare(self, background: Background | None, size: Size) -> pygame.Surface:
        if background is None:
            plain = pygame.Surface(size, depth=24)
            plain.fill(PALETTE.veil)
            return plain
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
        files = (self._folder / f"{background.image}{ending}" for ending in FILES)
        return next((file for file in files if file.is_file()), None)


def covering(picture: pygame.Surface, size: Size) -> pygame.Surface:
    """The middle of the picture, scaled so that it fills the size to every edge."""
    wide, high = picture.get_size()
    share = max(size[0] / wide, size[1] / high)
    part = pygame.Rect(0, 0, min(wide, round(size[0] / share)), min(high, round(size[1] / share)))
    part.center = (wide // 2, high // 2)
    return pygame.transform.smoothscale(picture.subsurface(part).convert(24), size)
