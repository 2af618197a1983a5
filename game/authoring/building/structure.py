"""What holds only of a whole story: every scene leads on, includes end, and nothing goes round without a stop."""

from collections.abc import Collection, Iterator, Mapping
from typing import assert_never

from game.graphs.cycles import cycles
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.model import End, Include, Menu, Onward, Passage, Scene, Text, always_stops, blocks, targets
from game.story.names import Doubts
from game.story.source_location import SourceLocation

MOST_INCLUDED = 2_000
MOST_INCLUDE_DEPTH = 20


def check_structure(
    scenes: Mapping[str, Scene],
    broken: Collection[str],
    doubts: Doubts,
    goals: Collection[tuple[str, SourceLocation]],
    astray: bool = False,
) -> Iterator[Diagnostic]:
    """Every fault of the graph of scenes. Scenes that were not read whole, `broken`, are given the benefit, and so
    are those that others may include which were not. `goals` are scenes that are named to go on with, and where, beside
    options and ways: the start, and aftermaths. Where an include went `astray`, and named no scene, or one that is no
    passage, it may be meant for any that nothing leads to."""
    includes = {id: _includes(scene.text, scenes) for id, scene in scenes.items()}
    by_options = [found for scene in scenes.values() for text in _thens(scene) for found in _includes(text, scenes)]
    everywhere = [found for each in includes.values() for found in each] + by_options
    included = {passage for passage, _ in everywhere}
    leading = {*included, *broken}
    if astray or any(not isinstance(scenes[passage].exit, Passage) for passage in included - set(broken)):
        led_to = {goal for goal, _ in goals} | {goal for scene in scenes.values() for goal in targets(scene.exit)}
        leading |= scenes.keys() - led_to
    for scene in scenes.values():
        if isinstance(scene.exit, Passage) and scene.id not in leading and not doubts.cover("passages", scene.id):
            yield diagnostic("way-missing", scene.at, scene=scene.id)
    for passage, at in everywhere:
        if passage in scenes and not isinstance(scenes[passage].exit, Passage) and passage not in broken:
            yield diagnostic("include-way", at, scene=passage, key=_way_key(scenes[passage]))
    yield from _passages_as_goals(scenes, included - set(broken), goals)
    endless = _endless(scenes, broken)
    for cycle in cycles(endless):
        yield diagnostic("go-endless", scenes[cycle[0]].at, route=_route(cycle))
    rounds = list(cycles({id: [p for p, _ in found] for id, found in includes.items()}))
    for cycle in rounds:
        at = next(at for passage, at in includes[cycle[0]] if passage == cycle[1 % len(cycle)])
        yield diagnostic("include-cycle", at, route=_route(cycle))
    if not rounds:
        yield from _expansion(scenes, includes)
        others = {id: scene for id, scene in scenes.items() if id not in endless and id not in broken}
        yield from _silent_rounds(others, _silent(scenes, includes))


def _passages_as_goals(
    scenes: Mapping[str, Scene], included: Collection[str], others: Collection[tuple[str, SourceLocation]]
) -> Iterator[Diagnostic]:
    """Ways that lead to a scene which is included elsewhere and has no way on of its own."""
    passages = {id for id in included if isinstance(scenes[id].exit, Passage)}
    if not passages:
        return
    for goal, at in others:
        if goal in passages:
            yield diagnostic("passage-goal", at, scene=goal)
    for scene in scenes.values():
        goals = [(choice.go, choice.at) for choice in scene.exit.every()] if isinstance(scene.exit, Menu) else []
        if isinstance(scene.exit, Onward):
            goals = [(fork.go, fork.at) for fork in scene.exit.forks]
        for goal, at in goals:
            if goal in passages:
                yield diagnostic("passage-goal", at, scene=goal)


