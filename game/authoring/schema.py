"""The JSON Schema (draft 2020-12) of the story's files, drawn from the format that the loader reads."""

from typing import Any

from game.authoring.building.directions import DEFINITIONS
from game.authoring.format import SCENE_FILE, STORY_FILE, TEST_FILE


def story_schema() -> dict[str, Any]:
    """The schema of story.yaml."""
    return _whole("story.yaml", STORY_FILE.schema())


def scenes_schema() -> dict[str, Any]:
    """The schema of scenes/*.yaml."""
    return _whole("scenes/*.yaml", SCENE_FILE.schema())


def rehearsals_schema() -> dict[str, Any]:
    """The schema of tests/*.yaml."""
    return _whole("tests/*.yaml", TEST_FILE.schema())


def either_schema() -> dict[str, Any]:
    """The schema of all, told apart by their keys, for editors that take one schema for a folder."""
    tests = {"if": {"required": ["tests"]}, "then": TEST_FILE.schema(), "else": STORY_FILE.schema()}
    scenes = {"if": {"required": ["scenes"]}, "then": SCENE_FILE.schema(), "else": tests}
    return _whole("a story's files", scenes)


def _whole(title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **schema,
        "$defs": {name: shape.schema() for name, shape in DEFINITIONS.items()},
    }
