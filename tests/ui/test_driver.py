"""The driver of the window: what it does is done as by a hand, and what it tells is what is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui.driver import Driver
from game.ui.setup import Setup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.conftest import Tale

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@pytest.fixture
def driver(tale: Tale, tmp_path: Path) -> Iterator[Driver]:
    with Driver(tale.simple(), Setup(ASSETS, ASSETS / "fonts", tmp_path), (960, 540)) as driver:
        yield driver


def test_a_story_is_played_from_its_title_to_an_ending(driver: Driver) -> None:
    assert driver.screen_name == "TitleScreen"
    driver.take("Begin")
    driver.press(pygame.K_SPACE)
    driver.press(pygame.K_SPACE)
    driver.wait_until_still()
    assert driver.text == "First things first.\n\nThen the next."
    driver.wait(1)
    driver.take("1: Say yes.")
    driver.wait_until_still()
    assert driver.text == "It is over."
    assert driver.title.startswith("A Tale")


def test_what_is_not_there_is_told_with_what_is(driver: Driver) -> None:
    with pytest.raises(LookupError, match=r"nothing says ‘Fly’, but \['Begin"):
        driver.take("Fly")


def test_it_clicks_on_words_and_resizes_and_takes_pictures(driver: Driver) -> None:
    driver.wait(1)
    driver.click("Settings")
    assert driver.screen_name == "SettingsScreen"
    driver.resize((1280, 720))
    driver.wait(0.1)
    assert driver.size == driver.picture.get_size() == (1280, 720)
