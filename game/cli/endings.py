"""`endings`: each ending, a shortest route to it, how many routes there are, and its share of random plays."""

import argparse
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from game.cli.deep_calls import deep_calls
from game.cli.progress import Progress, progress
from game.cli.stories import playable
from game.cli.where import story_folder
from game.prove.explore.proof import Proof, prove
from game.prove.explore.witnesses import Route
from game.prove.plays.odds import AllOdds, odds_of
from game.prove.plays.sampling import Sampler, interval
from game.prove.plays.state_graph import StateGraph
from game.prove.program.ir import Program
from game.story.letters import composed
from game.story.model import Ending
from game.story.names import suggestion

HELP = "list the endings: routes, their number, share of random plays, words to read"
RUNS, SEED = 20_000, 1
MOST_KEPT = 300_000  # situations


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of one ending. `interval` is set where its share was only sampled."""

    ending: Ending
    reachable: bool | None
    route: Route | None
    routes: int | str | None
    share: float
    interval: tuple[float, float] | None
    exact: bool
    words_shortest: int | None
    words_longest: int | None

    def as_json(self) -> dict[str, object]:
        plays = [list(play) for play in self.route.plays] if self.route else []
        told: dict[str, object] = {
            "id": self.ending.id,
            "reachable": self.reachable,
            "route": plays[-1] if plays else None,
            "plays_before": plays[:-1],
            "routes": self.routes,
            "share": self.share,
            "share_exact": self.exact,
            "words_shortest": self.words_shortest,
            "words_longest": self.words_longest,
        }
        return told if self.interval is None else {**told, "share_interval": list(self.interval)}


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--to", type=composed, metavar="ENDING", help="only this ending")
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def run(options: argparse.Namespace) -> int:
    """Tells them; the exit code is 1 for a story with errors, 2 for an ending that it does not have."""
    story = playable(story_folder(options.story))
    if story is None:
        return 1
    if options.to is not None and options.to not in story.endings:
        print(f"There is no ending ‘{options.to}’; {suggestion(options.to, story.endings, 'endings')}", file=sys.stderr)
        return 2
    with deep_calls(), progress() as bar:
        proof = prove(story, watching=bar)
        wanted = [story.endings[options.to]] if options.to else list(story.endings.values())
        told, never = _all(proof, wanted, bar)
    if options.json:
        print(
            json.dumps(
                {"endings": [each.as_json() for each in told], "never_ends": never}, ensure_ascii=False, indent=2
            )
        )
    else:
        print("\n\n".join(map(_text, told)))
        if never > 0:
            print(f"\nplays that never end: {_percent(never)}")
    return 0


def _all(proof: Proof, wanted: list[Ending], bar: Progress) -> tuple[list[_Told], float]:
    odds = odds_of(StateGraph(proof.program), bar)
    counted = _sampled(proof.program, bar) if odds is None else None
    told = []
    for number, ending in enumerate(wanted):
        bar("Finding routes", number, len(wanted))
        told.append(_one(proof, ending, odds, counted))
    return told, odds.never if odds else (counted or Counter())[None] / RUNS


def _sampled(program: Program, bar: Progress) -> "Counter[str | None]":
    """How many of many random plays come to each ending, and to none."""
    pick = random.Random(SEED).randrange  # noqa: S311 (a dice)
    plays = StateGraph(program)
    walker = Sampler(plays, pick)
    counted: Counter[str | None] = Counter()
    for number in range(RUNS):
        bar("Playing at random", number, RUNS)
        if len(plays) > MOST_KEPT:  # what was looked at is forgotten before it fills the memory
            plays = StateGraph(program)
            walker = Sampler(plays, pick)
        counted[walker.walk().ending] += 1
    return counted


def _one(proof: Proof, ending: Ending, odds: AllOdds | None, counted: "Counter[str | None] | None") -> _Told:
    spots = proof.targets()
    reachable = True if ending.id in proof.coverage.endings else False if proof.explored else None
    route = proof.route(lambda: spots.ending(ending.id)) if reachable else None
    if odds is None:
        hits = (counted or Counter())[ending.id]
        return _Told(ending, reachable, route, None, hits / RUNS, interval(hits, RUNS), False, None, None)
    its = odds.endings[ending.id]
    routes = "unbounded" if its.routes is None else its.routes
    return _Told(ending, reachable, route, routes, its.share, None, odds.exact, its.words_shortest, its.words_longest)


def _text(told: _Told) -> str:
    lines = [f"{told.ending.id}: {told.ending.name}"]
    if told.reachable is None:
        return f"{lines[0]}\n  not proved: the story is too large"
    if not told.reachable:
        return f"{lines[0]}\n  never reached"
    lines.append(f"  route: {told.route or 'one that would take too long to find'}")
    if told.interval:
        low, high = told.interval
        lines.append(
            f"  share: about {_percent(told.share)} of {RUNS:,} random plays ({_percent(low)} to {_percent(high)})"
        )
        return "\n".join(lines)
    if told.share == 0:
        lines.append("  share: none of first plays")
        return "\n".join(lines)
    routes = "endlessly many" if told.routes == "unbounded" else f"{told.routes:,}"
    longest = f" to {told.words_longest:,}" if told.words_longest not in (None, told.words_shortest) else ""
    more = " at least" if told.words_longest is None else ""
    lines.append(f"  routes: {routes}; share of random plays: {_percent(told.share)}")
    lines.append(f"  to read:{more} {told.words_shortest:,}{longest} words")
    return "\n".join(lines)


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"
