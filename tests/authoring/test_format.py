"""The format against the model: a direction is listed once, and everything that tells directions apart goes by that."""

from typing import get_args

from game.authoring.format import DEFINITIONS
from game.authoring.shapes.by_key import ByKey
from game.authoring.shapes.either import Either
from game.story.model import DIRECTIONS, Direction


def test_every_direction_has_a_key() -> None:
    assert list(DIRECTIONS.values()) == list(get_args(Direction))


def test_every_direction_has_its_shape_by_the_same_key() -> None:
    block = DEFINITIONS["block"]
    assert isinstance(block, Either)
    assert isinstance(block.mapping, ByKey)
    assert block.mapping.records.keys() == DIRECTIONS.keys()
