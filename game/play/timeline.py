"""A playthrough with what was rewound from it, so that going back loses nothing that was played."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from game.play.playthrough import Playthrough, Step, rewind
from game.play.situation import Situation


@dataclass(frozen=True, slots=True)
class Undone:
    """A page that was rewound from: the step that led to it, and the situation it was left at."""

    step: Step
    then: Situation


@dataclass(frozen=True, slots=True)
class Timeline:
    """`at` is where the player stands. `undone` are the pages ahead, the next one last; `branches` the runs that were
    left by another choice, the oldest first, each as far as it had gone.
    """

    at: Playthrough
    undone: tuple[Undone, ...] = ()
    branches: tuple[Playthrough, ...] = ()


def rewound(timeline: Timeline) -> Timeline:
    """Back to the page before, which can be gone forward from; the same timeline if there is none."""
    at = timeline.at
    if not at.past:
        return timeline
    return Timeline(rewind(at), (*timeline.undone, Undone(at.past[-1], at.now)), timeline.branches)


def forward(timeline: Timeline) -> Timeline:
    """On to the page last rewound from, as it was left; the same timeline if there is none."""
    if not timeline.undone:
        return timeline
    at, following = timeline.at, timeline.undone[-1]
    there = Playthrough(at.origin, following.then, (*at.past, following.step))
    return Timeline(there, timeline.undone[:-1], timeline.branches)


def went(timeline: Timeline, to: Playthrough) -> Timeline:
    """After the player advanced, chose or skipped from `timeline.at` to `to`.

    Doing again what was done before keeps what is ahead. Doing something else leaves that run, which stays among the
    branches.
    """
    step = to.past[-1] if len(to.past) > len(timeline.at.past) else None
    if step is None or not timeline.undone:
        return Timeline(to, timeline.undone, timeline.branches)
    before, then = timeline.undone[-1].step, timeline.undone[-1].then
    same = replace(to.now, position=0) == replace(then, position=0)  # a scene skipped before its card shows that later
    if same and (step.choice, step.skipped) == (before.choice, before.skipped):
        return Timeline(to, timeline.undone[:-1], timeline.branches)
    return Timeline(to, (), (*timeline.branches, furthest(timeline)))


def jumped(timeline: Timeline, page: int) -> Timeline:
    """To the page that is `page` steps from the beginning, back or forward. The same as so many single steps.

    Raises ValueError if this timeline has no such page.
    """
    here, ahead = len(timeline.at.past), len(timeline.undone)
    if not 0 <= page <= here + ahead:
        raise ValueError(f"there is no page {page} to go to")
    at, undone = timeline.at, timeline.undone
    if page <= here:
        steps = at.past[page:]
        situations = (*(step.situation for step in steps[1:]), at.now)
        left = tuple(Undone(step, then) for step, then in zip(steps, situations, strict=False))
        now = steps[0].situation if steps else at.now
        return Timeline(Playthrough(at.origin, now, at.past[:page]), (*undone, *reversed(left)), timeline.branches)
    gone = undone[ahead - (page - here) :]
    past = (*at.past, *(each.step for each in reversed(gone)))
    return Timeline(Playthrough(at.origin, gone[0].then, past), undone[: ahead - len(gone)], timeline.branches)


def taken_up(timeline: Timeline, branch: int) -> Timeline:
    """On with a run that was left; the one being played takes its place among the branches.

    Raises IndexError if there is no such branch.
    """
    to, rest = timeline.branches[branch], [*timeline.branches]
    rest[branch] = furthest(timeline)
    return Timeline(to, (), tuple(rest))


def beside(timeline: Timeline) -> tuple[Playthrough, ...]:
    """All runs but the one that the player stands in: what is ahead of it, then those left, the latest first."""
    ahead = (furthest(timeline),) if timeline.undone else ()
    return (*ahead, *reversed(timeline.branches))


def left_otherwise(timeline: Timeline) -> dict[int, Situation]:
    """The pages ahead, by number, that were last left at another situation than the one from which the run went on there:
    gone back to, read on, and gone back from."""
    first = len(timeline.at.past) + 1
    ahead = timeline.undone[::-1]
    return {
        page: here.then
        for page, (here, following) in enumerate(pairwise(ahead), start=first)
        if here.then != following.step.situation
    }


def timeline_of(
    at: Playthrough,
    others: Sequence[Playthrough],
    *,
    ahead: bool = True,
    left: Mapping[int, Situation] = MappingProxyType({}),
) -> Timeline:
    """The timeline of a run and the others `beside` it: the first of them lies ahead, if that may be and it goes on from
    there. `left` are the pages that were `left_otherwise`."""
    undone = _ahead(at, others[0], left) if ahead and others else ()
    return Timeline(at, undone, tuple(reversed(others[1:] if undone else others)))


def _ahead(at: Playthrough, run: Playthrough, left: Mapping[int, Situation]) -> tuple[Undone, ...]:
    """What a run has beyond another, the next page last; nothing if it went another way."""
    here = len(at.past)
    way, other = ([(step.situation.scene, step.choice, step.skipped) for step in each.past] for each in (at, run))
    if len(other) <= here or other[:here] != way or run.past[here].situation.scene != at.now.scene:
        return ()
    steps = run.past[here:]
    situations = [left.get(page, step.situation) for page, step in enumerate(steps[1:], start=here + 1)]
    return tuple(reversed([Undone(step, then) for step, then in zip(steps, (*situations, run.now), strict=True)]))


def parting(run: Playthrough, other: Playthrough) -> int:
    """The page on which a run went another way than the other, or ends on the way of that: how many steps they share."""
    both = zip(run.past, other.past, strict=False)
    ways = (one.choice == two.choice and one.skipped == two.skipped for one, two in both)
    return next((page for page, same in enumerate(ways) if not same), min(len(run.past), len(other.past)))


def furthest(timeline: Timeline) -> Playthrough:
    """The run as far as it had gone before it was rewound."""
    if not timeline.undone:
        return timeline.at
    past = (*timeline.at.past, *(each.step for each in reversed(timeline.undone)))
    return Playthrough(timeline.at.origin, timeline.undone[0].then, past)
