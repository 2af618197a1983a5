"""The words that may be ids, and the likely meaning of one that is unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.limits import LONGEST_DERIVED
from game.story.names import MOST_COMPARED, RESERVED, bounded, called, id_of, is_id, near, suggestion


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("Take his hand.", "take_his_hand"),
        ("Don’t go!", "dont_go"),
        ("Don't go!", "dont_go"),
        ("“No,” she says — twice.", "no_she_says_twice"),
        ("Ouvre l’œil", "ouvre_lœil"),
        ("  3 more steps ", "3_more_steps"),
        ("already_one", "already_one"),
        ("…", ""),
        ("42", ""),
        ("", ""),
    ],
)
def test_the_id_that_words_give(words: str, id: str) -> None:
    assert id_of(words) == id


@given(st.text())
def test_an_id_given_by_words_is_an_id_and_its_own(words: str) -> None:
    id = id_of(words)
    assert id == "" or (is_id(id) and id_of(id) == id)


@given(st.integers(0, 1_000), st.integers(2, 6))
def test_words_give_an_id_of_bounded_length_and_what_fits_stays_as_it_is(long: int, parts: int) -> None:
    words = "_".join(["tell"] * parts) + "x" * long
    id = id_of(words)
    assert len(id) <= LONGEST_DERIVED
    assert id == words or len(words) > LONGEST_DERIVED
    assert is_id(id)
    assert id == id_of(words.replace("_", " ")) == bounded(id)


def test_long_words_that_differ_late_give_two_ids_and_all_of_them_name_the_option() -> None:
    told = "tell_her_" + "that_the_light_went_out_and_" * 9
    ids = [id_of(f"{told}nobody_came"), id_of(f"{told}somebody_came")]
    assert ids[0] != ids[1]
    assert [called(f"{told}nobody_came", ids), called(ids[1], ids)] == ids
    assert called(told, ids) is None


@pytest.mark.parametrize("word", ["a", "hand_taken", "a1", "1a", "Äther", "_"])
def test_ids_are_letters_digits_and_underscores(word: str) -> None:
    assert is_id(word)


@pytest.mark.parametrize("word", ["", "12", "a b", "a-b", "a.b", "a\n", "a/../b"])
def test_other_words_are_no_ids(word: str) -> None:
    assert not is_id(word)


def test_reserved_words_could_otherwise_be_ids() -> None:
    assert all(is_id(word) for word in RESERVED)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("hand_takn", "did you mean ‘hand_taken’?"),
        ("HALL", "did you mean ‘hall’?"),
        ("xyz", "the scenes are: hall, hand_taken, yard"),
    ],
)
def test_the_hint_for_an_unknown_name(word: str, hint: str) -> None:
    assert suggestion(word, ["yard", "hand_taken", "hall"], "scenes") == hint


def test_where_there_is_nothing_to_mean_that_is_said() -> None:
    assert suggestion("hall", [], "scenes") == "this story has no scenes yet"


def test_of_many_names_only_some_are_listed() -> None:
    assert suggestion("xyz", [f"s{number:02}" for number in range(20)], "scenes").endswith("s06, s07, …")


def test_among_thousands_a_slip_is_still_understood() -> None:
    many = [f"scene_{number}" for number in range(2 * MOST_COMPARED)] + ["hand_taken"]
    assert near("hand_takn", many) == "hand_taken"
    assert near("z" * 10_000, many) is None


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=5))
def test_what_is_near_is_known(word: str, known: list[str]) -> None:
    assert near(word, known) in {None, *known}
