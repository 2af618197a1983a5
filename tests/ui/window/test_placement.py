"""Where a window is asked for so that it stands where it stood, whatever a system takes a place for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.saves.preferences import WindowPlace
from game.ui.window.placement import FRAME, SETTLED, Placement

PLACE = WindowPlace(100, 80, 1280, 720)
LARGE = WindowPlace(0, 19, 1920, 1061)

shifts = st.integers(-FRAME, FRAME)


def shifted(place: WindowPlace, by: tuple[int, int]) -> WindowPlace:
    return replace(place, left=place.left + by[0], top=place.top + by[1])


def stood(standing: Placement, *places: WindowPlace) -> Placement:
    """After it has stood at each of these for long enough."""
    now = standing.since
    for place in places:
        standing = standing.after(place, now + 0.1).after(place, now + 0.1 + 2 * SETTLED)
        now += 1 + 2 * SETTLED
    return standing


@given(st.tuples(shifts, shifts), st.integers(1, 10))
def test_it_creeps_nowhere_however_often_a_system_shifts_what_it_is_asked_for(by: tuple[int, int], starts: int) -> None:
    asked = PLACE
    for _ in range(starts):
        asked = stood(Placement.at(asked, 0, asked, maximized=False), shifted(asked, by)).next
    assert asked == PLACE


@given(st.tuples(shifts, shifts), st.tuples(st.integers(-500, 500), st.integers(-500, 500)))
def test_moved_it_opens_where_it_was_moved_to(by: tuple[int, int], moved: tuple[int, int]) -> None:
    opened = stood(Placement.at(PLACE, 0, PLACE, maximized=False), shifted(PLACE, by))
    there = shifted(opened.free, moved)
    assert shifted(stood(opened, there).next, by) == there


def test_a_place_far_from_what_was_asked_for_is_kept_as_it_is() -> None:
    elsewhere = shifted(PLACE, (FRAME + 1, 300))
    assert stood(Placement.at(PLACE, 0, PLACE, maximized=False), elsewhere).next == elsewhere


def test_closed_at_once_it_is_asked_for_where_it_was() -> None:
    standing = Placement.at(PLACE, 0, PLACE, maximized=False).after(shifted(PLACE, (1, 20)), 0.01)
    assert standing.settled(shifted(PLACE, (1, 20))).next == PLACE


def test_maximized_it_remembers_where_it_stood_before() -> None:
    free = stood(Placement.at(PLACE, 0, None, maximized=False), PLACE)
    growing = free.after(LARGE, 10).grew()
    assert stood(growing, LARGE).next == replace(PLACE, maximized=True), "though it was told late"
    assert stood(growing, LARGE, PLACE).next == PLACE


@pytest.mark.parametrize("by", [(1, 20), (0, 0)])
def test_no_more_maximized_it_is_put_back_if_a_frame_has_shifted_it(by: tuple[int, int]) -> None:
    grown = stood(Placement.at(PLACE, 0, PLACE, maximized=True), LARGE)
    assert not grown.slipped
    assert grown.after(shifted(PLACE, by), 99).slipped == (by != (0, 0))
