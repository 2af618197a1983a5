"""What readers take for one letter, and names in one form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.letters import boundaries, clusters, to_nfc

# Letters, accents, joiners, selectors, tones, flags, jamo, vowels of Thai and Hindi: all that letters are made of.
SIGNS = st.text("aeÅß \r\n\u0301\u0308\u0327\u200d\u200c\ufe0f👩❤🏽🇳🇴ᄒ\u1161\u11ab한하กำकि\u0301\u00ad", max_size=12)


@pytest.mark.parametrize(
    "letters",
    [
        ("c", "a", "f", "e\u0301"),
        ("R", "x\u0302\u0323"),
        ("👩\u200d👩\u200d👧", "!"),
        ("❤\ufe0f", "👍🏽"),
        ("🇳🇴", "🇸🇪", "🇫"),
        ("\u1112\u1161\u11ab", "글"),
        ("कि", "ता", "ब"),
        ("กำ", "ก"),
        ("\r\n", "a", "\n", "\u0301"),
    ],
)
def test_a_letter_is_all_that_is_drawn_as_one(letters: tuple[str, ...]) -> None:
    assert clusters("".join(letters)) == list(letters)


@given(SIGNS)
def test_letters_make_up_the_text_and_none_is_empty(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert all(clusters(text))
    assert boundaries(text)[-1] == len(text)


@given(SIGNS)
def test_composing_parts_no_letter_and_joins_none(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert len(clusters(to_nfc(apart))) == len(clusters(apart))
    assert to_nfc(apart) == to_nfc(text) == to_nfc(to_nfc(text))


def test_thousands_of_accents_on_one_letter_are_left_as_they_are() -> None:
    heap = "a" + "\u0301\u0323" * 200_000
    assert to_nfc(heap) == heap
    assert to_nfc("e\u0301" * 2_000) == "é" * 2_000
