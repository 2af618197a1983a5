"""A save is the same situation again, or stops where the story no longer leads there, and says so."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.page import page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, rewind, skip, start
from game.saves.formats.coding import NotASave, decode_run, encode_run
from game.saves.formats.fingerprints import Fingerprints, fingerprint
from game.saves.formats.saved_run import SavedRun, saved_run
from game.saves.runs.replay import LoadedRun, replay_run
from game.story.model import End, Exit, Fork, Onward, Renamed, Scene, Set, Story
from game.story.source_location import SourceLocation
from game.story.variables import Add, Assign, Range, Variable
from tests.play.generated import Walk, thorough, walks
from tests.play.plays import held, line, menu, option, read, scene, story, take
from tests.saves.runs import ROOT, random_run, real_story

SMALL = story(
    scene("hall", "A hall.", "It is dark.", way=menu(option("go", "yard"), option("stay", "hall"))),
    scene("yard", "A yard.", way=Onward((Fork("gate"),)), aftermath="gate"),
    scene("gate", "A gate.", way=menu(option("home", "end"), option("back", "hall"))),
    scene("end", "The end.", way=End("home")),
)


def saved(story: Story, playthrough: Playthrough) -> SavedRun:
    """What is read again of what is written."""
    save = saved_run(story, playthrough, Fingerprints(story))
    again = decode_run(json.loads(json.dumps(encode_run(save))))
    assert again == save
    return again


def loaded(today: Story, playthrough: Playthrough, then: Story = SMALL) -> LoadedRun:
    return replay_run(today, saved(then, playthrough), Fingerprints(today))


def edited(*scenes: Scene, story: Story = SMALL, without: str = "", renamed: Renamed | None = None) -> Story:
    rest = {id: each for id, each in story.scenes.items() if id != without}
    return replace(story, scenes={**rest, **{each.id: each for each in scenes}}, renamed=renamed or story.renamed)


def went(story: Story, *moves: str | None) -> Playthrough:
    """From the beginning by these options, None to read on, and the last page read."""
    at = read(story, start(story))
    for move in moves:
        at = take(story, at, move) if move else read(story, advance(story, at))
    return at


def steps(playthrough: Playthrough) -> list[tuple[str, str | None]]:
    return [(step.situation.scene, step.choice) for step in playthrough.past]


@thorough
@given(walks())
def test_in_the_same_story_it_is_the_same_to_the_byte(walk: Walk) -> None:
    assert loaded(walk.story, walk.last, walk.story) == LoadedRun(walk.last)


@thorough
@given(walks())
def test_what_goes_on_from_a_moment_is_a_run_like_others(walk: Walk) -> None:
    now = walk.last.now
    now = replace(now, lead=(), position=0, chapter=walk.story.scenes[now.scene].chapter)
    onward = start(walk.story, Origin(now.scene, ended=now.ended, situation=now))
    assert loaded(walk.story, onward, walk.story) == LoadedRun(onward)


def test_random_runs_of_the_real_story_come_back() -> None:
    story, prints = real_story(), Fingerprints(real_story())
    for seed in range(100):
        run = random_run(story, Random(seed))
        assert replay_run(story, saved(story, run), prints) == LoadedRun(run)


def test_a_page_half_read_and_a_skip_halfway_are_so_again() -> None:
    half = advance(SMALL, start(SMALL))
    assert loaded(SMALL, half).playthrough == half
    long = edited(scene("yard", "One.", "Two.", "Three.", way=Onward((Fork("gate"),)), aftermath="gate"))
    skipped = skip(long, advance(long, choose(long, read(long, start(long)), 1)))
    assert loaded(long, skipped, long).playthrough == skipped
    assert rewind(loaded(long, skipped, long).playthrough).now.position == 2


# The steps of the algorithm


def test_a_step_whose_option_is_gone_stops_there_with_the_whole_page() -> None:
    run = went(SMALL, "stay", "go")
    leave = option("leave", "yard", changes=(Assign("lit", True),))
    found = loaded(edited(scene("hall", "A hall.", way=menu(leave, option("stay", "hall")))), run)
    assert found.cause == "The option that was taken in ‘hall’ is no longer there."
    assert found.stopped == "hall"
    assert not found.same
    assert steps(found.playthrough) == [("hall", "stay")]
    assert page_of(edited(scene("hall", "A hall.", way=menu(leave))), found.playthrough).complete


@pytest.mark.parametrize(
    "way",
    [
        menu(option("go", "yard", condition=held("lit", True), locked="No."), option("stay", "hall")),
        menu(option("go", "yard", condition=held("lit", True)), option("stay", "hall")),
    ],
    ids=["locked", "hidden"],
)
def test_a_disabled_option_stops_it(way: Exit) -> None:
    found = loaded(edited(scene("hall", "A hall.", way=way)), went(SMALL, "go"))
    assert found.cause == "The option that was taken in ‘hall’ can no longer be taken there."


def test_once_disables_too() -> None:
    run = went(SMALL, "stay", "stay")
    once = edited(scene("hall", "A hall.", way=menu(option("go", "yard"), option("stay", "hall", once=True))))
    assert loaded(once, run).cause == "The option that was taken in ‘hall’ can no longer be taken there."


def test_a_menu_that_is_gone_drops_its_step() -> None:
    run = went(SMALL, "go", None, "home")
    found = loaded(edited(scene("hall", "A hall.", way=Onward((Fork("yard"),)))), run)
    assert found.cause == ""
    assert steps(found.playthrough) == [("hall", None), ("yard", None), ("gate", "home")]
    assert found.same  # that it was chosen can no longer be asked, so nothing else comes of it


def test_laps_of_a_loop_are_not_skipped() -> None:
    run = went(SMALL, "stay", "stay", "go", None, "back", "stay", "go", None, "home")
    assert loaded(SMALL, run).playthrough == run
    between = edited(
        scene("new", "New.", way=menu(option("well", "hall"))),
        scene("hall", "A hall.", way=menu(option("go", "yard"), option("stay", "new"))),
    )
    found = loaded(between, run)
    assert steps(found.playthrough) == [("hall", "stay")]
    assert found.playthrough.now.scene == "new"
    assert found.cause == "The story now comes to ‘new’, where it came to ‘hall’."


def test_laps_without_a_choice_are_not_skipped_either() -> None:
    round_ = story(
        scene("hall", "A hall.", way=menu(option("go", "mill"))),
        scene(
            "mill",
            "The wheel turns.",
            way=Onward(
                (
                    Fork("end", held("trust", 3)),
                    Fork("lap"),
                )
            ),
        ),
        scene("lap", "Again.", Set((Add("trust", 1),)), way=Onward((Fork("mill"),))),
        scene("end", "The end.", way=End("home")),
    )
    at = take(round_, start(round_), "go")
    for _ in range(9):
        assert loaded(round_, at, round_).playthrough == at
        at = read(round_, advance(round_, at))
    never = edited(scene("lap", "Again.", way=Onward((Fork("mill"),))), story=round_)
    found = loaded(never, at, round_)
    assert found.cause == "The story now comes to ‘mill’, where it came to ‘end’."
    assert found.playthrough.now.scene == "mill"


def test_an_option_reworded_is_found_by_what_it_does_and_two_alike_are_not() -> None:
    run = went(SMALL, "go", None, "back")
    one = edited(scene("hall", "A hall.", way=menu(option("leave", "yard"), option("stay", "hall"))))
    found = loaded(one, run)
    assert found.same
    assert steps(found.playthrough)[0] == ("hall", "leave")
    two = edited(scene("hall", way=menu(option("leave", "yard"), option("run", "yard"), option("stay", "hall"))))
    assert loaded(two, run).cause == "More than one option in ‘hall’ may be the one that was taken."


def test_an_option_that_was_hidden_then_is_not_new() -> None:
    then = edited(
        scene("hall", way=menu(option("go", "yard"), option("run", "yard", condition=None), option("x", "hall")))
    )
    today = edited(scene("hall", way=menu(option("run", "yard"), option("x", "hall"))))
    assert loaded(today, went(then, "go"), then).cause


def test_aliases_count_before_anything_else() -> None:
    run = went(SMALL, "go", None, "back")
    today = edited(
        scene("foyer", "Another hall.", way=menu(option("out", "yard", changes=(Assign("lit", False),)))),
        scene("gate", "A gate.", way=menu(option("home", "end"), option("back", "foyer"))),
        without="hall",
        renamed=Renamed({"hall": "foyer"}, {("hall", "go"): "out"}),
    )
    found = loaded(replace(today, start="foyer"), run)
    assert found.same, found
    assert steps(found.playthrough) == [("foyer", "out"), ("yard", None), ("gate", "back")]


def test_a_scene_renamed_is_found_by_what_it_holds_and_of_two_alike_none_is() -> None:
    run = went(SMALL, "go", None, "back")
    same = ("A gate.",)
    ways = menu(option("home", "end"), option("back", "hall"))
    yard = scene("yard", "A yard.", way=Onward((Fork("port"),)), aftermath="port")
    one = edited(scene("port", *same, way=ways), yard, without="gate")
    assert loaded(one, run).same
    two = edited(scene("harbour", *same, way=ways), story=one)
    found = loaded(two, run)
    assert found.cause == "The story now comes to ‘port’, where it came to ‘hall’."
    assert found.playthrough.now.scene == "yard"


def test_a_moment_whose_scene_is_gone_is_where_its_last_choice_led() -> None:
    run = read(SMALL, advance(SMALL, went(SMALL, "go")))
    today = edited(scene("yard", "A yard.", way=menu(option("wait", "hall"))), without="gate")
    found = loaded(today, run)
    assert found.cause == "The scene ‘gate’ is no longer in the story."
    assert found.playthrough.now.scene == "yard"
    assert found.onward is None


def test_the_paragraph_is_found_by_its_words_else_by_its_number() -> None:
    half = advance(SMALL, start(SMALL))
    before = edited(scene("hall", "Listen.", "A hall.", "It is dark.", way=menu(option("go", "yard"))))
    assert page_of(before, loaded(before, half).playthrough).paragraphs[-1].text == "A hall."
    other = edited(scene("hall", "A great hall.", "It is dark.", way=menu(option("go", "yard"))))
    assert page_of(other, loaded(other, half).playthrough).paragraphs[-1].text == "A great hall."


# Going on where it was


def test_the_saved_moment_can_be_gone_on_with_its_values_clamped() -> None:
    much = edited(scene("hall", way=menu(option("go", "yard", changes=(Add("trust", 2),)), option("stay", "hall"))))
    run = went(much, "stay", "go")
    today = edited(scene("hall", way=menu(option("stay", "hall"))))
    today = replace(today, variables={"trust": Variable("trust", Range(0, 1), 0), "lit": SMALL.variables["lit"]})
    found = loaded(today, run, much)
    assert found.cause
    assert found.onward
    assert found.onward.now.scene == "yard"
    assert found.onward.now.values == {"trust": 1, "lit": False}
    assert loaded(today, found.onward, today) == LoadedRun(found.onward)
    further = take(today, found.onward)
    assert loaded(today, advance(today, further), today).playthrough == advance(today, further)


def test_a_moment_that_leads_nowhere_now_is_not_gone_on_with() -> None:
    run = went(SMALL, "go")
    shut = option("home", "end", condition=held("lit", True))
    today = edited(scene("hall", way=menu(option("x", "gate"))), scene("yard", "A yard.", way=menu(shut)))
    assert loaded(today, run).cause
    assert loaded(today, run).onward is None


def test_a_run_that_began_elsewhere_with_values_set_begins_so_again() -> None:
    begun = take(SMALL, start(SMALL, Origin("gate", {"trust": 3, "lit": True}, frozenset({"home"}))), "back")
    assert loaded(SMALL, begun) == LoadedRun(begun)
    gone = replace(SMALL, variables={name: each for name, each in SMALL.variables.items() if name != "lit"})
    found = loaded(gone, begun)
    assert found.cause == "The story no longer begins where this run began."
    assert found.playthrough == start(gone, Origin("hall", ended=frozenset({"home"})))
    assert found.onward


# Fingerprints


def test_fingerprints_do_not_depend_on_places_nor_on_python() -> None:
    here = line("A hall.", speaker="ada")
    assert fingerprint(here) == fingerprint(replace(here, at=SourceLocation("other.yaml", 7, 3))) == "31c2a9af4de260a2"
    program = (
        "from tests.saves.runs import real_story; from game.saves.formats.fingerprints import Fingerprints;"
        "story = real_story(); prints = Fingerprints(story);"
        "print([(prints.scene(id), sorted(prints.options(id).items())) for id in sorted(story.scenes)])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_prints_tell_apart_what_is_told_apart() -> None:
    story = real_story()
    prints = Fingerprints(story)
    assert len({prints.scene(id) for id in story.scenes}) == len(story.scenes)
    assert fingerprint(("ab", "c")) != fingerprint(("a", "bc"))
    assert fingerprint((True,)) != fingerprint((1,))


# What no save of ours holds

STRANGE = st.recursive(
    st.sampled_from(
        [None, True, 0, -1, 10**30, 1.5, float("inf"), float("nan"), "", "hall", "go", "\ud800", "x" * 201]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["scene", "hall"]), inner, max_size=2),
    max_leaves=4,
)


@thorough
@given(st.data())
def test_whatever_a_save_holds_it_is_loaded_or_refused(data: st.DataObject) -> None:
    content = json.loads(json.dumps(encode_run(saved(SMALL, went(SMALL, "stay", "go")))))
    at = content
    while True:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else list(range(len(at)))))
        if not isinstance(at[key], dict | list) or not at[key] or data.draw(st.booleans()):
            break
        at = at[key]
    at[key] = data.draw(STRANGE)
    try:
        save = decode_run(content)
    except NotASave:
        return
    page_of(SMALL, replay_run(SMALL, save, Fingerprints(SMALL)).playthrough)
