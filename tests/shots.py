"""Pictures of the real game, made by playing it in a window that nobody sees.

python -m tests.shots                                      those of the README, into assets/screenshots
python -m tests.shots FOLDER [--size WxH] [--text-size N]  every screen, to be looked at
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"  # before pygame is imported

import pygame
from PIL import Image

from game.authoring.load import load
from game.play.playthrough import Origin
from game.saves.keeper import Keeper
from game.saves.preferences import PlayerSettings, Preferences
from game.story.model import Story
from game.ui.game import Game
from game.ui.input.intents import (
    Advance,
    Back,
    ChooseOption,
    Confirm,
    Intent,
    MoveFocus,
    ShowHelp,
    ShowHistory,
    ShowSaves,
)
from game.ui.screens.reading.ending_card import EndingCard
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.screens.screen import Screen
from game.ui.setup import Setup
from game.ui.sound import NoSound
from game.ui.window.window import Window

ROOT = Path(__file__).resolve().parents[1]
STEP = 1 / 30
PATIENCE = 100
SAVED_AFTER = (
    (2, 2),
    (1, 2, 2, 2, 3),
    (2, 2, 3),
    (2, 3, 1, 2, 1),
)  # options by number: out of the cave, the office, the seal
IN_README = ("title", "arriving", "options", "chapter", "load")


class Camera:
    """Plays, and takes pictures."""

    def __init__(
        self,
        story: Story,
        size: tuple[int, int],
        text_size: int,
        origin: Origin | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        pygame.display.init()
        self._executor = ThreadPoolExecutor(max_workers=1)
        self._window = Window(story.title, size)
        setup = Setup(
            ROOT / "assets",
            ROOT / "assets" / "fonts",
            ROOT,
            origin,
            keeper=keeper,
            dated=lambda: f"2026-11-{len(self.taken) + 1:02}T21:{3 * len(self.taken) + 4:02}:00",
            kept=PlayerSettings(Preferences(text_size=text_size)),
        )
        self.taken: list[int] = []
        self.game = Game(story, setup, self._window, NoSound(), self._executor, self._executor)

    def wait(self, seconds: float) -> None:
        """Let so much of the game's time pass, and all of what it does in the background be done."""
        for _ in range(round(seconds / STEP)):
            self.game.frame(STEP)
            self._executor.submit(int).result()

    def do(self, *intents: Intent) -> None:
        for intent in intents:
            self.game.take(intent)
            self.wait(0.6)

    def until(self, holds: Callable[[], bool], *intents: Intent) -> None:
        for _ in range(PATIENCE):
            if holds():
                return
            self.do(*intents)
        raise AssertionError("that never happens")

    def choose(self, *numbers: int) -> None:
        """Read on to a choice and take the option of that number, again and again."""
        for number in numbers:
            self.until(lambda: self.asked, Advance())
            self.until(partial(self.left, self.game.screen), ChooseOption(number))
            self.taken.append(number)

    def take(self, words: str) -> None:
        """The row that says so."""

        def focused() -> bool:
            things = self.game.screen.focusables(self.game.context)
            return any(each.focused and each.spoken == words for each in things)

        self.until(focused, MoveFocus(1))
        self.do(Confirm())

    def picture(self) -> pygame.Surface:
        self.wait(3)
        return self._window.canvas.copy()

    def close(self) -> None:
        self._window.close()
        self._executor.shutdown()

    def left(self, page: Screen) -> bool:
        """Whether the page is no longer the one that is read."""
        before, now = (
            screen.text.playthrough if isinstance(screen, ReadingScreen) else None
            for screen in (page, self.game.screen)
        )
        return not before or not now or len(now.past) > len(before.past)

    @property
    def asked(self) -> bool:
        """Whether there is a choice to make, and all of it in sight."""
        screen = self.game.screen
        return self.whole and isinstance(screen, ReadingScreen) and screen.pagination.offers

    @property
    def whole(self) -> bool:
        """Whether a page is all there, and the end of it in sight."""
        screen = self.game.screen
        if not isinstance(screen, ReadingScreen) or screen.pagination.opened is None:
            return False
        return screen.column(self.game.context).shows_all(screen.browsing.scroll)


def pictures(story: Story, size: tuple[int, int], text_size: int) -> Iterator[tuple[str, pygame.Surface]]:
    """Every kind of screen, by name."""
    with closing(Camera(story, size, text_size)) as camera:
        yield "title", camera.picture()
        camera.do(Confirm())
        yield "notes", camera.picture()
        camera.do(Confirm())
        yield "chapter", camera.picture()
        camera.do(Advance())
        camera.wait(5)
        yield "arriving", camera.picture()
        camera.until(lambda: camera.whole, Advance())
        yield "long-page", camera.picture()
        camera.do(Back())
        yield "pause", camera.picture()
        camera.do(ShowHelp())
        yield "keys", camera.picture()
        camera.do(Back())
        camera.take("Settings")
        yield "settings", camera.picture()
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Camera(story, size, text_size, keeper=Keeper(Path(folder), story))) as camera,
    ):
        camera.do(Confirm(), Confirm(), Advance())
        for numbers in SAVED_AFTER:
            camera.choose(*numbers)
            camera.do(ShowSaves(writing=True), Confirm())
        camera.until(lambda: camera.whole, Advance())
        camera.do(ShowHistory())
        yield "history", camera.picture()
        camera.do(Back(), ShowSaves(writing=False))
        yield "load", camera.picture()
    for name, scene in (("falling", "scythe_kept"), ("throat", "sent"), ("options", "said")):
        with closing(Camera(story, size, text_size, Origin(scene))) as camera:
            camera.do(Advance())
            camera.until(lambda camera=camera: camera.whole, Advance())  # type: ignore[misc]
            yield name, camera.picture()
    with closing(Camera(story, size, text_size, Origin("pillar_end"))) as camera:
        camera.until(lambda: isinstance(camera.game.screen, EndingCard), Advance())
        yield "ending", camera.picture()


def save(picture: pygame.Surface, path: Path) -> None:
    """As WebP, which pygame cannot write."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.frombytes("RGB", picture.get_size(), pygame.image.tobytes(picture, "RGB")).save(path, quality=88)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--size", type=lambda text: tuple(map(int, text.split("x"))), default=(1920, 1080))
    parser.add_argument("--text-size", type=int, default=100)
    options = parser.parse_args()
    story = load(ROOT / "story").story
    assert story, "the story has errors: see `check`"
    if options.folder:
        for name, picture in pictures(story, options.size, options.text_size):
            save(picture, options.folder / f"{name}-{options.size[0]}-{options.text_size}.webp")
        return
    for name, picture in pictures(story, (1280, 720), 100):
        if name in IN_README:
            save(picture, ROOT / "assets" / "screenshots" / f"{name}.webp")


if __name__ == "__main__":
    main()
