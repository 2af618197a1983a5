"""How long a frame takes while a long play is saved, run by hand: `python -m tests.bench.frames`.

The window plays on from a run of so many choices, frame by frame as `game.app` does, a choice every half second. Saves
are not written at all, in the frames themselves, and beside them in a thread, as the game does.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"  # before pygame is imported

import pygame

from game.play.page import Choosing
from game.play.timeline import Timeline
from game.saves.keeper import Keeper
from game.saves.preferences import PlayerSettings, Preferences
from game.saves.runs.replay import LoadedRun
from game.story.model import Story
from game.ui.driver import AtOnce, Driver
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.setup import Setup
from tests.bench.saves import endless, played
from tests.saves.runs import DATE, ROOT, real_story

CHOICES = (500, 5_000)
MADE = 20
FRAME = 1 / 60


def frames(story: Story, choices: int, writer: Executor | None) -> Iterator[list[float]]:
    """The milliseconds of every frame after a choice until the next, choice by choice. Without a writer nothing is kept."""
    _, at = played(story, choices)
    with tempfile.TemporaryDirectory() as folder:
        keeper = Keeper(Path(folder), story)
        left = keeper.autosave(Timeline(at), DATE) or keeper.resume()
        assert isinstance(left, LoadedRun)
        setup = Setup(
            ROOT / "assets",
            ROOT / "assets" / "fonts",
            ROOT,
            keeper=keeper if writer else None,
            left=left,
            dated=lambda: DATE,
            kept=PlayerSettings(Preferences(text_speed="at once", reduce_motion=True)),
        )
        with Driver(story, setup, (960, 540), writer=writer) as driver:
            driver.take("Continue")
            for _ in range(MADE):
                key = pygame.K_0 + _read_to_choice(driver)
                pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, scancode=0))
                yield list(_half_a_second(driver))
            driver.post(pygame.QUIT)


def _read_to_choice(driver: Driver) -> int:
    """The number of the first option that can be taken, once all of the page is there."""
    for _ in range(200):
        driver.wait(1)
        screen = driver.screen
        if not isinstance(screen, ReadingScreen):
            driver.press(pygame.K_SPACE)
            continue
        leaf, following = screen.pagination, screen.page.next
        if leaf.opened is not None and leaf.offers and isinstance(following, Choosing):
            driver.wait(1)
            return next(each.number for each in following.options if each.enabled)
        driver.press(pygame.K_SPACE)
    raise AssertionError("there is never a choice")


def _half_a_second(driver: Driver) -> Iterator[float]:
    for _ in range(round(0.5 / FRAME)):
        began = time.perf_counter()
        driver.game.frame(FRAME)
        worked = time.perf_counter() - began
        yield 1000 * worked
        time.sleep(max(0.001, FRAME - worked))


def main() -> None:
    story = endless(real_story())
    for choices in CHOICES:
        for name, writer in (
            ("not at all", None),
            ("in the frame", AtOnce()),
            ("beside it", ThreadPoolExecutor(max_workers=1)),
        ):
            longest = sorted(max(taken) for taken in frames(story, choices, writer))
            if writer:
                writer.shutdown()
            print(
                f"{choices:6,} choices, saved {name:<12} longest frame after a choice: "
                f"median {statistics.median(longest):6.1f} ms, worst {longest[-1]:6.1f} ms",
                flush=True,
            )


if __name__ == "__main__":
    main()
