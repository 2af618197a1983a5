"""Fingerprints: short hashes of what an author wrote and a player read, by which a save knows them again after an edit.

They depend on words and structure alone: not on where in a file a thing stands, nor on Python's own hashing and names
for things, nor, for a scene, on its id and its chapter.
"""

from collections.abc import Mapping
from enum import Enum
from hashlib import blake2b
from typing import Any

from game.play.situation import Event, Paragraph
from game.saves.formats.tags import TAGS
from game.story.model import Choice, Menu, Story

OWN_ID = "·"  # no id, since ids are words
NAMES_A_SCENE = frozenset({"go", "scene"})  # tags of fields that do, in all that a text or a way is made of


class Fingerprints:
    """The fingerprints of one story, each made when it is first asked for."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._scenes: dict[str, str] = {}
        self._options: dict[str, Mapping[str, str]] = {}

    def scene(self, id: str) -> str:
        """Of a scene's text, way and aftermath."""
        if id not in self._scenes:
            scene = self.story.scenes[id]
            self._scenes[id] = fingerprint((scene.text, scene.exit, scene.aftermath), id)
        return self._scenes[id]

    def options(self, id: str) -> Mapping[str, str]:
        """Of every option of a scene's menu, shown or not: of its `if`, `set`, `go` and `then`."""
        if id not in self._options:
            exit = self.story.scenes[id].exit
            every = exit.every() if isinstance(exit, Menu) else ()
            self._options[id] = {choice.id: _option_fingerprint(choice, id) for choice in every}
        return self._options[id]


def event_fingerprint(event: Event) -> str:
    """Of a paragraph as it was read, or of a card."""
    if isinstance(event, Paragraph):
        return fingerprint((event.speaker, event.text))
    return fingerprint(event)


def fingerprint(thing: Any, own: str | None = None) -> str:
    """Of anything that a story is made of. `own` is the scene it belongs to, which may have another name tomorrow."""
    text: list[str] = []
    _write(thing, own, text)
    return blake2b("".join(text).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _option_fingerprint(choice: Choice, scene: str) -> str:
    go = OWN_ID if choice.go == scene else choice.go
    return fingerprint((choice.condition, choice.changes, go, choice.then), scene)


def _write(thing: Any, own: str | None, text: list[str]) -> None:
    if isinstance(thing, Enum):
        thing = thing.value
    if isinstance(thing, str):
        text.append(f"{len(thing)}:{thing}")
    elif thing is None or isinstance(thing, bool | int | float):
        text.append(f"{thing!r};")
    elif isinstance(thing, tuple):
        text.append("(")
        for each in thing:
            _write(each, own, text)
        text.append(")")
    elif type(thing) in TAGS:
        tagged = TAGS[type(thing)]
        text.append(f"{tagged.tag}(")
        for tag, attribute in tagged.fields:
            value = getattr(thing, attribute)
            text.append(f"{tag}=")
            _write(OWN_ID if tag in NAMES_A_SCENE and value == own else value, own, text)
        text.append(")")
    else:
        raise TypeError(f"nothing in a story is a {type(thing).__name__}")
