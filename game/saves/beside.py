"""The runs that go with a saved one: those left by another choice, and what lies ahead of a page gone back to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from game.saves.coding import NotOurs, understood, written
from game.saves.save import Save

MOST = 12  # runs; of more the oldest are dropped
ALIKE = ("story", "ids", "scenes")  # what they have in common with the run that they go with


def written_beside(save: Save, runs: Sequence[Save]) -> dict[str, Any]:
    """What they have in common with `save` is not written again; the scenes of all are written once."""
    scenes = {id: known for run in runs for id, known in run.scenes.items() if id not in save.scenes}
    shared = written(replace(save, scenes=scenes))["scenes"]
    each = [{key: value for key, value in written(run).items() if key not in ALIKE} for run in runs]
    return {"scenes": shared, "runs": each}


def understood_beside(content: Any, save: Any) -> tuple[Save, ...]:
    """`save` is the content of the one that they go with. Raises NotOurs."""
    match content, save:
        case {"scenes": dict(scenes), "runs": list(runs)}, {"scenes": dict(own)}:
            common = {**{key: save.get(key) for key in ALIKE}, "scenes": {**own, **scenes}}
            return tuple(understood({**common, **run} if isinstance(run, dict) else run) for run in runs[:MOST])
        case _:
            raise NotOurs