def _endless(scenes: Mapping[str, Scene], broken: Collection[str]) -> dict[str, list[str]]:
    """Scenes from which `go` leads on for ever, with no choice and no ending anywhere, and where each leads."""
    ways = {id: list(targets(scene.exit)) for id, scene in scenes.items() if isinstance(scene.exit, Onward)}
    before: dict[str, list[str]] = {}
    for id, goals in ways.items():
        for goal in goals:
            before.setdefault(goal, []).append(id)
    stops = [goal for goal in before if goal not in ways or goal in broken]
    escaping, waiting = set(stops), stops
    while waiting:
        for id in before.get(waiting.pop(), []):
            if id not in escaping:
                escaping.add(id)
                waiting.append(id)
    return {id: goals for id, goals in ways.items() if id not in escaping}


def _thens(scene: Scene) -> Iterator[Text]:
    if isinstance(scene.exit, Menu):
        yield from (choice.then for choice in scene.exit.every())


def _includes(text: Text, scenes: Mapping[str, Scene]) -> list[tuple[str, SourceLocation]]:
    return [(each.scene, each.at) for each in blocks(text) if isinstance(each, Include) and each.scene in scenes]


def _way_key(scene: Scene) -> str:
    match scene.exit:
        case Menu():
            return "choices"
        case Onward():
            return "go"
        case End():
            return "ending"
        case Passage():
            return ""
        case _:
            assert_never(scene.exit)


def _route(cycle: list[str]) -> str:
    shown = cycle if len(cycle) <= 8 else [*cycle[:7], "…"]
    return " → ".join([*shown, cycle[0]])


def _order(includes: Mapping[str, list[tuple[str, SourceLocation]]]) -> Iterator[str]:
    """Every scene after those that it includes."""
    done: set[str] = set()
    for root in includes:
        stack = [root]
        while stack:
            waiting = [p for p, _ in includes[stack[-1]] if p not in done]
            if waiting:
                stack.append(waiting[0])
                continue
            last = stack.pop()
            if last not in done:
                done.add(last)
                yield last


def _expansion(
    scenes: Mapping[str, Scene], includes: Mapping[str, list[tuple[str, SourceLocation]]]
) -> Iterator[Diagnostic]:
    """Includes that would grow a page beyond reason, each reported once, where it first does."""
    size: dict[str, int] = {}
    depth: dict[str, int] = {}
    nested = {id for id, found in includes.items() if found} | {p for found in includes.values() for p, _ in found}
    for id in _order({id: includes[id] for id in nested}):
        found = includes[id]
        size[id] = sum(1 for _ in blocks(scenes[id].text)) + sum(size[p] for p, _ in found)
        depth[id] = 1 + max((depth[p] for p, _ in found), default=-1)
        if found and size[id] > MOST_INCLUDED:
            yield diagnostic("include-long", found[-1][1], scene=id, most=f"{MOST_INCLUDED:,}")
            size[id] = 0
        if depth[id] > MOST_INCLUDE_DEPTH:
            yield diagnostic("include-deep", found[-1][1], most=MOST_INCLUDE_DEPTH)
            depth[id] = 0


def _silent(scenes: Mapping[str, Scene], includes: Mapping[str, list[tuple[str, SourceLocation]]]) -> set[str]:
    """Scenes without text that surely shows."""
    stops: dict[str, bool] = {}
    for id in _order(includes):
        top = [block.scene for block in scenes[id].text if isinstance(block, Include)]
        stops[id] = always_stops(scenes[id].text) or any(stops.get(passage, passage not in scenes) for passage in top)
    return {id for id in scenes if not stops[id]}


def _silent_rounds(scenes: Mapping[str, Scene], silent: Collection[str]) -> Iterator[Diagnostic]:
    """Silent scenes that lead round by `go` alone."""
    onward = {
        id: [goal for goal in targets(scene.exit) if goal in scenes]
        for id, scene in scenes.items()
        if isinstance(scene.exit, Onward) and id in silent
    }
    for cycle in cycles(onward):
        yield diagnostic("go-cycle", scenes[cycle[0]].at, route=_route(cycle))
