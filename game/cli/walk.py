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
from game.prove.plays.sampling import MOST_SCENES, Sample, Sampler
from game.prove.plays.state_graph import StateGraph
from game.prove.program.compiler import compiled
from game.story.model import Line, Menu, Passage, Story, all_blocks
from game.story.source_location import SourceLocation

HELP = "play at random, many times: how long, how it ends, what is never seen"
_MOST_SHOWN = 20


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--runs", type=_count, default=1_000, metavar="N", help="how many plays; else 1,000")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed plays the same; else 1")
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def run(options: argparse.Namespace) -> int:
    """Plays and tells; the exit code is 1 for a story with errors."""
    story = playable(story_folder(options.story))
    if story is None:
        return 1
    walker = Sampler(StateGraph(compiled(story)), random.Random(options.seed).randrange)  # noqa: S311 (a dice)
    walks = []
    with progress() as bar:
        for number in range(options.runs):
            bar("Playing at random", number, options.runs)
            walks.append(walker.walk())
    report = _Report.of(story, walker, walks, options.seed)
    print(json.dumps(report.as_json(), ensure_ascii=False, indent=2) if options.json else report.as_text(story))
    return 0


def _count(text: str) -> int:
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


@dataclass(frozen=True, slots=True)
class _Report:
    """What came of all plays. What is unseen is told in the order of the story."""

    runs: int
    seed: int
    words: _Spread
    choices: _Spread
    endings: Mapping[str, int]
    stuck: int
    unfinished: int
    scenes: Sequence[str]
    options: Sequence[str]
    lines: Sequence[SourceLocation]

    @classmethod
    def of(cls, story: Story, walker: Sampler, walks: Sequence[Sample], seed: int) -> "_Report":
        ends = Counter(walk.ending for walk in walks)
        unfinished = sum(walk.unfinished for walk in walks)
        scenes, taken, read = walker.scenes(), walker.taken(), walker.read()
        return cls(
            len(walks),
            seed,
            _Spread.of([walk.words for walk in walks]),
            _Spread.of([walk.choices for walk in walks]),
            {id: ends[id] for id in story.endings},
            ends[None] - unfinished,
            unfinished,
            [s.id for s in story.scenes.values() if s.id not in scenes and not isinstance(s.exit, Passage)],
            [f"{scene}.{choice}" for scene, choice in _options(story) if (scene, choice) not in taken],
            [at for at in _lines(story) if at not in read],
        )

    def as_json(self) -> dict[str, object]:
        return {
            "runs": self.runs,
            "seed": self.seed,
            "words": asdict(self.words),
            "choices": asdict(self.choices),
            "endings": [{"id": id, "plays": n, "share": n / self.runs} for id, n in self.endings.items()],
            "stuck": self.stuck,
            "unfinished": self.unfinished,
            "unseen": {
                "scenes": self.scenes,
                "options": self.options,
                "lines": [{"file": at.file, "line": at.line, "column": at.column} for at in self.lines],
            },
        }

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
        lines += _listed("scenes", self.scenes)
        lines += _listed("options", self.options)
        lines += _listed("lines", [str(at) for at in self.lines])
        return "\n".join(lines)


def _listed(what: str, unseen: Sequence[str]) -> list[str]:
    if not unseen:
        return []
    more = [f"  … and {len(unseen) - _MOST_SHOWN:,} more"] if len(unseen) > _MOST_SHOWN else []
    return [f"{what} never seen:", *(f"  {each}" for each in unseen[:_MOST_SHOWN]), *more]


def _options(story: Story) -> Iterator[tuple[str, str]]:
    for scene in story.scenes.values():
        if isinstance(scene.exit, Menu):
            yield from ((scene.id, choice.id) for choice in scene.exit.every())


def _lines(story: Story) -> Iterator[SourceLocation]:
    for scene in story.scenes.values():
        yield from (block.at for block in all_blocks(scene) if isinstance(block, Line))
