"""What the player means by an event: looked up in the table of bindings, by sign, place or text."""

import sys
import unicodedata

import pygame

from game.ui.input.bindings import (
    ALONG,
    BUTTONS,
    DIGITS,
    FIND,
    KEY_PLACES,
    KEY_PLACES_HELD,
    KEYPAD,
    KEYS,
    KEYS_ALT,
    KEYS_HELD,
    KEYS_SHIFTED,
    KEYS_WITHOUT_SIGN,
    LETTER_PLACES,
    LETTERLESS,
    OTHER,
    PAD_BUTTONS,
    PAD_CROSS,
    TEXTS_HELD,
    WHEEL_LINES,
)
from game.ui.input.intents import Find, Hover, Intent, Press, Release, ScrollLines, TypeText


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
