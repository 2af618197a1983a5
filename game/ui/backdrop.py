"""What is seen behind the text just now: a veiled picture, cross-faded from the last one, shaking at times."""

from dataclasses import dataclass
from math import cos, exp, sin

import pygame

from game.story.model import Background
from game.ui.cache import Recent
from game.ui.paintings import Paintings
from game.ui.screen import Scenery, Shade, Tremor
from game.ui.style import PACE, PALETTE, Measures, eased
from game.ui.veil import veil

REACH = 22  # units that a tremor of full strength moves the picture by


@dataclass(frozen=True, slots=True)
class _Sight:
    """All that a veiled picture is made from."""

    background: Background | None
    shade: Shade
    size: tuple[int, int]


class Backdrop:
    def __init__(self, paintings: Paintings) -> None:
        self._paintings = paintings
        self._veiled: Recent[_Sight, pygame.Surface] = Recent(3)
        self._wanted: _Sight | None = None
        self._shown: pygame.Surface | None = None
        self._before: pygame.Surface | None = None
        self._since = 0.0
        self._pending = False

    def show(self, scenery: Scenery, measures: Measures, now: float) -> None:
        """See to it that this comes to be seen."""
        wanted = _Sight(scenery.background, scenery.shade, measures.size)
        if wanted == self._wanted and not self._pending:
            return
        picture = self._veiled_picture(wanted, measures)
        self._pending = picture is None
        if picture is None:
            return
        resized = self._wanted is not None and self._wanted.size != wanted.size
        self._before = None if resized else self._shown
        self._wanted, self._shown, self._since = wanted, picture, now

    def moving(self, tremor: Tremor | None, now: float) -> bool:
        """Whether it looks otherwise a moment later, or may."""
        fading = self._shown is not None and now - self._since < PACE.crossfade
        return self._pending or fading or _shake(tremor, now) is not None

    def draw(self, canvas: pygame.Surface, measures: Measures, tremor: Tremor | None, now: float) -> None:
        edge = measures.px(REACH)
        x, y = _shake(tremor, now) or (0.0, 0.0)
        at = (round(x * edge) - edge, round(y * edge) - edge)
        part = eased((now - self._since) / PACE.crossfade)
        if self._before is None or part < 1:
            canvas.fill(PALETTE.ground)
        if part < 1:
            _blit(canvas, self._before, at, edge, 1.0)
        _blit(canvas, self._shown, at, edge, part)

    def _veiled_picture(self, sight: _Sight, measures: Measures) -> pygame.Surface | None:
        """The picture under its veil, a little larger than the window so that it can shake; None if not ready."""
        edge = measures.px(REACH)
        size = (sight.size[0] + 2 * edge, sight.size[1] + 2 * edge)
        if sight.background is None:
            picture: pygame.Surface | None = _plain(size)
        else:
            picture = self._paintings.picture(sight.background, size)
        if picture is None:
            return None
        side = sight.background.side if sight.background else "right"

        def make() -> pygame.Surface:
            veiled = picture.convert()
            veil(veiled, sight.shade, side, measures, edge)
            return veiled

        return self._veiled.get(sight, make)


def _plain(size: tuple[int, int]) -> pygame.Surface:
    surface = pygame.Surface(size)
    surface.fill(PALETTE.veil)
    return surface


def _blit(canvas: pygame.Surface, picture: pygame.Surface | None, at: tuple[int, int], edge: int, solid: float) -> None:
    """Draw a picture; one that was made for another size of window is stretched until its successor is ready."""
    if picture is None or solid <= 0:
        return
    size = (canvas.get_width() + 2 * edge, canvas.get_height() + 2 * edge)
    if picture.get_size() != size:
        picture = pygame.transform.scale(picture, size)
    picture.set_alpha(None if solid >= 1 else round(255 * solid))
    canvas.blit(picture, at)


def _shake(tremor: Tremor | None, now: float) -> tuple[float, float] | None:
    """How far the picture is off its place, from -1 to 1 each way; None when it is still."""
    if tremor is None or not 0 <= now - tremor.since < PACE.shake:
        return None
    passed = (now - tremor.since) / PACE.shake
    left = tremor.strength * exp(-3.2 * passed) * (1 - passed)
    return left * sin(passed * 47), left * 0.7 * cos(passed * 39)
