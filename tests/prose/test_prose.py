"""The story’s own prose, held to the rules."""

from pathlib import Path

import pytest

from tests.prose.passages import Passage, passages
from tests.prose.rules import RULES, Rule

SCENES = Path(__file__).parents[2] / "story" / "scenes"


@pytest.fixture(scope="module")
def story() -> list[Passage]:
    return passages(SCENES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_story_keeps_it(rule: Rule, story: list[Passage]) -> None:
    assert rule(story) == []
