"""What was shown before goes softly, whatever comes after it."""

import pygame

from game.ui.theme.timing import Clock, part_of


class Dissolve:
    """Keeps one picture of the window at most, and only while it goes."""

    def __init__(self) -> None:
        self._before: pygame.Surface | None = None
        self._since = 0.0

    def start(self, canvas: pygame.Surface, now: float) -> None:
        """From what the canvas shows now."""
        self._before = None  # first, so that there are never two
        self._before, self._since = canvas.copy(), now

    def stop(self) -> None:
        """What is left of it is gone at once."""
        self._before = None

    def draw(self, canvas: pygame.Surface, clock: Clock) -> bool:
        """Draw what is left of it. Whether there will be less a moment later."""
        part = part_of(clock.now - self._since, clock.timing.dissolve)
        if part >= 1:
            self._before = None
        if self._before is None:
            return False
        self._before.set_alpha(round(255 * (1 - part)))
        canvas.blit(self._before, (0, 0))
        return True
