"""Runs that were left, each told by how it went another way and by where it stands, so that none is taken for another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from game.play.history import last_choice, left_by
from game.play.playthrough import Playthrough, Step, ending_of
from game.play.situation import TextRun
from game.play.timeline import Timeline, furthest
from game.story.model import Story

WayOut: TypeAlias = tuple[str, bool]
"""How a page was left: by the choice of that id, by none where that is empty, or by skipping the scene."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A run that was left. `said` are the words of the option with which it parted from the one that is played, none
    where that was by none, and `skipped` says that it was by skipping; `pages` is how far it went from there.

    `ending` is the name of the one it came to, else `last` the words of the option taken last, which may be empty as
    well; `chapter` is the title of the one it stands in. `by` are words of the options that tell it from other runs of
    which all that is the same.
    """

    said: tuple[TextRun, ...]
    skipped: bool
    pages: int
    ending: str
    last: str
    chapter: str
    by: tuple[str, ...] = ()


def departures(story: Story, timeline: Timeline) -> tuple[Departure, ...]:
    """Of every run that was left, in the order of `timeline.branches`. Each takes the rendering of a few pages, however
    long it is."""
    here = ways(furthest(timeline))
    gone = [ways(run) for run in timeline.branches]
    told = [_told(story, run, parting(way, here)) for run, way in zip(timeline.branches, gone, strict=True)]
    same = defaultdict[Departure, list[int]](list)
    for number, each in enumerate(told):
        same[each].append(number)
    for numbers in same.values():
        if len(numbers) > 1:
            for number, pages in _between(numbers, gone):
                by = tuple(words for page in pages if (words := _words(story, timeline.branches[number].past, page)))
                told[number] = replace(told[number], by=by)
    return tuple(told)


def ways(run: Playthrough) -> tuple[WayOut, ...]:
    """How each page of the run was left, in order."""
    return tuple((step.choice or "", step.skipped) for step in run.past)


def parting(one: Sequence[WayOut], other: Sequence[WayOut]) -> int:
    """The first page that the two leave otherwise; where one goes on as far as the other, the page where that ends."""
    least = min(len(one), len(other))
    return next((page for page in range(least) if one[page] != other[page]), least)


def _told(story: Story, run: Playthrough, page: int) -> Departure:
    step = run.past[page] if page < len(run.past) else None
    ending = ending_of(story, run)
    chapter = story.chapters[story.scenes[run.now.scene].chapter].title
    said = left_by(story, step) if step else ()
    last = "" if ending else last_choice(story, run)
    return Departure(
        said, bool(step and step.skipped), len(run.past) - page, ending.name if ending else "", last, chapter
    )


def _between(numbers: list[int], gone: list[tuple[WayOut, ...]]) -> list[tuple[int, list[int]]]:
    """For each of these runs the pages at which it parts from those that are most like it: in the order of their ways
    these are its neighbours."""
    ordered = sorted(numbers, key=lambda number: gone[number])
    apart: dict[int, set[int]] = {number: set() for number in ordered}
    for one, other in pairwise(ordered):
        page = parting(gone[one], gone[other])
        apart[one].add(page)
        apart[other].add(page)
    return [(number, sorted(pages)) for number, pages in apart.items()]


def _words(story: Story, past: tuple[Step, ...], page: int) -> str:
    return "".join(run.text for run in left_by(story, past[page])) if page < len(past) else ""
