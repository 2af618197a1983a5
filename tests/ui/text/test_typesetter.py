"""Words in lines: within the width, nothing lost, styles in their own faces."""

from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.play.situation import TextRun
from game.story.letters import clusters
from game.ui.text.fonts import FILES, Cut, Family, Fonts
from game.ui.text.typesetter import Span, TextBlock, Typesetter
from game.ui.theme.metrics import Metrics
from game.ui.theme.palette import PALETTE

FONTS = Path(__file__).resolve().parents[3] / "assets" / "fonts"
FACES = Fonts(FONTS)
SIZES = [(960, 540), (1920, 1080), (3840, 2160), (1024, 768), (3440, 1440), (960, 1400)]


def typesetter(size: tuple[int, int] = (1280, 720)) -> Typesetter:
    return Typesetter(FACES, Metrics.of(size))


def words_of(block: TextBlock) -> list[str]:
    return "".join(" " + "".join(piece.text for piece in line) for line in block.lines).split()


def right_of(block: TextBlock) -> int:
    return max(piece.x + FACES.width(piece.style, piece.text) for line in block.lines for piece in line)


@pytest.mark.parametrize("size", SIZES)
def test_text_stays_within_the_column_and_the_column_within_the_window(size: tuple[int, int]) -> None:
    type = typesetter(size)
    metrics = type.metrics
    prose = "The stairs go down eleven steps and then, where the twelfth should be, they just go down. " * 20
    block = type.block(
        type.spans((TextRun(prose), TextRun(prose, stress=True)), metrics.body, PALETTE.ink), metrics.column_width
    )
    assert right_of(block) <= metrics.column_width
    assert len(block.lines) > 20
    for side in ("left", "right"):
        assert metrics.left(side) > 0
        assert metrics.left(side) + metrics.column_width < size[0]


@given(
    st.lists(
        st.builds(
            TextRun,
            st.text("aW,.’—- é", min_size=1, max_size=60),
            st.booleans(),
            st.booleans(),
        ),
        max_size=6,
    ),
    st.integers(60, 500),
)
@settings(max_examples=150)
def test_no_letter_is_lost_and_no_line_is_too_long(runs: list[TextRun], width: int) -> None:
    type = typesetter()
    block = type.block(type.spans(runs, 24, PALETTE.ink), width)
    assert "".join(words_of(block)) == "".join("".join(run.text for run in runs).split())
    assert block.width <= width


def test_stress_and_weight_are_faces_of_their_own() -> None:
    type = typesetter()
    runs = (
        TextRun("plain "),
        TextRun("stressed", stress=True),
        TextRun(" "),
        TextRun("weighty", weight=True),
        TextRun("both", True, True),
    )
    hands = {span.text.strip(): span.style.cut for span in type.spans(runs, 24, PALETTE.ink) if span.text.strip()}
    assert hands == {
        "plain": Cut.REGULAR,
        "stressed": Cut.ITALIC,
        "weighty": Cut.BOLD,
        "both": Cut.BOLD_ITALIC,
    }


@pytest.mark.parametrize("family", Family)
def test_every_family_has_real_cuts_and_looks_as_large_as_the_others(family: Family) -> None:
    assert set(FILES[family]) == set(Cut)
    assert all((FONTS / file).is_file() for file in FILES[family].values())
    assert len({FILES[family][cut] for cut in Cut if cut is not Cut.CAPITALS}) == 4
    type = Typesetter(FACES, Metrics.of((1920, 1080)), family)
    line = "Behind it the stairs go down eleven steps and then they just go down."
    assert 500 < type.block(type.span(line, 36, PALETTE.ink), 10_000).width < 1300


@pytest.mark.parametrize("word", ["fine", "pale", "young", "nine"])
@pytest.mark.parametrize("size", [18, 36, 72])
def test_no_wider_gap_stands_before_letters_that_reach_back(word: str, size: int) -> None:
    type = typesetter((1920, 1080))
    block = type.block(type.spans((TextRun("said "), TextRun(word, stress=True)), size, PALETTE.ink), 1000)
    said, stressed = block.lines[0]
    ink = FACES.ink(stressed.style, word).get_bounding_rect()
    gap = stressed.x + ink.left - FACES.width(said.style, said.text)
    assert gap <= 0.06 * size, "besides the space there is only what a letter has at its side"
    assert gap >= -0.35 * size


def test_words_of_the_interface_are_without_serifs_and_a_title_has_the_face_of_the_game() -> None:
    for family, interface in ((Family.SERIF, Family.SANS), (Family.DYSLEXIA, Family.DYSLEXIA)):
        type = Typesetter(FACES, Metrics.of((1280, 720)), family)
        assert type.label("Esc", 20, PALETTE.ink)[0].style.family is interface
        assert type.lettering("Hell", 20)[0].style.family is Family.SERIF


