"""The runs left open: none is written over, looking is not deciding, and the newest of them is gone on with."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.play.playthrough import advance, choose, start
from game.play.timeline import Timeline, rewound, taken_up, went
from game.saves.formats.fingerprints import Fingerprints
from game.saves.formats.sibling_runs import saved_timeline
from game.saves.formats.summary import Summary
from game.saves.keeper import Keeper
from game.saves.runs.replay import LoadedRun
from game.saves.slots.save_folder import SaveFolder
from tests.play.plays import line, menu, option, read, scene, story, take
from tests.saves.runs import DATE
from tests.saves.test_keeper import PICTURE, SMALL, anew, file, loaded, names, run, why


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(tmp_path, SMALL)


# Nothing is written over


def test_no_start_takes_the_place_of_a_run_in_which_something_was_chosen(tmp_path: Path) -> None:
    for number in range(15):
        played = anew(tmp_path)
        assert played.autosave(Timeline(run(*["stay"] * (number + 1))), DATE) is None
        played.let_go()
        begun = anew(tmp_path)
        assert begun.autosave(Timeline(run()), DATE) is None
        begun.let_go()
    lengths = [len(loaded(anew(tmp_path).load(name)).playthrough.past) for name in names(anew(tmp_path))]
    assert sorted(lengths) == [0, *range(1, 16)], "all that were played, and one that was only begun"


def test_a_run_that_was_only_begun_hides_none_in_which_something_was_chosen(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.autosave(Timeline(run()), DATE)
    assert loaded(anew(tmp_path).resume()).playthrough == run("stay")
    keeper.let_go()
    keeper.delete("auto")
    assert loaded(anew(tmp_path).resume()).playthrough == run()


def test_a_slot_is_taken_where_the_save_before_holds_a_run(keeper: Keeper, tmp_path: Path) -> None:
    """Earlier versions of the game may have begun another over it."""
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.let_go()
    file(tmp_path, "auto").rename(file(tmp_path, "auto", ".before"))
    keeper.save("1", Timeline(run()), DATE)
    file(tmp_path, "1").rename(file(tmp_path, "auto"))
    keeper.autosave(Timeline(run("go")), DATE)
    assert keeper.slot == "auto-2"


def test_an_unchanged_run_is_not_written_again(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.let_go()
    for _ in range(3):
        again = anew(tmp_path)
        again.autosave(loaded(again.resume()).timeline, "2026-12-01T09:00:00+00:00", PICTURE)
        again.let_go()
    assert not file(tmp_path, "auto", ".before").exists()
    timeline = Timeline(run("stay", "stay"), branches=(run("go"),))
    for date in (DATE, "2026-12-24T18:00:00+00:00"):
        assert keeper.save("1", timeline, date, PICTURE) is None
        assert anew(tmp_path).save("1", loaded(keeper.load("1")).timeline, date) is None
    assert not file(tmp_path, "1", ".before").exists()
    keeper.save("1", Timeline(timeline.at), DATE)
    assert file(tmp_path, "1", ".before").exists()


def test_an_unchanged_save_that_was_damaged_or_is_gone_is_written_again(keeper: Keeper, tmp_path: Path) -> None:
    for slot in ("1", "2"):
        keeper.save(slot, Timeline(run("stay")), DATE)
    file(tmp_path, "1").write_bytes(file(tmp_path, "1").read_bytes()[:-9])
    file(tmp_path, "2").unlink()
    for slot in ("1", "2"):
        assert keeper.save(slot, Timeline(run("stay")), DATE) is None
        assert loaded(keeper.load(slot)) == LoadedRun(run("stay"))


def test_to_load_and_look_saves_nothing(keeper: Keeper, tmp_path: Path) -> None:
    there = Timeline(run("stay", "stay", "go"), branches=(run("go"), run("stay")))
    keeper.save("1", there, DATE)
    before = file(tmp_path, "1").read_bytes()
    left = loaded(keeper.load("1")).timeline
    for looked in (left, rewound(left), rewound(rewound(left)), taken_up(left, 0), left):
        assert keeper.autosave(looked, DATE) is None
        assert keeper.slot is None
    assert names(keeper) == ["1"]
    assert keeper.autosave(went(left, advance(SMALL, left.at)), DATE) is None
    assert names(keeper) == ["auto", "1"]
    assert file(tmp_path, "1").read_bytes() == before


def test_a_run_of_the_list_that_saves_by_itself_goes_on_in_its_slot(keeper: Keeper, tmp_path: Path) -> None:
    for options in (("stay",), ("stay", "stay")):
        keeper.autosave(Timeline(run(*options)), DATE)
        keeper.let_go()
    again = anew(tmp_path)
    left = loaded(again.load("auto")).timeline
    again.autosave(went(left, choose(SMALL, left.at, 1)), DATE)
    assert names(again) == ["auto", "auto-2"]
    assert [step.choice for step in loaded(again.load("auto")).playthrough.past] == ["stay", "go"]


def test_what_another_copy_played_on_meanwhile_is_not_written_over(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.let_go()
    one, other = anew(tmp_path), anew(tmp_path)
    left = loaded(one.load("auto")).timeline
    further = loaded(other.resume()).timeline
    other.autosave(went(further, choose(SMALL, further.at, 2)), DATE)
    other.let_go()
    one.autosave(went(left, choose(SMALL, left.at, 1)), DATE)
    assert names(one) == ["auto", "auto-2"]
    assert [len(loaded(one.load(name)).playthrough.past) for name in names(one)] == [2, 2]


def test_what_was_played_on_another_computer_meanwhile_is_not_written_over(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.let_go()
    here = anew(tmp_path)
    left = loaded(here.resume()).timeline
    there = anew(tmp_path / "other")
    there.save("auto", Timeline(run("stay", "stay", "stay")), DATE)
    file(tmp_path / "other", "auto").replace(file(tmp_path, "auto"))  # as a program does that synchronises folders
    here.autosave(went(left, choose(SMALL, left.at, 1)), DATE)
    assert [len(loaded(here.load(name)).playthrough.past) for name in ("auto", "auto-2")] == [3, 2]


def test_a_run_that_was_left_is_taken_up_in_the_same_slot(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay", "go"), branches=(run("go"),)), DATE)
    keeper.let_go()
    again = anew(tmp_path)
    there = taken_up(loaded(again.resume()).timeline, 0)
    assert again.autosave(there, DATE) is None
    assert names(again) == ["auto"]
    assert loaded(again.load("auto")).timeline == there


def test_runs_that_lead_less_far_today_are_kept_in_the_save_that_has_them(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay", "stay"), branches=(run("go"),)), DATE)
    keeper.let_go()
    before = file(tmp_path, "auto").read_bytes()
    today = replace(SMALL, scenes={**SMALL.scenes, "hall": scene("hall", "A hall.", way=menu(option("stay", "hall")))})
    again = anew(tmp_path, today)
    left = loaded(again.resume())
    assert left.same
    assert left.note == "A run that was left leads less far in today’s story; the save with all of it is kept."
    again.autosave(went(left.timeline, choose(today, read(today, left.playthrough), 1)), DATE)
    assert file(tmp_path, "auto").read_bytes() == before
    assert names(again) == ["auto", "auto-2"]


def test_to_see_again_how_an_ending_was_met_saves_nothing(keeper: Keeper, tmp_path: Path) -> None:
    ended = take(SMALL, advance(SMALL, run("go")), "home")
    keeper.meet("home", ended)
    again = anew(tmp_path)
    again.recall()
    again.autosave(loaded(again.run_of("home")).timeline, DATE)
    assert names(again) == []


# Which is the newest


def test_the_newest_is_the_one_saved_last_whatever_clocks_and_files_say(tmp_path: Path) -> None:
    dates = ["2026-11-25T09:00:00+00:00", "2099-01-01T00:00:00+00:00", "2026-11-26T09:00:00+00:00", "", "no date"]
    for number, date in enumerate(dates, start=1):
        keeper = anew(tmp_path)
        keeper.autosave(Timeline(run(*["stay"] * number)), date)
        keeper.let_go()
        for age, path in enumerate(sorted(tmp_path.rglob("*.jsonl"), reverse=True)):  # as if copied in another order
            os.utime(path, (age + 1, age + 1))
        assert len(loaded(anew(tmp_path).resume()).playthrough.past) == number, date


def test_of_two_computers_the_later_date_is_the_newest_however_often_each_saved(tmp_path: Path) -> None:
    for name, date, times in (("one", "2026-11-25T09:00:00+00:00", 1), ("other", "2026-11-24T09:00:00+00:00", 9)):
        keeper = anew(tmp_path / name)
        for number in range(1, times + 1):
            keeper.save("auto", Timeline(run(*["stay"] * number)), date)
    file(tmp_path / "other", "auto").rename(file(tmp_path / "one", "auto-2"))
    assert len(loaded(anew(tmp_path / "one").resume()).playthrough.past) == 1


def test_saves_of_earlier_versions_go_by_their_dates(tmp_path: Path) -> None:
    kept = saved_timeline(SMALL, Timeline(run("stay")), Fingerprints(SMALL))
    for slot, date in (("auto", "2026-11-25T09:00:00+02:00"), ("auto-2", "2026-11-25T08:00:00+00:00"), ("auto-3", "")):
        SaveFolder(tmp_path / "small" / "saves").write(slot, kept, Summary("small", "", 0.0, date, 0))
    assert anew(tmp_path).next_slot == "auto-2"


# Whose it is

OTHER = replace(SMALL, title="Other")


def test_a_story_that_was_given_another_title_keeps_its_saves_and_that_is_said(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.let_go()
    again = anew(tmp_path, OTHER)
    left = loaded(again.resume())
    assert left == LoadedRun(run("stay"), note="The story was called ‘Small’ when this was saved.")
    again.autosave(went(left.timeline, choose(SMALL, left.playthrough, 2)), DATE)
    again.let_go()
    assert names(again) == ["auto"]
    assert not loaded(anew(tmp_path, OTHER).resume()).note


def test_a_story_of_the_same_id_with_other_words_is_asked_about(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.let_go()
    before = file(tmp_path, "auto").read_bytes()
    scenes = {id: replace(each, text=(*each.text, line("Elsewhere."))) for id, each in OTHER.scenes.items()}
    again = anew(tmp_path, replace(OTHER, scenes=scenes))
    left = loaded(again.resume())
    assert left.called == "Small"
    again.autosave(left.timeline, DATE)
    assert file(tmp_path, "auto").read_bytes() == before
    assert names(again) == ["auto"]


def test_a_save_of_another_story_with_the_same_id_is_refused_and_each_goes_on_with_its_own(
    keeper: Keeper, tmp_path: Path
) -> None:
    other = story(scene("shore", "A shore.", way=menu(option("swim", "shore"))))
    other = replace(other, title="Other")
    keeper.autosave(Timeline(run("stay")), "2027-01-01T00:00:00+00:00")
    keeper.let_go()
    refused = why(anew(tmp_path, other).resume())
    assert "another story with the same id, ‘small’: ‘Small’. It stays as it is." in refused
    there = anew(tmp_path, other)
    there.autosave(Timeline(take(other, start(other), "swim")), DATE)
    there.let_go()
    assert loaded(keeper.resume()).playthrough == run("stay")
    assert loaded(anew(tmp_path, other).resume()).playthrough.now.scene == "shore"
