"""Copies that other programs make of saves: listed as what they are, to be loaded and deleted, and never in the way.

The names are those that Syncthing, Dropbox, Nextcloud, OneDrive, iCloud, Google Drive and the desktops give.
"""

import shutil
from pathlib import Path

import pytest

from game.play.timeline import Timeline
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.saves.slots.names import AUTOMATIC, NUMBERED, FileKind, parse_name
from tests.saves.runs import DATE
from tests.saves.test_keeper import SMALL, run

WAYS = (
    "{}.sync-conflict-20260101-120000-ABCDEFG",
    "{} (Anna's conflicted copy 2026-01-01)",
    "{} (conflicted copy 2026-01-01 120000)",
    "{} (1)",
    "{} - Copy",
    "{} 2",
    "{}-LAPTOP",
    "{} (copie en conflit de Zoé 2026-01-01)",
    "Copy of {}",
)
SAID = {
    "3": "A copy of save 3 that a synchronising program made",
    "quick": "A copy of the quick save that a synchronising program made",
    "auto": "A copy of the run saved by itself that a synchronising program made",
    "auto-2": "A copy of the run saved by itself that a synchronising program made",
}


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(tmp_path, SMALL)


def saves(tmp_path: Path) -> Path:
    return tmp_path / "small" / "saves"


def listed(keeper: Keeper) -> dict[str, str]:
    slots = keeper.slots()
    assert not isinstance(slots, Refused)
    return {slot.name: slot.file.words for slot in slots}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("slot", SAID)
def test_a_copy_is_listed_loaded_and_deleted_beside_its_slot(
    keeper: Keeper, tmp_path: Path, way: str, slot: str
) -> None:
    copy = way.format(slot)
    assert keeper.save(slot, Timeline(run("stay")), DATE, b"picture") is None
    shutil.copy(saves(tmp_path) / f"{slot}.jsonl", saves(tmp_path) / f"{copy}.jsonl")
    assert keeper.save(slot, Timeline(run("go")), DATE) is None
    assert set(listed(keeper)) == {slot, copy}
    assert listed(keeper)[copy] == SAID[slot]
    assert keeper.picture(copy) == b"picture"
    loaded = keeper.load(copy)
    assert isinstance(loaded, LoadedRun)
    assert loaded.playthrough == run("stay")
    assert "is a copy" in str(keeper.save(copy, Timeline(run()), DATE))
    assert keeper.delete(copy) is None
    assert set(listed(keeper)) == {slot}
    own = keeper.load(slot)
    assert isinstance(own, LoadedRun)
    assert own.playthrough == run("go")


def test_a_damaged_copy_is_told_and_stays_and_the_slot_is_none_the_worse(keeper: Keeper, tmp_path: Path) -> None:
    keeper.save("3", Timeline(run("stay")), DATE)
    copy = saves(tmp_path) / "3 (1).jsonl"
    copy.write_bytes(b"half a")
    slots = keeper.slots()
    assert not isinstance(slots, Refused)
    assert [(slot.name, slot.problem) for slot in slots] == [("3", ""), ("3 (1)", "3 (1).jsonl is damaged")]
    refused = keeper.load("3 (1)")
    assert isinstance(refused, Refused)
    assert copy.read_bytes() == b"half a"


def test_a_copy_of_a_run_left_open_is_not_gone_on_with_by_itself(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.let_go()
    shutil.copy(saves(tmp_path) / "auto.jsonl", saves(tmp_path) / "auto (1).jsonl")
    keeper.delete("auto")
    assert Keeper(tmp_path, SMALL).resume() is None
    other = Keeper(tmp_path, SMALL)
    loaded = other.load("auto (1)")
    assert isinstance(loaded, LoadedRun)
    assert other.autosave(Timeline(run("go")), DATE) is None
    assert set(listed(other)) == {"auto", "auto (1)"}


@pytest.mark.parametrize("way", WAYS)
def test_what_was_seen_on_another_computer_is_seen(keeper: Keeper, tmp_path: Path, way: str) -> None:
    keeper.meet("home", run("stay"))
    own = tmp_path / "small" / "profile.jsonl"
    own.rename(own.with_name(f"{way.format('profile')}.jsonl"))
    Keeper(tmp_path, SMALL).meet("ashes", run("go"))
    again = Keeper(tmp_path, SMALL)
    assert again.recall() is None
    assert again.endings == {"home", "ashes"}
    assert isinstance(again.run_of("home"), LoadedRun)


@pytest.mark.parametrize("slot", [*AUTOMATIC[:12], AUTOMATIC[-1], "quick", *NUMBERED[:12], NUMBERED[-1]])
def test_every_slot_is_its_own_name(slot: str) -> None:
    name = parse_name(slot)
    assert name
    assert (name.text, name.slot, name.kind, name.before) == (slot, slot, FileKind.SLOT, False)
    before = parse_name(f"{slot}.before (1)")
    assert before
    assert (before.slot, before.kind, before.before) == (slot, FileKind.COPY, True)


@pytest.mark.parametrize(
    "name", ["notes", "0", "01x", "1000", "autopsy", "quickly", "3.before", "../3 (1)", "3/(1)", ".3 (1)", "3\n(1)", ""]
)
def test_what_is_none_of_ours_is_not_listed(name: str) -> None:
    assert parse_name(name) is None
