"""What is heard, in words: a quiet line beside the text, for as long as it takes to read it."""

from collections.abc import Iterable
from dataclasses import dataclass

import pygame

from game.story.model import Story
from game.ui.stage.notice import Notice
from game.ui.text.typesetter import Typesetter, times
from game.ui.theme.palette import PALETTE


@dataclass(frozen=True, slots=True)
class Caption(Notice):
    """Comes, lasts and goes like a notice, and stands at the foot of the painting."""

    def draw_beside(self, canvas: pygame.Surface, type: Typesetter, side: str, now: float) -> None:
        """Low on the side away from the column, on a dark that has no edge; above the column if there is no such side."""
        metrics = type.metrics
        left, right = metrics.free(side)
        if right - left < metrics.em(12.0):
            left, right = 0, metrics.size[0]
        spans = type.span(self.text, metrics.small, PALETTE.ink, italic=True)
        block = type.balanced(spans, round((right - left) * 0.8), round(metrics.leading * 0.8))
        at = (left + (right - left - block.width) // 2, metrics.bottom - block.height)
        self.darken(canvas, type, pygame.Rect(at, (block.width, block.height)), now)
        type.draw(canvas, block, at, times(self.solid(now)))


def captioned(story: Story, sounds: Iterable[str], now: float) -> Caption | None:
    """The captions of some sounds that are heard at once; of a sound that does not matter the story has none."""
    captions = dict.fromkeys(story.sounds[sound].caption for sound in sounds)
    words = " ".join(filter(None, captions))
    return Caption(words, now) if words else None
