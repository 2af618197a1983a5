"""A graph of four times the size takes about four times as long to go through."""

from collections.abc import Callable

from game.graphs.components import components
from tests.growth import LINEAR, growth


def pairs(size: int) -> dict[int, list[int]]:
    """Components of two, each leading to the next."""
    return {n: [n ^ 1, n + 2 if n + 2 < size else n] for n in range(size)}


def test_components_grow_as_the_graph_does() -> None:
    def made(size: int) -> Callable[[], object]:
        graph = pairs(size)
        assert len(list(components(graph))) == size // 2
        return lambda: list(components(graph))

    assert growth(made, 2_000) < LINEAR
