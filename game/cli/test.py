"""`test`: plays the story's own tests, and tells what comes otherwise than expected; exit code 1 if something does."""

import argparse
import sys
from pathlib import Path

from game.authoring.rehearsals import load_rehearsals
from game.authoring.report import as_text, counted, plural
from game.cli.stories import colors, playable
from game.cli.where import named, story_folder
from game.play.rehearsal import rehearse

HELP = "play the story's own tests, in its folder `tests`"


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")


def run(options: argparse.Namespace) -> int:
    """Plays them all; the exit code is 1 if one comes otherwise than expected."""
    folder = story_folder(options.story, say=False)
    story = playable(folder)
    if story is None:
        return 1
    rehearsals = load_rehearsals(folder, story)
    failures = [rehearse(story, each) for each in rehearsals.all]
    told = [*rehearsals.diagnostics, *(each for failure in failures for each in failure)]
    if told:
        told.sort(key=lambda each: each.at)
        print(as_text(told, rehearsals.sources, colors(sys.stderr)), file=sys.stderr)
    failed = sum(bool(failure) for failure in failures)
    parts = [f"{plural(len(failures) - failed, 'test')} passed"]
    if failed:
        parts.append(f"{failed:,} failed")
    if rehearsals.unplayed:
        parts.append(f"{rehearsals.unplayed:,} not played")
    if rehearsals.diagnostics:
        if not failures:
            parts = ["no test was played", *parts[1:]]
        parts.append(f"{counted(rehearsals.diagnostics)} in the files of tests")
    print(f"{folder if options.story else named(folder)}: {', '.join(parts)}")
    return 1 if failed or any(each.is_error for each in told) else 0
