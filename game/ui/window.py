"""The window itself: opened where there is a display, drawn into, and asked what was done in it."""

import os

import pygame

from game.ui.hush import hushed
from game.ui.input.bindings import intent_of
from game.ui.input.intents import Intent, Point
from game.ui.measures import LEAST, USUAL

# SDL takes these when nothing else works, and nobody would see a thing; asked for by name, they are meant.
BLIND = ("dummy", "offscreen")


class NoDisplay(Exception):
    """There is nothing to open a window on."""


class Window:
    def __init__(self, title: str, size: tuple[int, int]) -> None:
        self._title = title
        self._full = False
        self._window = pygame.Window(title, size, resizable=True)
        self._window.minimum_size = LEAST

    @classmethod
    def open(cls, title: str, size: tuple[int, int] | None) -> "Window":
        """A window of that size, or of the usual one if that fits on the screen. Raises NoDisplay."""
        try:
            with hushed():
                pygame.display.init()
            driver = pygame.display.get_driver()
            if driver in BLIND and os.environ.get("SDL_VIDEODRIVER") != driver:
                raise NoDisplay("there is no display to open one on")
            return cls(title, size or _fitting(pygame.display.get_desktop_sizes()))
        except pygame.error as error:
            raise NoDisplay(f"none could be opened: {error}") from error

    @property
    def canvas(self) -> pygame.Surface:
        return self._window.get_surface()

    def name(self, name: str) -> None:
        """Say so in its frame, after the story's title."""
        title = f"{self._title} – {name}" if name else self._title
        if self._window.title != title:
            self._window.title = title

    def intents(self) -> list[Intent]:
        """What the player has meant since the last call; of the pointer's way, only where it ended."""
        intents = [intent for event in pygame.event.get() if (intent := intent_of(event)) is not None]
        return [
            intent
            for number, intent in enumerate(intents)
            if not (isinstance(intent, Point) and number + 1 < len(intents) and isinstance(intents[number + 1], Point))
        ]

    def toggle_full_screen(self) -> None:
        self._full = not self._full
        if self._full:
            self._window.set_fullscreen(desktop=True)
        else:
            self._window.set_windowed()

    def flip(self) -> None:
        self._window.flip()

    def close(self) -> None:
        self._window.destroy()
        pygame.display.quit()


def _fitting(screens: list[tuple[int, int]]) -> tuple[int, int]:
    """The usual size, or the least one where the first screen is too small for it with a frame around."""
    if not screens:
        return USUAL
    return USUAL if all(room > wanted * 1.05 for room, wanted in zip(screens[0], USUAL, strict=True)) else LEAST
