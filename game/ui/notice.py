"""A sentence over whatever is shown, for as long as it takes to read it."""

from dataclasses import dataclass

import pygame

from game.ui.pace import smooth
from game.ui.style import PALETTE
from game.ui.text.typesetter import Typesetter, times

FADE = 0.3  # seconds
LEAST = 3.0  # seconds for any sentence,
PER_SECOND = 14.0  # and more of them for one with so many letters
SOLID = 215  # of 255, the dark behind it


@dataclass(frozen=True, slots=True)
class Notice:
    text: str
    since: float

    def over(self, now: float) -> bool:
        return now - self.since >= self._lasting

    @property
    def _lasting(self) -> float:
        return LEAST + len(self.text) / PER_SECOND

    def draw(self, canvas: pygame.Surface, type: Typesetter, now: float) -> None:
        """At the top, in the middle, on a dark that has no edge."""
        measures = type.measures
        spans = type.label(self.text, measures.small, PALETTE.ink)
        block = type.balanced(spans, round(measures.size[0] * 0.5), round(measures.small * 1.4))
        at = ((measures.size[0] - block.width) // 2, measures.px(40))
        self.darken(canvas, type, pygame.Rect(at, (block.width, block.height)), now)
        type.draw(canvas, block, at, times(self.solid(now)))

    def solid(self, now: float) -> float:
        passed = now - self.since
        return smooth(min(passed, self._lasting - passed) / FADE)

    def darken(self, canvas: pygame.Surface, type: Typesetter, words: pygame.Rect, now: float) -> None:
        """What the words stand on."""
        around = words.inflate(type.measures.em(5.0), type.measures.em(2.4))
        dark = pygame.Surface((7, 7), pygame.SRCALPHA)
        dark.fill((*PALETTE.veil, 0))
        dark.fill((*PALETTE.veil, round(SOLID * self.solid(now))), (2, 2, 3, 3))
        canvas.blit(pygame.transform.smoothscale(dark, around.size), around)
