"""Runs that were left: how each went another way, and that none takes longer to tell for being longer."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.departures import WayOut, departures, parting
from game.play.perform import perform
from game.play.playthrough import skip, start
from game.play.situation import Event
from game.play.state import State
from game.play.timeline import Timeline, jumped, went
from game.story.model import End, Story, Text
from tests.play.plays import menu, option, read, scene, story, take

ROUND = story(
    scene("hall", "A hall.", way=menu(option("stay", "hall"), option("go", "yard"))),
    scene("yard", "A yard.", way=menu(option("back", "hall"), option("home", "end")), aftermath="hall"),
    scene("end", "The end.", way=End("home")),
)
step_ways = st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.booleans()), max_size=6)


def played(timeline: Timeline, *ids: str) -> Timeline:
    for id in ids:
        timeline = went(timeline, take(ROUND, timeline.at, id))
    return timeline


def left(*runs: Sequence[str]) -> Timeline:
    """Each of these was played from the beginning and left for the next; the last is played."""
    timeline = Timeline(start(ROUND))
    for ids in runs:
        timeline = played(jumped(timeline, 0), *ids)
    return timeline


def test_each_is_told_by_where_it_parted_and_where_it_stands() -> None:
    one, other = departures(ROUND, left(["stay", "go", "home"], ["stay", "stay"], ["go"]))
    assert ["".join(run.text for run in each.said) for each in (one, other)] == ["stay", "stay"]
    assert (one.pages, one.ending, one.last) == (3, "Home", "")
    assert (other.pages, other.ending, other.last, other.chapter) == (2, "", "stay", "The Light")


def test_those_that_would_be_told_alike_are_told_by_what_lies_between() -> None:
    told = departures(
        ROUND, left(["stay", "stay", "go", "back"], ["stay", "go", "back", "go", "back"], ["stay"], ["go"])
    )
    assert len(set(told)) == len(told)


def test_a_skip_is_a_parting_of_its_own() -> None:
    yard = played(Timeline(start(ROUND)), "go")
    skipped = went(yard, skip(ROUND, read(ROUND, yard.at)))
    (told,) = departures(ROUND, played(jumped(skipped, 1), "home"))
    assert (told.skipped, told.said, told.pages) == (True, (), 1)
    (told,) = departures(ROUND, went(jumped(played(yard, "home"), 1), skip(ROUND, read(ROUND, yard.at))))
    assert "".join(run.text for run in told.said) == "home"


def test_the_work_is_that_of_the_runs_and_not_of_their_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    performed = list[str]()

    def counting(story: Story, text: Text, id: str, state: State) -> tuple[tuple[Event, ...], State]:
        performed.append(id)
        return perform(story, text, id, state)

    def work(runs: int, pages: int) -> int:
        timeline = left(*[["stay"] * (pages + number) + ["go"] for number in range(runs)], ["go"])
        with monkeypatch.context() as patched:
            patched.setattr("game.play.opening.perform", counting)
            patched.setattr("game.play.leaving.perform", counting)
            performed.clear()
            assert len(departures(ROUND, timeline)) == runs
        return len(performed)

    assert work(6, 60) == work(6, 3) > 0
    assert work(12, 3) <= 2 * work(6, 3)


@given(step_ways, step_ways)
def test_two_runs_part_where_they_first_differ(one: list[WayOut], other: list[WayOut]) -> None:
    page = parting(one, other)
    assert one[:page] == other[:page]
    assert page in (len(one), len(other)) or one[page] != other[page]


def test_the_run_being_played_may_lie_ahead() -> None:
    timeline = left(["stay", "go"], ["go", "back", "stay"])
    assert departures(ROUND, jumped(timeline, 1)) == departures(ROUND, timeline)
