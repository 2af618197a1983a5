"""The order of nodes on their layers, so that links cross little.

The barycenter method of K. Sugiyama, S. Tagawa and M. Toda (1981), down and up again; crossings are counted as in
W. Barth, P. Mutzel and M. Jünger, "Simple and Efficient Bilayer Cross Counting" (2004).
"""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

from game.atlas.layers import Link

_ROUNDS = 12
_LARGE = 4_000  # links; larger graphs are given fewer rounds
_FEW_ROUNDS = 3


def ordered(rows: Sequence[Sequence[str]], links: Sequence[Link]) -> list[list[str]]:
    """The rows, each in an order that crosses little; every link leads from one row to the next."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for source, goal in links:
        below.setdefault(source, []).append(goal)
        above.setdefault(goal, []).append(source)
    now = [list(row) for row in rows]
    best, fewest = now, crossings(now, below)
    for turn in range(_ROUNDS if len(links) <= _LARGE else _FEW_ROUNDS):
        down = turn % 2 == 0
        beside = above if down else below
        order = range(1, len(now)) if down else range(len(now) - 2, -1, -1)
        now = list(now)
        for index in order:
            fixed = {node: place for place, node in enumerate(now[index - 1 if down else index + 1])}
            now[index] = _by_middle(now[index], beside, fixed)
        count = crossings(now, below)
        if count < fewest:
            best, fewest = now, count
        if not fewest:
            break
    return best


def _by_middle(row: Sequence[str], beside: Mapping[str, Sequence[str]], fixed: Mapping[str, int]) -> list[str]:
    """The row by the mean place of what each is linked to in the fixed row; who is linked to nothing stays about."""
    middle = {}
    for place, node in enumerate(row):
        places = [fixed[other] for other in beside.get(node, ()) if other in fixed]
        middle[node] = sum(places) / len(places) if places else float(place)
    return sorted(row, key=lambda node: middle[node])


def crossings(rows: Sequence[Sequence[str]], below: Mapping[str, Sequence[str]]) -> int:
    """How many pairs of links cross."""
    count = 0
    for row, under in pairwise(rows):
        place = {node: index for index, node in enumerate(under)}
        seen: list[int] = []
        for node in row:
            goals = sorted(place[goal] for goal in below.get(node, ()))
            count += sum(len(seen) - bisect_right(seen, goal) for goal in goals)
            for goal in goals:
                insort(seen, goal)
    return count
