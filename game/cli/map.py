"""`map`: the story's scenes and ways as a drawing, with chapters as bands and what the proof found marked."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from game.authoring.drawing.dot import as_dot
from game.authoring.drawing.html import as_html
from game.authoring.drawing.story_map import StoryMap, story_map
from game.authoring.drawing.svg import as_svg
from game.authoring.report import plural
from game.cli.progress import progress
from game.cli.stories import playable
from game.cli.where import story_folder
from game.prove.explore.proof import prove
from game.prove.findings.messages import findings

HELP = "draw the story as .svg, .dot, or a .html that can be searched and zoomed"
_FORMS: Mapping[str, Callable[[StoryMap], str]] = {".svg": as_svg, ".dot": as_dot, ".html": as_html}


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument(
        "-o", dest="file", type=_file, required=True, metavar="FILE", help="what to write: a .svg, .dot or .html"
    )


def run(options: argparse.Namespace) -> int:
    """Draws it; the exit code is 1 for a story with errors, 2 for a file that cannot be written."""
    story = playable(story_folder(options.story))
    if story is None:
        return 1
    file: Path = options.file
    with progress() as bar:
        proof = prove(story, watching=bar)
        chart = story_map(proof, findings(proof))
        bar("Drawing", 0, len(chart.scenes))
        drawn = _FORMS[file.suffix](chart)
    try:
        file.write_text(drawn, encoding="utf-8")
    except OSError as error:
        print(f"{file} cannot be written: {error.strerror or error}. Name another file.", file=sys.stderr)
        return 2
    print(f"wrote {file}: {plural(len(chart.scenes), 'scene')}, {plural(len(chart.links), 'way')}")
    return 0


def _file(text: str) -> Path:
    path = Path(text)
    if path.suffix not in _FORMS:
        raise argparse.ArgumentTypeError(f"‘{text}’ does not end in .svg, .dot or .html")
    return path
