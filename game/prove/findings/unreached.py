"""Why scenes are never reached: the ways to them that are never taken, or that there are none."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from game.graphs.components import components
from game.prove.explore.coverage import Coverage
from game.prove.program.ir import EndIr, ForkIr, MenuIr, Nowhere, OnwardIr, OptionIr, Program, SceneIr


def closed_ways(program: Program, coverage: Coverage) -> dict[str, list[tuple[SceneIr, OptionIr | ForkIr]]]:
    """For each scene that is never reached, the ways that lead to it from scenes that are."""
    found: dict[str, list[tuple[SceneIr, OptionIr | ForkIr]]] = {}
    for scene in program.scenes.values():
        if scene.id in coverage.scenes:
            for goal, way in _ways(scene):
                if goal not in coverage.scenes:
                    found.setdefault(goal, []).append((scene, way))
    return found


def _ways(scene: SceneIr) -> Iterator[tuple[str, OptionIr | ForkIr]]:
    match scene.exit:
        case MenuIr(options):
            yield from ((option.choice.go, option) for option in options)
        case OnwardIr(forks):
            yield from ((fork.source.go, fork) for fork in forks)
        case EndIr() | Nowhere():
            pass
        case _:
            assert_never(scene.exit)


def unreached_groups(program: Program, coverage: Coverage) -> Iterator[tuple[list[str], Mapping[str, None]]]:
    """The scenes never reached, those that lead round to one another together, in the order written; and the scenes
    outside of the group, never reached either, that lead into it. A group comes after those that lead into it."""
    before: dict[str, dict[str, None]] = {id: {} for id in program.scenes if id not in coverage.scenes}
    for scene in program.scenes.values():
        if scene.id not in coverage.scenes:
            for goal in scene.goals():
                if goal in before:
                    before[goal][scene.id] = None
    for component in components(before):
        together = set(component)
        group = [id for id in before if id in together] if len(component) > 1 else component
        leading = {id: None for each in group for id in before[each] if id not in together}
        yield group, leading
