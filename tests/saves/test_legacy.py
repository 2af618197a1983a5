"""The run left open as the first versions of the game kept it is still taken up."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.page import page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, rewind, skip, start
from game.saves.runs.legacy import LegacyRun, resume
from game.story.model import End, Fork, Onward, Story
from game.story.variables import Range, Variable
from tests.play.generated import Walk, thorough, walks
from tests.play.plays import held, line, menu, option, read, scene, story, take

SMALL = story(
    scene("hall", "A hall.", "It is dark.", way=menu(option("go", "yard"), option("stay", "hall"))),
    scene("yard", "A yard.", way=Onward((Fork("gate"),)), aftermath="gate"),
    scene("gate", "A gate.", way=menu(option("home", "end"), option("back", "hall"))),
    scene("end", "The end.", way=End("home")),
)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return tmp_path / "run.json"


def keep(run: Path, content: Any) -> None:
    run.write_text(json.dumps(content), encoding="utf-8")


def leave_open(run: Path, playthrough: Playthrough) -> None:
    """Writes as version 1 did."""
    origin = playthrough.origin
    content = {
        "version": 1,
        "origin": {"scene": origin.scene, "values": dict(origin.values), "ended": sorted(origin.ended)},
        "steps": [step.situation.position if step.skipped else step.choice for step in playthrough.past],
        "position": playthrough.now.position,
    }
    keep(run, content)


def saved_run(**changed: Any) -> dict[str, Any]:
    origin = {"scene": "hall", "values": {}, "ended": []}
    return {"version": 1, "origin": origin, "steps": ["go"], "position": 1, **changed}


def resumed(run: Path, story: Story = SMALL) -> LegacyRun:
    found = resume(run, story)
    assert found is not None
    return found


@thorough
@given(walk=walks())
def test_a_run_taken_up_again_is_the_run_that_was_left(tmp_path_factory: pytest.TempPathFactory, walk: Walk) -> None:
    run = tmp_path_factory.getbasetemp() / "run.json"
    leave_open(run, walk.last)
    assert resume(run, walk.story) == LegacyRun(walk.last)


def test_it_is_where_it_was_left_on_a_page_half_read(run: Path) -> None:
    half = advance(SMALL, start(SMALL))
    leave_open(run, half)
    assert not page_of(SMALL, half).complete
    assert resumed(run) == LegacyRun(half)


def test_a_scene_skipped_halfway_is_halfway_again_when_rewound_to(run: Path) -> None:
    wounds = story(
        scene("hall", "One.", "Two.", "Three.", way=Onward((Fork("end"),)), aftermath="end"),
        scene("end", "The end.", way=End("home")),
    )
    halfway = advance(wounds, advance(wounds, start(wounds)))
    leave_open(run, skip(wounds, halfway))
    assert rewind(resumed(run, wounds).playthrough) == halfway


def test_what_began_in_the_middle_with_values_set_begins_so_again(run: Path) -> None:
    begun = take(SMALL, start(SMALL, Origin("gate", {"trust": 3, "lit": True}, frozenset({"home"}))), "back")
    leave_open(run, begun)
    assert resumed(run) == LegacyRun(begun)


# What is damaged, foreign, newer or hostile

DAMAGED = {
    "origin a list": saved_run(origin=[]),
    "origin a word": saved_run(origin="hall"),
    "origin without values": saved_run(origin={"scene": "hall", "ended": []}),
    "scene a list": saved_run(origin={"scene": ["hall"], "values": {}, "ended": []}),
    "scene nothing": saved_run(origin={"scene": None, "values": {}, "ended": []}),
    "values a list": saved_run(origin={"scene": "hall", "values": [["trust", 1]], "ended": []}),
    "ended a word": saved_run(origin={"scene": "hall", "values": {}, "ended": "home"}),
    "ended lists": saved_run(origin={"scene": "hall", "values": {}, "ended": [["home"]]}),
    "ended numbers": saved_run(origin={"scene": "hall", "values": {}, "ended": [1]}),
    "steps a word": saved_run(steps="go"),
    "steps nothing": saved_run(steps=None),
    "steps a mapping": saved_run(steps={"go": 1}),
    "position a word": saved_run(position="far"),
    "position nothing": saved_run(position=None),
    "position a half": saved_run(position=1.5),
    "position endless": saved_run(position=float("inf")),
    "position not a number": saved_run(position=float("nan")),
    "nothing but a version": {"version": 1},
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_run_is_said_to_be_damaged(run: Path, content: Any) -> None:
    keep(run, content)
    with pytest.raises(ValueError, match=r"run\.json is damaged"):
        resume(run, SMALL)


@pytest.mark.parametrize("content", [[], "run", 7, {}, {"version": "1"}, {"version": None}, {"version": 1.0}])
def test_a_file_of_somebody_else_is_said_to_be_so(run: Path, content: Any) -> None:
    keep(run, content)
    with pytest.raises(ValueError, match=r"run\.json is not one of ours"):
        resume(run, SMALL)


def test_a_file_of_a_newer_game_is_said_to_be_so(run: Path) -> None:
    keep(run, saved_run(version=2))
    with pytest.raises(ValueError, match=r"run\.json was written by a newer version of the game"):
        resume(run, SMALL)


STRANGE: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from([None, True, False, 0, 1, -1, 10**30, 1.5, float("inf"), "", "hall", "go", "trust", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["scene", "trust"]), inner, max_size=2),
    max_leaves=4,
)


@thorough
@given(
    where=st.sampled_from(["origin", "steps", "position", "scene", "values", "ended", "version"]),
    strange=STRANGE,
)
def test_whatever_a_run_holds_it_is_resumed_or_said_to_be_bad(
    tmp_path_factory: pytest.TempPathFactory, where: str, strange: Any
) -> None:
    run = tmp_path_factory.getbasetemp() / "run.json"
    content = saved_run()
    (content if where in content else content["origin"])[where] = strange
    keep(run, content)
    found = resumed_or_refused(run)
    if isinstance(found, str):
        assert found.startswith(str(run))
        return
    page_of(SMALL, found.playthrough)
    leave_open(run, found.playthrough)
    assert found.lost or resumed(run) == found


def resumed_or_refused(run: Path) -> LegacyRun | str:
    try:
        return resumed(run)
    except ValueError as error:
        return str(error)


# The story was edited meanwhile


def test_a_run_stops_where_the_story_no_longer_offers_the_step(run: Path) -> None:
    leave_open(run, take(SMALL, start(SMALL), "stay", "go"))
    hall = scene("hall", "A hall.", way=menu(option("leave", "yard"), option("stay", "hall")))
    edited = replace(SMALL, scenes={**SMALL.scenes, "hall": hall})
    found = resumed(run, edited)
    assert found.lost == "The story has changed after the scene ‘hall’."
    assert found.playthrough == choose(edited, read(edited, start(edited)), 2)


EDITS = {
    "the option is locked": scene("hall", way=menu(option("go", "yard", condition=held("lit", True), locked="No."))),
    "the option is hidden": scene("hall", way=menu(option("go", "yard", condition=held("lit", True)))),
    "the menu is gone": scene("hall", "A hall.", way=Onward((Fork("yard"),))),
    "the story ends there": scene("hall", "A hall.", way=End("home")),
}


@pytest.mark.parametrize("hall", EDITS.values(), ids=EDITS.keys())
def test_a_step_that_cannot_be_taken_any_more_is_not_taken(run: Path, hall: Any) -> None:
    leave_open(run, take(SMALL, start(SMALL), "go"))
    edited = replace(SMALL, scenes={**SMALL.scenes, "hall": hall})
    found = resumed(run, edited)
    assert found.lost == "The story has changed after the scene ‘hall’."
    assert found.playthrough.past == ()


def test_reading_on_and_skipping_stop_too_where_that_leads_nowhere_now(run: Path) -> None:
    yard = scene("yard", "A yard.", way=menu(option("wait", "gate")))
    edited = replace(SMALL, scenes={**SMALL.scenes, "yard": yard})
    at_yard = take(SMALL, start(SMALL), "go")
    for left in (advance(SMALL, at_yard), skip(SMALL, at_yard)):
        leave_open(run, left)
        assert resumed(run) == LegacyRun(left)
        assert resumed(run, edited).lost == "The story has changed after the scene ‘yard’."


def test_a_run_that_began_in_a_scene_now_gone_begins_anew_and_keeps_its_endings(run: Path) -> None:
    leave_open(run, start(SMALL, Origin("gate", ended=frozenset({"ashes"}))))
    edited = story(SMALL.scenes["hall"], scene("yard", way=End("home")))
    assert resumed(run, edited) == LegacyRun(
        start(edited, Origin("hall", ended=frozenset({"ashes"}))), "The story no longer begins there."
    )


def test_values_set_by_hand_that_are_now_outside_their_range_begin_anew(run: Path) -> None:
    leave_open(run, start(SMALL, Origin("gate", {"trust": 3})))
    narrower = {**SMALL.variables, "trust": Variable("trust", Range(0, 2), 1)}
    assert resumed(run, replace(SMALL, variables=narrower)).lost == "The story no longer begins there."


def test_other_words_and_other_options_beside_it_lose_nothing(run: Path) -> None:
    leave_open(run, take(SMALL, start(SMALL), "stay", "go"))
    hall = scene(
        "hall",
        "A great hall.",
        line("Dark."),
        "So dark.",
        way=menu(*(option(id, "yard") for id in ("sit", "go")), option("stay", "hall")),
    )
    found = resumed(run, replace(SMALL, scenes={**SMALL.scenes, "hall": hall}))
    assert found.lost == ""
    assert [step.choice for step in found.playthrough.past] == ["stay", "go"]
    assert found.playthrough.now.scene == "yard"
