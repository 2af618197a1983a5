"""A story's prose as a reader meets it: every passage, with its branches told apart, and the words in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml

_BRANCHING = re.compile(r"\{[^{}]*\}")
_SPEAKER = re.compile(r"^[a-z]+: ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands between two choices: a scene's text, or what follows an option."""

    name: str
    ends_story: bool
    shortest: str
    longest: str
    branches: int

    @property
    def words(self) -> int:
        return len(self.longest.split())


def passages(scenes: Path) -> list[Passage]:
    """Every passage of the story whose scenes lie in this folder, in the order written."""
    return [each for file in sorted(scenes.glob("*.yaml")) for each in passages_of(file.read_text(encoding="utf-8"))]


def passages_of(source: str) -> list[Passage]:
    found = []
    for name, scene in _mapping(_mapping(yaml.load(source, yaml.BaseLoader))["scenes"]).items():
        written = _mapping(scene)
        found.append(_passage(name, written.get("text", ""), ends_story="ending" in written))
        for option in [*_list(written.get("choices")), *([written["silence"]] if "silence" in written else [])]:
            offered = _mapping(option)
            if "then" in offered:
                found.append(_passage(f"{name}.{offered.get('id', '?')}", offered["then"], ends_story=False))
    return found


def _passage(name: str, text: object, *, ends_story: bool) -> Passage:
    short, _ = _inline("\n".join(_prose(text, longest=False)), longest=False)
    long, inline = _inline("\n".join(_prose(text, longest=True)), longest=True)
    return Passage(name, ends_story, _spoken(short), _spoken(long), _branches(text) + inline)


def _prose(text: object, *, longest: bool) -> Iterator[str]:
    """The prose of one way through blocks and directions: the longer branch of each `if`, or the shorter."""
    if isinstance(text, str):
        yield text
        return
    for part in _list(text):
        if isinstance(part, str):
            yield part
        elif "if" in (direction := _mapping(part)):
            ways = [list(_prose(direction.get(way, ""), longest=longest)) for way in ("then", "else")]
            yield from sorted(ways, key=lambda way: len(" ".join(way).split()))[1 if longest else 0]


def _branches(text: object) -> int:
    """How many `if` directions there are."""
    if isinstance(text, str):
        return 0
    found = 0
    for part in _list(text):
        if not isinstance(part, str) and "if" in (direction := _mapping(part)):
            found += 1 + _branches(direction.get("then", "")) + _branches(direction.get("else", ""))
    return found


def _inline(text: str, *, longest: bool) -> tuple[str, int]:
    """`{condition ? words | others}`, innermost first, as the longer of the two or the shorter; and how many there were."""
    conditions = 0
    while found := _BRANCHING.search(text):
        _, mark, ways = found[0][1:-1].partition("?")
        kept = sorted((way.strip() for way in ways.split("|")), key=lambda way: len(way.split())) if mark else [""]
        text = text[: found.start()] + kept[-1 if longest else 0] + text[found.end() :]
        conditions += bool(mark)
    return text, conditions


def _spoken(text: str) -> str:
    return _SPEAKER.sub("", text).strip()


def _mapping(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return cast("dict[str, object]", value)


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []
