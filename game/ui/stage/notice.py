"""A sentence over whatever is shown, for as long as it takes to read it."""

from dataclasses import dataclass

import pygame

from game.ui.text.typesetter import Typesetter, times
from game.ui.theme.palette import PALETTE
from game.ui.theme.timing import smooth

FADE = 0.3  # seconds
LEAST = 3.0  # seconds for any sentence,
PER_SECOND = 14.0  # and more of them for one with so many letters
SOLID = 215  # of 255, the dark behind it


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said, and `since` when, in seconds."""

    text: str
    since: float

    def over(self, now: float) -> bool:
        """Whether it has been there long enough to be read."""
        return now - self.since >= self._lasting

    @property
    def _lasting(self) -> float:
        return LEAST + len(self.text) / PER_SECOND

    def draw(self, canvas: pygame.Surface, type: Typesetter, side: str, now: float) -> None:
        """At the top of what the column on that side leaves free, where there is nothing to read or to take."""
        metrics = type.metrics
        free = self._free(type, side)
        spans = type.label(self.text, metrics.small, PALETTE.ink)
        block = type.balanced(spans, free.width - metrics.em(1.6), round(metrics.small * 1.4))
        at = (free.centerx - block.width // 2, free.top)
        self.darken(canvas, type, pygame.Rect(at, (block.width, block.height)), now, within=free)
        type.draw(canvas, block, at, times(self.solid(now)))

    def _free(self, type: Typesetter, side: str) -> pygame.Rect:
        metrics = type.metrics
        left, right = metrics.free(side)
        away = metrics.em(1.0)  # from the column, where the bar of what is in focus stands
        left, right = (left + away, right) if side == "left" else (left, right - away)
        width = min(right - left, round(metrics.size[0] * 0.5))
        left += (right - left - width) // 2
        return pygame.Rect(left, metrics.px(40), width, metrics.size[1])

    def solid(self, now: float) -> float:
        """How solid it is, from 0 to 1: it comes and goes softly."""
        passed = now - self.since
        return smooth(min(passed, self._lasting - passed) / FADE)

    def darken(
        self,
        canvas: pygame.Surface,
        type: Typesetter,
        words: pygame.Rect,
        now: float,
        within: pygame.Rect | None = None,
    ) -> None:
        """What the words stand on; no wider than the room `within` which they have to themselves."""
        around = words.inflate(type.metrics.em(5.0), type.metrics.em(2.4))
        if within:
            around.width = min(around.width, within.width)
            around.centerx = words.centerx
        dark = pygame.Surface((7, 7), pygame.SRCALPHA)
        dark.fill((*PALETTE.veil, 0))
        dark.fill((*PALETTE.veil, round(SOLID * self.solid(now))), (2, 2, 3, 3))
        canvas.blit(pygame.transform.smoothscale(dark, around.size), around)
