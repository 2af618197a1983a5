"""A timeline that is saved and loaded is the same, and does the same in whatever follows."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.playthrough import start
from game.play.timeline import Timeline, forward, furthest, jumped, rewound, taken_up, went
from game.saves.keeper import Keeper
from game.saves.runs.replay import LoadedRun
from game.story.model import Story
from tests.play.generated import Walk, moved, thorough, walks
from tests.saves.runs import DATE
from tests.saves.test_keeper import SMALL, run


def after(story: Story, timeline: Timeline, move: int) -> Timeline:
    """What a move from 0 to 159 makes of it: up to 99 as `moved` has them, then back, forward, to any page, to any run."""
    last = len(furthest(timeline).past)
    if move < 94:
        return went(timeline, moved(story, timeline.at, move))
    if move < 112:
        return rewound(timeline)
    if move < 122:
        return forward(timeline)
    if move < 140:
        return jumped(timeline, move % (last + 1))
    return taken_up(timeline, move % len(timeline.branches)) if timeline.branches else timeline


def saved(keeper: Keeper, timeline: Timeline) -> Timeline:
    assert keeper.save("1", timeline, DATE) is None
    loaded = keeper.load("1")
    assert isinstance(loaded, LoadedRun)
    assert not loaded.note
    return loaded.timeline


@thorough
@given(walks(), st.lists(st.integers(0, 159), min_size=20, max_size=60), st.sets(st.integers(0, 60), max_size=8))
def test_saved_and_loaded_at_any_time_it_is_the_one_that_never_was(
    tmp_path_factory: pytest.TempPathFactory, walk: Walk, moves: list[int], saves: set[int]
) -> None:
    keeper = Keeper(tmp_path_factory.mktemp("timelines"), walk.story)
    never = kept = Timeline(start(walk.story, walk.origin))
    for number, move in enumerate(moves):
        never, kept = after(walk.story, never, move), after(walk.story, kept, move)
        assert kept == never
        if number in saves:
            kept = saved(keeper, kept)
            assert kept == never
    assert saved(keeper, kept) == never


def test_a_run_that_was_left_and_goes_on_from_where_the_player_stands_is_not_taken_for_what_lies_ahead(
    tmp_path: Path,
) -> None:
    short, long = Timeline(run("stay")), run("stay", "stay")
    timeline = Timeline(short.at, branches=(run("go"), long))
    assert saved(Keeper(tmp_path, SMALL), timeline) == timeline
