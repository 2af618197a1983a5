"""The one table from what a device did to what the player means by it.

Pads are numbered as SDL's joysticks are, in the order that pygame's documentation gives for those of the Xbox 360,
PlayStation 4 and Switch Pro; where these differ, a button means what it does on each.
"""

from collections.abc import Mapping
from types import MappingProxyType

import pygame

from game.ui.input.intents import (
    Adjust,
    Advance,
    Back,
    Capture,
    Choose,
    Confirm,
    Cycle,
    Enlarge,
    Find,
    Focus,
    Forward,
    FullScreen,
    Hasten,
    Help,
    Intent,
    Leaf,
    Look,
    Point,
    Press,
    QuickLoad,
    QuickSave,
    Quit,
    Recall,
    Redraw,
    Release,
    Rewind,
    Scroll,
    ShowSaves,
    Skip,
    Unattended,
    Write,
)

WHEEL_LINES = 3.0

KEYS: Mapping[int, Intent] = MappingProxyType(
    {
        pygame.K_SPACE: Advance(),
        pygame.K_RETURN: Confirm(),
        pygame.K_KP_ENTER: Confirm(),
        pygame.K_DOWN: Focus(1),
        pygame.K_UP: Focus(-1),
        pygame.K_RIGHT: Adjust(1),
        pygame.K_LEFT: Adjust(-1),
        pygame.K_TAB: Cycle(1),
        pygame.K_BACKSPACE: Rewind(),
        pygame.K_AC_BACK: Rewind(),
        pygame.K_PAGEDOWN: Leaf(1),
        pygame.K_PAGEUP: Leaf(-1),
        pygame.K_s: Skip(),
        pygame.K_f: Hasten(),
        pygame.K_n: Hasten(unread=True),
        pygame.K_a: Unattended(),
        pygame.K_l: Recall(),
        pygame.K_SLASH: Find(),
        pygame.K_h: Look(),
        pygame.K_ESCAPE: Back(),
        pygame.K_F1: Help(),
        pygame.K_F5: QuickSave(),
        pygame.K_F9: QuickLoad(),
        pygame.K_F11: FullScreen(),
        pygame.K_F12: Capture(),
        **{pygame.K_1 + n: Choose(n + 1) for n in range(9)},
        **{pygame.K_KP_1 + n: Choose(n + 1) for n in range(9)},
    }
)

# Where the digits need a shift (as in France), the row of keys that elsewhere bears them.
KEY_PLACES: Mapping[int, Intent] = MappingProxyType({pygame.KSCAN_1 + n: Choose(n + 1) for n in range(9)})

KEYS_SHIFTED: Mapping[int, Intent] = MappingProxyType({pygame.K_TAB: Cycle(-1), pygame.K_BACKSPACE: Forward()})

KEYS_ALT: Mapping[int, Intent] = MappingProxyType(
    {pygame.K_RETURN: FullScreen(), pygame.K_LEFT: Rewind(), pygame.K_RIGHT: Forward()}
)

# With Ctrl, or with the Mac's command key.
KEYS_HELD: Mapping[int, Intent] = MappingProxyType(
    {
        pygame.K_PLUS: Enlarge(1),
        pygame.K_EQUALS: Enlarge(1),
        pygame.K_KP_PLUS: Enlarge(1),
        pygame.K_MINUS: Enlarge(-1),
        pygame.K_KP_MINUS: Enlarge(-1),
        pygame.K_q: Quit(),
        pygame.K_f: Find(),
        pygame.K_s: ShowSaves(writing=True),
        pygame.K_o: ShowSaves(writing=False),
    }
)

KEYS_WITHOUT_SIGN = 1 << 30  # https://wiki.libsdl.org/SDL2/SDL_Keycode: these are numbered by their place

BUTTON_BACK, BUTTON_FORWARD = 6, 7  # the thumb's: pygame counts the wheel as 4 and 5

BUTTONS: Mapping[int, Intent] = MappingProxyType({BUTTON_BACK: Rewind(), BUTTON_FORWARD: Forward()})

PAD_BUTTONS: Mapping[int, Intent] = MappingProxyType(
    {
        0: Confirm(),  # A, cross
        1: Rewind(),  # B, circle
        2: Skip(),  # X, square
        3: Help(),  # Y, triangle
        4: Leaf(-1),  # LB
        5: Leaf(1),  # RB
        6: Back(),  # back, options, plus
        7: Back(),  # start
        8: Look(),  # a stick pressed in
        9: Leaf(-1),  # L1
        10: Leaf(1),  # R1
        11: Focus(-1),  # the cross of those whose cross is buttons
        12: Focus(1),
        13: Adjust(-1),
        14: Adjust(1),
    }
)

# The cross, or the left stick taken for one: to the right and up are positive.
PAD_CROSS: Mapping[tuple[int, int], Intent] = MappingProxyType(
    {(0, 1): Focus(-1), (0, -1): Focus(1), (-1, 0): Adjust(-1), (1, 0): Adjust(1)}
)

OTHER: Mapping[int, Intent] = MappingProxyType(
    {
        pygame.QUIT: Quit(),
        pygame.WINDOWCLOSE: Quit(),
        pygame.WINDOWEXPOSED: Redraw(),
        pygame.WINDOWSIZECHANGED: Redraw(),
        pygame.WINDOWRESTORED: Redraw(),
    }
)


def intent_of(event: pygame.Event, *, writing: bool = False) -> Intent | None:
    """What the player means by an event, if anything. (pygame leaves out the repeats of a held key.)

    A finger is SDL's to turn into a pointer, so touch goes the mouse's way. While somebody is `writing`, a key that
    makes a sign means no more than that.
    """
    match event.type:
        case pygame.TEXTINPUT:
            return Write(event.text) if writing else None
        case pygame.KEYDOWN if writing and _makes_a_sign(event):
            return None
        case pygame.KEYDOWN if event.mod & pygame.KMOD_ALT:
            return KEYS_ALT.get(event.key)
        case pygame.KEYDOWN if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            return KEYS_HELD.get(event.key)
        case pygame.KEYDOWN if event.key in KEYS_SHIFTED and event.mod & pygame.KMOD_SHIFT:
            return KEYS_SHIFTED[event.key]
        case pygame.KEYDOWN:
            return KEYS.get(event.key) or KEY_PLACES.get(event.scancode)
        case pygame.MOUSEMOTION:
            return Point(*event.pos)
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
            return Press(*event.pos)
        case pygame.MOUSEBUTTONUP if event.button == pygame.BUTTON_LEFT:
            return Release(*event.pos)
        case pygame.MOUSEBUTTONDOWN:
            return BUTTONS.get(event.button)
        case pygame.MOUSEWHEEL:
            turned = -event.precise_y if event.flipped else event.precise_y
            return Scroll(-turned * WHEEL_LINES)
        case pygame.JOYBUTTONDOWN:
            return PAD_BUTTONS.get(event.button)
        case pygame.JOYHATMOTION:
            return PAD_CROSS.get(event.value)
        case other:
            return OTHER.get(other)


def _makes_a_sign(event: pygame.Event) -> bool:
    """Whether text follows the key: SDL numbers the keys that do by their sign, from the blank on."""
    held = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT)
    signs = pygame.K_SPACE <= event.key < KEYS_WITHOUT_SIGN and event.key != pygame.K_DELETE
    return not held and (
        signs or (pygame.K_KP_DIVIDE <= event.key <= pygame.K_KP_PERIOD and event.key != pygame.K_KP_ENTER)
    )
