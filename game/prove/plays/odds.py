"""The odds of each ending for who chooses at random, the number of routes to it, and how much there is to read.

A first play, read whole: every open option is as likely as the others, silence among them, and nothing is skipped.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from game.graphs.components import components
from game.graphs.cycles import goes_round
from game.prove.plays.state_graph import GraphNode, StateGraph

MOST_SITUATIONS = 10_000
MOST_SOLVED = 2_000  # situations of one loop that are solved by elimination; larger ones are summed up lap by lap
_LEFT = 1e-10  # how much of all plays may be left in a loop summed up so
_LEAST = 1e-18
_MOST_LAPS = 100_000


@dataclass(frozen=True, slots=True)
class Odds:
    """Of one ending. `routes` is None if there are endlessly many; then there is no longest, either."""

    share: float
    routes: int | None
    words_shortest: int | None
    words_longest: int | None


@dataclass(frozen=True, slots=True)
class AllOdds:
    """Of every ending. `never` is the share of plays that never end; `exact` whether the shares were worked out to
    the last digit but a few."""

    endings: Mapping[str, Odds]
    never: float
    exact: bool


class _Graph:
    """Every situation of a first play."""

    def __init__(self) -> None:
        self.goals: list[tuple[int, ...]] = []
        self.words: list[tuple[int, ...]] = []
        self.own: list[int] = []
        self.endings: list[str | None] = []

    def add(self, met: GraphNode) -> None:
        """The next situation; of what is read there only the number of words is kept, for there may be a million."""
        self.goals.append(tuple(edge.goal for edge in met.edges))
        self.words.append(tuple(edge.words for edge in met.edges))
        self.own.append(met.words)
        self.endings.append(met.ending)


def odds_of(plays: StateGraph, tell: Callable[[str, int, int], None] | None = None) -> AllOdds | None:
    """The odds of every ending, or None where there are more situations than can be looked at one by one."""
    graph = _Graph()
    for number in count():
        if number == len(plays):
            break
        if len(plays) > MOST_SITUATIONS:
            return None
        if tell is not None:
            tell("Looking at every situation", number, len(plays))
        graph.add(plays.look(number))
    order = list(components(dict(enumerate(graph.goals))))[::-1]
    shares, exact = _shares(graph, order)
    counts, longest = _counts(graph, order)
    shortest = _shortest(graph)
    found = {}
    for ending in plays.story.endings:
        ends = [number for number, each in enumerate(graph.endings) if each == ending]
        endless = any(counts[end] is None for end in ends)
        found[ending] = Odds(
            sum(shares[end] for end in ends),
            None if endless else sum(counts[end] or 0 for end in ends),
            min((shortest[end] + graph.own[end] for end in ends), default=None),
            None if endless else max(((longest[end] or 0) + graph.own[end] for end in ends), default=None),
        )
    return AllOdds(found, max(0.0, 1.0 - sum(each.share for each in found.values())), exact)


def _shares(graph: _Graph, order: Sequence[list[int]]) -> tuple[list[float], bool]:
    """How likely each situation without a way on is come to, component by component of the graph."""
    share = [0.0] * len(graph.goals)
    share[0] = 1.0
    exact = True
    for component in order:
        if not goes_round(component, graph.goals[component[0]]):
            at = component[0]
            for goal in graph.goals[at]:
                share[goal] += share[at] / len(graph.goals[at])
        elif len(component) <= MOST_SOLVED:
            _solve(graph, component, share)
        else:
            exact = _laps(graph, component, share) and exact
    return share, exact


def _solve(graph: _Graph, component: list[int], share: list[float]) -> None:
    """Passes what comes into a loop on to what it leads out to.

    States are eliminated one by one, each replaced by where it leads: W. Grassmann, M. Taksar and D. Heyman,
    "Regenerative Analysis and Steady State Distributions for Markov Chains" (1985).
    """
    inside, rows = set(component), dict[int, dict[int, float]]()
    before: dict[int, set[int]] = {at: set() for at in component}
    for at in component:
        row = rows[at] = {}
        for goal in graph.goals[at]:
            row[goal] = row.get(goal, 0.0) + 1 / len(graph.goals[at])
            if goal in inside:
                before[goal].add(at)
    order = sorted(component, key=lambda at: len(before[at]) * len(rows[at]))
    for at in order:
        row = rows[at]
        row.pop(at, None)
        leaving = sum(row.values())  # and not 1 less the rest: no digits are lost by a difference
        if leaving == 0.0:
            continue
        for goal in row:
            row[goal] /= leaving
        inside.discard(at)
        for source in before[at] & inside:
            through = rows[source].pop(at, 0.0)
            for goal, likely in row.items():
                rows[source][goal] = rows[source].get(goal, 0.0) + through * likely
                if goal in inside:
                    before[goal].add(source)
    for at in order:
        for goal, likely in rows[at].items():
            share[goal] += share[at] * likely


def _laps(graph: _Graph, component: list[int], share: list[float]) -> bool:
    """Passes on what comes into a large loop, lap by lap, until next to nothing is left in it; whether it came so far."""
    place = {at: index for index, at in enumerate(component)}
    if all(goal in place for at in component for goal in graph.goals[at]):
        return True
    inner = [[place[goal] for goal in graph.goals[at] if goal in place] for at in component]
    likely = [1 / len(graph.goals[at]) for at in component]
    there, passed = [share[at] for at in component], [0.0] * len(component)
    for _ in range(_MOST_LAPS):
        for index in range(len(component) - 1, -1, -1):  # mostly from those that lead to those led to
            here = there[index]
            if here > _LEAST:
                there[index] = 0.0
                passed[index] += here
                here *= likely[index]
                for goal in inner[index]:
                    there[goal] += here
        if sum(there) < _LEFT:
            break
    for index, at in enumerate(component):
        for goal in graph.goals[at]:
            if goal not in place:
                share[goal] += passed[index] / len(graph.goals[at])
    return sum(there) < _LEFT


def _counts(graph: _Graph, order: Sequence[list[int]]) -> tuple[list[int | None], list[int | None]]:
    """For each situation the number of ways to it and the most words before it; None behind a loop."""
    counts: list[int | None] = [0] * len(graph.goals)
    longest: list[int | None] = [0] * len(graph.goals)
    counts[0] = 1
    for component in order:
        looping = goes_round(component, graph.goals[component[0]])
        for at in component:
            if looping:
                counts[at] = longest[at] = None
        for at in component:
            ways, words = counts[at], longest[at]
            for goal, more in zip(graph.goals[at], graph.words[at], strict=True):
                reached, most = counts[goal], longest[goal]
                counts[goal] = None if ways is None or reached is None else reached + ways
                longest[goal] = None if words is None or most is None else max(most, words + more)
    return counts, longest


def _shortest(graph: _Graph) -> dict[int, int]:
    """The fewest words before each situation: E. Dijkstra, "A Note on Two Problems in Connexion with Graphs" (1959)."""
    found: dict[int, int] = {}
    waiting = [(0, 0)]
    while waiting:
        words, at = heappop(waiting)
        if at in found:
            continue
        found[at] = words
        for goal, more in zip(graph.goals[at], graph.words[at], strict=True):
            if goal not in found:
                heappush(waiting, (words + more, goal))
    return found
