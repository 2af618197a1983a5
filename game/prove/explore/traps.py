"""Which situations can still come to an ending, and the places where none can: stuck, or in a trap."""

from collections.abc import Iterator

from game.graphs.components import components
from game.graphs.cycles import goes_round
from game.prove.explore.fixpoints import Reachable, ahead, back
from game.prove.explore.transfer import Transfer
from game.prove.program.ir import EndIr
from game.prove.sets.space import NONE


def endless(transfer: Transfer, reached: Reachable, stuck: Reachable) -> Reachable:
    """The situations from which neither an ending nor a place to be stuck at can be reached: they go on for ever.
    Who is stuck in a scene that can be skipped is not stuck for good.

    Scenes are looked at in the order of the components of their graph, last ones first: where a scene lies on no
    loop, nobody is stuck in it, and it leads only to scenes from which all can end, all can end from it too. Only
    for the others, situations are followed backwards.
    """
    scenes, space = transfer.program.scenes, transfer.space
    wide = {id: space.around(members) for id, members in reached.items()}  # what nobody reaches leads nobody astray
    graph = {id: [goal for goal in scenes[id].goals() if reached[goal]] for id in scenes if reached[id]}
    halted = {id: members for id, members in stuck.items() if scenes[id].skip is None}
    seeds: Reachable = {**halted, **{id: wide[id] for id in graph if isinstance(scenes[id].exit, EndIr)}}
    for component in components(graph):
        id = component[0]
        once = not goes_round(component, graph[id]) and id not in halted
        if once and all(seeds.get(goal) == wide[goal] for goal in graph[id]):
            seeds[id] = wide[id]
    ending = back(transfer, wide, seeds) if len(seeds) < len(graph) or halted else seeds
    left = {id: space.minus(reached[id], ending.get(id, NONE)) for id in graph}
    return {id: members for id, members in left.items() if members}


def traps(transfer: Transfer, endless: Reachable) -> Iterator[Reachable]:
    """The bottom components among situations that go on for ever; of those with the same first scene only one.

    As A. Xie and P. Beerel, "Implicit Enumeration of Strongly Connected Components" (2000): the component of a
    situation is what it leads to and comes from; while something it leads to does not lead back, go there.
    """
    space, left, told = transfer.space, dict(endless), set[str]()
    order = {id: number for number, id in enumerate(transfer.program.scenes)}
    while left:
        seed = _one(transfer, left, next(iter(left)))
        while True:
            trap = ahead(transfer, seed)
            whole = back(transfer, trap, seed)
            away = {id: space.minus(members, whole.get(id, NONE)) for id, members in trap.items()}
            further = [id for id, members in away.items() if members]
            if not further:
                break
            seed = _one(transfer, away, min(further, key=order.__getitem__))
        first = first_scene(transfer, trap)
        if first not in told:
            told.add(first)
            yield trap
        for id, leading in back(transfer, left, trap).items():
            left[id] = space.minus(left[id], leading)
            if not left[id]:
                del left[id]


def first_scene(transfer: Transfer, among: Reachable) -> str:
    """The scene written first of those that these situations are in."""
    return next(id for id in transfer.program.scenes if among.get(id, NONE))


def _one(transfer: Transfer, among: Reachable, scene: str) -> Reachable:
    """One of the situations that these are at the scene."""
    return {scene: transfer.single(scene, transfer.space.one(among[scene]))}
