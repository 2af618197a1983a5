"""Every way to hold sets, by name: as integers, as diagrams with integers below them or none, as binary diagrams."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from unittest.mock import patch

from game.prove.sets import choice, diagrams
from game.prove.sets.bdd_space import BddSpace
from game.prove.sets.choice import space_for
from game.prove.sets.diagram_space import DiagramSpace
from game.prove.sets.space import Space

_MOST_BITS = {"integers": 8_192, "diagrams above integers": 12, "diagrams": 1}
KINDS = (*_MOST_BITS, "binary diagrams")


@contextmanager
def held_as(kind: str) -> Iterator[None]:
    """Has every space made from here on hold its sets so."""
    with (
        patch.object(diagrams, "MOST_BITS", _MOST_BITS.get(kind, 1)),
        patch.object(choice, "MOST_BITS", 10_000 if kind in _MOST_BITS else 0),
    ):
        yield


def made(kind: str, sizes: Sequence[int]) -> Space:
    with held_as(kind):
        space = space_for(sizes, range(len(sizes)), 1, 1_000_000)
    assert isinstance(space, DiagramSpace if kind in _MOST_BITS else BddSpace)
    return space
