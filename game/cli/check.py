"""`check`: every diagnostic of a story; exit code 1 if one of them is an error."""

import argparse
import sys
from pathlib import Path

from game.authoring.load import load
from game.authoring.report import as_json, as_text, counted, plural
from game.cli.stories import colors
from game.cli.where import story_folder

HELP = "tell everything that is wrong with a story, and where"


def add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def run(options: argparse.Namespace) -> int:
    folder = story_folder(options.story)
    loaded = load(folder)
    found = loaded.diagnostics
    if options.json:
        print(as_json(found))
    else:
        if found:
            print(as_text(found, loaded.sources, colors(sys.stderr)), file=sys.stderr)
        scenes = f"{plural(len(loaded.story.scenes), 'scene')}, " if loaded.story else ""
        print(f"{folder}: {scenes}{counted(found)}")
    return 1 if any(each.is_error for each in found) else 0
