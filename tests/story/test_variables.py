"""Variables: what they may be, how their values are written, and how they change."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.variables import (
    Add,
    Assign,
    Change,
    Flag,
    Kind,
    OneOf,
    Range,
    Value,
    Variable,
    allows,
    changed,
    described,
    value_of,
)

TRUST, HAND, LIT = Range(0, 4), OneOf(("none", "taken")), Flag()
VARIABLES = {
    "trust": Variable("trust", TRUST, 1),
    "light": Variable("light", Range(3, 9), 3),
    "hand": Variable("hand", HAND, "none"),
    "lit": Variable("lit", LIT, False),
}
START: dict[str, Value] = {name: variable.start for name, variable in VARIABLES.items()}
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(Add, st.sampled_from(["trust", "light"]), st.integers(-20, 20)),
    st.sampled_from([Assign("trust", 4), Assign("light", 9), Assign("hand", "taken"), Assign("lit", True)]),
)


@pytest.mark.parametrize(
    ("kind", "word", "value"),
    [
        (TRUST, "0", 0),
        (TRUST, "4", 4),
        (TRUST, "04", 4),
        (TRUST, "5", None),
        (TRUST, "-1", None),
        (TRUST, "+1", None),
        (TRUST, "1.0", None),
        (TRUST, "yes", None),
        (TRUST, "9" * 10_000, None),
        (HAND, "taken", "taken"),
        (HAND, "Taken", None),
        (HAND, "", None),
        (LIT, "yes", True),
        (LIT, "true", True),
        (LIT, "no", False),
        (LIT, "false", False),
        (LIT, "on", None),
        (LIT, "1", None),
    ],
)
def test_the_value_that_a_word_writes(kind: Kind, word: str, value: Value | None) -> None:
    written = value_of(word, kind)
    assert written == value
    assert type(written) is type(value)


@given(st.sampled_from([TRUST, HAND, LIT]), st.text(max_size=6) | st.integers(-9, 9).map(str))
def test_whatever_a_word_writes_is_allowed(kind: Kind, word: str) -> None:
    value = value_of(word, kind)
    assert value is None or allows(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *((TRUST, value) for value in (-1, 5, True, False, "1", 1.0, None)),
        *((HAND, value) for value in ("other", 0, None, ["none"], True)),
        *((LIT, value) for value in (0, 1, "yes", None)),
    ],
)
def test_nothing_else_is_allowed(kind: Kind, value: Any) -> None:
    assert not allows(kind, value)


def test_changes_are_made_in_order() -> None:
    changes: list[Change] = [Assign("trust", 3), Add("trust", -2), Assign("hand", "taken"), Assign("hand", "none")]
    assert changed(START, changes, VARIABLES) == {**START, "trust": 1, "hand": "none"}


@pytest.mark.parametrize(("amount", "after"), [(1, 2), (3, 4), (99, 4), (-1, 0), (-99, 0)])
def test_a_sum_stays_inside_its_range(amount: int, after: int) -> None:
    assert changed(START, [Add("trust", amount)], VARIABLES)["trust"] == after


def test_it_stays_inside_at_every_step_and_not_only_at_the_end() -> None:
    assert changed(START, [Add("trust", 9), Add("trust", -1)], VARIABLES)["trust"] == 3


def test_nothing_can_be_added_to_a_word_or_a_flag() -> None:
    for name in ("hand", "lit"):
        with pytest.raises(TypeError, match=f"{name} is not a range"):
            changed(START, [Add(name, 1)], VARIABLES)


@given(st.lists(CHANGES))
def test_values_never_leave_their_kind_and_those_given_stay_as_they_were(changes: list[Change]) -> None:
    before = dict(START)
    after = changed(START, changes, VARIABLES)
    assert before == START
    assert after.keys() == START.keys()
    assert all(allows(VARIABLES[name].kind, value) for name, value in after.items())


def test_kinds_in_the_author_s_words() -> None:
    assert described(TRUST) == "a whole number from 0 to 4"
    assert described(HAND) == "one of none, taken"
    assert described(LIT) == "yes or no"
