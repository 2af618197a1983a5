"""A hand and an eye for programs: drives the window as a player does, and tells what is shown.

    with Driver(story, Setup(assets, fonts, pictures)) as driver:
        driver.press(pygame.K_RETURN)
        driver.wait_until_still()
        driver.take("Take his hand")
        assert "His grip closes on yours" in driver.text

Nothing is awaited but what the driver waits for: the game's clock stands unless `wait` winds it, and what a game does in
the background is done at once. Where nobody shall see the window, SDL_VIDEODRIVER=dummy is set before pygame is imported.
"""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, Self, TypeVar

import pygame

from game.play.page import Page
from game.story.model import Story
from game.ui.column.column import Focusable
from game.ui.game import Game
from game.ui.screens.context import Context
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.screens.screen import Screen
from game.ui.setup import Setup
from game.ui.sound import NoSound, SoundOutput
from game.ui.window.window import Window

T = TypeVar("T")

STEP = 0.05  # seconds of the game's time in a frame
LONGEST_WAIT = 600.0  # seconds of the game's time until a screen must have come to rest


class AtOnce(Executor):
    """Does in the foreground what a game does in the background."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> "Future[T]":
        """Done, whatever it is, before it is asked for."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Driver:
    """Sits before a game of its own: presses, clicks, types, waits, looks.

    `size` is that of the window, in points. `background` makes paintings ready and `writer` writes saves: an executor of
    threads for the one or the other lets that happen as it does for a player.
    """

    def __init__(
        self,
        story: Story,
        setup: Setup,
        size: tuple[int, int] = (1280, 720),
        *,
        window: Window | None = None,
        sound: SoundOutput | None = None,
        background: Executor | None = None,
        writer: Executor | None = None,
    ) -> None:
        pygame.display.init()
        pygame.event.clear()
        self.window = window or Window(story.title, size)
        self.game = Game(story, setup, self.window, sound or NoSound(), background or AtOnce(), writer or AtOnce())
        self.game.frame(0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Shut the window. The game is not asked to end, and saves nothing more."""
        self.window.close()

    # What is done

    def post(self, type: int, **details: Any) -> None:
        """An event of pygame's, and the frame that it comes to."""
        pygame.event.post(pygame.Event(type, **details))
        self.game.frame(0)

    def press(self, *keys: int, mod: int = 0) -> None:
        """Keys by pygame's names for them, one after another, each with the same modifiers."""
        for key in keys:
            self.post(pygame.KEYDOWN, key=key, mod=mod, scancode=0)

    def type(self, text: str) -> None:
        """Letters, where something is written."""
        for letter in text:
            self.post(pygame.TEXTINPUT, text=letter)

    def point(self, at: tuple[int, int]) -> None:
        """Move the pointer there."""
        self.post(pygame.MOUSEMOTION, pos=(at[0] + 1, at[1]))  # a pointer has to move to be one
        self.post(pygame.MOUSEMOTION, pos=at)

    def click(self, at: "tuple[int, int] | str") -> None:
        """There, or on what says so."""
        place = self.option(at).at.center if isinstance(at, str) else at
        self.post(pygame.MOUSEBUTTONDOWN, button=pygame.BUTTON_LEFT, pos=place)
        self.post(pygame.MOUSEBUTTONUP, button=pygame.BUTTON_LEFT, pos=place)

    def wheel(self, turned: float) -> None:
        """Upwards, by so many notches; down where that is negative."""
        self.post(pygame.MOUSEWHEEL, precise_y=turned, flipped=False)

    def take(self, words: str) -> None:
        """Go by keys to what says so, and take it."""
        wanted = self.option(words)
        for _ in self.options:
            if self.focus and self.focus.key == wanted.key:
                break
            self.press(pygame.K_TAB)
        self.press(pygame.K_RETURN)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size, in points."""
        self.window.resize(size)

    def wait(self, seconds: float, step: float = STEP) -> None:
        """Let so much of the game's time pass, in frames that are that far apart."""
        for _ in range(round(seconds / step)):
            self.game.frame(step)

    def wait_until_still(self) -> None:
        """Until the words and whatever else moves on the screen have come to rest; scenery drifts on.

        Raises AssertionError if that never happens.
        """
        self.game.frame(STEP)
        for _ in range(round(LONGEST_WAIT / STEP)):
            if not self.game.stage.moving:
                return
            self.game.frame(STEP)
        raise AssertionError(f"{self.screen_name} never comes to rest")

    # What is shown

    @property
    def screen(self) -> Screen:
        """The one on top."""
        return self.game.screen

    @property
    def screen_name(self) -> str:
        """What kind of screen that is, as in `ReadingScreen`."""
        return type(self.screen).__name__

    @property
    def context(self) -> Context:
        """What the screen on top knows."""
        return self.game.context

    @property
    def page(self) -> Page | None:
        """The page that is read, if one is on top."""
        return self.screen.page if isinstance(self.screen, ReadingScreen) else None

    @property
    def text(self) -> str:
        """The paragraphs of that page as far as they have come, parted by blank lines; empty on any other screen."""
        return "\n\n".join(each.text for each in self.page.paragraphs) if self.page else ""

    @property
    def options(self) -> tuple[Focusable, ...]:
        """All that can be taken or may be once, from the first to the last: `spoken` is what each says."""
        return tuple(self.screen.focusables(self.context))

    @property
    def focus(self) -> Focusable | None:
        """The one that Enter would take."""
        return next((each for each in self.options if each.focused), None)

    def option(self, words: str) -> Focusable:
        """The first that begins with these words. Raises LookupError, which tells those that there are."""
        found = next((each for each in self.options if each.spoken.startswith(words)), None)
        if found is None:
            raise LookupError(f"nothing says ‘{words}’, but {[each.spoken for each in self.options]}")
        return found

    @property
    def notice(self) -> str | None:
        """What is said over whatever is shown."""
        return self.game.stage.notice.text if self.game.stage.notice else None

    @property
    def caption(self) -> str | None:
        """What is said of a sound."""
        return self.game.stage.caption.text if self.game.stage.caption else None

    @property
    def title(self) -> str:
        """What stands in the window's frame."""
        return self.window.title

    @property
    def size(self) -> tuple[int, int]:
        """Of the window, in pixels."""
        return self.window.canvas.get_size()

    @property
    def picture(self) -> pygame.Surface:
        """All of the window as it is now."""
        return self.window.canvas.copy()
