"""The format against the model: a direction is listed once, and everything that tells directions apart goes by that."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

import pytest

from game.authoring.building.directions import DEFINITIONS
from game.authoring.load import load
from game.authoring.shapes.by_key import ByKey
from game.authoring.shapes.either import EitherShape
from game.story.model import DIRECTIONS, Direction

WRITTEN = {  # each as it may be written in the base story
    "place": "shore",
    "music": "none",
    "sound": "gull",
    "shake": "0.5",
    "pause": "1.5",
    "set": "{trust: +1}",
    "if": "{if: trust >= 1, then: Warm.}",
    "include": "storm",
    "claim": "trust >= 0",
}
SCENES = """
chapter: The Lighthouse
scenes:
  door:
    text:
      - {direction}
      - |
        The door is open.
      - include: storm
    ending: light
  storm:
    text: |
      It rains.
"""


def test_every_direction_has_a_key() -> None:
    assert list(DIRECTIONS.values()) == list(get_args(Direction))


def test_every_direction_has_its_shape_by_the_same_key() -> None:
    block = DEFINITIONS["block"]
    assert isinstance(block, EitherShape)
    assert isinstance(block.mapping, ByKey)
    assert block.mapping.records.keys() == DIRECTIONS.keys()


def test_every_direction_is_written_here() -> None:
    assert WRITTEN.keys() == DIRECTIONS.keys()


@pytest.mark.parametrize("key", WRITTEN)
def test_a_direction_that_is_written_is_there_when_it_is_read(
    key: str, lay: Callable[[Mapping[str, str]], Path]
) -> None:
    written = WRITTEN[key] if key == "if" else f"{key}: {WRITTEN[key]}"
    story = load(lay({"scenes/1.yaml": SCENES.replace("{direction}", written)})).story
    assert story
    assert type(story.scenes["door"].text[0]) is DIRECTIONS[key]
