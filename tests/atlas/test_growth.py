"""A graph of four times the size takes about four times as long to lay out."""

from collections.abc import Callable
from itertools import pairwise
from random import Random

import pytest

from game.atlas.layers import Link
from game.atlas.layout import Box, lay_out
from tests.growth import LINEAR, growth

BANDS = 6


def chain(ids: list[str]) -> list[Link]:
    return list(pairwise(ids))


def fan(ids: list[str]) -> list[Link]:
    return [(ids[0], id) for id in ids[1:]]


def hub(ids: list[str]) -> list[Link]:
    """There and back."""
    return [link for id in ids[1:] for link in ((ids[0], id), (id, ids[0]))]


def ladder(ids: list[str]) -> list[Link]:
    """Forks whose ways come together again."""
    return [(ids[at], ids[at + on]) for at in range(len(ids) - 2) for on in (1, 2)]


def near(ids: list[str]) -> list[Link]:
    """Two links from each to somewhere near, forth and back."""
    dice = Random(1)
    return [
        (id, ids[min(max(at + dice.randint(-5, 9), 0), len(ids) - 1)]) for at, id in enumerate(ids) for _ in range(2)
    ]


@pytest.mark.parametrize("linked", [chain, fan, hub, ladder, near])
def test_laying_out_grows_as_the_graph_does(linked: Callable[[list[str]], list[Link]]) -> None:
    def made(size: int) -> Callable[[], object]:
        ids = [f"node{number}" for number in range(size)]
        boxes = [Box(id, 100, 30, BANDS * number // size) for number, id in enumerate(ids)]
        return lambda: lay_out(boxes, linked(ids))

    assert growth(made, 300) < LINEAR


def test_so_does_laying_out_chapters_of_two_scenes() -> None:
    def made(size: int) -> Callable[[], object]:
        boxes = [Box(f"node{number}", 100, 30, number // 2) for number in range(size)]
        return lambda: lay_out(boxes, chain([box.id for box in boxes]))

    assert growth(made, 300) < LINEAR
