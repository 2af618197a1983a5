"""The pictures of places, made ready in the background: decoded, cut, scaled to the window and veiled."""

from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.paths import existing
from game.story.model import Place
from game.ui.scenery.air import KINDS, Air
from game.ui.scenery.fog import Fog
from game.ui.scenery.light import Light
from game.ui.scenery.near import Near
from game.ui.scenery.scenery import Shade
from game.ui.scenery.thumbnail import thumbnail
from game.ui.scenery.tint import tint
from game.ui.scenery.veil import Veil
from game.ui.support.cache import LruCache
from game.ui.theme.metrics import Metrics, Size
from game.ui.theme.palette import PALETTE

FILES = (".webp", ".png", ".jpg")
SHAKE = 22  # units that a tremor of full strength moves a picture by
DRIFT = 18  # and that it drifts to either side


def edge_of(metrics: Metrics) -> int:
    """How many pixels a picture goes beyond the window on every side, so that it can shake and drift."""
    return metrics.px(SHAKE) + metrics.px(DRIFT) + 1


@dataclass(frozen=True, slots=True)
class Sight:
    """A place as it is to be seen behind text, in a window of that size."""

    place: Place | None
    side: str
    shade: Shade
    metrics: Metrics

    @property
    def edge(self) -> int:
        """How many pixels its picture reaches beyond the window on every side."""
        return edge_of(self.metrics)

    @property
    def size(self) -> Size:
        """The width and height of its picture, in pixels."""
        wide, high = self.metrics.size
        return wide + 2 * self.edge, high + 2 * self.edge

    @property
    def veil(self) -> Veil:
        """What lies between its picture and the text."""
        return Veil(self.shade, self.side, self.metrics, self.edge)


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A sight, ready to be drawn. `painted` is whether it is a painting, and not a colour that stands for one; `near` is
    what stands before the rest, if the painting comes in two; `small` shows what the column leaves free, without its
    veil."""

    surface: pygame.Surface
    near: Near | None
    light: Light | None
    air: Air | Fog | None
    painted: bool
    small: pygame.Surface | None = None

    @classmethod
    def dark(cls) -> "Picture":
        """What stands for a painting that is long in coming: text can be read on it."""
        surface = pygame.Surface((1, 1), depth=32)
        surface.fill(PALETTE.veil)
        return cls(surface, None, None, None, painted=True)


class Paintings:
    """Keeps two pictures as they were last seen, a page's and that under a menu, and one as it came from its files."""

    def __init__(self, folder: Path, executor: Executor) -> None:
        self._folder = folder
        self._executor = executor
        self._coming: LruCache[Sight, Future[Picture]] = LruCache(2)
        self._decoded: LruCache[Path, pygame.Surface] = LruCache(2)

    def picture(self, sight: Sight) -> Picture | None:
        """The picture under its veil, or None while it is still being made."""
        coming = self._coming.get(sight, lambda: self._executor.submit(self._make, sight))
        return coming.result() if coming.done() else None

    def _make(self, sight: Sight) -> Picture:
        place, veil = sight.place, sight.veil
        image = place.image if place else None
        near, far = (self._painting(f"{image}.{part}", sight.size) if image else None for part in ("near", "far"))
        painting = _layered(near, far) if near and far else self._painting(image, sight.size)
        whole = painting or _plain(place, sight.side, sight.size)
        small = thumbnail(whole.subsurface(pygame.Rect(sight.metrics.view(sight.side)).move(sight.edge, sight.edge)))
        light = Light.of(whole, veil)
        color = light.color if light else (255, 255, 255)
        layer = None
        surface = (far if near and far else whole).convert(32)
        if near and far:
            whole.blit(far, (0, 0), special_flags=pygame.BLEND_RGB_MAX)  # which may drift into sight
            layer = Near.of(near, veil, color, whole)
        veil.lay(surface, color, like=whole)
        air = _air(place.air, veil, light) if place else None
        return Picture(surface, layer, light, air, painting is not None, small)

    def _painting(self, image: str | None, size: Size) -> pygame.Surface | None:
        files = (existing(self._folder / f"{image}{ending}") for ending in FILES) if image else ()
        path = next((file for file in files if file.is_file()), None)
        if path is None:
            return None
        try:
            return covering(self._decoded.get(path, lambda: pygame.image.load(path)), size)
        except (pygame.error, OSError):
            return None  # a damaged picture is as good as none


def _layered(near: pygame.Surface, far: pygame.Surface) -> pygame.Surface:
    whole = far.convert(24)
    whole.blit(near, (0, 0))
    return whole


def _air(name: str, veil: Veil, light: Light | None) -> Air | Fog | None:
    if name == "fog":
        return Fog(veil, light)
    return Air(KINDS[name], veil, light) if name in KINDS else None


def _plain(place: Place | None, side: str, size: Size) -> pygame.Surface:
    if place is not None:
        return tint(place.id, side, size)
    plain = pygame.Surface(size, depth=24)
    plain.fill(PALETTE.veil)
    return plain


def covering(picture: pygame.Surface, size: Size) -> pygame.Surface:
    """The middle of the picture, scaled so that it fills the size to every edge."""
    wide, high = picture.get_size()
    share = max(size[0] / wide, size[1] / high)
    part = pygame.Rect(0, 0, min(wide, round(size[0] / share)), min(high, round(size[1] / share)))
    part.center = (wide // 2, high // 2)
    cut = picture.subsurface(part)
    return pygame.transform.smoothscale(cut.convert_alpha() if picture.get_masks()[3] else cut.convert(24), size)
