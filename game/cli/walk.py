"""`walk`: plays a story at random, many times, and tells how long that is, how it ends, and what was never seen."""

import argparse
import json
import random
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from game.authoring.report import plural
from game.cli.progress import progress
from game.cli.stories import playable
from game.cli.where import story_folder
from game.prove.plays.sampling import MOST_SCENES, Sample, sample
from game.prove.plays.stretches import Way
from game.prove.plays.tables import Tables
from game.prove.program.compiler import compiled
from game.story.model import Line, Menu, Passage, Story, all_blocks
from game.story.source_location import SourceLocation

HELP = "play at random, many times: how long, how it ends, what is never seen"


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--runs", type=count, default=1_000, metavar="N", help="how many plays; else 1,000")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed plays the same; else 1")
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def run(options: argparse.Namespace) -> int:
    """Plays and tells; the exit code is 1 for a story with errors."""
    story = playable(story_folder(options.story))
    if story is None:
        return 1
    tables, draw = Tables(compiled(story)), random.Random(options.seed).getrandbits  # noqa: S311 (a dice)
    met = _Met()
    with progress() as bar:
        for number in range(options.runs):
            bar("Playing at random", number, options.runs)
            met.add(sample(tables, draw))
    report = _Report.of(story, met, options.seed)
    print(json.dumps(report.as_json(), ensure_ascii=False, indent=2) if options.json else report.as_text(story))
    return 0


def count(text: str) -> int:
    """A number of plays, as it is typed."""
    if not text.isdecimal() or not 1 <= int(text[:9]) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"‘{text}’ is no number of plays from 1 to 1,000,000")
    return int(text)


@dataclass(frozen=True, slots=True)
class _Spread:
    least: int
    median: float
    most: int

    @classmethod
    def of(cls, numbers: Sequence[int]) -> "_Spread":
        return cls(min(numbers), statistics.median(numbers), max(numbers))

    def __str__(self) -> str:
        return f"{self.least:,} to {self.most:,}, half of them up to {self.median:,g}"


class _Met:
    """What came of the plays so far: of each its ending, words and choices; in how many each scene was come to and each
    option taken; and the ways taken in any."""

    def __init__(self) -> None:
        self.endings: Counter[str | None] = Counter()
        self.unfinished = 0
        self.words: list[int] = []
        self.choices: list[int] = []
        self.scenes: Counter[str] = Counter()
        self.options: Counter[tuple[str, str]] = Counter()
        self.ways: set[Way] = set()

    def add(self, play: Sample) -> None:
        self.endings[play.ending] += 1
        self.unfinished += play.unfinished
        self.words.append(play.words)
        self.choices.append(play.choices)
        self.scenes.update({way.scene for way in play.ways})
        self.options.update({(way.scene, way.choice) for way in play.ways if way.choice is not None})
        self.ways.update(play.ways)


@dataclass(frozen=True, slots=True)
class _Report:
    """What came of all plays: in how many each scene was met and each option taken, in the order of the story, and the lines
    that were read in none."""

    runs: int
    seed: int
    words: _Spread
    choices: _Spread
    endings: Mapping[str, int]
    stuck: int
    unfinished: int
    scenes: Mapping[str, int]
    options: Mapping[str, int]
    lines: Sequence[SourceLocation]

    @classmethod
    def of(cls, story: Story, met: _Met, seed: int) -> "_Report":
        read = {at for way in met.ways for at in way.read}
        return cls(
            len(met.words),
            seed,
            _Spread.of(met.words),
            _Spread.of(met.choices),
            {id: met.endings[id] for id in story.endings},
            met.endings[None] - met.unfinished,
            met.unfinished,
            {s.id: met.scenes[s.id] for s in story.scenes.values() if not isinstance(s.exit, Passage)},
            {f"{scene}.{choice}": met.options[scene, choice] for scene, choice in _options(story)},
            [at for at in _lines(story) if at not in read],
        )

    def as_json(self) -> dict[str, object]:
        return {
            "runs": self.runs,
            "seed": self.seed,
            "words": asdict(self.words),
            "choices": asdict(self.choices),
            "endings": self._shares(self.endings),
            "stuck": self.stuck,
            "unfinished": self.unfinished,
            "scenes": self._shares(self.scenes),
            "options": self._shares(self.options),
            "unseen": {
                "scenes": _never(self.scenes),
                "options": _never(self.options),
                "lines": [{"file": at.file, "line": at.line, "column": at.column} for at in self.lines],
            },
        }

    def _shares(self, plays: Mapping[str, int]) -> list[dict[str, object]]:
        return [{"id": id, "plays": n, "share": n / self.runs} for id, n in plays.items()]

    def as_text(self, story: Story) -> str:
        lines = [
            f"{plural(self.runs, 'play')} at random, seed {self.seed}",
            f"words read: {self.words}",
            f"choices made: {self.choices}",
        ]
        for id, plays in sorted(self.endings.items(), key=lambda each: -each[1]):
            lines.append(f"{100 * plays / self.runs:5.1f} %  {id}: {story.endings[id].name}")
        if self.stuck:
            lines.append(f"{100 * self.stuck / self.runs:5.1f} %  got stuck")
        if self.unfinished:
            lines.append(f"{100 * self.unfinished / self.runs:5.1f} %  went on for more than {MOST_SCENES:,} scenes")
        lines += _listed("scenes", _never(self.scenes))
        lines += _listed("options", _never(self.options))
        lines += _listed("lines", [str(at) for at in self.lines])
        return "\n".join(lines)


def _never(plays: Mapping[str, int]) -> list[str]:
    return [id for id, number in plays.items() if not number]


def _listed(what: str, unseen: Sequence[str]) -> list[str]:
    return [f"{what} never seen:", *(f"  {each}" for each in unseen)] if unseen else []


def _options(story: Story) -> Iterator[tuple[str, str]]:
    for scene in story.scenes.values():
        if isinstance(scene.exit, Menu):
            yield from ((scene.id, choice.id) for choice in scene.exit.every())


def _lines(story: Story) -> Iterator[SourceLocation]:
    for scene in story.scenes.values():
        yield from (block.at for block in all_blocks(scene) if isinstance(block, Line))
