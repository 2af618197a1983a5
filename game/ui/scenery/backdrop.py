"""What is seen behind the text just now: a picture, cross-faded from the one before, shaking at times."""

from math import cos, exp, sin

import pygame

from game.ui.measures import Measures
from game.ui.scenery.paintings import REACH, Paintings, Sight
from game.ui.screen import Scenery, Tremor
from game.ui.style import PACE, PALETTE, eased


class Backdrop:
    def __init__(self, paintings: Paintings) -> None:
        self._paintings = paintings
        self._sight: Sight | None = None
        self._shown: pygame.Surface | None = None
        self._before: pygame.Surface | None = None
        self._since = 0.0
        self._pending = False

    def show(self, scenery: Scenery, measures: Measures, now: float) -> None:
        """See to it that this comes to be seen; to be called again and again."""
        wanted = Sight(scenery.background, scenery.shade, measures)
        if wanted == self._sight:
            self._pending = False
            return
        picture = self._paintings.picture(wanted)
        self._pending = picture is None
        if picture is not None:
            self._before, self._since = self._shown, now
            if self._sight and self._sight.measures != measures:
                self._before, self._since = None, now - PACE.crossfade  # the same picture only larger: no fade
            self._sight, self._shown = wanted, picture

    def moving(self, tremor: Tremor | None, now: float) -> bool:
        """Whether it looks otherwise a moment later, or may."""
        fading = self._shown is not None and now - self._since < PACE.crossfade
        return self._pending or fading or _shake(tremor, now) is not None

    def draw(self, canvas: pygame.Surface, tremor: Tremor | None, now: float) -> None:
        part = eased((now - self._since) / PACE.crossfade)
        off = _shake(tremor, now) or (0.0, 0.0)
        if part < 1:
            canvas.fill(PALETTE.ground)
            _blit(canvas, self._before, off, 1.0)
        _blit(canvas, self._shown, off, part)


def _blit(canvas: pygame.Surface, picture: pygame.Surface | None, off: tuple[float, float], solid: float) -> None:
    """Draw a picture in the middle; one made for another size of window is stretched until its successor is ready."""
    if picture is None or solid <= 0:
        return
    edge = Measures.of(canvas.get_size()).px(REACH)
    size = (canvas.get_width() + 2 * edge, canvas.get_height() + 2 * edge)
    if picture.get_size() != size:
        picture = pygame.transform.scale(picture, size)
    picture.set_alpha(None if solid >= 1 else round(255 * solid))
    canvas.blit(picture, (round(off[0] * edge) - edge, round(off[1] * edge) - edge))


def _shake(tremor: Tremor | None, now: float) -> tuple[float, float] | None:
    """How far the picture is off its place, from -1 to 1 each way; None when it is still."""
    if tremor is None or not 0 <= now - tremor.since < PACE.shake:
        return None
    passed = (now - tremor.since) / PACE.shake
    left = tremor.strength * exp(-3.2 * passed) * (1 - passed)
    return left * sin(passed * 47), left * 0.7 * cos(passed * 39)
