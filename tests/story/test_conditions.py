"""Conditions: how they are read, what they mean, and what is said of the near misses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.catalogue import CATALOGUE
from game.story.condition_parser import MOST_NESTED, Names, parse_condition
from game.story.conditions import (
    And,
    Chose,
    Compare,
    Condition,
    Constant,
    Ended,
    Held,
    Not,
    Op,
    Or,
    Term,
    Times,
    Visited,
    atoms,
    holds,
)
from game.story.source_location import SourceLocation
from game.story.variables import Flag, OneOf, Range, Value, Variable

VARIABLES = (
    Variable("trust", Range(0, 4), 0),
    Variable("light", Range(2, 9), 2),
    Variable("hand", OneOf(("none", "taken", "burned")), "none"),
    Variable("glove", OneOf(("none", "taken", "burned")), "none"),
    Variable("mood", OneOf(("calm", "wild")), "calm"),
    Variable("lit", Flag(), False),
    Variable("met", Flag(), False),
)
NAMES = Names(
    variables={variable.name: variable for variable in VARIABLES},
    scenes={"hall": SourceLocation(""), "yard": SourceLocation("")},
    choices={"hall": {"stay": SourceLocation(""), "go": SourceLocation("")}},
    endings={"home": SourceLocation("")},
)


@dataclass(frozen=True)
class Play:
    """What a condition may ask about."""

    values: Mapping[str, Value]
    visits: Mapping[str, int] = field(default_factory=dict)
    chosen: frozenset[tuple[str, str]] = frozenset()
    ended: frozenset[str] = frozenset()


def column(index: int) -> SourceLocation:
    return SourceLocation("test", 1, index + 1)


def parsed(text: str) -> Condition:
    condition, wrong = parse_condition(text, NAMES, column)
    assert wrong == ()
    assert condition is not None
    return condition


TRUST = Compare(Held("trust"), Op.GE, Constant(2))
LIT = Compare(Held("lit"), Op.EQ, Constant(True))
MET = Compare(Held("met"), Op.EQ, Constant(True))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("trust >= 2", TRUST),
        ("trust>=2", TRUST),
        ("  trust\n  >= 2 ", TRUST),
        ("trust < light", Compare(Held("trust"), Op.LT, Held("light"))),
        ("hand == burned", Compare(Held("hand"), Op.EQ, Constant("burned"))),
        ("hand != glove", Compare(Held("hand"), Op.NE, Held("glove"))),
        ("lit", LIT),
        ("lit == yes", LIT),
        ("lit == true", LIT),
        ("lit != no", Compare(Held("lit"), Op.NE, Constant(False))),
        ("lit == met", Compare(Held("lit"), Op.EQ, Held("met"))),
        ("visited(hall)", Visited("hall")),
        ("times(hall) > 1", Compare(Times("hall"), Op.GT, Constant(1))),
        ("times(hall) <= trust", Compare(Times("hall"), Op.LE, Held("trust"))),
        ("chose(hall.go)", Chose("hall", "go")),
        ("ended( home )", Ended("home")),
        ("not lit", Not(LIT)),
        ("not not lit", Not(Not(LIT))),
        ("not trust >= 2", Not(TRUST)),
        ("lit and met and trust >= 2", And((LIT, MET, TRUST))),
        ("lit or met or trust >= 2", Or((LIT, MET, TRUST))),
        ("lit or met and trust >= 2", Or((LIT, And((MET, TRUST))))),
        ("lit and met or trust >= 2", Or((And((LIT, MET)), TRUST))),
        ("not lit and met", And((Not(LIT), MET))),
        ("not (lit and met)", Not(And((LIT, MET)))),
        ("(lit or met) and trust >= 2", And((Or((LIT, MET)), TRUST))),
        ("((lit))", LIT),
    ],
)
def test_what_is_written_is_what_is_meant(text: str, meant: Condition) -> None:
    assert parsed(text) == meant


@pytest.mark.parametrize(
    ("text", "code", "at", "fix"),
    [
        # Nothing, or not all of it
        ("", "condition-empty", 1, ""),
        ("   ", "condition-empty", 1, ""),
        ("not", "condition-expected", 4, ""),
        ("lit and", "condition-expected", 8, ""),
        ("or lit", "condition-expected", 1, ""),
        ("()", "condition-expected", 2, ""),
        ("== 2", "condition-expected", 1, ""),
        ("2 == trust", "condition-expected", 1, ""),
        ("trust >=", "condition-expected-value", 7, "a whole number from 0 to 4"),
        ("hand == (none)", "condition-expected-value", 6, "one of none, taken, burned"),
        # Other languages
        ("trust = 2", "condition-equals", 7, "`==`"),
        ("trust === 2", "condition-equals", 7, "`==`"),
        ("trust <> 2", "condition-equals", 7, "`!=`"),
        ("trust !== 2", "condition-equals", 7, "`!=`"),
        ("trust =! 2", "condition-equals", 7, "`!=`"),
        ("trust is 2", "condition-equals", 7, "`==`"),
        ("trust is not 2", "condition-equals", 7, "`!=`"),
        ("trust gte 2", "condition-equals", 7, "`>=`"),
        ("NOT lit", "condition-sign", 1, "`not`"),
        ("lit and Not met", "condition-sign", 9, "`not`"),
        ("$trust >= 2", "condition-stray", 1, "write `trust` without the $"),
        ("1 <= trust <= 2", "condition-expected", 1, "write `trust >= 1 and trust <= 2`"),
        ("2 > trust", "condition-expected", 1, "write `trust < 2`"),
        ("lit == True", "unknown-value", 8, "write `yes`"),
        ("random(1, 2) == 1", "condition-function", 1, "a story has no chance in it"),
        ("trust > 1 and visit(hall)", "condition-function", 15, "did you mean ‘visited’?"),
        ("has_item(hall)", "condition-function", 1, "the calls are visited, times, chose, ended"),
        ("chose(hall, go)", "condition-stray", 11, "write `chose(hall.go)`"),
        ("chose(hall:go)", "condition-stray", 11, "write `chose(hall.go)`"),
        ("chose(:go)", "condition-stray", 7, "as in `trust >= 1 and "),
        ("visited(, hall)", "condition-stray", 9, "as in `trust >= 1 and "),
        ("visited(hall, yard)", "condition-stray", 13, "write `visited(hall) and visited(yard)`"),
        ("trust % 2", "condition-stray", 7, "as in `trust >= 1 and "),
        ("trust => 2", "condition-equals", 7, "`>=`"),
        ("trust =< 2", "condition-equals", 7, "`<=`"),
        ("!lit", "condition-sign", 1, "`not`"),
        ("! lit", "condition-sign", 1, "`not`"),
        ("lit && met", "condition-sign", 5, "`and`"),
        ("lit & met", "condition-sign", 5, "`and`"),
        ("lit || met", "condition-sign", 5, "`or`"),
        ('hand == "taken"', "condition-quote", 9, "without them"),
        ("hand == ’taken’", "condition-quote", 9, ""),
        ("trust >= -1", "condition-stray", 10, ""),
        ("trust + 1 > 2", "condition-stray", 7, ""),
        ("lit AND met", "condition-sign", 5, "`and`"),
        ("lit; met", "condition-stray", 4, ""),
        # Words where they do not belong
        ("lit met", "condition-more", 5, "`and` or `or`"),
        ("(lit met)", "condition-more", 6, "`and` or `or`"),
        ("lit)", "condition-more", 4, ""),
        ("visited(hall) == yes", "condition-more", 15, ""),
        ("hand == none or taken", "condition-or-value", 17, "`or hand == taken`"),
        ("hand != none and taken", "condition-or-value", 18, "`and hand != taken`"),
        ("(hand == none or taken) and lit", "condition-or-value", 18, "`or hand == taken`"),
        ("trust == 1 or 2", "condition-or-value", 15, "`or trust == 2`"),
        ("burned == hand", "condition-value-first", 1, "`hand == burned`"),
        ("wild", "condition-value-first", 1, "`mood == wild`"),
        ("hall", "condition-scene", 1, "`visited(hall)`"),
        ("lit and trust", "condition-alone", 9, "`trust >= 1`"),
        ("hand", "condition-alone", 1, "`hand == burned`"),
        ("times(hall)", "condition-alone", 1, "`times(hall) >= 1`"),
        ("hand >= taken", "condition-operator", 6, "== or !="),
        ("lit > no", "condition-operator", 5, "== or !="),
        ("trust > 9", "condition-outside", 9, ""),
        ("hand == mood", "condition-kinds", 9, "same kind"),
        ("trust == lit", "condition-kinds", 10, "same kind"),
        # Calls
        ("visited", "condition-call", 1, "`visited(scene)`"),
        ("visited hall", "condition-call", 1, "`visited(scene)`"),
        ("visited()", "condition-call", 1, "`visited(scene)`"),
        ("times(hall, yard) > 1", "condition-stray", 11, ""),
        ("chose(hall)", "condition-call", 1, "`chose(scene.choice)`"),
        ("chose(hall go)", "condition-call", 1, "`chose(scene.choice)`"),
        ("ended(home.now)", "condition-call", 1, "`ended(ending)`"),
        ("visited(hal)", "unknown-scene", 9, "‘hall’"),
        ("chose(hal.go)", "unknown-scene", 7, "‘hall’"),
        ("chose(hall.goes)", "unknown-choice", 12, "‘go’"),
        ("chose(yard.go)", "unknown-choice", 12, "no choices of yard yet"),
        ("ended(hom)", "unknown-ending", 7, "‘home’"),
        ("trost >= 2", "unknown-variable", 1, "‘trust’"),
        ("hand == take", "unknown-value", 9, "‘taken’"),
        ("lit == maybe", "unknown-value", 8, "yes"),
        ("trust == lots", "unknown-value", 10, "a whole number from 0 to 4"),
        # Brackets
        ("(lit", "condition-parenthesis", 1, "‘)’"),
        ("visited(hall", "condition-parenthesis", 8, "‘)’"),
        ("lit and (met or (lit)", "condition-parenthesis", 9, "‘)’"),
        ("(" * 31 + "lit" + ")" * 31, "condition-deep", 31, ""),
        ("not " * 31 + "lit", "condition-deep", 121, ""),
        ("lit and " * 250 + "lit", "condition-long", 1, ""),
    ],
)
def test_a_near_miss_says_what_is_wrong_where_and_what_was_meant(text: str, code: str, at: int, fix: str) -> None:
    condition, (wrong,) = parse_condition(text, NAMES, column)
    assert condition is None
    assert (wrong.code, wrong.at.column) == (code, at)
    assert fix in wrong.hint


def test_every_message_about_conditions_is_shown_above() -> None:
    marks = test_a_near_miss_says_what_is_wrong_where_and_what_was_meant.pytestmark  # type: ignore[attr-defined]
    shown = {code for mark in marks for _, code, *_ in mark.args[1]}
    assert {code for code in CATALOGUE if code.startswith("condition-")} <= shown


def test_a_condition_may_be_nested_as_deep_as_allowed() -> None:
    assert parsed("(" * MOST_NESTED + "lit" + ")" * MOST_NESTED) == LIT


@given(
    st.text(alphabet="()=!<>&|.'\"- \n§")
    | st.lists(st.sampled_from("trust hand lit not and or visited chose hall go ( ) . == >= 2 taken".split())).map(
        " ".join
    )
)
def test_whatever_is_written_is_a_condition_or_one_message_inside_the_text(text: str) -> None:
    condition, wrong = parse_condition(text, NAMES, column)
    assert (condition is None) == (len(wrong) == 1)
    assert all(each.code in CATALOGUE and 1 <= each.at.column <= len(text) + 1 for each in wrong)


# Any condition at all


def _values(variable: Variable) -> list[Value]:
    match variable.kind:
        case Range(low, high):
            return list(range(low, high + 1))
        case OneOf(words):
            return list(words)
        case Flag():
            return [False, True]


def _compared(variable: Variable) -> st.SearchStrategy[Condition]:
    ordered = isinstance(variable.kind, Range)
    alike = [v.name for v in VARIABLES if v.kind == variable.kind or (ordered and isinstance(v.kind, Range))]
    right: st.SearchStrategy[Term] = st.sampled_from([*map(Constant, _values(variable)), *map(Held, alike)])
    ops = st.sampled_from(list(Op) if ordered else [Op.EQ, Op.NE])
    return st.builds(Compare, st.just(Held(variable.name)), ops, right)


_counts = st.builds(Constant, st.integers(0, 5)) | st.sampled_from([Held("trust"), Held("light")])
ATOMS: st.SearchStrategy[Condition] = (
    st.sampled_from(VARIABLES).flatmap(_compared)
    | st.builds(Compare, st.sampled_from([Times("hall"), Times("yard")]), st.sampled_from(Op), _counts)
    | st.sampled_from([Visited("hall"), Visited("yard"), Chose("hall", "go"), Chose("hall", "stay"), Ended("home")])
)


def _join(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return parts.map(Not) | several.map(And) | several.map(Or)


CONDITIONS = st.recursive(ATOMS, _join, max_leaves=10)
PLAYS = st.builds(
    Play,
    st.fixed_dictionaries({variable.name: st.sampled_from(_values(variable)) for variable in VARIABLES}),
    st.dictionaries(st.sampled_from(["hall", "yard"]), st.integers(0, 4)),
    st.frozensets(st.sampled_from([("hall", "go"), ("hall", "stay"), ("yard", "go")])),
    st.frozensets(st.sampled_from(["home", "ashes"])),
)
TIGHTNESS: Mapping[type[Condition], int] = {Or: 1, And: 2, Not: 3}


def written(condition: Condition, inside: int = 0) -> str:
    """The condition as an author would write it, with parentheses only where it needs them."""
    match condition:
        case Compare(left, op, right):
            alone = op is Op.EQ and isinstance(right, Constant) and right.value is True
            return _term(left) if alone else f"{_term(left)} {op.value} {_term(right)}"
        case Visited(scene):
            return f"visited({scene})"
        case Chose(scene, choice):
            return f"chose({scene}.{choice})"
        case Ended(ending):
            return f"ended({ending})"
        case Not(part):
            return f"not {written(part, 2)}"
        case And(parts) | Or(parts):
            tight = TIGHTNESS[type(condition)]
            sign = " and " if tight == 2 else " or "
            text = sign.join(written(part, tight) for part in parts)
            return f"({text})" if tight <= inside else text


def _term(term: Term) -> str:
    match term:
        case Constant(bool() as value):
            return "yes" if value else "no"
        case Constant(value):
            return str(value)
        case Held(variable):
            return variable
        case Times(scene):
            return f"times({scene})"


def plainly(condition: Condition, play: Play) -> bool:
    """Whether it holds, by an independent judge: the language is, on purpose, a small part of Python's own."""
    words = ("none", "taken", "burned", "calm", "wild", "hall", "yard", "home")
    known: dict[str, Any] = {
        **{word: word for word in words},
        **play.values,
        "yes": True,
        "no": False,
        "visited": lambda scene: play.visits.get(scene, 0) >= 1,
        "times": lambda scene: play.visits.get(scene, 0),
        "chose": lambda *choice: choice in play.chosen,
        "ended": lambda ending: ending in play.ended,
        "go": "go",
        "stay": "stay",
    }
    return bool(eval(written(condition).replace("hall.", "hall, "), {"__builtins__": {}}, known))


