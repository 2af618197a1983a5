"""Which space is the quickest for the slots of a story."""

from collections.abc import Sequence
from math import prod

from game.prove.sets.bdd_space import BddSpace
from game.prove.sets.diagram_space import DiagramSpace
from game.prove.sets.space import Space

MOST_BITS = 48
"""So many bits at most are held as diagrams of our own: of numbers of which every combination occurs, they take half the
time that binary diagrams do, and of ten times as many things to remember, six times as much."""
_LONG = 32  # a range from here on: a level with a kid for each value costs more than all values as bits
_MOST_OF_ONE, _MOST_OF_ALL = 1 << 22, 1 << 29  # bits of one set, and of a set for each scene: 64 MB


def space_for(sizes: Sequence[int], handy: Sequence[int], scenes: int, budget: int) -> Space:
    """A space over slots of these sizes, for a set or two in each of so many scenes, to be used within a budget.
    `handy` has every slot once, those first that are asked for and change together most."""
    if sum(max(1, (size - 1).bit_length()) for size in sizes) > MOST_BITS:
        return BddSpace(sizes, handy[::-1], budget)
    together = prod(sizes)
    if max(sizes, default=0) >= _LONG and together <= min(_MOST_OF_ONE, _MOST_OF_ALL // max(1, scenes)):
        return DiagramSpace(sizes, handy, budget, together)
    return DiagramSpace(sizes, handy, budget)
