"""The run left open as the first versions of the game kept it, in `run.json`: by the ids of its steps alone."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.play.page import page_of
from game.play.playthrough import Origin, Playthrough, advance, read_on, skip, start, take
from game.saves.files.atomic import read_json
from game.story.letters import to_nfc
from game.story.model import Story
from game.story.names import bounded
from game.story.variables import allows

VERSION = 1


@dataclass(frozen=True, slots=True)
class LegacyRun:
    """A run taken up again; `lost` says in a sentence what of it could not be, if anything."""

    playthrough: Playthrough
    lost: str = ""


def resume(path: Path, story: Story) -> LegacyRun | None:
    """The run left open, replayed in today's story, or None if there is none.

    Raises OSError where the disk does, and ValueError if what is there is not a run of ours.
    """
    content = versioned(read_json(path), path)
    return _replayed(story, content, path) if content else None


def date_of(path: Path) -> str:
    """When the run was left, as ISO 8601 has it. Raises OSError."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().isoformat(timespec="seconds")


def retire(path: Path) -> None:
    """The run is kept elsewhere now; its file stays beside those that were retired before."""
    number, old = 1, path.with_name("run.old.json")
    while old.exists():
        number += 1
        old = path.with_name(f"run.old-{number}.json")
    with suppress(OSError):  # then it is found again, and kept once more
        path.replace(old)


def versioned(content: Any, path: Path) -> dict[str, Any] | None:
    """The content of a file of the first versions; None where there is none. Raises ValueError, in a sentence."""
    if content is None:
        return None
    if not isinstance(content, dict) or not isinstance(content.get("version"), int):
        raise ValueError(f"{path} is not one of ours")
    if content["version"] > VERSION:
        raise ValueError(f"{path} was written by a newer version of the game")
    return content


def _replayed(story: Story, content: dict[str, Any], path: Path) -> LegacyRun:
    match content:
        case {
            "origin": {"scene": str(scene), "values": dict(values), "ended": list(ended)},
            "steps": list(steps),
            "position": int(position),
        } if all(isinstance(each, str) for each in ended):
            origin = Origin(to_nfc(scene), {to_nfc(name): each for name, each in values.items()}, frozenset(ended))
        case _:
            raise ValueError(f"{path} is damaged")
    fitting = all(
        name in story.variables and allows(story.variables[name].kind, value) for name, value in origin.values.items()
    )
    if origin.scene not in story.scenes or not fitting:
        return LegacyRun(start(story, Origin(story.start, ended=origin.ended)), "The story no longer begins there.")
    playthrough = start(story, origin)
    for step in steps:
        following = _step(story, playthrough, step)
        if following is None:
            whole = _read_to(None, story, playthrough)
            return LegacyRun(whole, f"The story has changed after the scene ‘{whole.now.scene}’.")
        playthrough = following
    return LegacyRun(_read_to(position, story, playthrough))


def _read_to(position: int | None, story: Story, playthrough: Playthrough) -> Playthrough:
    """The same page read as far as `position`, or to its end."""
    while (position is None or playthrough.now.position < position) and not page_of(story, playthrough).complete:
        playthrough = advance(story, playthrough)
    return playthrough


def _step(story: Story, playthrough: Playthrough, step: Any) -> Playthrough | None:
    """One step of a saved run again, or None if today's story does not offer it.

    A step is the id of a choice, None for reading on, or the position at which a scene was skipped.
    """
    if isinstance(step, int):
        playthrough = _read_to(step, story, playthrough)
        following = skip(story, playthrough)
        return following if following is not playthrough else None
    if step is not None and not isinstance(step, str):
        return None
    reached = (
        read_on(story, playthrough)
        if step is None
        else take(story, playthrough, to_nfc(step)) or take(story, playthrough, bounded(step))
    )
    return reached[0] if reached else None
