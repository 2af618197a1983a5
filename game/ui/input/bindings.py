"""The one table from what a device did to what the player means by it.

A key is known by the sign that it bears in the layout at hand (https://wiki.libsdl.org/SDL2/SDL_Keycode), and where that
is of another alphabet than ours, by its place: there it is what bears our letter in the United States. `/` and the
digits are known by the text that they type as well, as in many layouts they need a shift.

Pads are numbered as SDL's joysticks are, in the order that pygame's documentation gives for those of the Xbox 360,
PlayStation 4 and Switch Pro; where these differ, a button means what it does on each.
"""

import sys
import unicodedata
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
    Hover,
    Intent,
    MoveFocus,
    Press,
    QuickLoad,
    QuickSave,
    Quit,
    Redraw,
    Release,
    ResizeText,
    Rewind,
    ScrollLines,
    ScrollToEdge,
    ScrollWindows,
    ShowHelp,
    ShowHistory,
    ShowSaves,
    SkipAhead,
    SkipScene,
    TakeScreenshot,
    ToggleAutoTurn,
    TypeText,
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


def intent_of(event: pygame.Event, *, writing: bool = False) -> Intent | None:
    """What the player means by an event, if anything. (pygame leaves out the repeats of a held key.)

    A finger is SDL's to turn into a pointer, so touch goes the mouse's way. While somebody is `writing`, a key that
    makes a sign means no more than that.
    """
    match event.type:
        case pygame.TEXTINPUT if writing:
            return TypeText(event.text)
        case pygame.TEXTINPUT:
            return Find() if event.text == FIND else None
        case pygame.KEYDOWN if writing and _makes_a_sign(event):
            return None
        case pygame.KEYDOWN if event.mod & pygame.KMOD_ALT:
            return KEYS_ALT.get(event.key)
        case pygame.KEYDOWN if event.mod & ALONG:
            return KEYS_HELD.get(_key(event)) or TEXTS_HELD.get(typed(event)) or KEY_PLACES_HELD.get(event.scancode)
        case pygame.KEYDOWN if event.key in KEYS_SHIFTED and event.mod & pygame.KMOD_SHIFT:
            return KEYS_SHIFTED[event.key]
        case pygame.KEYDOWN:
            return _of_key(event)
        case pygame.MOUSEMOTION:
            return Hover(*event.pos)
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
            return Press(*event.pos)
        case pygame.MOUSEBUTTONUP if event.button == pygame.BUTTON_LEFT:
            return Release(*event.pos)
        case pygame.MOUSEBUTTONDOWN:
            return BUTTONS.get(event.button)
        case pygame.MOUSEWHEEL:
            turned = -event.precise_y if event.flipped else event.precise_y
            return ScrollLines(-turned * WHEEL_LINES)
        case pygame.JOYBUTTONDOWN:
            return PAD_BUTTONS.get(event.button)
        case pygame.JOYHATMOTION:
            return PAD_CROSS.get(event.value)
        case other:
            return OTHER.get(other)


def typed(event: pygame.Event) -> str:
    """The text that a key makes with those that are held; pygame puts it there once SDL has told it."""
    return str(getattr(event, "unicode", ""))


def _of_key(event: pygame.Event) -> Intent | None:
    """What a key means by itself, or with a shift."""
    text, shifted = typed(event), event.mod & pygame.KMOD_SHIFT
    if len(text) == 1 and text.isdecimal():
        return KEYS.get(pygame.K_0 + int(text))
    if shifted and (event.key in DIGITS or (text and event.scancode in KEY_PLACES)):
        return Find() if text == FIND else None  # what it types is no digit
    found = KEYS.get(_key(event)) or KEY_PLACES.get(event.scancode)
    return found or (Find() if text == FIND else None)


def _key(event: pygame.Event) -> int:
    """The key by the sign that it bears, or that shares its place."""
    key: int = event.key
    if key in KEYPAD and not _counts(event):
        return key if event.mod & ALONG else KEYPAD[key]
    foreign = _foreign(key) or (event.mod & ALONG and key in LETTERLESS.get(event.scancode, ()))
    return LETTER_PLACES.get(event.scancode, key) if foreign else key


def _foreign(key: int) -> bool:
    """Whether its sign is a letter, or a part of one, and not a Latin one."""
    if not 0x7F < key <= sys.maxunicode:
        return False
    sign = chr(key)
    return unicodedata.category(sign)[0] in "LM" and not unicodedata.name(sign, "LATIN").startswith("LATIN")


def _counts(event: pygame.Event) -> bool:
    """Whether a key of the keypad is a digit now. A shift turns NumLock round."""
    return typed(event).isprintable() and bool(
        typed(event) or (event.mod & pygame.KMOD_NUM and not event.mod & pygame.KMOD_SHIFT)
    )


def _makes_a_sign(event: pygame.Event) -> bool:
    """Whether text follows the key: SDL numbers the keys that do by their sign, from the blank on."""
    key: int = event.key
    if event.mod & (ALONG | pygame.KMOD_ALT):
        return False
    if key in KEYPAD:
        return _counts(event)
    signs = pygame.K_SPACE <= key < KEYS_WITHOUT_SIGN and key != pygame.K_DELETE
    return signs or (pygame.K_KP_DIVIDE <= key <= pygame.K_KP_PERIOD and key != pygame.K_KP_ENTER)
