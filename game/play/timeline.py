"""A playthrough with what was rewound from it, so that going back loses nothing that was played."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.play.moment import Moment
from game.play.playthrough import Playthrough, Step, rewind


@dataclass(frozen=True, slots=True)
class Undone:
    """A page that was rewound from: the step that led to it, and the moment it was left at."""

    step: Step
    then: Moment


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
    before = timeline.undone[-1].step
    if (step.choice, step.skipped) == (before.choice, before.skipped):
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
        moments = (*(step.moment for step in steps[1:]), at.now)
        left = tuple(Undone(step, then) for step, then in zip(steps, moments, strict=False))
        now = steps[0].moment if steps else at.now
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


def timeline_of(at: Playthrough, others: Sequence[Playthrough]) -> Timeline:
    """The timeline of a run and the others `beside` it: the first of them is ahead, if it goes on from there."""
    undone = _ahead(at, others[0]) if others else ()
    return Timeline(at, undone, tuple(reversed(others[1:] if undone else others)))


def _ahead(at: Playthrough, run: Playthrough) -> tuple[Undone, ...]:
    """What a run has beyond another, the next page last; nothing if it went another way."""
    here = len(at.past)
    way, other = ([(step.moment.scene, step.choice, step.skipped) for step in each.past] for each in (at, run))
    if len(other) <= here or other[:here] != way or run.past[here].moment.scene != at.now.scene:
        return ()
    moments = (*(step.moment for step in run.past[here + 1 :]), run.now)
    return tuple(reversed([Undone(step, then) for step, then in zip(run.past[here:], moments, strict=True)]))


def furthest(timeline: Timeline) -> Playthrough:
    """The run as far as it had gone before it was rewound."""
    if not timeline.undone:
        return timeline.at
    past = (*timeline.at.past, *(each.step for each in reversed(timeline.undone)))
    return Playthrough(timeline.at.origin, timeline.undone[0].then, past)
