"""Words found as readers type them, and marked in the text as it stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.finding import find
from game.story.letters import boundaries

TEXT = st.text("aeéßİıſKøŁæ ’'“\"—-…. \u00a0\n\u0301\u0308\u00ad\u200bﬁ½한👩\u200d👧🇳🇴çС", max_size=20)


def marked(text: str, sought: str) -> list[str]:
    return [text[start:end] for start, end in find(text, sought)]


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("“Don’t,” she said.", "don't", ["Don’t"]),
        ("“Don’t,” she said.", '"don', ["“Don"]),
        ("«Non», dit-il.", '"non"', ["«Non»"]),
        ("a man – no – a boy", "- no -", ["– no –"]),
        ("Wait… what? Wait... no.", "wait...", ["Wait…", "Wait..."]),
        ("Wait…", ".", ["…"]),
        ("Auf der Straße, im Haus", "haus", ["Haus"]),
        ("Auf der Straße", "STRASSE", ["Straße"]),
        ("Auf der Strasse", "straße", ["Strasse"]),
        ("İstanbul, ılık", "istanbul", ["İstanbul"]),
        ("İstanbul, ılık", "ilik", ["ılık"]),
        ("ΟΔΟΣ", "οδος", ["ΟΔΟΣ"]),
        ("un café noir", "cafe", ["café"]),
        ("un cafe\u0301 noir", "cafe", ["cafe\u0301"]),
        ("un cafe\u0301 noir", "CAFÉ", ["cafe\u0301"]),
        ("un cafe noir", "café", []),
        ("un cafè noir", "café", []),
        ("Łódź, Ærø, l’œuvre", "lodz, aero", ["Łódź, Ærø"]),
        ("l’œuvre", "oeuvre", ["œuvre"]),
        ("oeuvre", "œuvre", []),
        ("10\u00a0000\u202f€ et\nplus", "10 000 € et plus", ["10\u00a0000\u202f€ et\nplus"]),
        ("the ﬁre, Ｆｕｌｌ", "fire, full", ["ﬁre, Ｆｕｌｌ"]),
        ("soft\u00adly, zero\u200bwidth", "softly, zerowidth", ["soft\u00adly, zero\u200bwidth"]),
        ("softly", "soft\u00adly", ["softly"]),
        ("👩\u200d👩\u200d👧 and 👍🏽", "👍", ["👍🏽"]),
        ("👩\u200d👩\u200d👧 and 👍🏽", "👧", ["👩\u200d👩\u200d👧"]),
        ("한글", "하", ["한"]),
        ("ёлка и Йод", "елка и иод", ["ёлка и Йод"]),
        ("aaa", "aa", ["aa"]),
        ("anything", "", []),
        ("anything", "\u200b", []),
    ],
)
def test_it_is_found_as_it_is_typed_and_marked_as_it_stands(text: str, sought: str, found: list[str]) -> None:
    assert marked(text, sought) == found


@given(TEXT, st.data())
def test_any_part_of_a_text_is_found_in_any_case_and_form(text: str, data: st.DataObject) -> None:
    edges = boundaries(text)
    first = data.draw(st.integers(0, len(edges) - 1))
    part = text[edges[first] : edges[data.draw(st.integers(first, len(edges) - 1))]]
    alone = marked(part, part)
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        typed = unicodedata.normalize(form, part)
        assert marked(text, typed) or not alone, form
    assert marked(text, part.lower()) or not alone


@given(TEXT, TEXT)
def test_what_is_marked_is_whole_letters_one_after_another_and_holds_what_was_sought(text: str, sought: str) -> None:
    spans, before = list(find(text, sought)), 0
    for start, end in spans:
        assert before <= start < end
        assert {start, end} <= set(boundaries(text))
        assert marked(text[start:end], sought), "by itself it is found as well"
        before = end


@given(TEXT, TEXT, TEXT)
def test_what_stands_around_it_hides_nothing(before: str, sought: str, after: str) -> None:
    if marked(sought, sought):
        assert marked(f"{before}. {sought} .{after}", sought)
