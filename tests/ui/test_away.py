"""While nobody looks at the window no time passes in it, and what had begun goes on with what was left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.saves.preferences import PlayerSettings, Preferences
from game.story.model import Pause
from game.ui.screens.reading.chapter_card import ChapterCard
from game.ui.screens.reading.reading import ReadingScreen

if TYPE_CHECKING:
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

WAYS = [
    ((pygame.WINDOWFOCUSLOST,), (pygame.WINDOWFOCUSGAINED,)),
    ((pygame.WINDOWMINIMIZED,), (pygame.WINDOWRESTORED,)),
    ((pygame.WINDOWMINIMIZED,), (pygame.WINDOWMAXIMIZED,)),
    ((pygame.WINDOWHIDDEN,), (pygame.WINDOWSHOWN,)),
    ((pygame.WINDOWMINIMIZED, pygame.WINDOWFOCUSLOST), (pygame.WINDOWFOCUSGAINED, pygame.WINDOWRESTORED)),
    ((pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN), (pygame.WINDOWFOCUSGAINED,)),
]


@pytest.fixture
def dark() -> bool:
    """Nothing is read from a picture here."""
    return True


def away(player: Player, way: tuple[tuple[int, ...], tuple[int, ...]], seconds: float = 120) -> None:
    for event in way[0]:
        player.post(event)
    player.wait(seconds)
    for event in way[1]:
        player.post(event)


@pytest.mark.parametrize("way", WAYS)
def test_time_to_answer_waits_and_goes_on_with_what_was_left(tale: Tale, play: Seat, way: object) -> None:
    menu = tale.menu(tale.option("yes"), silence=4, silent_go="still")
    player = play(tale.story(tale.scene("start", "Well?", way=menu), tale.scene("still", "Hush.", way=tale.go("end"))))
    player.begin()
    while not player.reading.silence.running:
        player.game.frame(0.05)
    player.wait(2)
    for _ in range(3):
        away(player, way)  # type: ignore[arg-type]
    assert player.reading.page.scene == "start"
    left = player.reading.silence.left(player.reading.page.next, player.context.clock)
    assert left == pytest.approx(0.5, abs=0.05)
    player.wait(1.8)
    assert player.reading.page.scene == "start"
    player.wait(0.4)
    assert player.reading.page.scene == "still"


@pytest.mark.parametrize("way", WAYS)
def test_pages_do_not_turn_by_themselves_behind_another_window(tale: Tale, play: Seat, way: object) -> None:
    story = tale.story(tale.scene("start", "word " * 40, way=tale.go("end")))
    player = play(story, kept=PlayerSettings(Preferences(by_itself="fast")))
    player.begin()
    player.wait(2)
    away(player, way)  # type: ignore[arg-type]
    assert player.reading.page.scene == "start"
    player.wait(12)
    assert not isinstance(player.screen, ReadingScreen) or player.reading.page.scene == "end"


@pytest.mark.parametrize("way", WAYS)
def test_words_and_pauses_between_them_and_cards_wait_too(tale: Tale, play: Seat, way: object) -> None:
    player = play(tale.story(tale.scene("start", "One.", Pause(6), "Two.", "Three.", way=tale.go("end"))))
    player.press(pygame.K_RETURN)
    away(player, way)  # type: ignore[arg-type]
    assert isinstance(player.screen, ChapterCard)
    player.press(pygame.K_SPACE)
    player.wait(3)
    away(player, way)  # type: ignore[arg-type]
    assert len(player.reading.text.paragraphs) == 1
    player.wait(8)
    assert len(player.reading.text.paragraphs) == 3


def test_nothing_is_drawn_for_nobody_but_what_was_lost(tale: Tale, play: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    player = play(tale.simple())
    player.begin()
    drawn: list[int] = []
    monkeypatch.setattr(type(player.window), "flip", lambda _: drawn.append(1))
    player.post(pygame.WINDOWFOCUSLOST)
    player.wait(1)
    drawn.clear()
    player.wait(10)
    assert drawn == []
    player.post(pygame.WINDOWEXPOSED)
    assert drawn == [1]
    player.post(pygame.WINDOWFOCUSGAINED)
    player.wait(0.2)
    assert len(drawn) > 2


def test_a_computer_that_slept_takes_no_option_nor_turns_a_page(tale: Tale, play: Seat) -> None:
    menu = tale.menu(tale.option("yes"), silence=2)
    player = play(
        tale.story(tale.scene("start", "Well?", way=menu)), kept=PlayerSettings(Preferences(by_itself="fast"))
    )
    player.begin()
    while not player.reading.silence.running:
        player.game.frame(0.05)
    for _ in range(3):
        player.game.frame(30_000)
    assert player.reading.page.scene == "start"
