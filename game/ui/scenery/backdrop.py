"""What is seen behind the text just now: a picture that drifts and flickers, cross-faded from the one before."""

from dataclasses import dataclass
from math import cos, exp, floor, sin, tau

import pygame

from game.ui.scenery.breath import Breath
from game.ui.scenery.description import draw_description
from game.ui.scenery.light import flicker
from game.ui.scenery.paintings import DRIFT, SHAKE, Paintings, Picture, Sight, edge_of
from game.ui.scenery.scenery import Scenery, Shade, Shaking
from game.ui.text.typesetter import Typesetter
from game.ui.theme.metrics import Metrics
from game.ui.theme.palette import PALETTE
from game.ui.theme.timing import Clock, landed, part_of

FAR = 0.5  # of the drift of what is nearest
DARKEST = 0.38  # of a painting's light, where a place has as little as it can
HERE = 0.99  # part of a picture that is as good as all of it
UNSTEADY = 0.3  # of what is left there, at most, comes and goes


@dataclass(frozen=True, slots=True)
class _Offset:
    """How far a picture is off the middle, in pixels: shaken, and drifted as far as what is nearest in it."""

    x: float
    y: int
    drift: float


class Backdrop:
    """Told what is to be seen, it draws that as soon as its picture is ready; till then, what was there before."""

    def __init__(self, paintings: Paintings) -> None:
        self._paintings = paintings
        self._sight: Sight | None = None
        self._shown: Picture | None = None
        self._before: Picture | None = None
        self._since = 0.0
        self._pending = False
        self._awaited: tuple[Sight, float] | None = None  # what is not ready yet, and since when it is wanted
        self._bare = False  # whether what was seen before is not what the words to come can stand on
        self.breath = Breath()
        self._coming: pygame.Surface | None = None
        self._lit = self._lit_soon = 1.0

    def show(self, scenery: Scenery, metrics: Metrics, clock: Clock) -> None:
        """See to it that this comes to be seen; to be called again and again."""
        self._lit_soon = scenery.lit
        wanted = Sight(scenery.place, scenery.side, scenery.shade, metrics)
        if wanted == self._sight:
            self._pending, self._awaited = False, None
            return
        picture = self._paintings.picture(wanted)
        self._pending = picture is None
        if self._awaited is None or self._awaited[0] != wanted:
            self._awaited = (wanted, clock.now)
            self._bare = not _darkened(self._sight, wanted)
        if picture is not None:
            same = self._sight is not None and not self._bare  # another size, or veil, is there at once
            self._turn(picture, clock.now - (clock.timing.crossfade if same else 0.0))
            self._bare = self._bare and self._sight is not None  # words that were not waited for stand on a dark
            self._sight = wanted
        elif self._bare and self._sight is not None and self._late(clock):
            self._turn(Picture.dark(), clock.now)
            self._sight = None

    def _turn(self, picture: Picture, since: float) -> None:
        self._before, self._shown, self._since = self._shown, picture, since

    def _late(self, clock: Clock) -> bool:
        return self._awaited is not None and clock.now - self._awaited[1] >= clock.timing.patience

    def arriving(self, clock: Clock) -> bool:
        """Whether a place is still coming, so that its words had better wait: what is seen yet was not darkened for
        them, or belongs to others. They wait no longer than until its painting is late, and a dark stands for it."""
        fading = self._before is not None and self._gone(clock) < HERE
        return self._bare and (fading or (self._pending and not self._late(clock)))

    def _gone(self, clock: Clock) -> float:
        """What part of the picture before has gone: most of it at once."""
        return landed(part_of(clock.now - self._since, clock.timing.crossfade))

    def live(self, passed: float, clock: Clock, *, happened: bool) -> None:
        """Let so many seconds pass here."""
        self.breath = self.breath.after(passed, clock, happened=happened)
        way = self._lit_soon - self._lit
        step = passed / clock.timing.kindle if clock.timing.kindle else 1.0
        self._lit += max(-step, min(way, step))

    @property
    def breathing(self) -> bool:
        """Whether it drifts and flickers, which it may do slowly."""
        return self.breath.moving

    def moving(self, clock: Clock) -> bool:
        """Whether it looks otherwise a moment later for any other reason, or may, a shake left out. The clock is the scene's own."""
        fading = self._shown is not None and clock.now - self._since < clock.timing.crossfade
        dimming = self._lit != self._lit_soon
        return self._pending or fading or dimming

    def draw(
        self, canvas: pygame.Surface, type: Typesetter, clock: Clock, *, shake: tuple[float, float], steady: bool
    ) -> None:
        """Draw all of it. The clock is the scene's own, which goes on when that of a screen under a menu does not.

        `shake` is how far the picture is off its place, from -1 to 1 each way, and a `steady` one does not flicker.
        """
        part = self._gone(clock)
        metrics = Metrics.of(canvas.get_size())
        lived = self.breath.lived
        place = _Offset(
            shake[0] * metrics.px(SHAKE),
            round(shake[1] * metrics.px(SHAKE)),
            sin(lived / clock.timing.drift * tau) * DRIFT * metrics.unit,
        )
        if part < 1:
            canvas.fill(PALETTE.ground)
            _draw(canvas, self._before, place)
        else:
            self._before = self._coming = None  # as large as the window each, and not needed until the next fade
        corner = self._fade_in(canvas, place, part) if part < 1 else _draw(canvas, self._shown, place)
        if self._shown and not steady:
            if self._shown.light:
                self._shown.light.draw(canvas, corner, lived, part)
            if self._shown.air:
                self._shown.air.draw(canvas, lived, part)
        if self._lit < 1:
            level = round(255 * self._level(lived, steady=steady))
            canvas.fill((level,) * 3, special_flags=pygame.BLEND_RGB_MULT)
        sight = self._sight
        if self._shown and not self._shown.painted and sight and sight.place and sight.shade is Shade.COLUMN:
            draw_description(canvas, type, sight.place.about, sight.side, part)

    def picture(self) -> pygame.Surface | None:
        """What is shown, small, in the light that there is, and without a veil; None before anything is."""
        if self._shown is None or self._shown.small is None:
            return None
        small = self._shown.small.copy()
        small.fill((round(255 * self._level(0.0, steady=True)),) * 3, special_flags=pygame.BLEND_RGB_MULT)
        return small

    def _level(self, lived: float, *, steady: bool) -> float:
        """What part of the painting's light there is: the less, the less steady."""
        lost = 1 - self._lit
        waning = 0.0 if steady else UNSTEADY * lost * flicker(lived)
        return (1 - lost * (1 - DARKEST)) * (1 - waning)

    def _fade_in(self, canvas: pygame.Surface, place: _Offset, part: float) -> tuple[int, int]:
        """Draw what is coming as solid as it is by now, all of it together."""
        if self._coming is None or self._coming.get_size() != canvas.get_size():
            self._coming = canvas.copy()
        corner = _draw(self._coming, self._shown, place)
        self._coming.set_alpha(round(255 * part))
        if self._shown:
            canvas.blit(self._coming, (0, 0))
        return corner