@given(CONDITIONS)
def test_a_condition_written_out_is_read_as_the_same(condition: Condition) -> None:
    assert parsed(written(condition)) == condition


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000"])
def test_any_space_parts_the_words_of_a_condition_but_none_a_name(space: str) -> None:
    """As a French keyboard types before a question mark, whatever follows it."""
    words = "not (lit or trust >= 2) and visited(hall)"
    assert parsed(words.replace(" ", space)) == parsed(words)
    for within in (f"li{space}t", f"lit and tr{space}ust > 1"):
        _, wrong = parse_condition(within, NAMES, column)
        assert [(each.code, each.at.column) for each in wrong][:1] == [("space-odd", within.index(space) + 1)]


TOKENS = st.sampled_from(
    'and or not visited times chose ended ( ) . , == != <= < > = ! & | $ % : ; + - -1 2 9 trust hand lit hall go home no taken " $ %'.split()
)


@settings(max_examples=500)
@given(st.lists(TOKENS, max_size=8), st.sampled_from(["", " "]))
def test_whatever_is_written_is_read_or_told(tokens: list[str], between: str) -> None:
    condition, wrong = parse_condition(between.join(tokens), NAMES, column)
    assert condition is not None or wrong
    assert all(each.message and each.at.line == 1 for each in wrong)


