"""Saves that players have hold fingerprints of what they read: these stay what they are, whatever the code calls things."""

from dataclasses import fields
from typing import get_args

import pytest

from game.play.situation import Card
from game.saves.formats.fingerprints import fingerprint
from game.saves.formats.tags import TAGS
from game.story import conditions, model, prose, variables
from game.story.conditions import And, Chose, Compare, Constant, Ended, Held, Not, Op, Or, Times, Visited
from game.story.model import (
    Arrive,
    Choice,
    Claim,
    End,
    Fork,
    Hear,
    If,
    Include,
    Line,
    Menu,
    Music,
    Onward,
    Passage,
    Pause,
    Set,
    Shake,
    Silence,
)
from game.story.prose import Cycle, Either, Shown, Style, Styled, Words
from game.story.variables import Add, Assign

LIT = Compare(Held("lit"), Op.EQ, Constant(value=True))
WORDS = (Words("Here."),)
OPTION = Choice("on", WORDS, "hall", LIT, WORDS, once=True, changes=(Add("steps", 1),), then=(Line(None, WORDS),))

# One of each, and its fingerprint: no line of this table may ever change.
FINGERPRINTS = {
    Line("ada", WORDS): "288e28d583b8cd79",
    Arrive("cave"): "131ce0570f5624d4",
    Music("dread", 2): "07d5361c1dc01322",
    Hear("gull"): "072fc6e09aeccd5e",
    Shake(0.5): "90f22b69d6cd12f8",
    Pause(1.5): "c3a8bc6e6f74a001",
    Set((Assign("lit", value=True),)): "8b6d31810a476bc3",
    If(LIT, (Line(None, WORDS),), (Pause(1.0),)): "236d18f86f8f0f80",
    Include("hall"): "79f16a4cca2a4c99",
    Claim(LIT): "70df3b9ffa8c92fb",
    Menu((OPTION,), Silence(8, OPTION)): "87673a487f8598d3",
    OPTION: "cecda16e28f52001",
    Silence(8, OPTION): "5684b6ad441e3921",
    Onward((Fork("hall", LIT), Fork("yard"))): "75a49033d00a8b84",
    Fork("hall", LIT): "5fa8a235040f88af",
    End("home"): "b4f00e7ba29a658c",
    Passage(): "811ee269983d99d8",
    Words("Here."): "03c0e799ca8eed38",
    Styled(Style.STRESS, WORDS): "01f1ad203d6fc6b9",
    Shown("steps"): "eb9e2ee46bd677ec",
    Either(LIT, WORDS, ()): "92e4061babb076b6",
    Cycle((WORDS, ()), once=True): "dbad3bb6f49b6ca9",
    Constant("taken"): "397ae7d2918d4e83",
    Held("lit"): "9f3fb9fdd3750eb0",
    Times("hall"): "11041effe9844e4d",
    LIT: "ada1eee88482f864",
    Visited("hall"): "16ca1a1484f013d9",
    Chose("hall", "on"): "a71aeb4e99fa8931",
    Ended("home"): "69937430d2a03358",
    Not(LIT): "d8ae30972c119e18",
    And((LIT, Visited("hall"))): "2cac3bc3a849a84e",
    Or((LIT, Ended("home"))): "856572f45b2a7a97",
    Assign("steps", 2): "92e1cf187a8ec957",
    Add("steps", -1): "f608f5df274399dc",
    Card(3): "3d9973154b15ea9f",
}


def test_every_part_of_a_story_has_a_tag_of_its_own_and_all_is_told_that_tells_it_apart() -> None:
    unions = (model.Block, model.Exit, conditions.Condition, conditions.Term, prose.Part, variables.Change)
    parts = {part for union in unions for part in get_args(union)}
    assert TAGS.keys() == parts | {Choice, Silence, Fork, Card}
    assert len({tagged.tag for tagged in TAGS.values()}) == len(TAGS)
    for part, tagged in TAGS.items():
        assert {name for _, name in tagged.fields} == {field.name for field in fields(part) if field.compare}, part


def test_one_of_each_is_tried() -> None:
    assert {type(part) for part in FINGERPRINTS} == TAGS.keys()


@pytest.mark.parametrize(("part", "print"), FINGERPRINTS.items(), ids=lambda value: type(value).__name__)
def test_a_print_is_for_ever(part: object, print: str) -> None:
    assert fingerprint(part) == print
