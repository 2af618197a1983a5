"""The one table from what a device did to what the player means by it."""

from collections.abc import Mapping
from types import MappingProxyType

import pygame

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

WHEEL_LINES = 3.0

KEYS: Mapping[int, Intent] = MappingProxyType(
    {
        pygame.K_SPACE: Advance(),
        pygame.K_RIGHT: Advance(),
        pygame.K_RETURN: Confirm(),
        pygame.K_KP_ENTER: Confirm(),
        pygame.K_DOWN: Focus(1),
        pygame.K_UP: Focus(-1),
        pygame.K_BACKSPACE: Rewind(),
        pygame.K_AC_BACK: Rewind(),
        pygame.K_PAGEDOWN: Leaf(1),
        pygame.K_PAGEUP: Leaf(-1),
        pygame.K_s: Skip(),
        pygame.K_ESCAPE: Back(),
        pygame.K_F11: FullScreen(),
        **{pygame.K_1 + n: Choose(n + 1) for n in range(9)},
        **{pygame.K_KP_1 + n: Choose(n + 1) for n in range(9)},
    }
)

# Where the digits need a shift (as in France), the row of keys that elsewhere bears them.
KEY_PLACES: Mapping[int, Intent] = MappingProxyType({pygame.KSCAN_1 + n: Choose(n + 1) for n in range(9)})

BUTTON_BACK = 6  # the thumb's: pygame counts the wheel as 4 and 5

BUTTONS: Mapping[int, Intent] = MappingProxyType({BUTTON_BACK: Rewind()})

OTHER: Mapping[int, Intent] = MappingProxyType(
    {
        pygame.QUIT: Quit(),
        pygame.WINDOWCLOSE: Quit(),
        pygame.WINDOWEXPOSED: Redraw(),
        pygame.WINDOWSIZECHANGED: Redraw(),
        pygame.WINDOWRESTORED: Redraw(),
    }
)


def intent_of(event: pygame.Event) -> Intent | None:
    """What the player means by an event, if anything. (pygame leaves out the repeats of a held key.)"""
    match event.type:
        case pygame.KEYDOWN if event.mod & pygame.KMOD_ALT:
            return FullScreen() if event.key == pygame.K_RETURN else None
        case pygame.KEYDOWN:
            return KEYS.get(event.key) or KEY_PLACES.get(event.scancode)
        case pygame.MOUSEMOTION:
            return Point(*event.pos)
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
            return Click(*event.pos)
        case pygame.MOUSEBUTTONDOWN:
            return BUTTONS.get(event.button)
        case pygame.MOUSEWHEEL:
            turned = -event.precise_y if event.flipped else event.precise_y
            return Scroll(-turned * WHEEL_LINES)
        case other:
            return OTHER.get(other)