def _darkened(seen: Sight | None, wanted: Sight) -> bool:
    """Whether words for the one can stand on the other: the same place, under a veil that covers their column."""
    if seen is None:
        return False
    return (seen.place, seen.side) == (wanted.place, wanted.side) and seen.shade is not Shade.NONE


def _draw(canvas: pygame.Surface, picture: Picture | None, place: _Offset) -> tuple[int, int]:
    """Draw a picture; where its corner is then.

    One made for another size of window is stretched until its successor is ready. Between two pixels it is drawn
    twice, the second time as solid as it is nearer there: linear interpolation, or slow drift would go in jerks.
    """
    if picture is None:
        return (0, 0)
    surface, near = picture.surface, picture.near
    wide, high = canvas.get_size()
    edge = edge_of(Metrics.of((wide, high)))
    size = (wide + 2 * edge, high + 2 * edge)
    if surface.get_size() != size:
        surface = pygame.transform.scale(surface, size)
    x = place.x + place.drift * (FAR if near else 1.0)
    corner = (floor(x) - edge, place.y - edge)
    surface.set_alpha(None)
    canvas.blit(surface, corner)
    between = round(255 * (x - floor(x)))
    if between:
        surface.set_alpha(between)
        canvas.blit(surface, (corner[0] + 1, corner[1]))
    if near:
        near.draw(canvas, place.x + place.drift - edge, corner[1], size)
    return corner


def shaken(tremor: Shaking | None, clock: Clock) -> tuple[float, float] | None:
    """How far the picture is off its place, from -1 to 1 each way; None when it is still."""
    if tremor is None or not 0 <= clock.now - tremor.since < clock.timing.shake:
        return None
    passed = (clock.now - tremor.since) / clock.timing.shake
    left = tremor.strength * exp(-3.2 * passed) * (1 - passed)
    return left * sin(passed * 47), left * 0.7 * cos(passed * 39)
