"""The one table from what a device did to what the player means by it.

A key is known by the sign that it bears in the layout at hand (https://wiki.libsdl.org/SDL2/SDL_Keycode), and where that
is of another alphabet than ours, by its place: there it is what bears our letter in the United States. `/` and the
digits are known by the text that they type as well, as in many layouts they need a shift.

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
    ChooseOption,
    Confirm,
    CycleFocus,
    Find,
    Forward,
    FullScreen,
    HideText,
    Intent,
    MoveFocus,
    QuickLoad,
    QuickSave,
    Quit,
    Redraw,
    ResizeText,
    Rewind,
    ScrollToEdge,
    ScrollWindows,
    ShowHelp,
    ShowHistory,
    ShowSaves,
    SkipAhead,
    SkipScene,
    TakeScreenshot,
    ToggleAutoTurn,
)

WHEEL_LINES = 3.0

KEYS: Mapping[int, Intent] = MappingProxyType(
    {
        pygame.K_SPACE: Advance(),
        pygame.K_RETURN: Confirm(),
        pygame.K_KP_ENTER: Confirm(),
        pygame.K_DOWN: MoveFocus(1),
        pygame.K_UP: MoveFocus(-1),
        pygame.K_RIGHT: Adjust(1),
        pygame.K_LEFT: Adjust(-1),
        pygame.K_TAB: CycleFocus(1),
        pygame.K_BACKSPACE: Rewind(),
        pygame.K_AC_BACK: Rewind(),
        pygame.K_PAGEDOWN: ScrollWindows(1),
        pygame.K_PAGEUP: ScrollWindows(-1),
        pygame.K_HOME: ScrollToEdge(-1),
        pygame.K_END: ScrollToEdge(1),
        pygame.K_s: SkipScene(),
        pygame.K_f: SkipAhead(),
        pygame.K_n: SkipAhead(unread=True),
        pygame.K_a: ToggleAutoTurn(),
        pygame.K_l: ShowHistory(),
        pygame.K_SLASH: Find(),
        pygame.K_h: HideText(),
        pygame.K_ESCAPE: Back(),
        pygame.K_F1: ShowHelp(),
        pygame.K_F5: QuickSave(),
        pygame.K_F9: QuickLoad(),
        pygame.K_F11: FullScreen(),
        pygame.K_F12: TakeScreenshot(),
        **{pygame.K_1 + n: ChooseOption(n + 1) for n in range(9)},
        **{pygame.K_KP_1 + n: ChooseOption(n + 1) for n in range(9)},
    }
)

# Without NumLock the keypad moves.
KEYPAD: Mapping[int, int] = MappingProxyType(
    {
        pygame.K_KP_1: pygame.K_END,
        pygame.K_KP_2: pygame.K_DOWN,
        pygame.K_KP_3: pygame.K_PAGEDOWN,
        pygame.K_KP_4: pygame.K_LEFT,
        pygame.K_KP_5: pygame.K_CLEAR,
        pygame.K_KP_6: pygame.K_RIGHT,
        pygame.K_KP_7: pygame.K_HOME,
        pygame.K_KP_8: pygame.K_UP,
        pygame.K_KP_9: pygame.K_PAGEUP,
        pygame.K_KP_0: pygame.K_INSERT,
        pygame.K_KP_PERIOD: pygame.K_DELETE,
    }
)

# Where the digits need a shift (as in France), the row of keys that elsewhere bears them.
KEY_PLACES: Mapping[int, Intent] = MappingProxyType({pygame.KSCAN_1 + n: ChooseOption(n + 1) for n in range(9)})

# Where a key bears another alphabet (as in Russia), the letter of ours that shares it.
LETTER_PLACES: Mapping[int, int] = MappingProxyType({pygame.KSCAN_A + n: pygame.K_a + n for n in range(26)})

# And what keyboards of other alphabets bear where we have a letter: Greek, Hebrew and Bulgarian ones, where our Q is.
LETTERLESS: Mapping[int, frozenset[int]] = MappingProxyType({pygame.KSCAN_Q: frozenset(map(ord, ";/,"))})

KEYS_SHIFTED: Mapping[int, Intent] = MappingProxyType({pygame.K_TAB: CycleFocus(-1), pygame.K_BACKSPACE: Forward()})

KEYS_ALT: Mapping[int, Intent] = MappingProxyType(
    {pygame.K_RETURN: FullScreen(), pygame.K_LEFT: Rewind(), pygame.K_RIGHT: Forward()}
)

# With Ctrl, or with the Mac's command key.
KEYS_HELD: Mapping[int, Intent] = MappingProxyType(
    {
        pygame.K_PLUS: ResizeText(1),
        pygame.K_EQUALS: ResizeText(1),
        pygame.K_KP_PLUS: ResizeText(1),
        pygame.K_MINUS: ResizeText(-1),
        pygame.K_KP_MINUS: ResizeText(-1),
        pygame.K_0: ResizeText(0),
        pygame.K_KP_0: ResizeText(0),
        pygame.K_q: Quit(),
        pygame.K_f: Find(),
        pygame.K_s: ShowSaves(writing=True),
        pygame.K_o: ShowSaves(writing=False),
    }
)

# And by what they type, where that needs a shift or shares a key with a digit; or by their place.
TEXTS_HELD: Mapping[str, Intent] = MappingProxyType({"+": ResizeText(1), "-": ResizeText(-1)})
KEY_PLACES_HELD: Mapping[int, Intent] = MappingProxyType({pygame.KSCAN_0: ResizeText(0)})

FIND = "/"
DIGITS = range(pygame.K_1, pygame.K_9 + 1)
ALONG = pygame.KMOD_CTRL | pygame.KMOD_META
KEYS_WITHOUT_SIGN = 1 << 30  # https://wiki.libsdl.org/SDL2/SDL_Keycode: these are numbered by their place

BUTTON_BACK, BUTTON_FORWARD = 6, 7  # the thumb's: pygame counts the wheel as 4 and 5

BUTTONS: Mapping[int, Intent] = MappingProxyType({BUTTON_BACK: Rewind(), BUTTON_FORWARD: Forward()})

PAD_BUTTONS: Mapping[int, Intent] = MappingProxyType(
    {
        0: Confirm(),  # A, cross
        1: Rewind(),  # B, circle
        2: SkipScene(),  # X, square
        3: ShowHelp(),  # Y, triangle
        4: ScrollWindows(-1),  # LB
        5: ScrollWindows(1),  # RB
        6: Back(),  # back, options, plus
        7: Back(),  # start
        8: HideText(),  # a stick pressed in
        9: ScrollWindows(-1),  # L1
        10: ScrollWindows(1),  # R1
        11: MoveFocus(-1),  # the cross of those whose cross is buttons
        12: MoveFocus(1),
        13: Adjust(-1),
        14: Adjust(1),
    }
)

# The cross, or the left stick taken for one: to the right and up are positive.
PAD_CROSS: Mapping[tuple[int, int], Intent] = MappingProxyType(
    {(0, 1): MoveFocus(-1), (0, -1): MoveFocus(1), (-1, 0): Adjust(-1), (1, 0): Adjust(1)}
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
