"""Every situation that can be reached, and every one from which an ending can be reached."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from game.prove.explore.transfer import Transfer
from game.prove.program.ir import EndIr, MenuIr, Nowhere, OnwardIr, SceneIr
from game.prove.sets.space import NONE, Members

Reachable = dict[str, Members]


def reach(transfer: Transfer) -> tuple[Reachable, bool]:
    """For each scene the situations in which it can be entered, in any play, and whether these are all.

    A least fixed point by rounds over the scenes in reverse postorder, each scene looked at again when more came to
    it: G. Kildall, "A Unified Approach to Global Program Optimization" (1973). Where the budget ends, what was
    reached was reached.
    """
    space, start = transfer.space, transfer.program.story.start
    found: Reachable = dict.fromkeys(transfer.program.scenes, NONE)
    order = _order(transfer, start)
    try:
        transfer.spend(transfer.program.scenes[start])
        new = {start: transfer.initial()}
        found[start] = new[start]
        while new:
            for id in order:
                if id not in new:
                    continue
                members, scene = new.pop(id), transfer.program.scenes[id]
                transfer.spend(scene)
                transfer.tell("Following every route", len(found) - len(new), len(found))
                for goal, led in transfer.ahead(scene, members):
                    before, whole = found[goal], space.union(found[goal], led)
                    if whole != before:
                        found[goal] = whole
                        part = space.union(new.get(goal, NONE), space.minus(led, before)) if space.by_parts else whole
                        new[goal] = part
    except MemoryError:
        return found, False
    return found, True


def back(transfer: Transfer, within: Reachable, seeds: Mapping[str, Members]) -> Reachable:
    """All situations `within` from which those of `seeds` can be reached in the same play, themselves included."""
    space = transfer.space
    found: Reachable = {}
    waiting: dict[str, None] = {}
    _add(transfer, found, waiting, seeds.items())
    while waiting:
        id = next(iter(waiting))
        del waiting[id]
        scene, here = transfer.program.scenes[id], within.get(id, NONE)
        transfer.tell("Looking for ways out", len(within) - len(waiting), len(within))
        if not here or found.get(id) == here:
            continue
        transfer.spend(scene)
        members = space.union(step_back(transfer, scene, found, here), found.get(id, NONE))
        _add(transfer, found, waiting, [(id, members)])
    return found


def step_back(transfer: Transfer, scene: SceneIr, wanted: Mapping[str, Members], within: Members) -> Members:
    """Those `within` entering the scene from which one step leads to what is wanted."""
    found: Members = NONE
    match scene.exit:
        case MenuIr():
            found = transfer.before_offers(scene, wanted, within)
        case OnwardIr():
            found = transfer.before_branches(scene, wanted, within)
        case EndIr() | Nowhere():
            pass
        case _:
            assert_never(scene.exit)
    return transfer.space.union(found, transfer.before_skip(scene, wanted, within))


def _add(transfer: Transfer, found: Reachable, waiting: dict[str, None], more: Iterable[tuple[str, Members]]) -> None:
    for id, members in more:
        if members and members != found.get(id, NONE):
            found[id] = members
            waiting.update(dict.fromkeys(transfer.before[id]))


def ahead(transfer: Transfer, seeds: Mapping[str, Members]) -> Reachable:
    """All situations that can be reached from those of `seeds` in the same play, themselves included."""
    space = transfer.space
    found: Reachable = dict(seeds)
    waiting = dict.fromkeys(seeds)
    while waiting:
        id = next(iter(waiting))
        del waiting[id]
        scene = transfer.program.scenes[id]
        transfer.spend(scene)
        for goal, members in transfer.steps(scene, found[id]):
            more = space.union(found.get(goal, NONE), members)
            if more != found.get(goal, NONE):
                found[goal] = more
                waiting[goal] = None
    return found


def _order(transfer: Transfer, start: str) -> list[str]:
    """The scenes that are linked from the start, in reverse postorder."""
    done: list[str] = []
    met = {start}
    stack = [(start, transfer.program.scenes[start].goals())]
    while stack:
        id, goals = stack[-1]
        goal = next((goal for goal in goals if goal not in met), None)
        if goal is None:
            done.append(id)
            stack.pop()
        else:
            met.add(goal)
            stack.append((goal, transfer.program.scenes[goal].goals()))
    return done[::-1]
