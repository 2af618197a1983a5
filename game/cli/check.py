"""`check`: every diagnostic of a story and every finding of its proof; exit code 1 if one of them is an error."""

import argparse
import sys
import time
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import asdict, dataclass
from math import log10
from pathlib import Path

from game.authoring.assets.check import check_assets
from game.authoring.assets.letters import check_letters, read_faces
from game.authoring.rehearsals import load_rehearsals
from game.authoring.report import as_json, as_text, counted, plural
from game.cli.progress import progress
from game.cli.stories import colors, loading
from game.cli.where import assets_folder, data_root, named, story_folder
from game.prove.explore.proof import Unproved, prove
from game.prove.findings.messages import findings
from game.story.diagnostic import Diagnostic
from game.story.model import Story
from game.story.source_location import SourceLocation

HELP = "tell everything that is wrong with a story, and where"
_UNUSED = (
    "ending-unreached",
    "scene-unreached",
    "value-untaken",
    "variable-unchanged",
    "variable-unread",
)
_LEFT = ("page-blank", "paragraph-bare", "words-glued")
_MOST_SAID = 10**15
_MOST_COUNTED = 10**300  # Python writes no integers of more than some thousand digits


@dataclass(frozen=True, slots=True)
class _Proved:
    """What the proof told, and how much it looked at."""

    findings: tuple[Diagnostic, ...]
    scenes: int
    situations: int
    seconds: float
    complete: bool
    unproved: Unproved

    def as_json(self) -> dict[str, object]:
        told: dict[str, object] = {
            "scenes": self.scenes,
            "situations": min(self.situations, _MOST_COUNTED),
            "seconds": round(self.seconds, 3),
            "complete": self.complete,
        }
        return told if self.complete else {**told, "unproved": asdict(self.unproved)}


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")
    parser.add_argument(
        "--no-proof", dest="proof", action="store_false", help="look at the files only, not at the routes"
    )


def run(options: argparse.Namespace) -> int:
    """Tells them; the exit code is 1 if one is an error."""
    folder = story_folder(options.story, say=False)
    loaded = loading(folder)
    proved = _prove(loaded.story) if loaded.story and options.proof else None
    found, sources = list(loaded.diagnostics), dict(loaded.sources)
    if loaded.story:
        tests = load_rehearsals(folder, loaded.story)
        found.extend(tests.diagnostics)
        sources.update(tests.sources)
        assets, own = assets_folder(folder)
        found.extend(check_assets(loaded.story, assets, own=own, beside=folder))
        faces = read_faces(data_root() / "assets/fonts/coverage.txt")
        found.extend(check_letters(loaded.story, loaded.sources, faces))
    if loaded.story and proved:
        told = [each for each in proved.findings if not _wanting(each, loaded.story, loaded.unread)]
        found.extend(each for each in told if not _left(each, loaded.story, loaded.diagnostics))
    found.sort(key=lambda each: each.at)
    if options.json:
        print(as_json(found, {"proof": proved.as_json()} if proved else {}))
    else:
        if found:
            print(as_text(found, sources, colors(sys.stderr)), file=sys.stderr)
        scenes = f"{plural(len(loaded.story.scenes), 'scene')}, " if loaded.story else ""
        print(f"{folder if options.story else named(folder)}: {scenes}{counted(found)}{_told(proved)}")
    return 1 if any(each.is_error for each in found) else 0


def _prove(story: Story) -> _Proved:
    began = time.perf_counter()
    with progress() as bar:
        proof = prove(story, watching=bar)
        told = findings(proof)
    return _Proved(
        told,
        len(proof.coverage.scenes),
        proof.situations,
        time.perf_counter() - began,
        proof.complete,
        proof.unproved(),
    )


def _wanting(finding: Diagnostic, story: Story, unread: Collection[str] | None) -> bool:
    """Whether something is called unused though it may be used in a file that lies in the story and is not read: that
    file is told of, and what follows from it is not."""
    if finding.code not in _UNUSED or not (unread is None or unread):
        return False
    declared = {each.at: id for kind in (story.endings, story.scenes, story.variables) for id, each in kind.items()}
    return finding.at in declared and (unread is None or declared[finding.at] in unread)


def _left(finding: Diagnostic, story: Story, told: Collection[Diagnostic]) -> bool:
    """Whether words are said to be left out that only stand on the wrong side of a ‘ : ’, in the same scene."""
    if finding.code not in _LEFT:
        return False
    scenes = sorted(scene.at for scene in story.scenes.values())

    def scene_of(at: SourceLocation) -> int:
        return bisect_right(scenes, at)

    return any(each.code == "inline-colon" and scene_of(each.at) == scene_of(finding.at) for each in told)


def _told(proved: _Proved | None) -> str:
    if proved is None:
        return ""
    situations = plural(proved.situations, "situation")
    if proved.situations >= _MOST_SAID:
        situations = f"some 10^{int(proved.situations.bit_length() * log10(2))} situations"
    return f"; {situations} proved" if proved.complete else f"; {situations} looked at, not all proved"
