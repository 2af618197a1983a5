"""Letters follow the layout; where it has none of ours, their places do. `/` and the digits follow what is typed."""

import string
from collections.abc import Mapping

import pygame
import pytest

from game.ui.input.events import intent_of
from game.ui.input.intents import (
    Adjust,
    ChooseOption,
    Confirm,
    Find,
    HideText,
    Intent,
    MoveFocus,
    Quit,
    ResizeText,
    ScrollToEdge,
    ScrollWindows,
    ShowHistory,
    ShowSaves,
    SkipAhead,
    SkipScene,
    ToggleAutoTurn,
    TypeText,
)
from game.ui.input.keyboard import Keyboard

# The signs of the keys that bear a to z in the United States, as SDL tells them under X11: xkeyboard-config 2.35.1.
LAYOUTS: Mapping[str, str] = {
    "us": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "fr": "q b c d e f g h i j k l , n o p a r s t u v z x y w",
    "de": "a b c d e f g h i j k l m n o p q r s t u v w x z y",
    "us(dvorak)": "a x j e . u i d c h t n m b r l ' p o y g k , q f ;",
    "tr(f)": "u ç v e ğ a ü t n k m l s z h p f ı i o r c g ö d j",
    "ru": "ф и с в у а п р ш о л д ь т щ з й к ы е г м ц ч н я",
    "gr": "α β ψ δ ε φ γ η ι ξ κ λ μ ν ο π ; ρ σ τ θ ω ς χ υ ζ",
    "il": "ש נ ב ג ק כ ע י ן ח ל ך צ מ ם פ / ר ד א ו ה ' ס ט ז",
    "ara": "ش ﻻ ؤ ي ث ب ل ا ه ت ن م ة ى خ ح ض ق س ف ع ر ص ء غ ئ",
    "th": "ฟ ิ แ ก ำ ด เ ้ ร ่ า ส ท ื น ย ๆ พ ห ะ ี อ ไ ป ั ผ",
}
FOREIGN = ("ru", "gr", "il", "ara", "th")
PLAIN: Mapping[str, Intent] = {
    "l": ShowHistory(),
    "a": ToggleAutoTurn(),
    "f": SkipAhead(),
    "n": SkipAhead(unread=True),
    "h": HideText(),
    "s": SkipScene(),
}
HELD: Mapping[str, Intent] = {
    "s": ShowSaves(writing=True),
    "o": ShowSaves(writing=False),
    "f": Find(),
    "q": Quit(),
}
SHIFT, CTRL, NUM = pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL, pygame.KMOD_NUM


def pressed(key: int, mod: int = 0, scancode: int = 0, text: str = "") -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=key, mod=mod, scancode=scancode, unicode=text)


def meant_in(layout: str, mod: int) -> dict[str, Intent]:
    """What each key means that bears a letter in the United States, if it means anything, by that letter."""
    signs = LAYOUTS[layout].split()
    found = {
        us: intent_of(pressed(ord(sign), mod, pygame.KSCAN_A + number, "" if mod else sign))
        for number, (us, sign) in enumerate(zip(string.ascii_lowercase, signs, strict=True))
    }
    return {us: intent for us, intent in found.items() if intent is not None}


@pytest.mark.parametrize(("mod", "meanings"), [(0, PLAIN), (CTRL, HELD)])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_letter_is_where_the_layout_has_it_and_nowhere_else(
    layout: str, mod: int, meanings: Mapping[str, Intent]
) -> None:
    signs = LAYOUTS[layout].split()
    expected = {
        place: meanings[letter]
        for letter in meanings
        for place, sign in zip(string.ascii_lowercase, signs, strict=True)
        if sign == letter or (layout in FOREIGN and place == letter)
    }
    assert {place: intent for place, intent in meant_in(layout, mod).items() if intent in meanings.values()} == expected
    missing = len(meanings) - len(expected)
    assert missing == 0 if layout in FOREIGN else missing <= 1, "at most one is beside the keys of our letters"


@pytest.mark.parametrize(
    ("layout", "key", "mod", "place", "text"),
    [
        ("us", "/", 0, pygame.KSCAN_SLASH, "/"),
        ("de", "7", SHIFT, pygame.KSCAN_7, "/"),
        ("hu", "6", SHIFT, pygame.KSCAN_6, "/"),
        ("fr", ":", SHIFT, pygame.KSCAN_PERIOD, "/"),
        ("cz", "ú", SHIFT, pygame.KSCAN_LEFTBRACKET, "/"),
        ("ru", "\\", SHIFT, pygame.KSCAN_BACKSLASH, "/"),
        ("tr(f)", "/", 0, pygame.KSCAN_MINUS, "/"),
    ],
)
def test_a_slash_is_known_by_what_is_typed(layout: str, key: str, mod: int, place: int, text: str) -> None:
    assert intent_of(pressed(ord(key), mod, place, text)) == Find(), layout
    keyboard = Keyboard()
    followed = [
        keyboard.follow(pressed(ord(key), mod, place, text)),
        keyboard.follow(pygame.Event(pygame.TEXTINPUT, text=text), writing=True),
    ]
    assert followed == [Find(), None], "and it is not written into what it opened"


@pytest.mark.parametrize("key", [pressed(pygame.K_MINUS, 0, pygame.KSCAN_SLASH, "-"), pressed(ord("."), 0, 56, ".")])
def test_the_place_of_the_slash_is_none_where_it_types_something_else(key: pygame.Event) -> None:
    assert intent_of(key) is None


