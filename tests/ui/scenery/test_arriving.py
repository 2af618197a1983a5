"""The painting is there before the words: on a change of place nothing is written on what was there before."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import pygame
import pytest

from game.story.model import Arrive, Place, Story
from game.ui.screens.reading.chapter_card import ChapterCard
from game.ui.screens.reading.hide_text import HiddenText
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.theme.contrast import contrast, luminance, mixed
from game.ui.theme.palette import OPACITY, PALETTE
from game.ui.theme.timing import TIMING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.ui.screens.context import Context
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

FRAME = 1 / 60
BLOCK = 6  # pixels
SOON = 0.45  # seconds that words may be waited for, their painting being there: three tenths, and frames that go by


@pytest.fixture
def bright(tmp_path: Path) -> Path:
    """Two paintings as bright as can be."""
    (tmp_path / "paintings").mkdir()
    for name, color in (("snow", (255, 255, 255)), ("sand", (255, 250, 210))):
        painting = pygame.Surface((320, 180))
        painting.fill(color)
        pygame.image.save(painting, tmp_path / "paintings" / f"{name}.png")
    return tmp_path


def wandering(tale: Tale) -> Story:
    """From snow at the left to sand at the right and back, between pages and in the middle of one."""
    story = tale.story(
        tale.scene("start", Arrive("snow"), "Snow.", Arrive("ice"), "Ice.", Arrive("sand"), "Sand.", way=tale.go("on")),
        tale.scene("on", Arrive("snow"), "Snow again.", way=tale.menu(tale.option("stay", "sands"))),
        tale.scene("sands", Arrive("sand"), "Sand again.", way=tale.go("end")),
    )
    places = (
        Place("snow", "snow", "left"),
        Place("ice", "sand", "left"),
        Place("sand", "sand", "right"),
    )
    return replace(story, places={place.id: place for place in places})


@pytest.fixture
def grounds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How well the dimmest prose is read on what lies behind it, in every frame in which there are words."""
    measured: list[float] = []
    draw = ReadingScreen.draw

    def measure(self: ReadingScreen, canvas: pygame.Surface, context: Context) -> None:
        if any(context.now > at for at in self.text.arrived):
            window = self.column(context).window
            ground = canvas.subsurface(window).convert(24)
            small = pygame.transform.smoothscale(ground, (window.width // BLOCK, window.height // BLOCK))
            pixels = pygame.image.tobytes(small, "RGB")
            behind = max(set(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)), key=luminance)
            measured.append(contrast(mixed(PALETTE.ink, behind, OPACITY.read), behind))
        draw(self, canvas, context)

    monkeypatch.setattr(ReadingScreen, "draw", measure)
    return measured


def until_words(player: Player, grounds: list[float]) -> float:
    """How long it takes until there are words again."""
    passed = 0.0
    grounds.clear()
    while not grounds and passed < 5:
        player.game.frame(FRAME)
        passed += FRAME
    return passed


def test_words_come_when_the_painting_has_and_soon(tale: Tale, play: Seat, bright: Path, grounds: list[float]) -> None:
    player = play(wandering(tale), (960, 540), assets=bright)
    player.begin()
    for _ in range(12):
        seen = player.screen
        player.press(pygame.K_RETURN)
        if player.screen == seen:
            break
        assert until_words(player, grounds) <= SOON
        player.wait(0.8, FRAME)
        assert min(grounds) >= 7
        if not isinstance(player.screen, ReadingScreen) or player.reading.page.scene == "end":
            break
    assert player.reading.page.scene == "end"
    for _ in range(3):
        player.press(pygame.K_BACKSPACE)
        assert until_words(player, grounds) <= SOON
        player.wait(0.8, FRAME)
        assert min(grounds) >= 7, "gone back to, all words are there at once"


def test_words_come_by_themselves_when_the_painting_has(
    tale: Tale, play: Seat, bright: Path, grounds: list[float]
) -> None:
    player = play(wandering(tale), (960, 540), assets=bright)
    player.begin()
    for step in (FRAME, 0.25, 0.1):
        player.wait(4, step)
    assert len(player.reading.text.arrived) == 2
    assert min(grounds) >= 7


def test_who_has_looked_at_the_painting_reads_on_when_it_is_dark_enough(
    tale: Tale, play: Seat, bright: Path, grounds: list[float]
) -> None:
    player = play(wandering(tale), (960, 540), assets=bright)
    player.begin()
    player.wait(2)
    player.press(pygame.K_h)
    assert isinstance(player.screen, HiddenText)
    player.wait(2)
    player.press(pygame.K_h)
    assert until_words(player, grounds) <= SOON
    player.wait(1, FRAME)
    assert min(grounds) >= 7


class Later(Executor):
    """Does all at once, until it is told to do nothing until it is asked to."""

    def __init__(self) -> None:
        self.waits = False
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, lambda: fn(*args, **kwargs)))
        if not self.waits:
            self.work()
        return future

    def work(self) -> None:
        for future, made in self.waiting:
            future.set_result(made())
        self.waiting.clear()


def test_a_painting_that_is_long_in_coming_is_waited_for_but_not_for_ever(
    tale: Tale, play: Seat, bright: Path, grounds: list[float]
) -> None:
    later = Later()
    player = play(wandering(tale), (960, 540), assets=bright, background=later)
    player.begin()
    while player.reading.page.scene == "start":
        player.press(pygame.K_SPACE)
        player.wait(1)
    player.finish_page()
    player.resize((961, 540))  # for which no other place is ready yet
    player.wait(1)
    later.waits = True
    player.press(pygame.K_1)
    waited = until_words(player, grounds)
    assert TIMING.patience <= waited <= TIMING.patience + SOON
    assert min(grounds) >= 7, "a dark stands for it"
    later.work()
    player.wait(1, FRAME)
    assert min(grounds) >= 7


def test_a_chapter_begins_over_its_place_without_a_wait(tale: Tale, play: Seat, bright: Path) -> None:
    player = play(wandering(tale), (960, 540), assets=bright)
    player.press(pygame.K_RETURN)
    player.wait(1)
    assert isinstance(player.screen, ChapterCard)
    player.press(pygame.K_SPACE)
    assert not player.game.stage.waits(player.game.clock)


def test_the_picture_of_a_save_shows_the_place_unveiled_on_a_card_too(tale: Tale, play: Seat, bright: Path) -> None:
    player = play(wandering(tale), (960, 540), assets=bright)
    player.press(pygame.K_RETURN)
    player.wait(1)
    assert isinstance(player.screen, ChapterCard)
    picture = player.game.stage.backdrop.picture()
    assert picture
    assert picture.get_at((100, 60))[1] > 250
