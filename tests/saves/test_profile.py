"""What was seen in all plays of a story: merged, never less, whoever of two running copies saw it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.play.page import Choosing, page_of
from game.play.playthrough import choose, start
from game.play.situation import is_stop
from game.saves.files.checksummed import checksummed
from game.saves.files.lock import Lock, locked
from game.saves.formats.fingerprints import Fingerprints, event_fingerprint
from game.saves.formats.saved_run import SavedRun, saved_run
from game.saves.formats.seen import Seen, decode_seen, encode_seen, seen_in
from game.saves.profile import Profile
from game.story.model import End
from tests.play.generated import Walk, thorough, walks
from tests.play.plays import menu, option, read, scene, story
from tests.saves.runs import ROOT
from tests.waiting import HANG

SMALL = story(
    scene("hall", "A hall.", "It is dark.", way=menu(option("go", "end"), option("stay", "hall"))),
    scene("end", "The end.", way=End("home")),
)

words = st.sampled_from(["hall", "go", "stay", "\ud800", ""])
pairs = st.frozensets(st.tuples(words, words), max_size=4)


def a_run(stays: int) -> SavedRun:
    at = read(SMALL, start(SMALL))
    for _ in range(stays):
        at = read(SMALL, choose(SMALL, at, 2))
    return saved_run(SMALL, at, Fingerprints(SMALL))


runs = st.none() | st.integers(0, 3).map(a_run)
sights = st.builds(
    Seen, st.frozensets(words), st.frozensets(words), pairs, pairs, st.dictionaries(words, runs, max_size=3)
)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / SMALL.id)


def meet(profile: Profile, ending: str, run: SavedRun | None = None) -> None:
    profile.add(Seen(endings={ending: run}))


def endings(profile: Profile) -> frozenset[str]:
    return frozenset(profile.recall().seen.endings)


def keep(profile: Profile, name: str, content: Any) -> None:
    profile.folder.mkdir(parents=True, exist_ok=True)
    (profile.folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


@given(sights, sights, sights)
def test_merging_loses_nothing_and_its_order_does_not_matter(one: Seen, two: Seen, three: Seen) -> None:
    both = one.merged(two)
    assert both.holds(one)
    assert both.holds(Seen(two.lines, two.scenes, two.options, two.taken, dict.fromkeys(two.endings)))
    assert both.merged(both) == both
    assert one.merged(two.merged(three)) == both.merged(three)
    assert two.merged(one).holds(Seen(both.lines, both.scenes, both.options, both.taken, dict.fromkeys(both.endings)))
    assert all(both.endings[id] == run for id, run in one.endings.items() if run)


@given(sights)
def test_what_is_written_is_read(seen: Seen) -> None:
    assert decode_seen(json.loads(json.dumps(encode_seen(seen)))) == seen


@settings(max_examples=30)
@given(st.lists(sights, max_size=4))
def test_what_is_added_is_recalled(tmp_path_factory: pytest.TempPathFactory, added: list[Seen]) -> None:
    profile = Profile(tmp_path_factory.mktemp("profile"))
    all_of_it = Seen()
    for seen in added:
        all_of_it = all_of_it.merged(seen)
        assert profile.add(seen).seen == all_of_it
        assert profile.recall().seen == all_of_it


def test_a_new_profile_remembers_nothing_and_makes_no_folder(profile: Profile) -> None:
    assert profile.recall().seen == Seen()
    assert not profile.folder.exists()


def test_endings_met_are_merged_and_keep_the_first_run_that_met_them(profile: Profile) -> None:
    other = Profile(profile.folder)
    meet(profile, "home")
    meet(other, "ashes", a_run(1))
    meet(profile, "home", a_run(2))
    meet(profile, "home", a_run(3))
    assert endings(profile) == endings(other) == {"home", "ashes"}
    assert profile.recall().seen.endings == {"home": a_run(2), "ashes": a_run(1)}


def test_profiles_of_two_stories_are_apart(tmp_path: Path) -> None:
    meet(Profile(tmp_path / SMALL.id), "home")
    assert endings(Profile(tmp_path / "other")) == frozenset()


@thorough
@given(walks())
def test_what_was_seen_of_a_run_is_what_its_pages_showed(walk: Walk) -> None:
    story, last = walk.story, walk.last
    seen = seen_in(story, last)
    lines, options = set(), set()
    for situation in (*(step.situation for step in last.past), last.now):
        page = page_of(story, type(last)(last.origin, situation))
        lines |= {event_fingerprint(event) for event in page.events[: page.position] if is_stop(event)}
        if page.complete and isinstance(page.next, Choosing):
            options |= {(page.scene, each.id) for each in page.next.options}
    assert seen.lines == lines
    assert seen.options >= options
    assert seen.taken == last.now.chosen
    for first in range(len(last.past)):
        assert seen.holds(seen_in(story, last, first))


# Old, newer and damaged files


def test_endings_that_the_first_versions_kept_are_there_still(profile: Profile) -> None:
    keep(profile, "endings", {"version": 1, "met": ["home"]})
    assert endings(profile) == {"home"}
    meet(profile, "ashes")
    assert endings(profile) == {"home", "ashes"}


@pytest.mark.parametrize("met", ["home", 3, None, ["home", 3], {"home": 1}, [["home"]]])
def test_endings_that_are_not_a_list_of_names_are_said_to_be_so_and_stay(profile: Profile, met: Any) -> None:
    keep(profile, "endings", {"version": 1, "met": met})
    assert "endings.json does not hold a list of endings." in profile.recall().note
    meet(profile, "ashes")
    assert endings(profile) == {"ashes"}
    assert (profile.folder / "endings.json").exists()


@pytest.mark.parametrize("content", [[], "run", 7, {}, {"version": "1"}, {"version": 2}])
def test_endings_of_somebody_else_or_later_are_said_to_be_so(profile: Profile, content: Any) -> None:
    keep(profile, "endings", content)
    assert "endings.json" in profile.recall().note


@pytest.mark.parametrize("content", [b"", b"{", b"\x00" * 80, b"[1]\n{}\n", checksummed([{"lines": 3}]), b"9" * 5000])
def test_a_damaged_profile_is_named_and_set_aside_and_the_one_before_is_used(profile: Profile, content: bytes) -> None:
    meet(profile, "home")
    meet(profile, "ashes")
    (profile.folder / "profile.jsonl").write_bytes(content)
    recalled = profile.recall()
    assert "it now lies in profile.damaged.jsonl, and the one before it is used." in recalled.note
    assert set(recalled.seen.endings) == {"home"}
    assert (profile.folder / "profile.damaged.jsonl").read_bytes() == content
    assert profile.recall().note == ""
    meet(profile, "ashes")
    assert endings(profile) == {"home", "ashes"}


def test_a_profile_of_a_newer_game_is_left_as_it_is(profile: Profile) -> None:
    profile.folder.mkdir(parents=True)
    content = checksummed([{"later": True}], version=2)
    (profile.folder / "profile.jsonl").write_bytes(content)
    for act in (profile.recall, lambda: meet(profile, "home")):
        with pytest.raises(ValueError, match=r"profile\.jsonl was written by a newer version of the game"):
            act()
    assert (profile.folder / "profile.jsonl").read_bytes() == content


# Two copies at once

ADDS = """
import sys
from pathlib import Path
from game.saves.files import lock
from game.saves.profile import Profile
from game.saves.formats.seen import Seen
from tests.waiting import HANG
lock.PATIENCE = HANG    # a player is told after some seconds; here a busy machine is no fault
name, profile = sys.argv[1], Profile(Path(sys.argv[2]))
for number in range(40):
    profile.add(Seen(lines=frozenset({f"{name} {number}"}), endings={name: None}))
"""


def test_two_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    names = ("one", "two", "three")
    processes = [subprocess.Popen([sys.executable, "-c", ADDS, name, str(tmp_path)], cwd=ROOT) for name in names]
    assert [process.wait(timeout=HANG) for process in processes] == [0, 0, 0]
    seen = Profile(tmp_path).recall().seen
    assert seen.lines == {f"{name} {number}" for name in names for number in range(40)}
    assert set(seen.endings) == set(names)


def test_a_lock_is_held_by_one_and_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Lock(tmp_path / "a.lock"), Lock(tmp_path / "a.lock")
    assert one.take()
    assert one.take()
    assert not other.take()
    monkeypatch.setattr("game.saves.files.lock.PATIENCE", 0.05)
    with pytest.raises(TimeoutError, match="another copy of the game"), locked(tmp_path / "a.lock"):
        pass
    one.release()
    with locked(tmp_path / "a.lock"):
        assert not other.take()
    assert other.take()
    other.release()
