"""What a terminal shows that lacks a sign: one that says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.plain import NAME


@pytest.mark.parametrize(
    ("text", "latin", "ascii"),
    [
        ("Don’t — “please”… go", 'Don\'t -- "please"... go', 'Don\'t -- "please"... go'),
        ("Café, naïve, Ångström", "Café, naïve, Ångström", "Cafe, naive, Angstrom"),
        ("Cafe\u0301 in Łódź", "Cafe in Lódz", "Cafe in Lodz"),
        ("2–4 × ½, 25 €", "2-4 × ½, 25 EUR", "2-4 x 1/2, 25 EUR"),
        ("«a\u202f·\u00a0b» → ﬁn", "«a ·\u00a0b» -> fin", '"a - b" -> fin'),
        ("中文 \ud800", "?? ?", "?? ?"),
    ],
)
def test_a_sign_that_is_not_there_is_told_by_plain_ones(text: str, latin: str, ascii: str) -> None:
    assert text.encode("latin-1", NAME).decode("latin-1") == latin
    assert text.encode("ascii", NAME).decode("ascii") == ascii


@given(st.text())
def test_whatever_is_said_can_be_shown(text: str) -> None:
    for terminal in ("ascii", "latin-1", "cp1252", "cp437"):
        shown = text.encode(terminal, NAME).decode(terminal)
        assert all(sign in shown for sign in text if sign.isascii())
