"""Saves as JSON and back, where nothing is believed that no save of ours would hold."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from game.play.playthrough import Origin
from game.play.situation import Situation
from game.saves.formats.saved_run import PageMark, SavedRun, SavedStep, SceneFingerprints
from game.story.letters import to_nfc
from game.story.limits import LONGEST_READ, MOST_COUNTED
from game.story.model import Music
from game.story.variables import Value

T = TypeVar("T")


class NotASave(ValueError):
    """The content is none that we write."""


def encode_run(save: SavedRun) -> dict[str, Any]:
    """A run with all that it tells of the story, as one part of a file."""
    return {
        "story": save.story,
        "ids": sorted(save.ids),
        "scenes": encode_scenes(save.scenes),
        **encode_own(save),
    }


def encode_scenes(scenes: Mapping[str, SceneFingerprints]) -> dict[str, Any]:
    """Fingerprints by the ids of their scenes and options."""
    return {id: {"print": known.scene, "options": dict(known.options)} for id, known in scenes.items()}


def encode_own(save: SavedRun) -> dict[str, Any]:
    """What of it is not of the story, but of this run alone."""
    return {
        "origin": _encode_origin(save.origin),
        "steps": [_encode_step(step) for step in save.steps],
        "moment": encode_situation(save.situation),
        "mark": encode_mark(save.mark),
    }


def decode_run(content: Any) -> SavedRun:
    """Raises NotOurs."""
    holds = _mapping(content)
    ids = frozenset(_sequence(holds.get("ids"), _id))
    return decode_own(content, _id(holds.get("story")), ids, decode_scenes(holds.get("scenes")))


def decode_scenes(content: Any) -> Mapping[str, SceneFingerprints]:
    """Raises NotASave."""
    return _by_id(content, _known)


def decode_own(content: Any, story: str, ids: frozenset[str], scenes: Mapping[str, SceneFingerprints]) -> SavedRun:
    """A run in a story of which the rest is known already. Raises NotOurs."""
    holds = _mapping(content)
    steps = _sequence(holds.get("steps"), _step)
    if not scenes.keys() >= {step.scene for step in steps}:
        raise NotASave
    origin, situation = _origin(holds.get("origin")), _situation(holds.get("moment"))
    return SavedRun(story, origin, ids, scenes, steps, situation, decode_mark(holds.get("mark")))


def encode_situation(situation: Situation) -> dict[str, Any]:
    """All of it but where on its page it stands: a mark says that."""
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


def _encode_origin(origin: Origin) -> dict[str, Any]:
    content = {"scene": origin.scene, "values": dict(origin.values), "ended": sorted(origin.ended)}
    return content | ({"moment": encode_situation(origin.situation)} if origin.situation else {})


def _origin(content: Any) -> Origin:
    holds = _mapping(content)
    return Origin(
        _id(holds.get("scene")),
        _by_id(holds.get("values"), _value),
        frozenset(_sequence(holds.get("ended"), _id)),
        _or_none(holds.get("moment"), _situation),
    )


def _encode_step(step: SavedStep) -> list[Any]:
    """The scene alone for reading on, with an option's id for a choice, with a mark for a skip."""
    if step.skipped:
        return [step.scene, encode_mark(step.skipped)]
    return [step.scene] if step.choice is None else [step.scene, step.choice]


def _step(content: Any) -> SavedStep:
    match content:
        case [scene]:
            return SavedStep(_id(scene))
        case [scene, str(choice)]:
            return SavedStep(_id(scene), _id(choice))
        case [scene, list(mark)]:
            return SavedStep(_id(scene), None, decode_mark(mark))
        case _:
            raise NotASave


def encode_mark(mark: PageMark) -> list[Any]:
    """The number of its stop, and the fingerprint of its line."""
    return [mark.stop, mark.line]


def decode_mark(content: Any) -> PageMark:
    """Raises NotOurs."""
    stop, line = _pair(content)
    return PageMark(_count(stop), _id(line))


def _known(content: Any) -> SceneFingerprints:
    holds = _mapping(content)
    return SceneFingerprints(_id(holds.get("print")), _by_id(holds.get("options"), _id))


def _chosen(content: Any) -> tuple[str, str]:
    scene, choice = _pair(content)
    return _id(scene), _id(choice)


def _value(content: Any) -> Value:
    if isinstance(content, bool):
        return content
    return _id(content) if isinstance(content, str) else _count(content)


def _id(content: Any) -> str:
    if not isinstance(content, str) or len(content) > LONGEST_READ:
        raise NotASave
    return to_nfc(content)  # earlier versions kept names in whatever form they were typed


def _count(content: Any) -> int:
    if type(content) is not int or not 0 <= content <= MOST_COUNTED:
        raise NotASave
    return content


def _pair(content: Any) -> tuple[Any, Any]:
    if not isinstance(content, list) or len(content) != 2:
        raise NotASave
    return content[0], content[1]


def _mapping(content: Any) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise NotASave
    return content


def _sequence(content: Any, item: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(content, list):
        raise NotASave
    return tuple(item(each) for each in content)


def _by_id(content: Any, item: Callable[[Any], T]) -> Mapping[str, T]:
    return {_id(key): item(value) for key, value in _mapping(content).items()}


def _or_none(content: Any, item: Callable[[Any], T]) -> T | None:
    return None if content is None else item(content)
