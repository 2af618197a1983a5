"""`endings`: each ending, a shortest route to it, how many routes there are, and its share of random plays."""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.cli.progress import Progress, progress
from game.cli.stories import playable
from game.cli.walk import count
from game.cli.where import story_folder
from game.prove.explore.ending_routes import EndingRoute, EndingRoutes
from game.prove.plays.odds import Odds, odds_of
from game.prove.plays.sampling import interval, sample
from game.prove.plays.state_graph import StateGraph
from game.prove.plays.tables import Tables
from game.prove.program.compiler import compiled
from game.story.letters import to_nfc
from game.story.model import Ending, Story
from game.story.names import suggestion

HELP = "list the endings: routes, their number, share of random plays, words to read"
RUNS, SEED = 20_000, 1


@dataclass(frozen=True, slots=True)
class _Shares:
    """What is known of random first plays: the `odds` of each ending, `exact` or nearly, or how many of `runs` plays came
    to it. `never` is the share of those that never end."""

    never: float
    odds: Mapping[str, Odds] | None
    exact: bool = False
    hits: Mapping[str | None, int] | None = None
    runs: int = 0


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of one ending. `interval` is set where its share was only sampled, in so many `runs`: then neither
    routes were counted, nor words but those on the route."""

    ending: Ending
    reachable: bool | None
    route: EndingRoute | None
    routes: int | str | None
    share: float
    exact: bool
    words_shortest: int | None = None
    words_longest: int | None = None
    interval: tuple[float, float] | None = None
    runs: int = 0

    def as_json(self) -> dict[str, object]:
        plays = [list(play) for play in self.route.route.plays] if self.route else []
        told: dict[str, object] = {
            "id": self.ending.id,
            "reachable": self.reachable,
            "route": plays[-1] if plays else None,
            "plays_before": plays[:-1],
            "route_words": self.route.words if self.route else None,
            "routes": self.routes,
            "share": self.share,
            "share_exact": self.exact,
            "words_shortest": self.words_shortest,
            "words_longest": self.words_longest,
        }
        return told if self.interval is None else {**told, "share_interval": list(self.interval), "runs": self.runs}


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--to", type=to_nfc, metavar="ENDING", help="only this ending")
    parser.add_argument(
        "--runs",
        type=count,
        default=RUNS,
        metavar="N",
        help=f"play so many times, to count what is too much; else {RUNS:,}",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def run(options: argparse.Namespace) -> int:
    """Tells them; the exit code is 1 for a story with errors, 2 for an ending that it does not have."""
    with progress() as bar:
        story = playable(story_folder(options.story))
        if story is None:
            return 1
        if options.to is not None and options.to not in story.endings:
            hint = suggestion(options.to, story.endings, "endings")
            print(f"There is no ending ‘{options.to}’; {hint}", file=sys.stderr)
            return 2
        wanted = [story.endings[options.to]] if options.to else list(story.endings.values())
        shares = _shares(story, options.runs, bar)
        bar("Looking back from the endings", 0, len(wanted))
        routes, told = EndingRoutes(story), []
        for number, ending in enumerate(wanted):
            bar("Finding routes", number, len(wanted))
            told.append(_one(routes, ending, shares))
    if options.json:
        print(
            json.dumps(
                {"endings": [each.as_json() for each in told], "never_ends": shares.never}, ensure_ascii=False, indent=2
            )
        )
    else:
        print("\n\n".join(map(_text, told)))
        if shares.never > 0:
            print(f"\nplays that never end: {_percent(shares.never)}")
    return 0


def _shares(story: Story, runs: int, bar: Progress) -> _Shares:
    """Worked out where there are few situations, else sampled."""
    bar("Looking at every situation", 0, 1)
    tables = Tables(compiled(story))
    odds = odds_of(StateGraph(tables), bar)
    if odds is not None:
        return _Shares(odds.never, odds.endings, odds.exact)
    draw = random.Random(SEED).getrandbits  # noqa: S311 (a dice)
    hits: Counter[str | None] = Counter()
    for number in range(runs):
        bar("Playing at random", number, runs)
        hits[sample(tables, draw).ending] += 1
    return _Shares(hits[None] / runs, None, hits=hits, runs=runs)


def _one(routes: EndingRoutes, ending: Ending, shares: _Shares) -> _Told:
    hits = shares.hits[ending.id] if shares.hits else 0
    reachable = True if hits else routes.reachable(ending.id)
    route = routes.shortest(ending.id) if reachable else None
    if shares.odds is not None:
        its = shares.odds[ending.id]
        number = "unbounded" if its.routes is None else its.routes
        return _Told(ending, reachable, route, number, its.share, shares.exact, its.words_shortest, its.words_longest)
    if reachable is False or (route and len(route.route.plays) > 1):
        return _Told(ending, reachable, route, 0, 0.0, exact=True)
    within = interval(hits, shares.runs)
    return _Told(ending, reachable, route, None, hits / shares.runs, exact=False, interval=within, runs=shares.runs)


def _text(told: _Told) -> str:
    lines = [f"{told.ending.id}: {told.ending.name}"]
    if told.reachable is None:
        return f"{lines[0]}\n  not proved: the story is too large"
    if not told.reachable:
        return f"{lines[0]}\n  never reached"
    lines.append(f"  route: {told.route.route if told.route else 'one that would take too long to find'}")
    if told.interval:
        low, high = told.interval
        about = f"about {_percent(told.share)} of {told.runs:,} random plays ({_percent(low)} to {_percent(high)})"
        lines.append(f"  routes: too many to count; share: {about}")
        lines.append(f"  to read: {told.route.words:,} words on this route" if told.route else "  to read: not counted")
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
