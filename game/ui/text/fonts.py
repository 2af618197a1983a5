"""The faces of type, each opened once a size, and their words as measured and as drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType

import pygame

from game.story.letters import clusters, is_mark
from game.ui.support.cache import LruCache
from game.ui.theme.contrast import mixed
from game.ui.theme.palette import Color
from game.ui.theme.timing import smooth


class Family(Enum):
    """A family's value is how the settings call it."""

    SERIF = "serif"
    SANS = "sans"
    DYSLEXIA = "dyslexia"


class Cut(Enum):
    """`CAPITALS` is for small ones: a little heavier, so that they are as dark as the letters beside them."""

    REGULAR = "Regular"
    ITALIC = "Italic"
    BOLD = "Bold"
    BOLD_ITALIC = "BoldItalic"
    CAPITALS = "Capitals"


FILES: Mapping[Family, Mapping[Cut, str]] = MappingProxyType(
    {
        Family.SERIF: {cut: f"EBGaramond-{cut.value}.ttf" for cut in Cut} | {Cut.CAPITALS: "EBGaramond-Medium.ttf"},
        Family.SANS: {cut: f"AlegreyaSans-{cut.value}.ttf" for cut in Cut} | {Cut.CAPITALS: "AlegreyaSans-Bold.ttf"},
        Family.DYSLEXIA: {cut: f"OpenDyslexic-{cut.value}.otf" for cut in Cut}
        | {Cut.CAPITALS: "OpenDyslexic-Bold.otf"},
    }
)

# So that a size of text looks the same in every family: by the height of an x, with OpenDyslexic's broader
# letters a little smaller still, or a line would hold half as many.
LOOKS: Mapping[Family, float] = MappingProxyType({Family.SERIF: 1.0, Family.SANS: 0.95, Family.DYSLEXIA: 0.7})


_CAPITAL = 0.65  # how high a capital is, of the size of its type
_UPRIGHT = "H"  # stands on the line with an upright at its left


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words are set: `tracking` is the space after each letter, beyond its own; with `below`, they go from their
    colour at the top of a capital to that one at its foot."""

    family: Family
    cut: Cut
    size: int
    color: Color
    tracking: int = 0
    below: Color | None = None


class Fonts:
    """Opens each face once a size; words are measured and drawn once while they are asked for again and again."""

    def __init__(self, folder: Path) -> None:
        pygame.font.init()
        self._folder = folder
        self._fonts: dict[tuple[Family, Cut, int], pygame.Font] = {}
        self._widths: LruCache[tuple[Family, Cut, int, int, str], int] = LruCache(8192)
        self._inks: LruCache[tuple[TextStyle, str], pygame.Surface] = LruCache(512)
        self._overhangs: dict[tuple[Family, Cut, int, str], int] = {}
        self._rises: LruCache[tuple[TextStyle, str], int] = LruCache(1024)

    def font(self, family: Family, cut: Cut, size: int) -> pygame.Font:
        """The face at that size; pygame's own where the file is missing, so that there is always text."""
        key = (family, cut, size)
        if key not in self._fonts:
            path = self._folder / FILES[family][cut]
            points = max(1, round(size * LOOKS[family]))
            self._fonts[key] = pygame.Font(path if path.is_file() else None, points)
        return self._fonts[key]

    def width(self, style: TextStyle, text: str) -> int:
        """How wide words are, in pixels, with the space between their letters."""
        key = (style.family, style.cut, style.size, style.tracking, text)
        return self._widths.get(key, lambda: self._measured(style, text))

    def _measured(self, style: TextStyle, text: str) -> int:
        font = self._font_of(style)
        if style.tracking:
            return sum(font.size(letter)[0] + style.tracking for letter in clusters(text)) - style.tracking
        return font.size(text)[0]

    def overhang(self, style: TextStyle, text: str) -> int:
        """How far the first letter reaches back over what stands before it, as an italic f does: by so much a face draws
        the words further to the right, and counts them wider."""
        key = (style.family, style.cut, style.size, text[:1])
        if key not in self._overhangs:
            metrics = next(iter(self._font_of(style).metrics(text[:1])), None)
            self._overhangs[key] = max(0, -metrics[0]) if metrics else 0
        return 0 if style.tracking else self._overhangs[key]

    def _font_of(self, style: TextStyle) -> pygame.Font:
        return self.font(style.family, style.cut, style.size)

    def ascent(self, style: TextStyle, text: str) -> int:
        """How far below the top of its ink the words stand: the face's ascent, and what accents reach above it."""
        return self._font_of(style).get_ascent() + self._risen(style, text)

    def _risen(self, style: TextStyle, text: str) -> int:
        if not style.tracking:
            return self._rise(style, text)
        return max((self._rise(style, letter) for letter in clusters(text)), default=0)

    def _rise(self, style: TextStyle, text: str) -> int:
        """How much lower than others a face draws the words, because an accent reaches above its ascent."""
        return (
            0 if text.isascii() else self._rises.get((style, text), lambda: self._risen_in(self._font_of(style), text))
        )

    def _risen_in(self, font: pygame.Font, text: str) -> int:
        tall = any(each and each[3] > font.get_ascent() for each in font.metrics(text))
        if not tall and not any(map(is_mark, text)):
            return 0
        stem = (0, 0, max(1, font.size(_UPRIGHT)[0] // 2), 10**4)  # of a letter without accent, set before them
        alone, before = (
            font.render(each, antialias=True, color=(255, 255, 255)) for each in (_UPRIGHT, _UPRIGHT + text)
        )
        foot, lower = (ink.subsurface(ink.get_rect().clip(stem)).get_bounding_rect().bottom for ink in (alone, before))
        return lower - foot

    def ink(self, style: TextStyle, text: str) -> pygame.Surface:
        """The words as a surface, whose alpha whoever draws it sets."""
        return self._inks.get((style, text), lambda: self._inked(style, text))

    def _inked(self, style: TextStyle, text: str) -> pygame.Surface:
        font = self._font_of(style)
        if style.below:
            return self._shaded(_rendered(font, text, (255, 255, 255)), style, text, style.below)
        if not style.tracking:
            return _rendered(font, text, style.color)
        letters, risen, x = clusters(text), self._risen(style, text), 0
        drawn = [_rendered(font, letter, style.color) for letter in letters]
        tall = risen + max((ink.get_height() for ink in drawn), default=0)
        surface = pygame.Surface((max(1, self.width(style, text)), tall), pygame.SRCALPHA)
        surface.fill((*style.color, 0))
        for letter, ink in zip(letters, drawn, strict=True):
            surface.blit(ink, (x, risen - self._rise(style, letter)))
            x += font.size(letter)[0] + style.tracking
        return surface

    def _shaded(self, ink: pygame.Surface, style: TextStyle, text: str, below: Color) -> pygame.Surface:
        foot = self.ascent(style, text)
        top = foot - round(style.size * LOOKS[style.family] * _CAPITAL)
        shades = pygame.Surface((1, ink.get_height()), pygame.SRCALPHA)
        for y in range(ink.get_height()):
            part = smooth((y - top) / (foot - top))
            shades.set_at((0, y), (*mixed(below, style.color, part), 255))
        ink.blit(pygame.transform.scale(shades, ink.get_size()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return ink


def _rendered(font: pygame.Font, text: str, color: Color) -> pygame.Surface:
    """The words drawn; nothing for signs that have no width alone, which a font refuses to draw."""
    if text and not font.size(text)[0]:
        return pygame.Surface((1, font.get_height()), pygame.SRCALPHA)
    return font.render(text, antialias=True, color=color)
