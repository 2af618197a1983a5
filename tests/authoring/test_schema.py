"""The JSON Schema that editors use says of the shape of a story's files what the loader says."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from game.authoring.schema import either_schema, rehearsals_schema, scenes_schema, story_schema
from game.story.catalogue import CATALOGUE

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SCHEMAS = {"story": story_schema(), "scenes": scenes_schema(), "tests": rehearsals_schema(), "either": either_schema()}
GOOD = {"base": HERE / "base", "example": ROOT / "game/authoring/example", "real": ROOT / "story"}


def instance(text: str) -> Any:
    """The file as an editor's language server sees it: YAML 1.2's core schema, in which `yes` is a word."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    return None if root is None else _value(root)


def _value(node: Any) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_value(each) for each in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    text: str = node.value
    if node.style:
        return text
    if re.fullmatch(r"~|null|Null|NULL|", text):
        return None
    if re.fullmatch(r"true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


def files(story: Path) -> Iterator[tuple[Path, str]]:
    """The files of a story, and the schema of each."""
    yield from ((path, "story") for path in [story / "story.yaml"] if path.exists())
    yield from ((path, "scenes") for path in sorted((story / "scenes").glob("*.yaml")))
    yield from ((path, "tests") for path in sorted((story / "tests").glob("*.yaml")))


def codes(folder: Path) -> set[str]:
    return {line.split(" ")[1] for line in (folder / "expect").read_text().splitlines()}


MISSHAPEN = [
    folder
    for folder in sorted((HERE / "bad").iterdir())
    if folder.is_dir() and all(CATALOGUE[code].by_schema for code in codes(folder))
]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("story", GOOD)
def test_a_good_story_passes(story: str) -> None:
    for path, kind in files(GOOD[story]):
        content = instance(path.read_text(encoding="utf-8"))
        for schema in (SCHEMAS[kind], SCHEMAS["either"]):
            assert [error.message for error in Draft202012Validator(schema).iter_errors(content)] == []


@pytest.mark.parametrize("folder", MISSHAPEN, ids=[folder.name for folder in MISSHAPEN])
def test_a_story_of_the_wrong_shape_is_refused(folder: Path) -> None:
    refused = [
        not Draft202012Validator(SCHEMAS[kind]).is_valid(instance(path.read_text(encoding="utf-8")))
        for path, kind in files(folder)
    ]
    assert any(refused)


def test_there_are_stories_of_the_wrong_shape() -> None:
    """Each code that a schema can tell is told by a story that a schema refuses."""
    shown = {code for folder in MISSHAPEN for code in codes(folder)}
    assert shown == {code for code, entry in CATALOGUE.items() if entry.by_schema}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_is_described(name: str) -> None:
    """What an editor shows when the pointer rests on a key."""
    bare = [path for path, described in _properties(SCHEMAS[name], "") if not described]
    assert bare == []


def _properties(schema: Any, path: str) -> Iterator[tuple[str, bool]]:
    if isinstance(schema, list):
        for number, each in enumerate(schema):
            yield from _properties(each, f"{path}/{number}")
    if not isinstance(schema, Mapping):
        return
    for key, value in schema.items():
        if key == "properties":
            for name, each in value.items():
                yield f"{path}/{name}", bool(each.get("description", "").strip())
                yield from _properties(each, f"{path}/{name}")
        else:
            yield from _properties(value, f"{path}/{key}")
