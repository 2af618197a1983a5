"""The ways round in a graph."""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def cycles(graph: Mapping[T, Collection[T]]) -> Iterator[list[T]]:
    """Cycles such that the graph would have none without a link of each; at least one for each knot of it.

    Each is told from the node on that the search came to first. Links to what is no node of the graph are passed over.
    Depth-first search with colours, on a stack of its own: T. Cormen, C. Leiserson, R. Rivest and C. Stein,
    "Introduction to Algorithms" (4th edition), 20.3; every cycle has a link that leads back to the path searched.
    """
    done: set[T] = set()
    for root in graph:
        if root in done:
            continue
        path, on_path = [root], {root}
        branches = [iter(graph[root])]
        while path:
            for following in branches[-1]:
                if following in on_path:
                    yield path[path.index(following) :]
                elif following not in done and following in graph:
                    path.append(following)
                    on_path.add(following)
                    branches.append(iter(graph[following]))
                    break
            else:
                branches.pop()
                on_path.discard(path[-1])
                done.add(path.pop())


def goes_round(component: Sequence[T], goals: Collection[T]) -> bool:
    """Whether a strongly connected component holds a cycle: it has several nodes, or one that is among its own `goals`,
    those of its first node."""
    return len(component) > 1 or component[0] in goals
