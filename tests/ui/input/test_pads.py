"""Pads that come and go, and sticks taken for crosses."""

import pygame
import pytest

from game.ui.input.intents import Adjust, Intent, MoveFocus
from game.ui.input.pads import Pads


def stick(axis: int, value: float) -> pygame.Event:
    return pygame.Event(pygame.JOYAXISMOTION, instance_id=7, axis=axis, value=value)


@pytest.mark.parametrize(
    ("axis", "value", "intent"),
    [
        (1, 0.9, MoveFocus(1)),
        (1, -0.9, MoveFocus(-1)),
        (0, 0.9, Adjust(1)),
        (0, -0.9, Adjust(-1)),
        (1, 0.3, None),
        (3, 1.0, None),
    ],
)
def test_a_stick_pushed_is_a_cross_pressed(axis: int, value: float, intent: Intent | None) -> None:
    assert Pads().follow(stick(axis, value)) == intent


def test_a_stick_held_says_it_once_and_again_when_it_was_let_go() -> None:
    pads = Pads()
    assert [pads.follow(stick(1, value)) for value in (0.7, 0.9, 0.5, 0.7, 0.1, 0.8)] == [
        MoveFocus(1),
        None,
        None,
        None,
        None,
        MoveFocus(1),
    ]


def test_a_pad_that_is_not_there_is_no_trouble() -> None:
    assert Pads().follow(pygame.Event(pygame.JOYDEVICEREMOVED, instance_id=3)) is None
