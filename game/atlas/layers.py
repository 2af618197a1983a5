"""Which layer each node of a graph is drawn on, so that links lead down wherever they can.

K. Sugiyama, S. Tagawa and M. Toda, "Methods for Visual Understanding of Hierarchical System Structures" (1981): links
that lead round are turned, then each node stands below all that lead to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Link: TypeAlias = tuple[str, str]


def downward(bands: Mapping[str, int], links: Sequence[Link]) -> dict[Link, Link]:
    """Each link as it is to lead down: turned if it leads to an earlier band, or back to where it came from.

    `bands` holds every node, in the order in which they are told; links from a node to itself are left out.
    """
    after: dict[str, list[str]] = {node: [] for node in bands}
    turned: dict[Link, Link] = {}
    for source, goal in links:
        if source == goal:
            continue
        if bands[source] == bands[goal]:
            after[source].append(goal)
        else:
            turned[source, goal] = (source, goal) if bands[source] < bands[goal] else (goal, source)
    for source, goal in _back(after):
        turned[source, goal] = (goal, source)
    for source, goals in after.items():
        for goal in goals:
            turned.setdefault((source, goal), (source, goal))
    return turned


def _back(after: Mapping[str, Sequence[str]]) -> Iterator[Link]:
    """Links that lead back to a node on the way to them, depth first, on a stack of its own."""
    done: set[str] = set()
    for root in after:
        if root in done:
            continue
        path, on_path = [(root, iter(after[root]))], {root}
        while path:
            node, goals = path[-1]
            goal = next(goals, None)
            if goal is None:
                path.pop()
                on_path.discard(node)
                done.add(node)
            elif goal in on_path:
                yield node, goal
            elif goal not in done:
                on_path.add(goal)
                path.append((goal, iter(after[goal])))


def layers(bands: Mapping[str, int], links: Sequence[Link]) -> dict[str, int]:
    """The layer of each node: below all that lead to it in its band, and below all bands before its own.

    The links lead down and never round.
    """
    within = [(source, goal) for source, goal in links if bands[source] == bands[goal]]
    after: dict[str, list[str]] = {node: [] for node in bands}
    missing = dict.fromkeys(bands, 0)
    for source, goal in within:
        after[source].append(goal)
        missing[goal] += 1
    depth = dict.fromkeys(bands, 0)
    waiting = [node for node in bands if not missing[node]]
    for node in waiting:
        for goal in after[node]:
            depth[goal] = max(depth[goal], depth[node] + 1)
            missing[goal] -= 1
            if not missing[goal]:
                waiting.append(goal)
    deepest: dict[int, int] = {}
    for node, band in bands.items():
        deepest[band] = max(deepest.get(band, 0), depth[node])
    first: dict[int, int] = {}
    below = 0
    for band in sorted(deepest):
        first[band] = below
        below += 1 + deepest[band]
    return {node: first[bands[node]] + depth[node] for node in bands}
