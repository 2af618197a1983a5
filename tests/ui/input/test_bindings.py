"""The one table from events to intents."""

import pygame
import pytest

from game.ui.input.bindings import KEYS
from game.ui.input.events import intent_of
from game.ui.input.intents import (
    Adjust,
    Advance,
    Back,
    ChooseOption,
    Confirm,
    CycleFocus,
    FullScreen,
    HideText,
    Hover,
    Intent,
    MoveFocus,
    Press,
    Quit,
    Redraw,
    Release,
    ResizeText,
    Rewind,
    ScrollLines,
    ScrollToEdge,
    ScrollWindows,
    ShowHelp,
    SkipScene,
    TakeScreenshot,
)


def key(key: int, mod: int = 0, scancode: int = 0) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=key, mod=mod, scancode=scancode)


@pytest.mark.parametrize(
    ("event", "intent"),
    [
        (key(pygame.K_SPACE), Advance()),
        (key(pygame.K_RIGHT), Adjust(1)),
        (key(pygame.K_LEFT), Adjust(-1)),
        (key(pygame.K_TAB), CycleFocus(1)),
        (key(pygame.K_TAB, pygame.KMOD_LSHIFT), CycleFocus(-1)),
        (key(pygame.K_F1), ShowHelp()),
        (key(pygame.K_h), HideText()),
        (key(pygame.K_F12), TakeScreenshot()),
        (key(pygame.K_PLUS, pygame.KMOD_LCTRL), ResizeText(1)),
        (key(pygame.K_MINUS, pygame.KMOD_RMETA), ResizeText(-1)),
        (key(pygame.K_q, pygame.KMOD_LCTRL), Quit()),
        (key(pygame.K_1, pygame.KMOD_LCTRL), None),
        (key(pygame.K_RETURN), Confirm()),
        (key(pygame.K_KP_ENTER), Confirm()),
        (key(pygame.K_RETURN, pygame.KMOD_LALT), FullScreen()),
        (key(pygame.K_F11), FullScreen()),
        (key(pygame.K_SPACE, pygame.KMOD_LALT), None),
        (key(pygame.K_1), ChooseOption(1)),
        (key(pygame.K_9), ChooseOption(9)),
        (key(pygame.K_KP_3, pygame.KMOD_NUM), ChooseOption(3)),
        (key(pygame.K_HOME), ScrollToEdge(-1)),
        (key(pygame.K_END), ScrollToEdge(1)),
        (key(pygame.K_0, pygame.KMOD_LCTRL), ResizeText(0)),
        (key(pygame.K_KP_0, pygame.KMOD_LCTRL), ResizeText(0)),
        (key(pygame.K_KP_MINUS, pygame.KMOD_LCTRL), ResizeText(-1)),
        (key(pygame.K_0), None),
        (key(pygame.K_AMPERSAND, scancode=pygame.KSCAN_1), ChooseOption(1)),
        (key(pygame.K_UP), MoveFocus(-1)),
        (key(pygame.K_DOWN), MoveFocus(1)),
        (key(pygame.K_PAGEUP), ScrollWindows(-1)),
        (key(pygame.K_PAGEDOWN), ScrollWindows(1)),
        (key(pygame.K_BACKSPACE), Rewind()),
        (key(pygame.K_AC_BACK), Rewind()),
        (key(pygame.K_s), SkipScene()),
        (key(pygame.K_ESCAPE), Back()),
        (key(pygame.K_q), None),
        (pygame.Event(pygame.KEYUP, key=pygame.K_SPACE, mod=0), None),
        (pygame.Event(pygame.MOUSEMOTION, pos=(3, 4)), Hover(3, 4)),
        (pygame.Event(pygame.MOUSEBUTTONDOWN, button=pygame.BUTTON_LEFT, pos=(3, 4)), Press(3, 4)),
        (pygame.Event(pygame.MOUSEBUTTONUP, button=pygame.BUTTON_LEFT, pos=(3, 4)), Release(3, 4)),
        (pygame.Event(pygame.MOUSEBUTTONUP, button=pygame.BUTTON_RIGHT, pos=(3, 4)), None),
        (pygame.Event(pygame.MOUSEBUTTONDOWN, button=pygame.BUTTON_RIGHT, pos=(3, 4)), None),
        (pygame.Event(pygame.MOUSEBUTTONDOWN, button=6, pos=(3, 4)), Rewind()),
        (pygame.Event(pygame.MOUSEWHEEL, precise_y=-1.0, flipped=False), ScrollLines(3.0)),
        (pygame.Event(pygame.MOUSEWHEEL, precise_y=-1.0, flipped=True), ScrollLines(-3.0)),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=0), Confirm()),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=1), Rewind()),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=7), Back()),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=12), MoveFocus(1)),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=30), None),
        (pygame.Event(pygame.JOYHATMOTION, value=(0, 1)), MoveFocus(-1)),
        (pygame.Event(pygame.JOYHATMOTION, value=(1, 0)), Adjust(1)),
        (pygame.Event(pygame.JOYHATMOTION, value=(0, 0)), None),
        (pygame.Event(pygame.QUIT), Quit()),
        (pygame.Event(pygame.WINDOWCLOSE), Quit()),
        (pygame.Event(pygame.WINDOWEXPOSED), Redraw()),
    ],
)
def test_what_an_event_means(event: pygame.Event, intent: Intent | None) -> None:
    assert intent_of(event) == intent


def test_every_digit_takes_its_own_option() -> None:
    taken = [intent.number for intent in KEYS.values() if isinstance(intent, ChooseOption)]
    assert sorted(taken) == sorted([*range(1, 10)] * 2)
