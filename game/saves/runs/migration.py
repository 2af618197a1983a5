"""Old names and values in today's story."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.play.situation import Situation
from game.saves.formats.fingerprints import Fingerprints
from game.saves.formats.saved_run import SavedRun
from game.story.model import Menu, Story
from game.story.names import apart_id, bounded
from game.story.variables import Range, Value, Variable, allows


class TodaysNames:
    """What the scenes and options of a save are called today."""

    def __init__(self, story: Story, save: SavedRun, fingerprints: Fingerprints) -> None:
        self._story, self._save, self._fingerprints = story, save, fingerprints
        self._scenes: dict[str, str | None] = {}

    def scene(self, old: str) -> str | None:
        """By its name, else by `renamed`, else the one new scene that holds the same."""
        if old not in self._scenes:
            self._scenes[old] = self._scene(old)
        return self._scenes[old]

    def knows_any(self) -> bool:
        """Whether any scene that the run was in is in the story, under whatever name."""
        return any(self.scene(old) for old in self._save.scenes)

    def knows_well(self) -> bool:
        """Whether any of them still holds the same."""
        found = ((self.scene(old), known.scene) for old, known in self._save.scenes.items())
        return any(scene and self._fingerprints.scene(scene) == fingerprint for scene, fingerprint in found)

    def _scene(self, old: str) -> str | None:
        name = self._story.renamed.scenes.get(old, old)
        if name in self._story.scenes:
            return name
        known = self._save.scenes.get(old)
        new = self._story.scenes.keys() - self._save.ids if known else ()
        alike = [id for id in new if known and self._fingerprints.scene(id) == known.scene]
        return alike[0] if len(alike) == 1 else None

    def options(self, old_scene: str, old: str) -> tuple[str, ...]:
        """What an option may be called today: by its name, else by `renamed`, else those new to the menu that hold
        the same."""
        scene = self.scene(old_scene)
        exit = self._story.scenes[scene].exit if scene else None
        if scene is None or not isinstance(exit, Menu):
            return ()
        renamed = self._story.renamed.choices
        today = {choice.id for choice in exit.every()}
        for name in (old, bounded(old), renamed.get((old_scene, old)), renamed.get((scene, old))):
            if name in today:
                return (name,)
        apart = [id for id in today if apart_id(id) == old]
        if len(apart) == 1:
            return (apart[0],)
        known = self._save.scenes.get(old_scene)
        fingerprint = known.options.get(old) if known else None
        if not known or fingerprint is None:
            return ()
        return tuple(
            id
            for id, other in self._fingerprints.options(scene).items()
            if id not in known.options and other == fingerprint
        )


def migrate(story: Story, situation: Situation, names: TodaysNames) -> Situation | None:
    """A saved situation in today's story, its values clamped; None if its scene is gone."""
    scene = names.scene(situation.scene)
    if scene is None:
        return None
    chosen = [(old, names.options(old, option)) for old, option in situation.chosen]
    return replace(
        situation,
        scene=scene,
        values=clamp_values(story.variables, situation.values),
        visits=_renamed(situation.visits, names.scene),
        chosen=frozenset((names.scene(old) or old, found[0]) for old, found in chosen if len(found) == 1),
        chapter=story.scenes[scene].chapter,
        place=situation.place if situation.place in story.places else None,
    )


def clamp_values(variables: Mapping[str, Variable], values: Mapping[str, Value]) -> dict[str, Value]:
    """These values for the variables that there are: inside their ranges, and where that makes no sense as at first."""
    return {name: _clamp(variable, values.get(name)) for name, variable in variables.items()}


def _clamp(variable: Variable, value: Value | None) -> Value:
    kind = variable.kind
    if isinstance(kind, Range) and type(value) is int:
        return min(max(value, kind.low), kind.high)
    return value if value is not None and allows(kind, value) else variable.start


def _renamed(visits: Mapping[str, int], name: Callable[[str], str | None]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for old, count in visits.items():
        scene = name(old)
        if scene is not None:
            counted[scene] = counted.get(scene, 0) + count
    return counted
