"""A text longer than its window, moved by wheel, key and hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.saves.preferences import PlayerSettings, Preferences
from game.ui.column.scroll import Scroll
from game.ui.theme.timing import TIMING, Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

lengths = st.floats(0, 5000)


@pytest.fixture
def dark() -> bool:
    """Nothing is read from a picture here."""
    return True


@given(st.floats(-9000, 9000), lengths, lengths)
def test_a_scroll_stays_within_its_text(target: float, farthest: float, now: float) -> None:
    scroll = Scroll().to(target, farthest, Clock(now))
    for later in (0, TIMING.scroll / 3, TIMING.scroll, 60):
        assert 0 <= scroll.at(now + later) <= farthest
    assert scroll.at(now + 60) == scroll.target
    assert not scroll.moving(now + 60)


def test_a_hand_moves_the_text_as_far_as_it_goes_and_at_once(tale: Tale, play: Seat) -> None:
    player = play(tale.long())
    player.begin()
    player.finish_page()
    before = player.reading.browsing.above(player.column, player.game.now)
    player.post(pygame.MOUSEBUTTONDOWN, button=pygame.BUTTON_LEFT, pos=(900, 500))
    for y in (470, 400, 380):
        player.post(pygame.MOUSEMOTION, pos=(900, y))
    player.post(pygame.MOUSEBUTTONUP, button=pygame.BUTTON_LEFT, pos=(900, 380))
    assert player.reading.browsing.above(player.column, player.game.now) == pytest.approx(before + 120)
    assert player.reading.page.scene == "start", "a drag takes nothing"


def test_with_less_motion_text_is_there_without_a_way(tale: Tale, play: Seat) -> None:
    player = play(tale.long(), kept=PlayerSettings(Preferences(reduce_motion=True)))
    player.begin()
    player.finish_page()
    player.wheel(-1)
    scroll = player.reading.browsing.scroll
    assert scroll.target > 0
    assert scroll.at(player.context.now) == scroll.target


@pytest.mark.parametrize("text_size", [80, 100, 140, 200])
@pytest.mark.parametrize("size", [(960, 540), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160), (1024, 1366)])
def test_at_any_size_everything_can_be_brought_into_sight(
    size: tuple[int, int], text_size: int, tale: Tale, play: Seat
) -> None:
    player = play(tale.long(words=600, options=4), size, kept=PlayerSettings(Preferences(text_size=text_size)))
    player.begin()
    player.finish_page()
    column = player.column
    assert column.window.height >= 4 * player.context.type.metrics.leading, "a few lines at least are seen"
    assert column.window.left > 0
    assert column.window.right < size[0]
    for _ in range(40):
        player.press(pygame.K_PAGEDOWN)
    player.glide()
    seen = [each for each in player.screen.focusables(player.context) if isinstance(each.key, int)]
    assert len(seen) == 4
    assert seen[-1].at.bottom <= column.window.bottom + 1, "the last option is whole"
    for placed in column.texts:
        assert placed.text.indent + placed.text.block.width <= column.window.width
    for row in column.rows:
        assert row.words.width <= column.window.width
