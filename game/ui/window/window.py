"""The window itself: opened where there is a display, drawn into, and asked what was done in it."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

import pygame

from game.saves.preferences import WindowPlace
from game.ui.input.intents import Click, Hover, Intent, Press, Release
from game.ui.input.keyboard import Keyboard
from game.ui.input.pads import Pads
from game.ui.input.pointer import Pointer
from game.ui.support.quiet_stderr import quiet_stderr
from game.ui.theme.metrics import LEAST, Size
from game.ui.window.attention import away_after
from game.ui.window.fitting import fits, fitting, shows
from game.ui.window.placement import Placement

# SDL takes these when nothing else works, and nobody would see a thing; asked for by name, they are meant.
BLIND = ("dummy", "offscreen")

# A window of so many pixels, not one that Windows enlarges and blurs where a screen is scaled.
# https://wiki.libsdl.org/SDL2/SDL_HINT_WINDOWS_DPI_AWARENESS
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")

# Whose hands are elsewhere has no use for an arrow on the text.
POINTING: Mapping[int, bool] = MappingProxyType(
    {pygame.MOUSEMOTION: True, pygame.MOUSEBUTTONDOWN: True, pygame.KEYDOWN: False, pygame.JOYBUTTONDOWN: False}
)


class NoDisplay(Exception):
    """There is nothing to open a window on."""


class Window:
    """Sizes and positions are in the desktop's points; the canvas has pixels, of which a point may have several."""

    def __init__(
        self, title: str, size: Size, position: tuple[int, int] | None = None, *, maximized: bool = False
    ) -> None:
        self._title = title
        self._full = self._hand = False
        self._away = frozenset[str]()
        self._pointer = Pointer()
        self._seen: tuple[int, int] | None = None
        self._pads, self._keyboard = Pads(), Keyboard()
        self._window = pygame.Window(
            title, size, position or pygame.WINDOWPOS_UNDEFINED, resizable=True, allow_high_dpi=True
        )
        self._window.minimum_size = LEAST
        self._window.get_surface()  # SDL may open it anew for that, and some desktops then put it elsewhere
        asked = WindowPlace(*position, *size) if position else None
        if position:
            # Of a window that opens, some desktops take this for its frame's place; of an open one, SDL sees to that.
            pygame.event.pump()
            self._window.position = position
        self._placement = Placement.at(self._stands, time.monotonic(), asked, maximized=maximized)
        if maximized:
            self._window.maximize()

    @classmethod
    def open(cls, title: str, size: Size | None, place: WindowPlace | None = None) -> "Window":
        """A window of that size, else where it last was, else of the usual size if that fits. Raises NoDisplay."""
        try:
            with quiet_stderr():
                pygame.display.init()
            driver = pygame.display.get_driver()
            if driver in BLIND and os.environ.get("SDL_VIDEODRIVER") != driver:
                raise NoDisplay("there is no display to open one on")
            screens = pygame.display.get_desktop_sizes()
            if size is not None or place is None:
                return cls(title, size or fitting(screens))
            as_large, where = (place.width, place.height), (place.left, place.top)
            if shows(place, screens):
                return cls(title, as_large, where, maximized=place.maximized)
            return cls(title, as_large if fits(place, screens) else fitting(screens), maximized=place.maximized)
        except pygame.error as error:
            raise NoDisplay(f"none could be opened: {error}") from error

    @property
    def canvas(self) -> pygame.Surface:
        """What is shown with the next flip, in pixels."""
        return self._window.get_surface()

    @property
    def place(self) -> WindowPlace:
        """Where to open it next time: where it stands, or last stood before it filled the screen."""
        return self._settled.next

    @property
    def _settled(self) -> Placement:
        return self._placement.settled(self._stands) if self._seen_as_it_is else self._placement

    @property
    def _seen_as_it_is(self) -> bool:
        """Whether what the system tells of its place is where it will be again."""
        return not self._full and not self._away & {"minimised", "hidden"}

    @property
    def _stands(self) -> WindowPlace:
        return WindowPlace(*self._window.position, *self._window.size)

    def _look(self) -> None:
        """Note where it stands."""
        if self._seen_as_it_is:
            self._placement = self._placement.after(self._stands, time.monotonic())
            if self._placement.slipped:
                self._window.position = (self._placement.free.left, self._placement.free.top)

    @property
    def attended(self) -> bool:
        """Whether it is in front and can be seen; so until the system tells otherwise."""
        return not self._away

    def name(self, name: str) -> None:
        """Say so in its frame, after the story's title."""
        title = f"{self._title} – {name}" if name else self._title
        if self._window.title != title:
            self._window.title = title

    @property
    def title(self) -> str:
        """What stands in its frame."""
        return self._window.title

    def resize(self, size: Size) -> None:
        """Give it another size, in points, as a hand at its frame would."""
        self._window.size = size

    def wear(self, icon: Path) -> None:
        """Be known by that picture among other windows, if there is one."""
        with suppress(FileNotFoundError):
            self._window.set_icon(pygame.image.load(icon))

    def intents(self, writing: Callable[[], bool]) -> Iterator[Intent]:
        """What the player has meant since the last call, one after another; of the pointer's way, only where it ended.
        While somebody is `writing`, what is typed is text."""
        self._look()
        where: Hover | None = None
        scale = self.canvas.get_width() / self._window.size[0]
        for event in pygame.event.get():
            self._away = away_after(self._away, event.type)
            if event.type == pygame.WINDOWMAXIMIZED and not self._full:
                self._placement = self._placement.grew()
            if event.type == pygame.MOUSEMOTION and not self._moved(event.pos):
                continue
            if event.type in POINTING:
                pygame.mouse.set_visible(POINTING[event.type])
            meant = self._pads.follow(event) or self._keyboard.follow(event, writing=writing())
            if meant is None:
                continue
            self._pointer, intent = self._pointer.after(in_pixels(meant, scale), scale)
            if isinstance(meant, Press):
                yield meant
            if where and intent and not isinstance(intent, Hover):
                yield where
                where = None
            if isinstance(intent, Hover):
                where = intent
            elif intent is not None:
                yield intent
            if isinstance(intent, Click):
                where = Hover(intent.x, intent.y)  # what it lies on then is another thing
        if where:
            yield where

    def _moved(self, place: tuple[int, int]) -> bool:
        """Whether a hand moved the pointer; a window that opens under it, or moves, is told of it too."""
        before, self._seen = self._seen, place
        return before not in (None, place)

    def show_hand(self, hand: bool) -> None:
        """Whether the pointer is on something that can be taken."""
        if hand != self._hand:
            self._hand = hand
            with suppress(pygame.error):  # a display without such pointers keeps its own
                pygame.mouse.set_cursor(pygame.SYSTEM_CURSOR_HAND if hand else pygame.SYSTEM_CURSOR_ARROW)

    def fill_screen(self, full: bool) -> None:
        """Fill the screen, or stop filling it."""
        if full != self._full:
            self._placement = self._settled
            self._full = full
            if full:
                self._window.set_fullscreen(desktop=True)
            else:
                self._window.set_windowed()
                if self._placement.maximized:
                    self._grow_again()

    def _grow_again(self) -> None:
        """Systems forget that a window was maximized before it filled the screen, and where it stood before that."""
        free = self._placement.free
        self._window.size, self._window.position = (free.width, free.height), (free.left, free.top)
        pygame.event.pump()
        self._window.maximize()

    def flip(self) -> None:
        """Show what was drawn."""
        self._window.flip()

    def close(self) -> None:
        """Close the window and the display."""
        self._window.destroy()
        pygame.display.quit()


def in_pixels(intent: Intent, scale: float) -> Intent:
    """What was meant at a place in points, where so many pixels are one of them."""
    match intent:
        case Hover(x, y) | Press(x, y) | Release(x, y) if scale != 1:
            return type(intent)(round(x * scale), round(y * scale))
        case _:
            return intent