def test_a_full_stop_stays_with_the_stressed_word_before_it() -> None:
    type = typesetter()
    spans = type.spans((TextRun("No. "), TextRun("Nevermore", stress=True), TextRun(".")), 24, PALETTE.ink)
    all_but_the_stop = FACES.width(spans[0].style, "No. ") + FACES.width(spans[1].style, "Nevermore") + 1
    narrow = type.block(spans, all_but_the_stop)
    assert ["".join(piece.text for piece in line) for line in narrow.lines] == ["No.", "Nevermore."]


def test_without_its_fonts_there_is_still_text(tmp_path: Path) -> None:
    type = Typesetter(Fonts(tmp_path), Metrics.of((1280, 720)))
    assert type.block(type.span("Words.", 24, PALETTE.ink), 400).width > 0


def test_a_title_breaks_into_lines_about_as_long_as_each_other() -> None:
    type = typesetter()
    spans = type.span("Out of the Jaws of Hell", 60, PALETTE.ink)
    whole = type.block(spans, 2000).width
    even = type.balanced(spans, whole - 20, 70)
    assert len(even.lines) == 2
    assert even.width < whole * 0.6


def test_letters_are_kerned_and_joined_as_their_face_has_it() -> None:
    type = typesetter((1920, 1080))
    style = type.span("A", 36, PALETTE.ink)[0].style
    apart = FACES.width(style, "A") + FACES.width(style, "V")
    assert FACES.width(style, "AV") < apart
    font = FACES.font(style.family, style.cut, style.size)
    joined, two = font.render("fi", True, PALETTE.ink), font.render("f\u200ci", True, PALETTE.ink)
    assert pygame.image.tobytes(joined, "RGBA") != pygame.image.tobytes(two, "RGBA"), "fi is one sign, f and i are two"


@pytest.mark.parametrize("family", Family)
def test_every_family_has_the_signs_that_stories_and_screens_use(family: Family) -> None:
    for cut in Cut:
        font = FACES.font(family, cut, 40)
        missing = pygame.image.tobytes(font.render("\uffff", True, PALETTE.ink), "RGBA")
        for sign in "“”‘’–—…‹›−éèüñ£":
            assert pygame.image.tobytes(font.render(sign, True, PALETTE.ink), "RGBA") != missing, (family, cut, sign)


def test_quotes_stay_as_they_are_written() -> None:
    type = typesetter()
    block = type.block(type.span("“Don’t,” she says.", 24, PALETTE.ink), 1000)
    assert words_of(block) == ["“Don’t,”", "she", "says."]


@pytest.mark.parametrize("family", Family)
def test_a_name_is_the_same_in_capitals_however_its_accents_were_typed(family: Family) -> None:
    type = Typesetter(FACES, Metrics.of((1280, 720)), family)
    assert type.capitals("Rene\u0301", 20, PALETTE.ink) == type.capitals("René", 20, PALETTE.ink)
    assert type.capitals("ΐ", 20, PALETTE.ink) == type.capitals("ΐ".upper(), 20, PALETTE.ink)


def foot_of(type: Typesetter, spans: tuple[Span, ...]) -> int:
    canvas = pygame.Surface((200, 200), pygame.SRCALPHA)
    type.draw(canvas, type.block(spans, 200), (10, 60))
    return canvas.get_bounding_rect().bottom


@pytest.mark.parametrize("size", [13, 20, 41])
@pytest.mark.parametrize("family", Family)
def test_letters_stand_on_one_line_however_high_their_accents_reach(family: Family, size: int) -> None:
    type = Typesetter(FACES, Metrics.of((1280, 720)), family)
    for set in (type.capitals, type.span):
        for accented, plain in {"É": "E", "Ź": "Z", "HÅH": "HAH", "Ñ": "N", "M\u0304\u0302": "M"}.items():
            if family is Family.DYSLEXIA and len(accented) > 1 and not accented.isalpha():
                continue  # that face has no accents apart
            lines = [foot_of(type, set(text, size, PALETTE.ink)) for text in (accented, plain)]
            assert abs(lines[0] - lines[1]) <= 1, (set, accented)


def test_an_accent_that_no_letter_is_made_with_keeps_to_its_letter_in_spaced_capitals() -> None:
    type = Typesetter(FACES, Metrics.of((1280, 720)), Family.SANS)
    (plain,), (marked,) = (type.capitals(name, 20, PALETTE.ink) for name in ("amo", "am\u0304o"))
    assert abs(FACES.width(marked.style, marked.text) - FACES.width(plain.style, plain.text)) <= 1


@given(st.text("ae\u0301\u0323👩\u200dक\u093f🇳🇴", min_size=1, max_size=40), st.integers(10, 80))
@settings(max_examples=60)
def test_no_letter_is_parted_where_a_word_is_too_long_for_a_line(text: str, width: int) -> None:
    type = typesetter()
    block = type.block(type.span(text, 24, PALETTE.ink), width)
    parts = ["".join(piece.text for piece in line) for line in block.lines]
    assert [letter for part in parts for letter in clusters(part)] == clusters(text)
