"""The picture that a scene is met with when play begins in the middle of a story."""

from game.story.model import GoTo, Scene, Story, blocks, targets


def likely_background(story: Story, scene: str) -> str | None:
    """The place that the nearest scene before `scene` leaves the story at, or None if none before it says.

    Goes backwards breadth first, in the order the scenes are written.
    """
    before: dict[str, list[str]] = {}
    for each in story.scenes.values():
        for goal in targets(each.way):
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
    places = [block.background for block in blocks(scene.text) if isinstance(block, GoTo)]
    return places[-1] if places else None
