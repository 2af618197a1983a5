"""The faces of type, each opened once a size, and their words as measured and as drawn."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import pygame

from game.ui.cache import Recent
from game.ui.style import Color


class Face(Enum):
    """The file of each face, in the folder of fonts. The family has no bold italic, so that one is slanted."""

    REGULAR = "EBGaramond12-Regular.otf"
    ITALIC = "EBGaramond12-Italic.otf"
    BOLD = "EBGaramond12-Bold.otf"
    BOLD_ITALIC = "EBGaramond12-Bold.otf#slanted"


@dataclass(frozen=True, slots=True)
class Hand:
    """How words are set: `tracking` is the space after each letter, beyond its own."""

    face: Face
    size: int
    color: Color
    tracking: int = 0


class Faces:
    def __init__(self, folder: Path) -> None:
        pygame.font.init()
        self._folder = folder
        self._fonts: dict[tuple[Face, int], pygame.Font] = {}
        self._widths: Recent[tuple[Face, int, int, str], int] = Recent(8192)
        self._inks: Recent[tuple[Hand, str], pygame.Surface] = Recent(512)

    def font(self, face: Face, size: int) -> pygame.Font:
        """The face at that size; pygame's own where the file is missing, so that there is always text."""
        font = self._fonts.get((face, size))
        if font is None:
            name, _, slanted = face.value.partition("#")
            path = self._folder / name
            font = self._fonts[face, size] = pygame.Font(path if path.is_file() else None, size)
            font.italic = bool(slanted)
        return font

    def width(self, hand: Hand, text: str) -> int:
        key = (hand.face, hand.size, hand.tracking, text)
        return self._widths.get(key, lambda: self._measured(hand, text))

    def _measured(self, hand: Hand, text: str) -> int:
        font = self.font(hand.face, hand.size)
        if hand.tracking:
            return sum(font.size(letter)[0] + hand.tracking for letter in text) - hand.tracking
        return font.size(text)[0]

    def ascent(self, hand: Hand) -> int:
        return self.font(hand.face, hand.size).get_ascent()

    def ink(self, hand: Hand, text: str) -> pygame.Surface:
        """The words as a surface, whose alpha whoever draws it sets."""
        return self._inks.get((hand, text), lambda: self._inked(hand, text))

    def _inked(self, hand: Hand, text: str) -> pygame.Surface:
        font = self.font(hand.face, hand.size)
        if not hand.tracking:
            return font.render(text, antialias=True, color=hand.color)
        surface = pygame.Surface((max(1, self.width(hand, text)), font.get_height()), pygame.SRCALPHA)
        surface.fill((*hand.color, 0))
        x = 0
        for letter in text:
            surface.blit(font.render(letter, antialias=True, color=hand.color), (x, 0))
            x += font.size(letter)[0] + hand.tracking
        return surface
