"""What a place looks like: the picture that play begins with in the middle of a story, and how light it is there."""

from collections.abc import Mapping

from game.story.model import Arrive, Place, Scene, Story, blocks, leads
from game.story.variables import Range, Value


def likely_place(story: Story, scene: str) -> str | None:
    """The place that the nearest scene before `scene` leaves the story at, or None if none before it says.

    Goes backwards breadth first, in the order the scenes are written.
    """
    before: dict[str, list[str]] = {}
    for each in story.scenes.values():
        for goal in leads(each):
            before.setdefault(goal, []).append(each.id)
    met, waiting = {scene}, [scene]
    for id in waiting:
        for earlier in before.get(id, []):
            if earlier in met:
                continue
            place = _last_place(story.scenes[earlier])
            if place is not None:
                return place
            met.add(earlier)
            waiting.append(earlier)
    return None


def _last_place(scene: Scene) -> str | None:
    places = [block.place for block in blocks(scene.text) if isinstance(block, Arrive)]
    return places[-1] if places else None


def lit(story: Story, place: Place, values: Mapping[str, Value]) -> float:
    """How light it is there, from 0, as little as it can be, to 1."""
    if place.lit_by is None:
        return 1.0
    kind, value = story.variables[place.lit_by].kind, values[place.lit_by]
    if not isinstance(kind, Range) or not isinstance(value, int):
        raise TypeError(f"{place.lit_by} is not a range, so no light can go by it")
    return (value - kind.low) / (kind.high - kind.low)
