"""The size of text by keys, and what leaves the text where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pygame

if TYPE_CHECKING:
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]


def test_text_grows_shrinks_and_is_as_usual_again(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    for key in (pygame.K_PLUS, pygame.K_PLUS, pygame.K_KP_PLUS):
        player.press(key, mod=pygame.KMOD_LCTRL)
    assert player.context.preferences.text_size == 130
    player.press(pygame.K_0, mod=pygame.KMOD_LCTRL)
    assert player.context.preferences.text_size == 100
    player.press(pygame.K_MINUS, mod=pygame.KMOD_LCTRL)
    player.press(pygame.K_KP_0, mod=pygame.KMOD_LCTRL)
    assert player.context.preferences.text_size == 100


def test_what_does_not_change_the_type_moves_no_line(tale: Tale, play: Seat) -> None:
    player = play(tale.long(options=4), (960, 540))
    player.begin()
    player.finish_page()
    for key in (pygame.K_PAGEUP, pygame.K_PAGEUP):
        player.press(key)
        player.glide()

    def lines() -> list[float]:
        scrolled = player.reading.browsing.scroll.target
        return [placed.top - scrolled for placed in player.column.texts]

    before = lines()
    player.press(pygame.K_a)
    player.wait(0.2)
    assert player.context.preferences.by_itself == "usual"
    assert lines() == before


def test_home_and_end_lead_to_the_ends_of_a_page(tale: Tale, play: Seat) -> None:
    player = play(tale.long(), (960, 540))
    player.begin()
    player.finish_page()
    player.press(pygame.K_HOME)
    player.glide()
    assert player.reading.browsing.scroll.target == 0
    player.press(pygame.K_END)
    player.glide()
    assert player.reading.browsing.scroll.target == player.column.farthest
