"""The strongly connected components of a graph."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def components(graph: Mapping[T, Iterable[T]]) -> Iterator[list[T]]:
    """The strongly connected components, each after all those that it leads to.

    R. Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972), with a stack of its own in place of recursion.
    """
    number: dict[T, int] = {}
    low: dict[T, int] = {}
    open_: list[T] = []
    done: set[T] = set()
    for root in graph:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        open_.append(root)
        path = [(root, iter(graph[root]))]
        while path:
            at, goals = path[-1]
            for goal in goals:
                if goal not in number:
                    number[goal] = low[goal] = len(number)
                    open_.append(goal)
                    path.append((goal, iter(graph[goal])))
                    break
                if goal not in done:
                    low[at] = min(low[at], number[goal])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[at])
                if low[at] == number[at]:
                    component = [open_.pop()]
                    while component[-1] != at:
                        component.append(open_.pop())
                    component.reverse()
                    done.update(component)
                    yield component
