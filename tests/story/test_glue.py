"""Sentences with no space between them are found exactly where some state of the story would show them."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from game.story.condition_parser import Names
from game.story.conditions import Compare, Constant, Held, Op
from game.story.glue import glued
from game.story.place import Place
from game.story.prose import Either, Part, Prose, Words
from game.story.prose_parser import parse_inline
from game.story.variables import Flag, Variable

LIT = Compare(Held("lit"), Op.EQ, Constant(value=True))
words = st.builds(Words, st.sampled_from(["Go on.", " and on", "He said “No.”", "“Why", "it is ", "Now ", " Then."]))


def prose(inner: st.SearchStrategy[Prose]) -> st.SearchStrategy[Prose]:
    braces: st.SearchStrategy[Part] = st.builds(Either, st.just(LIT), inner, inner)
    alone: st.SearchStrategy[list[Part]] = st.lists(words, max_size=1)
    return st.tuples(alone, st.lists(st.tuples(braces, alone), max_size=3)).map(
        lambda parts: (*parts[0], *(part for pair in parts[1] for part in (pair[0], *pair[1])))
    )


def shown(parts: Prose) -> list[list[str]]:
    """Every way in which it can show, as the pieces that then meet."""
    ways = []
    for part in parts:
        match part:
            case Words(text):
                ways.append([[text]])
            case Either(_, then, other):
                ways.append([*shown(then), *shown(other)])
    return [[piece for pieces in way for piece in pieces] for way in product(*ways)]


def meet_badly(pieces: list[str]) -> bool:
    return any(
        one.endswith((".", ".”")) and other.lstrip("“")[0].isupper() and not other.startswith(" ")
        for one, other in pairwise(pieces)
    )


@given(st.recursive(words.map(lambda part: (part,)), prose, max_leaves=8))
def test_every_such_meeting_is_found_and_no_other(parts: Prose) -> None:
    assert bool(list(glued(parts))) == any(map(meet_badly, shown(parts)))


def written(parts: Prose) -> str:
    return "".join(
        part.text if isinstance(part, Words) else f"{{lit ? {written(part.then)} | {written(part.other)}}}"
        for part in parts
        if isinstance(part, Words | Either)
    )


@given(st.recursive(words.map(lambda part: (part,)), prose, max_leaves=8))
def test_an_author_is_told_of_it(parts: Prose) -> None:
    read, wrong = parse_inline(written(parts), Names({"lit": Variable("lit", Flag(), start=False)}, {}, {}, {}), place)
    if all(each.code == "words-glued" for each in wrong):  # and not nested too deep
        assert bool(wrong) == any(map(meet_badly, shown(read)))


def place(index: int) -> Place:
    return Place("prose", 1, index + 1)
