"""Going back and forward again: nothing that was played is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.playthrough import Playthrough, advance, choose, rewind, skip, start
from game.play.timeline import (
    Timeline,
    beside,
    forward,
    furthest,
    jumped,
    left_otherwise,
    parting,
    rewound,
    taken_up,
    timeline_of,
    went,
)
from game.story.model import End, Fork, Onward
from tests.play.generated import Walk, moved, thorough, walks
from tests.play.plays import menu, option, read, scene, story, take
from tests.play.steps import returned, show_all

FORK = story(
    scene("hall", "A hall.", way=menu(option("go", "yard"), option("stay", "hall"))),
    scene("yard", "A yard.", "It rains.", way=menu(option("home", "end"), option("back", "hall"))),
    scene("end", "The end.", way=End("home")),
)


def played(walk: Walk) -> Timeline:
    """The walk as a timeline: its moves that rewind do so here, and those from 97 on go forward."""
    timeline = Timeline(start(walk.story, walk.origin))
    for move in walk.moves:
        if move >= 97:
            timeline = forward(timeline)
        elif move >= 90:
            timeline = rewound(timeline)
        else:
            timeline = went(timeline, moved(walk.story, timeline.at, move))
    return timeline


@thorough
@given(walks())
def test_rewound_then_forward_is_where_it_was(walk: Walk) -> None:
    timeline = played(walk)
    for steps in range(1, len(timeline.at.past) + 1):
        back = timeline
        for _ in range(steps):
            back = rewound(back)
        for _ in range(steps):
            back = forward(back)
        assert back == timeline


@thorough
@given(walks())
def test_rewinding_a_timeline_rewinds_its_playthrough(walk: Walk) -> None:
    timeline = played(walk)
    assert rewound(timeline).at == rewind(timeline.at)
    assert furthest(rewound(timeline)) == furthest(timeline)


@thorough
@given(walks(), st.integers(0, 80))
def test_a_jump_is_so_many_single_steps(walk: Walk, page: int) -> None:
    timeline = played(walk)
    last = len(furthest(timeline).past)
    if page > last:
        with pytest.raises(ValueError, match=f"no page {page}"):
            jumped(timeline, page)
        return
    stepped = timeline
    while len(stepped.at.past) > page:
        stepped = rewound(stepped)
    while len(stepped.at.past) < page:
        stepped = forward(stepped)
    assert jumped(timeline, page) == stepped
    assert jumped(stepped, len(timeline.at.past)) == timeline
    if page <= len(timeline.at.past):
        assert stepped.at == returned(timeline.at, page)


@thorough
@given(walks())
def test_every_run_that_was_played_stays_reachable(walk: Walk) -> None:
    timeline = Timeline(start(walk.story, walk.origin))
    runs: set[tuple[tuple[str, str | None, bool], ...]] = set()
    for move in walk.moves:
        timeline = rewound(timeline) if move >= 90 else went(timeline, moved(walk.story, timeline.at, move))
        runs.add(steps(timeline.at))
        reachable = [steps(run) for run in (furthest(timeline), *timeline.branches)]
        assert all(any(run == other[: len(run)] for other in reachable) for run in runs)


def steps(run: Playthrough) -> tuple[tuple[str, str | None, bool], ...]:
    return tuple((step.situation.scene, step.choice, step.skipped) for step in run.past)


def at_the_end() -> Timeline:
    timeline = Timeline(read(FORK, start(FORK)))
    for number in (1, 1):
        timeline = went(timeline, read(FORK, choose(FORK, timeline.at, number)))
    return timeline


@thorough
@given(walks(), st.integers(0, 80))
def test_a_timeline_is_known_again_by_its_runs(walk: Walk, page: int) -> None:
    timeline = played(walk)
    there = jumped(timeline, page % (len(furthest(timeline).past) + 1))
    assert timeline_of(there.at, beside(there), ahead=bool(there.undone), left=left_otherwise(there)) == there


def test_the_same_choice_again_keeps_what_is_ahead() -> None:
    timeline = at_the_end()
    back = rewound(rewound(timeline))
    again = went(back, choose(FORK, back.at, 1))
    assert len(again.undone) == 1
    assert again.branches == ()
    assert forward(went(again, show_all(FORK, again.at))) == timeline


def test_another_choice_drops_what_is_ahead_and_keeps_the_run_that_was_left() -> None:
    timeline = at_the_end()
    back = rewound(rewound(timeline))
    other = went(back, choose(FORK, back.at, 2))
    assert other.undone == ()
    assert forward(other) == other
    assert other.branches == (timeline.at,)


def test_a_run_that_was_left_can_be_gone_on_with_and_the_other_is_left_then() -> None:
    timeline = at_the_end()
    back = rewound(timeline)
    other = went(back, take(FORK, choose(FORK, back.at, 2), "stay"))
    there = taken_up(rewound(other), 0)
    assert there.at == timeline.at
    assert there.branches == (other.at,)
    assert taken_up(there, 0) == other


def test_reading_on_a_page_gone_back_to_loses_nothing() -> None:
    timeline = Timeline(start(FORK))
    assert rewound(timeline) is timeline
    assert forward(timeline) is timeline
    back = rewound(at_the_end())
    assert went(back, advance(FORK, back.at)) == back


def test_a_page_read_on_after_it_was_gone_back_to_is_left_as_it_was_then() -> None:
    long = story(
        scene("hall", "A hall.", way=menu(option("go", "yard"))),
        scene("yard", "One.", "Two.", "Three.", way=Onward((Fork("end"),)), aftermath="end"),
        scene("end", "The end.", way=End("home")),
    )
    at_yard = went(Timeline(read(long, start(long))), choose(long, read(long, start(long)), 1))
    skipped = went(at_yard, skip(long, at_yard.at))
    back = rewound(skipped)
    further = went(went(back, advance(long, back.at)), read(long, back.at))
    there = rewound(further)
    assert left_otherwise(there) == {1: further.at.now}
    assert forward(there) == further
    again = timeline_of(there.at, beside(there), left=left_otherwise(there))
    assert again == there
    assert forward(again).at.now.position == 3


def test_two_runs_part_where_they_were_led_another_way() -> None:
    timeline = at_the_end()
    back = rewound(timeline)
    other = went(back, choose(FORK, back.at, 2))
    assert parting(other.branches[0], other.at) == 1
    assert parting(other.at, other.at) == len(other.at.past)
