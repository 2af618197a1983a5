"""`schema`: the JSON Schema of the story format, for editors."""

import argparse
import json

from game.authoring.schema import either_schema, rehearsals_schema, scenes_schema, story_schema

HELP = "print the JSON Schema of story files, for completion in editors"
_SCHEMAS = {"both": either_schema, "story": story_schema, "scenes": scenes_schema, "tests": rehearsals_schema}


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument(
        "file",
        nargs="?",
        choices=_SCHEMAS,
        default="both",
        help="story.yaml, scenes/*.yaml, tests/*.yaml, or one schema for all",
    )


def run(options: argparse.Namespace) -> int:
    """Prints it; the exit code is 0."""
    print(json.dumps(_SCHEMAS[options.file](), indent=2, ensure_ascii=False))
    return 0
