"""The one table from events to intents."""

import pygame
import pytest

from game.ui.input.bindings import KEYS, intent_of
from game.ui.input.intents import (
    Advance,
    Back,
    Choose,
    Click,
    Confirm,
    Focus,
    FullScreen,
    Intent,
    Leaf,
    Point,
    Quit,
    Redraw,
    Rewind,
    Scroll,
    Skip,
)


def key(key: int, mod: int = 0, scancode: int = 0) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=key, mod=mod, scancode=scancode)


@pytest.mark.parametrize(
    ("event", "intent"),
    [
        (key(pygame.K_SPACE), Advance()),
        (key(pygame.K_RIGHT), Advance()),
        (key(pygame.K_RETURN), Confirm()),
        (key(pygame.K_KP_ENTER), Confirm()),
        (key(pygame.K_RETURN, pygame.KMOD_LALT), FullScreen()),
        (key(pygame.K_F11), FullScreen()),
        (key(pygame.K_SPACE, pygame.KMOD_LALT), None),
        (key(pygame.K_1), Choose(1)),
        (key(pygame.K_9), Choose(9)),
        (key(pygame.K_KP_3), Choose(3)),
        (key(pygame.K_0), None),
        (key(pygame.K_AMPERSAND, scancode=pygame.KSCAN_1), Choose(1)),
        (key(pygame.K_UP), Focus(-1)),
        (key(pygame.K_DOWN), Focus(1)),
        (key(pygame.K_PAGEUP), Leaf(-1)),
        (key(pygame.K_PAGEDOWN), Leaf(1)),
        (key(pygame.K_BACKSPACE), Rewind()),
        (key(pygame.K_AC_BACK), Rewind()),
        (key(pygame.K_s), Skip()),
        (key(pygame.K_ESCAPE), Back()),
        (key(pygame.K_q), None),
        (pygame.Event(pygame.KEYUP, key=pygame.K_SPACE, mod=0), None),
        (pygame.Event(pygame.MOUSEMOTION, pos=(3, 4)), Point(3, 4)),
        (pygame.Event(pygame.MOUSEBUTTONDOWN, button=pygame.BUTTON_LEFT, pos=(3, 4)), Click(3, 4)),
        (pygame.Event(pygame.MOUSEBUTTONDOWN, button=pygame.BUTTON_RIGHT, pos=(3, 4)), None),
        (pygame.Event(pygame.MOUSEBUTTONDOWN, button=6, pos=(3, 4)), Rewind()),
        (pygame.Event(pygame.MOUSEWHEEL, precise_y=-1.0, flipped=False), Scroll(3.0)),
        (pygame.Event(pygame.MOUSEWHEEL, precise_y=-1.0, flipped=True), Scroll(-3.0)),
        (pygame.Event(pygame.QUIT), Quit()),
        (pygame.Event(pygame.WINDOWCLOSE), Quit()),
        (pygame.Event(pygame.WINDOWEXPOSED), Redraw()),
    ],
)
def test_what_an_event_means(event: pygame.Event, intent: Intent | None) -> None:
    assert intent_of(event) == intent


def test_every_digit_takes_its_own_option() -> None:
    taken = [intent.number for intent in KEYS.values() if isinstance(intent, Choose)]
    assert sorted(taken) == sorted([*range(1, 10)] * 2)
