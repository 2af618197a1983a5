"""Saves as earlier versions wrote them, kept as files: they load for ever as what they were.

`frozen/profile` was written by the version before timelines were saved whole. Its story `long` has an option of 229
letters, which that version saved and would not read again. `frozen/timelines` was written by version 0.1.0, whose saves
hold what lies ahead and what was left by another choice.
"""

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.authoring.load import load
from game.play.playthrough import Origin, Playthrough, advance, skip, start, take
from game.play.timeline import Timeline, rewound, went
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.story.model import Story
from tests.play.plays import read

FROZEN = Path(__file__).parent / "frozen"


@cache
def story(name: str) -> Story:
    found = load(FROZEN / name).story
    assert found
    return found


FERRY, LONG = story("story"), story("long")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FROZEN / "profile", tmp_path / "profile"))


def by(story: Story, timeline: Timeline, *options: str) -> Timeline:
    """The options taken, and the last page read."""
    for option in options:
        at = read(story, timeline.at)
        reached = take(story, at, option)
        assert reached
        timeline = went(replace(timeline, at=at), reached[0])
    return replace(timeline, at=read(story, timeline.at))


def begun(story: Story, origin: Origin | None = None) -> Timeline:
    return Timeline(start(story, origin))


def two_runs() -> Timeline:
    there = by(FERRY, begun(FERRY), "take_her_hand", "back_to_the_quay", "light_the_lamp", "say_nothing")
    return by(FERRY, rewound(rewound(there)), "wait")


def skipped_halfway() -> Timeline:
    waiting = take(FERRY, read(FERRY, start(FERRY)), "wait")
    assert waiting
    return Timeline(skip(FERRY, advance(FERRY, waiting[0])))


def gone_on_from_a_moment() -> Timeline:
    now = replace(rewound(two_runs()).at.now, lead=(), position=0, chapter=0)
    return by(FERRY, begun(FERRY, Origin(now.scene, ended=now.ended, situation=now)), "wait")


def begun_in_the_middle() -> Timeline:
    origin = Origin("boat", {"trust": 3, "lit": True}, frozenset({"drowned"}))
    return by(FERRY, begun(FERRY, origin), "back_to_the_quay")


SAVED = {
    "auto": rewound(two_runs()),
    "1": rewound(two_runs()),
    "quick": skipped_halfway(),
    "2": begun_in_the_middle(),
    "3": gone_on_from_a_moment(),
    "auto-2": by(FERRY, begun(FERRY), "take_her_hand", "row"),
}


@pytest.mark.parametrize("slot", SAVED)
def test_an_old_save_is_the_timeline_that_was_saved(profile: Path, slot: str) -> None:
    loaded = Keeper(profile, FERRY).load(slot)
    assert isinstance(loaded, LoadedRun)
    assert loaded.timeline == SAVED[slot]
    assert loaded.same
    assert not loaded.note


def test_the_save_before_is_one_too(profile: Path) -> None:
    (profile / "frozen/saves/auto.jsonl").unlink()
    loaded = Keeper(profile, FERRY).load("auto")
    assert isinstance(loaded, LoadedRun)
    assert loaded.timeline == two_runs()


def test_the_run_left_open_is_gone_on_with_in_its_own_slot(profile: Path) -> None:
    keeper = Keeper(profile, FERRY)
    left = keeper.resume()
    assert isinstance(left, LoadedRun)
    assert left.timeline == SAVED["auto"], "the other came to its end"
    on = by(FERRY, left.timeline, "wait")
    assert keeper.autosave(on, "2020-01-01T00:00:00+00:00") is None
    assert keeper.slot == "auto"
    again = Keeper(profile, FERRY).resume()
    assert isinstance(again, LoadedRun)
    assert again.timeline == on


def test_what_was_seen_is_known_still(profile: Path) -> None:
    keeper = Keeper(profile, FERRY)
    assert keeper.recall() is None
    assert keeper.endings == {"across"}
    met = keeper.run_of("across")
    assert isinstance(met, LoadedRun)
    assert met.playthrough == SAVED["auto-2"].at
    assert ("quay", "take_her_hand") in keeper.seen.taken


# Timelines saved whole

WHOLE = {"1": rewound(two_runs()), "2": two_runs(), "quick": skipped_halfway()}


@pytest.mark.parametrize("slot", WHOLE)
def test_a_timeline_saved_whole_is_what_it_was(tmp_path: Path, slot: str) -> None:
    loaded = Keeper(Path(shutil.copytree(FROZEN / "timelines", tmp_path / "timelines")), FERRY).load(slot)
    assert isinstance(loaded, LoadedRun)
    assert loaded.timeline == WHOLE[slot]
    assert loaded.same
    assert not loaded.note


def test_what_was_seen_with_them_is_known_and_their_bytes_would_be_written_again(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, FERRY)
    for slot, timeline in WHOLE.items():
        assert keeper.save(slot, timeline, "2026-11-30T18:00:00+01:00") is None
        old, new = (path / f"frozen/saves/{slot}.jsonl" for path in (FROZEN / "timelines", tmp_path))
        assert new.read_bytes() == old.read_bytes()
    frozen = Keeper(Path(shutil.copytree(FROZEN / "timelines", tmp_path / "timelines")), FERRY)
    assert frozen.recall() is None
    assert frozen.endings == {"across"}
    assert frozen.seen.titles == {"The Ferry"}


# What the first of these versions set aside because a name in it was long, and is whole

LONG_ONES = {"auto.before.damaged": 1, "auto.damaged": 2, "1.damaged": 2}


def test_what_was_set_aside_for_a_long_name_is_listed_and_loads(profile: Path) -> None:
    keeper = Keeper(profile, LONG)
    slots = keeper.slots()
    assert not isinstance(slots, Refused)
    assert {slot.name for slot in slots} == set(LONG_ONES)
    assert {slot.file.words for slot in slots} == {
        "Save 1, set aside earlier",
        "The run saved by itself, set aside earlier",
        "The one before the run saved by itself, set aside earlier",
    }
    for slot, steps in LONG_ONES.items():
        loaded = keeper.load(slot)
        assert isinstance(loaded, LoadedRun)
        assert loaded.same
        assert loaded.playthrough == run_at_the_desk(steps)


def test_what_was_seen_before_a_profile_was_set_aside_comes_back(profile: Path) -> None:
    keeper = Keeper(profile, LONG)
    keeper.recall()
    assert keeper.endings == {"told"}
    met = keeper.run_of("told")
    assert isinstance(met, LoadedRun)
    assert len(met.playthrough.past) == 4
    assert keeper.look(start(LONG)) is None
    (profile / "long/profile.damaged.jsonl").unlink()
    again = Keeper(profile, LONG)
    assert again.recall() is None
    assert again.endings == {"told"}


def test_what_is_damaged_indeed_is_not_listed(profile: Path) -> None:
    aside = profile / "long/saves/1.damaged.jsonl"
    aside.write_bytes(aside.read_bytes()[:-30])
    slots = Keeper(profile, LONG).slots()
    assert not isinstance(slots, Refused)
    assert "1.damaged" not in {slot.name for slot in slots}


def run_at_the_desk(steps: int) -> Playthrough:
    way = LONG.scenes["desk"].exit
    first = way.choices[0].id  # type: ignore[union-attr]
    return by(LONG, begun(LONG), *(first, "begin_again")[:steps]).at
