"""What is remembered of a player from one play of a story to the next: the endings met, and the run left open."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.play.page import Choosing, page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, show_all, skip, start
from game.saves.files import read_json, write_json
from game.story.model import Story
from game.story.variables import allows

VERSION = 1


@dataclass(frozen=True, slots=True)
class Resumed:
    """A run taken up again; `lost` says in a sentence what of it could not be, if anything."""

    playthrough: Playthrough
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The folder of one story in a player's profile. Every method raises OSError where the disk does."""

    folder: Path

    @classmethod
    def of(cls, root: Path, story: Story) -> "Profile":
        return cls(root / story.id)

    @property
    def _endings(self) -> Path:
        return self.folder / "endings.json"

    @property
    def _run(self) -> Path:
        return self.folder / "run.json"

    def endings(self) -> frozenset[str]:
        """The endings met so far. Raises ValueError if what is there is not ours."""
        content = _versioned(read_json(self._endings), self._endings)
        met = content.get("met", []) if content else []
        if not isinstance(met, list) or not all(isinstance(each, str) for each in met):
            raise ValueError(f"{self._endings} does not hold a list of endings")
        return frozenset(met)

    def meet(self, ending: str) -> None:
        """Remembers an ending, beside those already there."""
        met = self.endings()
        if ending not in met:
            write_json(self._endings, {"version": VERSION, "met": sorted({*met, ending})})

    def leave_open(self, playthrough: Playthrough) -> None:
        """Keeps the run so that it can be taken up again."""
        origin = playthrough.origin
        content = {
            "version": VERSION,
            "origin": {"scene": origin.scene, "values": dict(origin.values), "ended": sorted(origin.ended)},
            "steps": [step.moment.position if step.skipped else step.choice for step in playthrough.past],
            "position": playthrough.now.position,
        }
        write_json(self._run, content)

    def close(self) -> None:
        """Forgets the run left open."""
        self._run.unlink(missing_ok=True)

    def resume(self, story: Story) -> Resumed | None:
        """The run left open, replayed in today's story, or None if there is none.

        Raises ValueError if what is there is not a run of ours.
        """
        content = _versioned(read_json(self._run), self._run)
        return _replayed(story, content, self._run) if content else None


def _versioned(content: Any, path: Path) -> dict[str, Any] | None:
    if content is None:
        return None
    if not isinstance(content, dict) or not isinstance(content.get("version"), int):
        raise ValueError(f"{path} is not one of ours")
    if content["version"] > VERSION:
        raise ValueError(f"{path} was written by a newer version of the game")
    return content


def _replayed(story: Story, content: dict[str, Any], path: Path) -> Resumed:
    match content:
        case {
            "origin": {"scene": str(scene), "values": dict(values), "ended": list(ended)},
            "steps": list(steps),
            "position": int(position),
        } if all(isinstance(each, str) for each in ended):
            origin = Origin(scene, values, frozenset(ended))
        case _:
            raise ValueError(f"{path} is damaged")
    fitting = all(
        name in story.variables and allows(story.variables[name].kind, value) for name, value in origin.values.items()
    )
    if origin.scene not in story.scenes or not fitting:
        return Resumed(start(story, Origin(story.start, ended=origin.ended)), "The story no longer begins there.")
    playthrough = start(story, origin)
    for step in steps:
        following = _step(story, playthrough, step)
        if following is None:
            return Resumed(playthrough, f"The story has changed after the scene ‘{playthrough.now.scene}’.")
        playthrough = following
    return Resumed(_read_to(position, story, playthrough))


def _read_to(position: int, story: Story, playthrough: Playthrough) -> Playthrough:
    """The same page read as far as `position`, or to its end."""
    while playthrough.now.position < position and not page_of(story, playthrough).complete:
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
    while not page_of(story, playthrough).complete:
        playthrough = show_all(story, playthrough)
    if step is None:
        following = advance(story, playthrough)
        return following if following is not playthrough else None
    offer = page_of(story, playthrough).next
    options = offer.options if isinstance(offer, Choosing) else ()
    number = next((option.number for option in options if option.id == step and option.enabled), None)
    return choose(story, playthrough, number) if number else None
