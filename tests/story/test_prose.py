"""Prose: paragraphs, speakers, stress, wordings, and what is said of the slips."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.catalogue import CATALOGUE
from game.story.condition_parser import Names
from game.story.conditions import Compare, Constant, Held, Op
from game.story.diagnostic import Diagnostic
from game.story.model import Line
from game.story.prose import Cycle, Either, Prose, Shown, Style, Styled, Words, always_shows, walk
from game.story.prose_parser import Cast, parse_inline, parse_paragraphs, plain_words
from game.story.source_location import SourceLocation
from game.story.variables import Flag, OneOf, Range, Variable

VARIABLES = (
    Variable("trust", Range(0, 4), 0),
    Variable("hand", OneOf(("none", "taken")), "none"),
    Variable("lit", Flag(), False),
)
NAMES = Names(variables={variable.name: variable for variable in VARIABLES}, scenes={"hall": SourceLocation("")})
CAST = Cast({"ada": "Ada Lovelace", "bo": "Bo", "Cy": "Cy", "été": "Été"})
LIT = Compare(Held("lit"), Op.EQ, Constant(True))


def column(index: int) -> SourceLocation:
    return SourceLocation("test", 1, index + 1)


def parsed(text: str, *, block: bool = True) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    return parse_paragraphs(text, block, CAST, NAMES, column)


def lines(text: str, *, block: bool = True) -> list[tuple[str | None, str | None]]:
    """Who says what, in words alone."""
    found, wrong = parsed(text, block=block)
    assert wrong == ()
    return [(line.speaker, plain_words(line.prose)) for line in found]


def prose(text: str) -> Prose:
    found, wrong = parse_inline(text, NAMES, column)
    assert wrong == ()
    return merged(found)


def merged(prose: Prose) -> Prose:
    """With words that stand side by side as one, for escapes stand alone."""
    parts: list[object] = []
    for part in prose:
        if isinstance(part, Words) and parts and isinstance(parts[-1], Words):
            parts[-1] = Words(parts[-1].text + part.text)
        else:
            parts.append(part)
    return tuple(parts)  # type: ignore[arg-type]


def stressed(*parts: str | Styled) -> Styled:
    return Styled(Style.STRESS, words(*parts))


def heavy(*parts: str | Styled) -> Styled:
    return Styled(Style.WEIGHT, words(*parts))


def words(*parts: str | Styled) -> Prose:
    return tuple(Words(part) if isinstance(part, str) else part for part in parts)


def slips(text: str, *, block: bool = True) -> list[tuple[str, int]]:
    """The codes of what is wrong, each with its column."""
    _, wrong = parsed(text, block=block)
    return [(each.code, each.at.column) for each in wrong]


# Paragraphs and who speaks them


def test_in_a_block_a_blank_line_ends_a_paragraph_and_a_line_break_is_a_space() -> None:
    assert lines("One\ntwo.\n\n  \nThree.\n") == [(None, "One two."), (None, "Three.")]


def test_elsewhere_every_line_break_ends_a_paragraph() -> None:
    assert lines("One\ntwo.\n\nThree.", block=False) == [(None, "One"), (None, "two."), (None, "Three.")]


def test_a_space_that_does_not_break_is_meant() -> None:
    assert lines("Non\u00a0!\nQuoi \u202f?") == [(None, "Non\u00a0! Quoi \u202f?")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ada: Hello.", [("ada", "Hello.")]),
        ("ada:   Hello.", [("ada", "Hello.")]),
        ("ada: Hello,\nyou.", [("ada", "Hello, you.")]),
        ("ada:\nHello.", [("ada", "Hello.")]),
        ("ada: Hello.\nbo: Hello.", [("ada", "Hello."), ("bo", "Hello.")]),
        ("One.\nada: Hello.", [(None, "One."), ("ada", "Hello.")]),
        ("ada: Hello.\n\nOne.", [("ada", "Hello."), (None, "One.")]),
        ("Cy: Hello.", [("Cy", "Hello.")]),
        ("été: Oui.", [("été", "Oui.")]),
        ("She said: hello.", [(None, "She said: hello.")]),
        ("Dawn: a red line.", [(None, "Dawn: a red line.")]),
        ("Élan: a word.", [(None, "Élan: a word.")]),
        (r"\dawn: a red line.", [(None, "dawn: a red line.")]),
        (r"\ada: a name.", [(None, "ada: a name.")]),
        (r"\Bo: a name.", [(None, "Bo: a name.")]),
        ("3pm: the bell.", [(None, "3pm: the bell.")]),
        ("at 3:15 it rang", [(None, "at 3:15 it rang")]),
    ],
)
def test_a_paragraph_that_opens_with_somebody_of_the_cast_is_spoken(text: str, who: list[tuple[str, str]]) -> None:
    assert lines(text) == who


def test_a_paragraph_stands_where_its_first_words_do() -> None:
    found, _ = parsed("  One.\n\nada:  Two.\nbo:\n  Three.")
    assert [line.at.column for line in found] == [3, 15, 26]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("dawn: a red line", [("unknown-speaker", 1)]),
        ("One.\n\n  aba: Hello.", [("unknown-speaker", 9)]),
        ("ada:", [("speaker-silent", 4)]),
        ("ada:\n\nOne.", [("speaker-silent", 4)]),
        ("Ada: Hello.", [("speaker-in-capitals", 1)]),
        ("BO: Hello.", [("speaker-in-capitals", 1)]),
        ("Ada Lovelace: Hello.", [("speaker-in-capitals", 1)]),
        ("ada : Hello.", [("speaker-space", 1)]),
        ("ada:Hello.", [("speaker-space", 1)]),
    ],
)
def test_near_misses_of_a_speaker_are_said(text: str, wrong: list[tuple[str, int]]) -> None:
    assert slips(text) == wrong


def test_whose_name_is_likely_meant_is_said_too() -> None:
    _, (wrong,) = parsed("aba: Hello.")
    assert wrong.hint == "did you mean ‘ada’? For prose write ‘\\aba: ’"


# Stress, weight and escapes


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("so *very* still", words("so ", stressed("very"), " still")),
        ("so **very** still", words("so ", heavy("very"), " still")),
        ("*a **b** c*", (stressed("a ", heavy("b"), " c"),)),
        ("**a *b* c**", (heavy("a ", stressed("b"), " c"),)),
        ("***both***", (heavy(stressed("both")),)),
        ("*a **b***", (stressed("a ", heavy("b")),)),
        ("**a *b***", (heavy("a ", stressed("b")),)),
        ("*a* *b*", words(stressed("a"), " ", stressed("b"))),
        ("un*believ*able", words("un", stressed("believ"), "able")),
        ("*over a\nline*", (stressed("over a line"),)),
        ("2 * 3 ** 4", words("2 * 3 ** 4")),
        (r"\*not\* \{so\} \| \\", words("*not* {so} | \\")),
        (r"C:\temp and \n", words(r"C:\temp and \n")),
        ("a | b", words("a | b")),
        ("", ()),
    ],
)
def test_stress_and_weight(text: str, meant: Prose) -> None:
    assert prose(text) == meant


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("so *very still", [("stress-unclosed", 4)]),
        ("so **very* still", [("stress-unclosed", 4)]),
        ("so *very * still", [("stress-unclosed", 4)]),
        ("so *very\n\nstill*", [("stress-unclosed", 4)]),
        ("{lit ? *a | b*}", [("stress-unclosed", 8), ("stress-unclosed", 14)]),
        ("*{lit ? a* | b}", [("stress-unclosed", 1)]),
    ],
)
def test_stress_closes_within_its_paragraph_and_wording(text: str, wrong: list[tuple[str, int]]) -> None:
    assert slips(text) == wrong


# What stands in braces


def either(then: str, other: str = "") -> Either:
    return Either(LIT, words(then), words(other) if other else ())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{trust}", (Shown("trust"),)),
        ("{ hand }!", (Shown("hand"), Words("!"))),
        ("{lit ? a | b}", (either("a", "b"),)),
        ("{lit?a|b}", (either("a", "b"),)),
        ("{lit\n? a b\n| c\nd }", (either("a b", "c d"),)),
        ("{lit ? a}", (either("a"),)),
        ("{lit ? | b}", (Either(LIT, (), words("b")),)),
        ("x{lit ? , and y}z", (Words("x"), either(", and y"), Words("z"))),
        ("{lit ? why? | no}", (either("why?", "no"),)),
        (r"{lit ? \{ \| | \}}", (either("{ |", "}"),)),
        ("{lit ? *a* | b}", (Either(LIT, (stressed("a"),), words("b")),)),
        ("*{lit ? a | b}*", (Styled(Style.STRESS, (either("a", "b"),)),)),
        ("{first ? a | b}", (Cycle((words("a"), words("b")), once=True),)),
        ("{first ? a}", (Cycle((words("a"), ()), once=True),)),
        ("{cycle ? a | b | c}", (Cycle((words("a"), words("b"), words("c"))),)),
        ("{cycle ? a |}", (Cycle((words("a"), ())),)),
        ("{lit ? {lit ? a | b} | {trust}}", (Either(LIT, (either("a", "b"),), (Shown("trust"),)),)),
        (
            "{trust >= 2 ? a | b}",
            (Either(Compare(Held("trust"), Op.GE, Constant(2)), words("a"), words("b")),),
        ),
    ],
)
def test_wordings_and_variables(text: str, meant: Prose) -> None:
    found, wrong = parse_inline(text, NAMES, column)
    assert wrong == ()
    assert _flat(found) == _flat(meant)


def _flat(prose: Prose) -> str:
    """A text that is the same for the same prose, wherever its words are cut."""
    told = ""
    for part in prose:
        match part:
            case Words(text):
                told += text
            case Styled(style, parts):
                told += f"[{style.name} {_flat(parts)}]"
            case Shown(variable):
                told += f"[{variable}]"
            case Either(condition, then, other):
                told += f"[{condition} {_flat(then)}|{_flat(other)}]"
            case Cycle(wordings, once):
                told += f"[{once} {'|'.join(map(_flat, wordings))}]"
    return told


def nested(depth: int) -> str:
    return "{lit ? " * depth + "x" + "}" * depth


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{lit ? a", [("brace-unclosed", 1)]),
        ("a {trust", [("brace-unclosed", 3)]),
        ("a } b", [("brace-unopened", 3)]),
        ("{}", [("inline-empty", 1)]),
        ("{ }", [("inline-empty", 1)]),
        ("{trust >= 2}", [("inline-empty", 1)]),
        ("{lit | a}", [("inline-question", 1)]),
        (r"{lit | \} a} b", [("inline-question", 1)]),
        ("{lit {trust} ? a}", [("inline-question", 1)]),
        ("{~a | b}", [("inline-question", 1)]),
        ("{lit: a | b}", [("inline-question", 1)]),
        ("{lit: a}", [("inline-empty", 1)]),
        ("{$trust}", [("inline-empty", 1)]),
        ("{shuffle ? a | b | c}", [("inline-chance", 2)]),
        ("{if lit}a{else}b{endif} c", [("inline-if", 1)]),
        ("{if lit} a", [("inline-if", 1)]),
        ("{endif}", [("inline-if", 1)]),
        ("{lit ? one : another}", [("inline-colon", 12)]),
        ("a {lit ? very }old lamp", [("inline-space", 14)]),
        ("a {lit ? very | rather }old lamp", [("inline-space", 23)]),
        ("a {lit ? very } old lamp, so { lit ? colour | color }ed, {lit ? un | }known {lit ? so }, {lit ? ly }.", []),
        ("{lit ? dawn: Come. | ada: Go.}", [("speaker-in-braces", 22)]),
        ("{lit ? a | b | c}", [("inline-wordings", 1)]),
        ("{first ? a | b | c}", [("inline-wordings", 1)]),
        ("{cycle ? a}", [("cycle-single", 1)]),
        ("{lit}", [("flag-shown", 1)]),
        ("{trost}", [("unknown-variable", 2)]),
        ("{first}", [("unknown-variable", 2)]),
        ("{ ? a}", [("condition-empty", 3)]),
        ("so { trust = 2 ? a}", [("condition-equals", 12)]),
        ("{hall ? a | {hand ? b}}", [("condition-alone", 14), ("condition-scene", 2)]),
        (nested(5), [("inline-deep", 29)]),
        (nested(6) + " }", [("inline-deep", 29), ("brace-unopened", len(nested(6)) + 2)]),
    ],
)
def test_slips_in_braces_are_said_once_each_and_where(text: str, wrong: list[tuple[str, int]]) -> None:
    assert slips(text) == wrong


def test_wordings_nest_as_deep_as_allowed() -> None:
    assert slips(nested(4)) == []


def test_every_message_about_prose_is_shown_above() -> None:
    shown: set[str] = set()
    for test in (
        test_near_misses_of_a_speaker_are_said,
        test_stress_closes_within_its_paragraph_and_wording,
        test_slips_in_braces_are_said_once_each_and_where,
    ):
        for mark in test.pytestmark:  # type: ignore[attr-defined]
            shown |= {code for _, wrong in mark.args[1] for code, _ in wrong}
    openings = ("brace-", "inline-", "cycle-", "flag-", "stress-", "speaker-")
    assert {code for code in CATALOGUE if code.startswith(openings)} <= shown


# Any text at all

SIGNS = st.text(alphabet="{}|*?\\: \n", max_size=4)
PIECES = st.sampled_from(
    ["ada", "bo", "Ada", "dawn", "lit", "trust", "hand == taken", "first", "cycle", "{lit ? ", "{cycle ? ", "é", " "]
)
TEXTS = st.lists(SIGNS | PIECES, max_size=14).map("".join)


@settings(max_examples=400)
@given(TEXTS, st.booleans())
def test_whatever_is_written_never_raises_and_says_only_what_the_catalogue_knows(text: str, block: bool) -> None:
    found, wrong = parsed(text, block=block)
    for each in wrong:
        assert each.code in CATALOGUE
        assert 1 <= each.at.column <= len(text) + 1
        assert each.message
    for line in found:
        assert 1 <= line.at.column <= len(text) + 1
        for part in walk(line.prose):
            assert not isinstance(part, Words) or "\n" not in part.text
    if not wrong and not text.strip():
        assert found == ()


@given(TEXTS)
def test_an_option_s_words_never_raise_either(text: str) -> None:
    found, wrong = parse_inline(text, NAMES, column)
    assert all(each.code in CATALOGUE and 1 <= each.at.column <= len(text) + 1 for each in wrong)
    assert isinstance(always_shows(found), bool)


PLAIN = st.text(alphabet="abcdé’“,.-—!;()[]#%&@<>\"'1 ", min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)


@given(st.lists(PLAIN.filter(bool), max_size=5), st.booleans())
def test_plain_words_come_out_as_they_went_in(paragraphs: list[str], block: bool) -> None:
    text = ("\n\n" if block else "\n").join(paragraphs)
    found, wrong = parsed(text, block=block)
    assert {each.code for each in wrong} <= {"mark-foreign"}  # letters and signs may make a tag
    assert [(line.speaker, _flat(line.prose)) for line in found] == [(None, paragraph) for paragraph in paragraphs]


@given(st.text(alphabet="ab{}|*\\: ", max_size=20).map(str.strip))
def test_any_sign_can_be_written_escaped(text: str) -> None:
    escaped = "".join(f"\\{sign}" if sign in "{}|*\\" else sign for sign in text)
    found, wrong = parse_inline(escaped, NAMES, column)
    assert {each.code for each in wrong} <= {"mark-foreign"}, (
        "`:: a` opens a passage elsewhere, and nothing escapes that"
    )
    assert plain_words(found) == re.sub(" +", " ", text)


def test_what_always_shows() -> None:
    assert always_shows(prose("a"))
    assert always_shows(prose("{trust}"))
    assert always_shows(prose("{lit ? a | b}"))
    assert always_shows(prose("*{cycle ? a | b}*"))
    assert not always_shows(prose("{lit ? a}"))
    assert not always_shows(prose("{first ? a}"))
    assert not always_shows(prose(" "))


def test_words_alone_depend_on_nothing() -> None:
    assert plain_words(prose("so *very* **still**")) == "so very still"
    assert plain_words(prose("*{lit ? a | b}*")) is None
    assert plain_words(prose("{trust}")) is None
