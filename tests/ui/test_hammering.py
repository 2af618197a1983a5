"""Whoever hammers on to read takes nothing that comes up meanwhile; whoever has seen it takes it at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.saves.keeper import Keeper
from game.ui.input.intents import Advance, ChooseOption, Click, Confirm, MoveFocus, Press, Rewind
from game.ui.input.presses import CLICKS, SLACK, STREAK, Presses
from game.ui.screens.menus.ask import AskScreen
from game.ui.screens.menus.pause import PauseScreen
from game.ui.screens.reading.ending_card import EndingCard

if TYPE_CHECKING:
    from game.story.model import Story
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

KEYS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_1, pygame.K_2)


@pytest.fixture
def dark() -> bool:
    """Nothing is read from a picture here."""
    return True


def forks(tale: Tale) -> Story:
    """Three forks on end, the words of which are few."""
    return tale.story(
        tale.scene("start", "A road.", "It parts.", way=tale.menu(tale.option("left", "mill"), tale.option("right", "mill"))),
        tale.scene("mill", "A mill.", "It turns.", way=tale.menu(tale.option("in", "loft"), tale.option("by", "loft"))),
        tale.scene("loft", "Flour.", way=tale.menu(tale.option("jump"), tale.option("climb"))),
    )  # fmt: skip


def begun(tale: Tale, play: Seat) -> Player:
    player = play(forks(tale))
    player.begin()
    player.wait(1)
    return player


@pytest.mark.parametrize("between", [0.05, 0.1, 0.25, 0.4])
@pytest.mark.parametrize("key", KEYS)
def test_a_key_hammered_takes_no_option(tale: Tale, play: Seat, key: int, between: float) -> None:
    player = begun(tale, play)
    for _ in range(round(15 / between)):
        player.press(key)
        player.wait(between)
    assert player.reading.page.scene == "start"
    player.wait(STREAK)
    player.press(pygame.K_2)
    assert player.reading.page.scene == "mill", "and who stops and looks may choose"


TOGETHER = [
    (pygame.K_DOWN, pygame.K_RETURN),
    (pygame.K_DOWN, pygame.K_UP, pygame.K_RETURN),
    (pygame.K_RIGHT, pygame.K_RETURN),
    (pygame.K_DOWN, pygame.K_SPACE, pygame.K_1),
]


@pytest.mark.parametrize("between", [0.05, 0.1, 0.15])
@pytest.mark.parametrize("keys", TOGETHER)
def test_keys_hammered_in_turn_take_no_option(tale: Tale, play: Seat, keys: tuple[int, ...], between: float) -> None:
    player = begun(tale, play)
    for _ in range(round(15 / between / len(keys))):
        for key in keys:
            player.press(key)
            player.wait(between)
    assert player.reading.page.scene == "start"
    player.wait(STREAK)
    player.press(pygame.K_2)
    assert player.reading.page.scene == "mill"


def test_keys_of_one_slow_frame_take_nothing_on_a_screen_that_came_in_it(tale: Tale, play: Seat) -> None:
    player = begun(tale, play)
    player.press(pygame.K_ESCAPE)
    player.take("Settings")
    for key in (pygame.K_ESCAPE, pygame.K_RETURN):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, scancode=0))
    player.game.frame(0.2)
    assert isinstance(player.screen, PauseScreen), "which nobody saw before Enter was pressed"
    player.press(pygame.K_UP)
    for key in (pygame.K_RETURN, pygame.K_RETURN):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, scancode=0))
    player.game.frame(0.2)
    seen = type(player.screen)
    assert seen is not PauseScreen, "the first is for what was there"
    player.wait(1)
    assert type(player.screen) is seen, "and the second not for what it led to"


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_1])
def test_the_ways_on_from_an_ending_are_seen_before_one_is_taken(tale: Tale, play: Seat, key: int) -> None:
    player = play(tale.story(tale.scene("start", "Go.", way=tale.menu(tale.option("on", "last"))),
                             tale.scene("last", "So.", way=tale.go("end"))))  # fmt: skip
    player.begin()
    player.finish_page()
    player.press(pygame.K_1)
    for _ in range(20):
        if isinstance(player.screen, EndingCard):
            break
        player.press(pygame.K_SPACE)
        player.wait(1)
    player.press(pygame.K_DOWN)  # who does something else has looked up
    player.press(key)
    assert isinstance(player.screen, EndingCard)
    assert player.game.now < player.screen.since + 3, "but it brings them"
    player.press(key)
    assert isinstance(player.screen, EndingCard)
    player.wait(1)
    player.press(pygame.K_RETURN)
    assert not isinstance(player.screen, EndingCard)


@pytest.mark.parametrize("between", [0.05, 0.1, 0.25])
def test_a_button_of_a_pad_hammered_takes_no_option(tale: Tale, play: Seat, between: float) -> None:
    player = begun(tale, play)
    for _ in range(round(15 / between)):
        player.post(pygame.JOYBUTTONDOWN, button=0, instance_id=0)
        player.wait(between)
    assert player.reading.page.scene == "start"
    player.wait(STREAK)
    player.post(pygame.JOYBUTTONDOWN, button=0, instance_id=0)
    assert player.reading.page.scene == "mill", "it lay in focus, and could be seen to"


@pytest.mark.parametrize("between", [0.05, 0.1, 0.2, 0.3])
def test_clicks_on_one_spot_take_no_option_that_comes_up_there(tale: Tale, play: Seat, between: float) -> None:
    there = begun(tale, play)
    there.finish_page()
    spot = there.place_of(there.column.rows[1])
    player = begun(tale, play)
    for number in range(round(15 / between)):
        player.click((spot[0] + number % 3, spot[1]))
        player.wait(between)
    assert player.reading.page.scene == "start"
    player.wait(CLICKS)
    player.click(spot)
    assert player.reading.page.scene == "mill"


def test_a_finger_that_lay_there_before_takes_nothing_as_it_is_lifted(tale: Tale, play: Seat) -> None:
    there = begun(tale, play)
    there.finish_page()
    spot = there.place_of(there.column.rows[0])
    player = begun(tale, play)
    player.post(pygame.MOUSEBUTTONDOWN, button=pygame.BUTTON_LEFT, pos=spot)
    player.wait(8)
    assert player.column.rows, "the options came up beneath it"
    player.post(pygame.MOUSEBUTTONUP, button=pygame.BUTTON_LEFT, pos=spot)
    assert player.reading.page.scene == "start"
    player.click(spot)  # by now they have been seen
    assert player.reading.page.scene == "mill"


def test_a_digit_pressed_before_the_option_could_be_seen_takes_nothing(tale: Tale, play: Seat) -> None:
    player = begun(tale, play)
    while not player.column.rows:
        player.game.frame(0.05)
    player.press(pygame.K_1)
    assert player.reading.page.scene == "start"


def test_who_has_seen_the_options_waits_for_nothing(tale: Tale, play: Seat) -> None:
    player = begun(tale, play)
    player.press(pygame.K_SPACE)
    player.wait(0.35)
    player.press(pygame.K_1)
    assert player.reading.page.scene == "mill", "another key is no hammering"
    player.finish_page()
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    assert player.reading.page.scene == "loft", "two presses of who has seen them are two"
    player.press(pygame.K_BACKSPACE, pygame.K_1)
    assert player.reading.page.scene == "loft", "they were seen before they were gone back to"


def test_an_option_out_of_sight_is_shown_before_it_is_taken(tale: Tale, play: Seat) -> None:
    player = play(tale.long(), (960, 540))
    player.begin()
    player.finish_page()
    player.press(pygame.K_HOME)
    player.glide()
    player.press(pygame.K_7)
    assert player.reading.page.scene == "start"
    player.glide()
    row = player.column.row(7)
    assert row
    assert row.seen(player.reading.browsing.scroll.target, player.column.window.height)
    assert player.reading.browsing.focus == 7
    player.wait(STREAK)
    player.press(pygame.K_7)
    assert player.reading.page.scene == "end"


def test_an_ending_is_not_left_by_who_hammered_on_to_it(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", "Go.", way=tale.menu(tale.option("on", "last"))),
                             tale.scene("last", "So.", "It goes.", way=tale.go("end"))))  # fmt: skip
    player.begin()
    player.finish_page()
    player.press(pygame.K_1)
    for _ in range(100):
        player.press(pygame.K_RETURN)
        player.wait(0.1)
    assert isinstance(player.screen, EndingCard)
    player.wait(STREAK)
    player.press(pygame.K_RETURN)
    assert not isinstance(player.screen, EndingCard)


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE])
def test_a_question_is_not_answered_by_who_hammered_on_to_it(
    tale: Tale, play: Seat, key: int, keeping: Callable[[Story], Keeper]
) -> None:
    player = play(forks(tale), keeper=keeping(forks(tale)))
    player.begin()
    player.finish_page()
    player.press(pygame.K_s, mod=pygame.KMOD_LCTRL)
    player.press(pygame.K_RETURN)  # a new save
    player.wait(1)
    player.press(pygame.K_s, mod=pygame.KMOD_LCTRL)
    player.wait(1)
    while not isinstance(player.screen, AskScreen):
        player.press(pygame.K_DOWN)
        player.press(key)
    for _ in range(50):
        player.press(key)
        player.wait(0.1)
    assert isinstance(player.screen, AskScreen), "whether to write over what is there"


def test_a_streak_is_of_one_key_and_ends_where_something_else_is_done() -> None:
    def after(*done: tuple[object, float]) -> Presses:
        presses = Presses()
        for intent, at in done:
            presses = presses.after(intent, at, at)  # type: ignore[arg-type]
        return presses

    hammered = after((Confirm(), 1), (Confirm(), 1.2), (Confirm(), 1.6))
    assert hammered.began(Confirm()) == 1
    assert after((Confirm(), 1), (Confirm(), 1 + STREAK)).began(Confirm()) == 1 + STREAK
    assert after((Confirm(), 1), (Advance(), 1.1), (Confirm(), 1.2)).began(Confirm()) == 1, "by two hands"
    assert after((ChooseOption(1), 1), (ChooseOption(2), 1.1)).began(ChooseOption(2)) == 1.1
    for other in (MoveFocus(1), Rewind()):
        assert after((Confirm(), 1), (other, 1.1), (Confirm(), 1.2)).began(Confirm()) == 1.2
    in_turn = after((MoveFocus(1), 1), (Confirm(), 1.1), (MoveFocus(1), 1.2), (Confirm(), 1.3))
    assert in_turn.began(Confirm()) == 1.1, "what is done between is hammered as well"
    assert in_turn.resumed(Confirm()) == 1.3
    assert after((Press(9, 9), 1), (Click(9, 9), 7)).began(Click(9, 9)) == 1, "a click is meant where it goes down"
    far = 9 + SLACK + 1
    assert after((Press(9, 9), 1), (Click(9, 9), 1), (Press(far, 9), 1.1)).began(Click(far, 9)) == 1.1
