"""Every rule can fail: on a text planted with what it looks for, and on nothing else."""

from collections.abc import Sequence

import pytest

from tests.prose import rules
from tests.prose.passages import Passage, passages_of

GOOD = """
chapter: One
scenes:
  lamp:
    text:
      - |
        The lamp is warm. You lift it {lit ? by the handle | by its ring}.

        mara: Careful, it leaks.
      - if: lit
        then: |
          Oil runs down your wrist.
        else: |
          A moth sits on the glass, and will not be moved.
    choices:
      - say: Go in.
        id: go_in
        then: |
          The door gives.
        go: lamp
"""


def planted(*texts: str, ends_story: bool = False) -> list[Passage]:
    return [Passage(f"scene_{n}", ends_story, text, text, 200) for n, text in enumerate(texts)]


def varied(texts: Sequence[str]) -> list[Passage]:
    return planted(*(f"Number {n} {text} {n}" for n, text in enumerate(texts)))


def test_passages_are_read_branch_by_branch() -> None:
    lamp, way_in = passages_of(GOOD)
    assert lamp.longest.endswith("will not be moved.")
    assert "by the handle" in lamp.longest or "by its ring" in lamp.longest
    assert lamp.shortest.endswith("down your wrist.")
    assert "mara:" not in lamp.longest
    assert (lamp.name, lamp.branches) == ("lamp", 2)
    assert (way_in.name, way_in.longest) == ("lamp.go_in", "The door gives.")


@pytest.mark.parametrize("rule", [r for r in rules.RULES if r is not rules.too_rigid])
def test_good_prose_passes(rule: rules.Rule) -> None:
    assert rule(passages_of(GOOD)) == []


@pytest.mark.parametrize(
    ("rule", "bad"),
    [
        (rules.stock_phrases, planted("You let out a breath.")),
        (rules.stock_phrases, planted("Something shifts between you.")),
        (rules.openings_alike, planted("It’s cold. It’s dark. It is wet. It’s late.")),
        (rules.phrases_repeated, varied(["the burning lamp again"] * 15)),
        (rules.endings_alike, planted(*(f"{n} doors. You keep walking." for n in range(4)))),
        (rules.dashes, planted("You stop — listen — and go.")),
        (rules.too_long, planted("word " * 261)),
        (rules.too_rigid, passages_of(GOOD)),
    ],
)
def test_what_a_rule_looks_for_is_found(rule: rules.Rule, bad: list[Passage]) -> None:
    assert rule(bad)


def test_endings_may_be_long() -> None:
    assert rules.too_long(planted("word " * 700, ends_story=True)) == []
