"""The ways out of a scene, and that whoever takes one leaves what others hold as it was."""

from dataclasses import FrozenInstanceError, replace

import pytest

from game.play.leaving import Transition, lead_on, offered, onward, skip_over, take_option
from game.play.opening import open_page
from game.play.playthrough import read_on, start, take
from game.play.state import beginning
from game.story.model import End, Fork, Onward, Passage, Set
from game.story.variables import Add, Assign
from tests.play.plays import held, line, menu, option, scene, story

GO = option("go", "yard", changes=(Add("trust", 1),), then=(line("You go."), Set((Assign("lit", True),))))
TALE = story(
    scene("hall", "A hall.", way=menu(GO, option("wait", "yard", once=True))),
    scene("yard", "A yard.", way=Onward((Fork("hall", held("lit", False)), Fork("end"))), aftermath="end"),
    scene("end", "The end.", way=End("home")),
    scene("aside", "Something.", way=Passage()),
)
BEGUN = beginning(TALE)


def test_an_option_makes_its_changes_then_is_read_then_counts_as_taken() -> None:
    to = take_option(TALE, TALE.scenes["hall"], GO, BEGUN)
    assert (to.goal, [event.text for event in to.events if hasattr(event, "text")]) == ("yard", ["You go."])
    assert (to.state.values["trust"], to.state.values["lit"]) == (2, True)
    assert (to.state.visits, to.state.chosen) == ({"hall": 1}, frozenset({("hall", "go")}))


def test_reading_on_counts_the_scene_and_nothing_else() -> None:
    assert lead_on(TALE.scenes["yard"], BEGUN) == Transition("hall", BEGUN.left("yard"))


def test_a_scene_that_is_skipped_was_never_left() -> None:
    assert skip_over(TALE.scenes["yard"], BEGUN) == Transition("end", BEGUN)
    assert skip_over(TALE.scenes["hall"], BEGUN) is None


def test_a_scene_without_a_menu_offers_nothing_and_one_with_one_leads_nowhere_by_itself() -> None:
    assert [offered(TALE.scenes[id], BEGUN) for id in ("yard", "end", "aside")] == [(), (), ()]
    assert [onward(TALE.scenes[id], BEGUN) for id in ("hall", "end", "aside")] == [None, None, None]


def test_what_is_taken_once_is_gone_from_the_state_after_and_not_from_the_one_before() -> None:
    hall = TALE.scenes["hall"]
    (_, wait), before = [choice for choice, _ in offered(hall, BEGUN)], offered(hall, BEGUN)
    after = take_option(TALE, hall, wait, BEGUN).state
    assert [choice.id for choice, _ in offered(hall, after)] == ["go"]
    assert offered(hall, BEGUN) == before


def test_a_page_that_is_open_can_be_left_twice_and_counts_once_each_time() -> None:
    at = start(TALE)
    page = open_page(TALE, at.now)
    known = replace(page.state)
    one, other = take(TALE, at, "go", page), take(TALE, at, "go", page)
    assert one is not None
    assert other == one == take(TALE, at, "go")
    assert (one[0].now.visits, one[0].now.values["trust"]) == ({"hall": 1}, 2)
    yard, opened = one
    assert read_on(TALE, yard, opened) == read_on(TALE, yard, opened) == read_on(TALE, yard)
    assert page.state == known == open_page(TALE, at.now).state


def test_nobody_can_change_a_state_or_a_page() -> None:
    page = open_page(TALE, start(TALE).now)
    with pytest.raises(FrozenInstanceError):
        page.state.values = {}  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        page.events = ()  # type: ignore[misc]