def test_a_slash_that_shares_an_unshifted_key_with_a_digit_means_either() -> None:
    keyboard = Keyboard()  # as in Thailand, where SDL tells the row of digits as such
    assert keyboard.follow(pressed(pygame.K_2, 0, pygame.KSCAN_2, "/")) == ChooseOption(2)
    assert keyboard.follow(pygame.Event(pygame.TEXTINPUT, text="/")) == Find()


@pytest.mark.parametrize(
    ("event", "intent"),
    [
        (pressed(pygame.K_1, 0, pygame.KSCAN_1, "&"), ChooseOption(1)),  # France, as SDL tells it there
        (pressed(pygame.K_1, SHIFT, pygame.KSCAN_1, "1"), ChooseOption(1)),
        (pressed(pygame.K_AMPERSAND, 0, pygame.KSCAN_1, "&"), ChooseOption(1)),
        (pressed(ord("é"), SHIFT, pygame.KSCAN_2, "2"), ChooseOption(2)),
        (pressed(ord("ě"), 0, pygame.KSCAN_2, "ě"), ChooseOption(2)),  # Czechia
        (pressed(ord("۳"), 0, pygame.KSCAN_3, "۳"), ChooseOption(3)),  # Iran
        (pressed(pygame.K_7, SHIFT, pygame.KSCAN_7, "&"), None),  # the United States
        (pressed(pygame.K_0, 0, pygame.KSCAN_0, "0"), None),
    ],
)
def test_a_digit_is_what_is_typed_or_the_place_of_one(event: pygame.Event, intent: Intent | None) -> None:
    assert intent_of(event) == intent


@pytest.mark.parametrize(
    ("event", "by"),
    [
        (pressed(pygame.K_EQUALS, CTRL, pygame.KSCAN_EQUALS, "="), 1),
        (pressed(pygame.K_EQUALS, CTRL | SHIFT, pygame.KSCAN_EQUALS, "+"), 1),
        (pressed(pygame.K_1, CTRL | SHIFT, pygame.KSCAN_1, "+"), 1),  # Switzerland
        (pressed(pygame.K_SEMICOLON, CTRL | SHIFT, pygame.KSCAN_SEMICOLON, "+"), 1),  # Japan
        (pressed(pygame.K_6, CTRL, pygame.KSCAN_6, "-"), -1),  # France
        (pressed(pygame.K_KP_PLUS, CTRL, pygame.KSCAN_KP_PLUS), 1),
        (pressed(pygame.K_KP_MINUS, CTRL | NUM, pygame.KSCAN_KP_MINUS), -1),
        (pressed(ord("à"), CTRL, pygame.KSCAN_0, "à"), 0),
        (pressed(pygame.K_KP_0, CTRL | NUM, pygame.KSCAN_KP_0, "0"), 0),
    ],
)
def test_the_size_of_text_follows_the_sign_wherever_it_is(event: pygame.Event, by: int) -> None:
    assert intent_of(event) == ResizeText(by)


MOVES: Mapping[int, Intent | None] = {
    1: ScrollToEdge(1), 2: MoveFocus(1), 3: ScrollWindows(1), 4: Adjust(-1), 5: None, 6: Adjust(1), 7: ScrollToEdge(-1), 8: MoveFocus(-1), 9: ScrollWindows(-1)
}  # fmt: skip


@pytest.mark.parametrize("digit", MOVES)
def test_the_keypad_moves_without_numlock_and_counts_with_it(digit: int) -> None:
    key, place = pygame.K_KP_1 + digit - 1, pygame.KSCAN_KP_1 + digit - 1
    assert intent_of(pressed(key, 0, place)) == MOVES[digit]
    assert intent_of(pressed(key, NUM | SHIFT, place)) == MOVES[digit], "a shift turns it round"
    assert intent_of(pressed(key, NUM, place, str(digit))) == ChooseOption(digit)
    assert intent_of(pressed(key, 0, place, str(digit))) == ChooseOption(digit), "a Mac has no NumLock"
    assert intent_of(pressed(key, NUM, place), writing=True) is None
    assert intent_of(pressed(key, 0, place), writing=True) == MOVES[digit]


def test_enter_on_the_keypad_is_enter_and_its_slash_a_slash() -> None:
    assert intent_of(pressed(pygame.K_KP_ENTER, 0, pygame.KSCAN_KP_ENTER, "\r")) == Confirm()
    assert intent_of(pressed(pygame.K_KP_DIVIDE, 0, pygame.KSCAN_KP_DIVIDE, "/")) == Find()


@pytest.mark.parametrize(
    ("key", "written"),
    [
        (pressed(ord("ы"), 0, pygame.KSCAN_S, "ы"), TypeText("ы")),
        (pressed(ord("ы"), CTRL, pygame.KSCAN_S, "ы"), None),  # X11 tells of a text here
        (pressed(pygame.K_x, pygame.KMOD_LALT, pygame.KSCAN_X, "ы"), None),
        (pressed(pygame.K_q, pygame.KMOD_RALT, pygame.KSCAN_Q, "ы"), TypeText("ы")),
        (pressed(pygame.K_q, CTRL | pygame.KMOD_RALT, pygame.KSCAN_Q, "ы"), TypeText("ы")),  # Windows' AltGr
    ],
)
def test_the_text_of_a_key_that_meant_something_is_not_typed_as_well(key: pygame.Event, written: Intent | None) -> None:
    keyboard = Keyboard()
    keyboard.follow(key, writing=True)
    assert keyboard.follow(pygame.Event(pygame.TEXTINPUT, text="ы"), writing=True) == written
