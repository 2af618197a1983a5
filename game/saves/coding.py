"""Saves as JSON and back, where nothing is believed that no save of ours would hold."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from game.play.playthrough import Origin
from game.play.situation import Music, Situation
from game.saves.save import Known, Mark, Save, Taken
from game.story.letters import composed
from game.story.limits import LONGEST_READ, MOST_COUNTED
from game.story.variables import Value

T = TypeVar("T")


class NotOurs(ValueError):
    """The content is none that we write."""


def written(save: Save) -> dict[str, Any]:
    return {
        "story": save.story,
        "ids": sorted(save.ids),
        "scenes": written_scenes(save.scenes),
        **written_run(save),
    }


def written_scenes(scenes: Mapping[str, Known]) -> dict[str, Any]:
    return {id: {"print": known.print, "options": dict(known.options)} for id, known in scenes.items()}


def written_run(save: Save) -> dict[str, Any]:
    """What of it is not of the story, but of this run alone."""
    return {
        "origin": _written_origin(save.origin),
        "steps": [_written_step(step) for step in save.steps],
        "moment": written_situation(save.situation),
        "mark": written_mark(save.mark),
    }


def understood(content: Any) -> Save:
    """Raises NotOurs."""
    holds = _mapping(content)
    ids = frozenset(_sequence(holds.get("ids"), _id))
    return understood_run(content, _id(holds.get("story")), ids, understood_scenes(holds.get("scenes")))


def understood_scenes(content: Any) -> Mapping[str, Known]:
    return _by_id(content, _known)


def understood_run(content: Any, story: str, ids: frozenset[str], scenes: Mapping[str, Known]) -> Save:
    """A run in a story of which the rest is known already. Raises NotOurs."""
    holds = _mapping(content)
    steps = _sequence(holds.get("steps"), _step)
    if not scenes.keys() >= {step.scene for step in steps}:
        raise NotOurs
    origin, situation = _origin(holds.get("origin")), _situation(holds.get("moment"))
    return Save(story, origin, ids, scenes, steps, situation, understood_mark(holds.get("mark")))


def written_situation(situation: Situation) -> dict[str, Any]:
    return {
        "scene": situation.scene,
        "values": dict(situation.values),
        "visits": dict(situation.visits),
        "chosen": sorted(map(list, situation.chosen)),
        "ended": sorted(situation.ended),
        "chapter": situation.chapter,
        "background": situation.place,
        "music": [situation.music.track, situation.music.tension],
    }


def _situation(content: Any) -> Situation:
    holds = _mapping(content)
    track, tension = _pair(holds.get("music"))
    return Situation(
        _id(holds.get("scene")),
        _by_id(holds.get("values"), _value),
        _by_id(holds.get("visits"), _count),
        frozenset(_sequence(holds.get("chosen"), _chosen)),
        frozenset(_sequence(holds.get("ended"), _id)),
        _or_none(holds.get("chapter"), _count),
        _or_none(holds.get("background"), _id),
        Music(_or_none(track, _id), _count(tension)),
    )


def _written_origin(origin: Origin) -> dict[str, Any]:
    content = {"scene": origin.scene, "values": dict(origin.values), "ended": sorted(origin.ended)}
    return content | ({"moment": written_situation(origin.situation)} if origin.situation else {})


def _origin(content: Any) -> Origin:
    holds = _mapping(content)
    return Origin(
        _id(holds.get("scene")),
        _by_id(holds.get("values"), _value),
        frozenset(_sequence(holds.get("ended"), _id)),
        _or_none(holds.get("moment"), _situation),
    )


def _written_step(step: Taken) -> list[Any]:
    """The scene alone for reading on, with an option's id for a choice, with a mark for a skip."""
    if step.skipped:
        return [step.scene, written_mark(step.skipped)]
    return [step.scene] if step.choice is None else [step.scene, step.choice]


def _step(content: Any) -> Taken:
    match content:
        case [scene]:
            return Taken(_id(scene))
        case [scene, str(choice)]:
            return Taken(_id(scene), _id(choice))
        case [scene, list(mark)]:
            return Taken(_id(scene), None, understood_mark(mark))
        case _:
            raise NotOurs


def written_mark(mark: Mark) -> list[Any]:
    return [mark.stop, mark.line]


def understood_mark(content: Any) -> Mark:
    """Raises NotOurs."""
    stop, line = _pair(content)
    return Mark(_count(stop), _id(line))


def _known(content: Any) -> Known:
    holds = _mapping(content)
    return Known(_id(holds.get("print")), _by_id(holds.get("options"), _id))


def _chosen(content: Any) -> tuple[str, str]:
    scene, choice = _pair(content)
    return _id(scene), _id(choice)


def _value(content: Any) -> Value:
    if isinstance(content, bool):
        return content
    return _id(content) if isinstance(content, str) else _count(content)


def _id(content: Any) -> str:
    if not isinstance(content, str) or len(content) > LONGEST_READ:
        raise NotOurs
    return composed(content)  # earlier versions kept names in whatever form they were typed


def _count(content: Any) -> int:
    if type(content) is not int or not 0 <= content <= MOST_COUNTED:
        raise NotOurs
    return content


def _pair(content: Any) -> tuple[Any, Any]:
    if not isinstance(content, list) or len(content) != 2:
        raise NotOurs
    return content[0], content[1]


def _mapping(content: Any) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise NotOurs
    return content


def _sequence(content: Any, item: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(content, list):
        raise NotOurs
    return tuple(item(each) for each in content)


def _by_id(content: Any, item: Callable[[Any], T]) -> Mapping[str, T]:
    return {_id(key): item(value) for key, value in _mapping(content).items()}


def _or_none(content: Any, item: Callable[[Any], T]) -> T | None:
    return None if content is None else item(content)