@settings(max_examples=300)
@given(CONDITIONS, PLAYS)
def test_a_condition_means_what_the_same_words_mean_in_python(condition: Condition, play: Play) -> None:
    assert holds(condition, play) == plainly(condition, play)


@given(CONDITIONS, PLAYS)
def test_not_turns_it_round(condition: Condition, play: Play) -> None:
    assert holds(Not(condition), play) == (not holds(condition, play))


@given(CONDITIONS)
def test_its_atoms_are_all_that_it_is_made_of(condition: Condition) -> None:
    rest = written(condition)
    for atom in sorted(map(written, atoms(condition)), key=len, reverse=True):
        assert atom in rest
        rest = rest.replace(atom, "", 1)
    assert set(rest.replace("(", " ").replace(")", " ").split()) <= {"and", "or", "not"}


def test_atoms_come_left_to_right() -> None:
    assert list(atoms(parsed("not lit or (visited(hall) and trust >= 2)"))) == [LIT, Visited("hall"), TRUST]


def test_a_scene_never_left_was_visited_no_times() -> None:
    fresh = Play({"trust": 0})
    assert not holds(Visited("hall"), fresh)
    assert holds(Compare(Times("hall"), Op.EQ, Constant(0)), fresh)
    assert holds(Compare(Times("hall"), Op.LE, Held("trust")), fresh)
