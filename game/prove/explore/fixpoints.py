"""Every situation that can be reached, and every one from which an ending can be reached."""

from collections.abc import Iterable, Mapping

from game.prove.explore.transfer import Flow
from game.prove.program.ir import Branches, Offers, Page
from game.prove.sets.diagrams import NONE, Exhausted, Members

Reachable = dict[str, Members]


def reach(flow: Flow) -> tuple[Reachable, bool]:
    """For each scene the situations in which it can be entered, in any play, and whether these are all.

    A least fixed point by rounds over the scenes in reverse postorder, each scene looked at again when more came to
    it: G. Kildall, "A Unified Approach to Global Program Optimization" (1973). Where the budget ends, what was
    reached was reached.
    """
    space, start = flow.space, flow.program.story.start
    found: Reachable = dict.fromkeys(flow.program.pages, NONE)
    order = _order(flow, start)
    waiting = {start}
    try:
        found[start] = flow.initial()
        while waiting:
            for id in order:
                if id not in waiting:
                    continue
                waiting.discard(id)
                page = flow.program.pages[id]
                space.spend(cost(flow, page))
                flow.tell("Following every route", len(found) - len(waiting), len(found))
                for goal, members in flow.ahead(page, found[id]):
                    more = space.union(found[goal], members)
                    if more != found[goal]:
                        found[goal] = more
                        waiting.add(goal)
    except Exhausted:
        return found, False
    return found, True


def back(flow: Flow, within: Reachable, seeds: Mapping[str, Members]) -> Reachable:
    """All situations `within` from which those of `seeds` can be reached in the same play, themselves included."""
    space = flow.space
    found: Reachable = {}
    waiting: dict[str, None] = {}
    _add(flow, found, waiting, seeds.items())
    while waiting:
        id = next(iter(waiting))
        del waiting[id]
        page, here = flow.program.pages[id], within.get(id, NONE)
        flow.tell("Looking for ways out", len(within) - len(waiting), len(within))
        if not here or found.get(id) == here:
            continue
        space.spend(cost(flow, page))
        members = space.union(step_back(flow, page, found, here), found.get(id, NONE))
        _add(flow, found, waiting, [(id, members)])
    return found


def step_back(flow: Flow, page: Page, wanted: Mapping[str, Members], within: Members) -> Members:
    """Those `within` entering the scene from which one step leads to what is wanted."""
    found: Members = NONE
    if isinstance(page.exit, Offers):
        found = flow.before_offers(page, wanted, within)
    elif isinstance(page.exit, Branches):
        found = flow.before_branches(page, wanted, within)
    return flow.space.union(found, flow.before_skip(page, wanted, within))


def _add(flow: Flow, found: Reachable, waiting: dict[str, None], more: Iterable[tuple[str, Members]]) -> None:
    for id, members in more:
        if members and members != found.get(id, NONE):
            found[id] = members
            waiting.update(dict.fromkeys(flow.before[id]))


def ahead(flow: Flow, seeds: Mapping[str, Members]) -> Reachable:
    """All situations that can be reached from those of `seeds` in the same play, themselves included."""
    space = flow.space
    found: Reachable = dict(seeds)
    waiting = dict.fromkeys(seeds)
    while waiting:
        id = next(iter(waiting))
        del waiting[id]
        page = flow.program.pages[id]
        space.spend(cost(flow, page))
        for goal, members in flow.steps(page, found[id]):
            more = space.union(found.get(goal, NONE), members)
            if more != found.get(goal, NONE):
                found[goal] = more
                waiting[goal] = None
    return found


def cost(flow: Flow, page: Page) -> int:
    """What looking at a scene once takes off the budget, beside the nodes made."""
    ways = len(page.exit.offers) if isinstance(page.exit, Offers) else 1
    return (1 + ways) * flow.space.weight


def _order(flow: Flow, start: str) -> list[str]:
    """The scenes that are linked from the start, in reverse postorder."""
    done: list[str] = []
    met = {start}
    stack = [(start, flow.program.pages[start].goals())]
    while stack:
        id, goals = stack[-1]
        goal = next((goal for goal in goals if goal not in met), None)
        if goal is None:
            done.append(id)
            stack.pop()
        else:
            met.add(goal)
            stack.append((goal, flow.program.pages[goal].goals()))
    return done[::-1]
