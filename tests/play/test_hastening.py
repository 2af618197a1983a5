"""Skipping: past what is known, never past a line that is not, nor past a choice."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from game.play.hastening import hastened
from game.play.opening import open_page
from game.play.playthrough import choose, start
from game.play.situation import Event, Paragraph, is_stop
from game.play.timeline import Timeline, rewound
from game.story.model import End, Fork, Onward
from tests.play.plays import menu, option, scene, story

TALE = story(
    scene("hall", "A hall.", "It is dark.", way=Onward((Fork("yard"),))),
    scene("yard", "A yard.", "It is wet.", "It is cold.", way=menu(option("go", "gate"), option("stay", "hall"))),
    scene("gate", "A gate.", way=End("home")),
)
WORDS = ("A hall.", "It is dark.", "A yard.", "It is wet.", "It is cold.", "A gate.")


def knowing(*words: str) -> Callable[[Event], bool]:
    return lambda event: not isinstance(event, Paragraph) or event.text in words


def shown(timeline: Timeline, count: int) -> list[str]:
    events = open_page(TALE, timeline.at.now).events
    return [event.text for event in events[:count] if isinstance(event, Paragraph)]


def test_it_goes_to_the_first_line_that_is_new() -> None:
    to, count = hastened(TALE, Timeline(start(TALE)), 0, knowing("A hall.", "It is dark.", "A yard."))
    assert to.at.now.scene == "yard"
    assert shown(to, count) == ["A yard."]


def test_it_stops_at_a_choice_whatever_is_known() -> None:
    to, count = hastened(TALE, Timeline(start(TALE)), 0, lambda _: True)
    assert to.at.now.scene == "yard"
    assert shown(to, count) == ["A yard.", "It is wet.", "It is cold."]
    assert to.at.now.position == count
    assert hastened(TALE, to, count, lambda _: True) == (to, count)


def test_it_stops_at_an_ending() -> None:
    yard, _ = hastened(TALE, Timeline(start(TALE)), 0, lambda _: True)
    to, count = hastened(TALE, Timeline(choose(TALE, yard.at, 1)), 0, lambda _: True)
    assert shown(to, count) == ["A gate."]


def test_where_all_is_new_it_stays() -> None:
    at = Timeline(start(TALE))
    assert hastened(TALE, at, 0, lambda _: False) == (at, 0)


def test_a_way_already_gone_keeps_what_is_ahead() -> None:
    there, _ = hastened(TALE, Timeline(start(TALE)), 0, lambda _: True)
    back = rewound(there)
    again, _ = hastened(TALE, back, 0, lambda _: True)
    assert again.at.now == there.at.now
    assert again.branches == ()


@given(st.sets(st.sampled_from(WORDS)))
def test_what_was_passed_was_known_and_what_comes_is_not(known: set[str]) -> None:
    know = knowing(*known)
    to, count = hastened(TALE, Timeline(start(TALE)), 0, know)
    passed = [event for step in to.at.past for event in open_page(TALE, step.situation).events]
    events: tuple[Event, ...] = open_page(TALE, to.at.now).events
    assert all(know(event) for event in (*passed, *events[:count]) if is_stop(event))
    new = next((event for event in events[count:] if is_stop(event)), None)
    assert new is None or not know(new)
