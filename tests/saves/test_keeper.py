"""What a play is kept by: slots, the run left open, and a sentence for whatever goes wrong."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.play.page import page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, ending_of, rewind, start
from game.play.situation import Paragraph
from game.play.timeline import Timeline, rewound
from game.saves.files.checksummed import checksummed
from game.saves.formats.summary import Summary, decode_summary, encode_summary
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.saves.slots.save_folder import ListedSave
from game.story.model import End, Fork, Onward, Story
from tests.play.plays import menu, option, read, scene, story, take
from tests.saves.runs import DATE

SMALL = story(
    scene("hall", "A hall.", "It is dark.", way=menu(option("go", "yard"), option("stay", "hall"))),
    scene("yard", "A yard, wet.", way=Onward((Fork("gate"),))),
    scene("gate", "A gate.", way=menu(option("home", "end"), option("back", "hall"))),
    scene("end", "The end.", way=End("home")),
)
ABOUT = Summary("small", "The Light", 0.25, DATE, 10, "", "stay", "Small", 1, DATE)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(tmp_path, SMALL)


def anew(tmp_path: Path, story: Story = SMALL) -> Keeper:
    return Keeper(tmp_path, story)


def run(*options: str) -> Playthrough:
    return take(SMALL, start(SMALL), *options)


def file(tmp_path: Path, slot: str, before: str = "") -> Path:
    return tmp_path / "small" / "saves" / f"{slot}{before}.jsonl"


def loaded(found: LoadedRun | Refused | None) -> LoadedRun:
    assert isinstance(found, LoadedRun), found
    return found


def why(found: LoadedRun | Refused | None) -> str:
    assert isinstance(found, Refused), found
    return found.why


# Slots


@pytest.mark.parametrize("slot", ["quick", "auto", "auto-9", "1", "42", "999"])
def test_a_slot_holds_what_was_saved_to_it(keeper: Keeper, tmp_path: Path, slot: str) -> None:
    assert keeper.save(slot, Timeline(run("stay")), DATE, PICTURE) is None
    assert anew(tmp_path).load(slot) == LoadedRun(run("stay"))
    assert keeper.slots() == (ListedSave(slot, ABOUT),)
    assert anew(tmp_path).picture(slot) == PICTURE


def test_what_is_said_of_a_save_is_known_without_it(keeper: Keeper, tmp_path: Path) -> None:
    keeper.save("1", Timeline(run("stay", "go")), DATE, PICTURE)
    seal, about, picture, _ = file(tmp_path, "1").read_bytes().splitlines(keepends=True)
    file(tmp_path, "1").write_bytes(seal + about + picture)
    slots = keeper.slots()
    assert isinstance(slots, tuple)
    assert slots[0].summary == replace(ABOUT, place=0.5, words=13, choice="go", choices=2)
    assert keeper.picture("1") == PICTURE
    assert "1.jsonl is damaged" in why(keeper.load("1"))


def test_of_a_run_that_has_ended_the_ending_is_named(keeper: Keeper) -> None:
    gate = read(SMALL, advance(SMALL, read(SMALL, run("go"))))
    ended = read(SMALL, choose(SMALL, gate, 1))
    assert ending_of(SMALL, ended)
    keeper.save("1", Timeline(ended), DATE)
    slots = keeper.slots()
    assert isinstance(slots, tuple)
    assert slots[0].summary
    assert slots[0].summary.ending == "Home"


@pytest.mark.parametrize("more", [{}, {"ending": None, "choice": 7}, {"choice": "so " * 200}])
def test_a_summary_that_says_less_is_a_summary_still(more: dict[str, Any]) -> None:
    before = {"story": "small", "chapter": "The Light", "place": 0.5, "date": DATE, "words": 13}
    assert decode_summary({**before, **more}) == Summary("small", "The Light", 0.5, DATE, 13)


def test_no_summary_is_longer_than_can_be_read() -> None:
    about = Summary("small", "so " * 200, 0.5, DATE, 13, "so " * 200, "so " * 200)
    assert decode_summary(encode_summary(about)).choice.startswith("so so")


def test_slots_are_listed_in_order_and_deleted_only_when_asked(keeper: Keeper) -> None:
    for slot in ("12", "2", "quick", "auto", "1"):
        keeper.save(slot, Timeline(run()), DATE)
    assert names(keeper) == ["auto", "quick", "1", "2", "12"]
    keeper.save("2", Timeline(run("stay")), DATE)
    assert keeper.delete("2") is None
    assert keeper.delete("7") is None
    assert names(keeper) == ["auto", "quick", "1", "12"]
    assert why(keeper.load("2")) == "There is no save here."
    assert keeper.picture("2") == b""


def names(keeper: Keeper) -> list[str]:
    slots = keeper.slots()
    assert isinstance(slots, tuple)
    return [slot.name for slot in slots]


@pytest.mark.parametrize(
    "slot",
    ["", "0", "01", "1000", "../1", "a/b", "quick.before", "QUICK", "con", "1\n", "1\0", "..", "/etc/passwd", "٣"],
)
def test_a_name_that_no_slot_has_is_no_way_out_of_the_folder(keeper: Keeper, tmp_path: Path, slot: str) -> None:
    assert "is no slot" in str(keeper.save(slot, Timeline(run()), DATE))
    assert "is no slot" in str(keeper.delete(slot))
    assert "is no slot" in why(keeper.load(slot))
    assert keeper.slots() == ()
    assert list(tmp_path.rglob("*")) == []


def test_foreign_files_in_the_folder_are_nobody_s_slots(keeper: Keeper, tmp_path: Path) -> None:
    keeper.save("1", Timeline(run()), DATE)
    for name in ("notes.jsonl", "0.jsonl", ".1.jsonl.abc", "1.damaged.jsonl", "2.json"):
        (file(tmp_path, "1").parent / name).write_text("mine", encoding="utf-8")
    assert names(keeper) == ["1"]


def test_the_save_before_is_kept_and_used_where_the_other_is_damaged(keeper: Keeper, tmp_path: Path) -> None:
    for options in ((), ("stay",), ("stay", "stay")):
        keeper.save("1", Timeline(run(*options)), DATE)
    file(tmp_path, "1").write_bytes(b"nonsense")
    slots = keeper.slots()
    assert isinstance(slots, tuple)
    assert slots[0].problem == "1.jsonl is damaged"
    assert slots[0].summary
    assert slots[0].summary.words == 10
    found = loaded(keeper.load("1"))
    assert found.playthrough == run("stay")
    assert found.note == "1.jsonl is damaged; it now lies in 1.damaged.jsonl. The save before it was used."
    assert (tmp_path / "small" / "saves" / "1.damaged.jsonl").read_bytes() == b"nonsense"
    keeper.save("1", Timeline(run("go")), DATE)
    file(tmp_path, "1").write_bytes(b"again")
    assert loaded(keeper.load("1")).playthrough == run("stay")
    assert (tmp_path / "small" / "saves" / "1.damaged-2.jsonl").read_bytes() == b"again"


def test_where_both_are_damaged_both_are_named_and_set_aside(keeper: Keeper, tmp_path: Path) -> None:
    keeper.save("1", Timeline(run()), DATE)
    keeper.save("1", Timeline(run()), DATE)
    for before in ("", ".before"):
        file(tmp_path, "1", before).write_bytes(b"")
    assert why(keeper.load("1")) == (
        "This save cannot be used: 1.jsonl is damaged; it now lies in 1.damaged.jsonl. "
        "So is the save before it: 1.before.jsonl is damaged; it now lies in 1.before.damaged.jsonl."
    )
    assert why(keeper.load("1")) == "There is no save here."


# What is refused


def test_a_save_of_another_story_is_refused_and_stays(keeper: Keeper, tmp_path: Path) -> None:
    other = Keeper(tmp_path, replace(SMALL, id="other"))
    other.save("1", Timeline(run()), DATE)
    keeper.save("2", Timeline(run()), DATE)
    shutil.copy(tmp_path / "other" / "saves" / "1.jsonl", file(tmp_path, "1"))
    assert why(keeper.load("1")) == "This is a save of another story, ‘other’."
    assert file(tmp_path, "1").exists()


def test_a_save_of_a_newer_game_is_refused_and_stays(keeper: Keeper, tmp_path: Path) -> None:
    keeper.save("1", Timeline(run()), DATE)
    keeper.save("1", Timeline(run("stay")), DATE)
    content = checksummed([{"later": 1}, "", {}], version=2)
    file(tmp_path, "1").write_bytes(content)
    assert why(keeper.load("1")) == ("This save cannot be used: 1.jsonl was written by a newer version of the game.")
    assert keeper.slots() == (ListedSave("1", None, "1.jsonl was written by a newer version of the game"),)
    assert file(tmp_path, "1").read_bytes() == content


HOSTILE = {
    "deep": b"[" * 200_000,
    "deep in a seal": b'[1, "a", ' + b"[" * 1_900,
    "a huge number": b"9" * 5_000,
    "a huge number in a seal": b"[" + b"9" * 1_900 + b"]",
    "large": b" " * (16 * 1024 * 1024 + 1),
    "no text": b"\xff" * 500,
    "zeros": b"\0" * 500,
    "sealed and deep": checksummed([[], "", 1]).replace(b"\n1\n", b"\n" + b"[" * 100_000 + b"\n"),
    "sealed and something else": checksummed([{"story": "small"}, 7, ["no", "save"]]),
    "sealed and nothing": checksummed([]),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_content_is_set_aside_in_a_sentence(keeper: Keeper, tmp_path: Path, content: bytes) -> None:
    keeper.save("1", Timeline(run("stay")), DATE)
    keeper.save("1", Timeline(run("go")), DATE)
    file(tmp_path, "1").write_bytes(content)
    assert isinstance(keeper.slots(), tuple)
    assert keeper.picture("1") == b""
    found = loaded(keeper.load("1"))
    assert found.playthrough == run("stay")
    assert found.note.startswith("1.jsonl is ")


def test_the_runs_left_and_what_lies_ahead_are_saved_too(keeper: Keeper, tmp_path: Path) -> None:
    left = Timeline(run("stay", "stay", "go"), branches=(run("go"), run("stay")))
    for timeline in (left, rewound(left), rewound(rewound(left))):
        keeper.save("1", timeline, DATE)
        found = loaded(anew(tmp_path).load("1"))
        assert found.timeline == timeline


# The run left open


def test_it_goes_on_where_it_was_left(keeper: Keeper, tmp_path: Path) -> None:
    assert keeper.resume() is None
    assert keeper.autosave(Timeline(run("stay")), DATE) is None
    assert loaded(keeper.resume()).playthrough == run("stay")
    keeper.let_go()
    again = anew(tmp_path)
    left = loaded(again.resume()).playthrough
    again.autosave(Timeline(rewind(left)), DATE)
    assert names(again) == ["auto"]


def test_a_run_that_came_to_its_end_is_not_gone_on_with_and_not_lost(keeper: Keeper, tmp_path: Path) -> None:
    ended = take(SMALL, advance(SMALL, run("go")), "home")
    keeper.autosave(Timeline(ended), DATE)
    assert anew(tmp_path).resume() is None
    assert loaded(keeper.load("auto")).playthrough == ended


def test_a_new_run_does_not_take_the_place_of_one_left_open(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.autosave(Timeline(run("go")), DATE)  # begun anew: another origin
    assert names(keeper) == ["auto", "auto-2"]


def test_a_run_without_a_step_makes_room_for_the_next(keeper: Keeper) -> None:
    keeper.autosave(Timeline(run()), DATE)
    keeper.autosave(Timeline(run()), DATE)
    assert names(keeper) == ["auto"]


def test_two_copies_at_once_keep_a_run_each(keeper: Keeper, tmp_path: Path) -> None:
    other = anew(tmp_path)
    keeper.autosave(Timeline(run("stay")), DATE)
    taken = loaded(other.resume()).playthrough
    other.autosave(Timeline(choose(SMALL, taken, 1)), DATE)
    keeper.autosave(Timeline(run("stay")), DATE)
    assert loaded(keeper.load("auto")).playthrough == run("stay")
    assert len(loaded(keeper.load("auto-2")).playthrough.past) == 2


def test_where_every_slot_holds_a_run_nothing_is_written_over_and_that_is_said(
    keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.saves.slots.open_runs.AUTOMATIC", ("auto", "auto-2", "auto-3"))
    copies = [anew(tmp_path) for _ in range(3)]
    assert [copy.autosave(Timeline(run("stay")), DATE) for copy in copies] == [None] * 3
    for copy in copies:
        copy.let_go()
    before = [file(tmp_path, slot).read_bytes() for slot in ("auto", "auto-2", "auto-3")]
    said = keeper.autosave(Timeline(run("go")), DATE)
    assert said
    assert said.startswith("This play cannot be kept: all 999 places for what is saved by itself hold runs")
    assert [file(tmp_path, slot).read_bytes() for slot in ("auto", "auto-2", "auto-3")] == before
    keeper.delete("auto-2")
    assert keeper.autosave(Timeline(run("go")), DATE) is None
    assert loaded(keeper.load("auto-2")).playthrough == run("go")


def test_a_save_that_stops_in_todays_story_is_kept_whole(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay", "go")), DATE)
    before = file(tmp_path, "auto").read_bytes()
    keeper.let_go()
    hall = scene("hall", "A hall.", way=menu(option("stay", "hall")))
    today = replace(SMALL, scenes={**SMALL.scenes, "hall": hall})
    again = anew(tmp_path, today)
    found = loaded(again.resume())
    assert found.cause
    assert found.onward
    again.autosave(Timeline(found.playthrough), DATE)
    again.autosave(Timeline(found.onward), DATE)
    assert file(tmp_path, "auto").read_bytes() == before
    assert names(again)[:2] == ["auto", "auto-2"]


def test_a_damaged_run_left_open_gives_way_to_the_next_best(keeper: Keeper, tmp_path: Path) -> None:
    keeper.autosave(Timeline(run("stay")), DATE)
    keeper.autosave(Timeline(run("go")), DATE)
    file(tmp_path, "auto-2").write_bytes(b"\0")
    found = loaded(anew(tmp_path).resume())
    assert found.playthrough == run("stay")
    assert "auto-2.jsonl is damaged" in found.note


# What the first versions left

OLD = {"version": 1, "origin": {"scene": "hall", "values": {}, "ended": ["home"]}, "steps": ["stay"], "position": 2}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "small" / "run.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(OLD), encoding="utf-8")
    return path


def test_a_run_that_the_first_versions_left_is_taken_up_and_kept_anew(keeper: Keeper, old: Path) -> None:
    left = loaded(keeper.resume()).playthrough
    assert [step.choice for step in left.past] == ["stay"]
    assert left.origin.ended == {"home"}
    assert not old.exists()
    assert json.loads(old.with_name("run.old.json").read_text(encoding="utf-8")) == OLD


def test_it_is_listed_beside_what_is_begun_without_it(keeper: Keeper, old: Path) -> None:
    keeper.autosave(Timeline(run("go")), DATE)
    steps = [[step.choice for step in loaded(keeper.load(name)).playthrough.past] for name in names(keeper)]
    assert sorted(map(str, steps)) == ["['go']", "['stay']"]


def test_it_stays_where_the_story_leads_it_less_far_until_it_is_played_on(
    keeper: Keeper, tmp_path: Path, old: Path
) -> None:
    hall = scene("hall", "A hall.", way=menu(option("go", "yard"), option("hide", "hall")))
    today = replace(SMALL, scenes={**SMALL.scenes, "hall": hall})
    elsewhere = anew(tmp_path, today)
    elsewhere.autosave(Timeline(take(today, start(today), "hide")), DATE)
    assert old.exists()
    assert names(elsewhere) == ["auto"]
    elsewhere.let_go()
    elsewhere.delete("auto")
    again = anew(tmp_path, today)
    at = loaded(again.resume()).playthrough
    again.autosave(Timeline(take(today, at, "hide")), DATE)
    assert not old.exists()
    assert old.with_name("run.old.json").exists()


# The profile


def test_that_endings_were_met_in_a_story_of_another_title_is_said_once(keeper: Keeper, tmp_path: Path) -> None:
    at = advance(SMALL, start(SMALL))
    keeper.look(at)
    keeper.meet("home", run("go"))
    other = replace(SMALL, title="Other")
    told = anew(tmp_path, other)
    assert (told.recall() or "").startswith(
        "The endings met in a story called ‘Small’, which has the same id, ‘small’, count"
    )
    told.look(at)
    assert anew(tmp_path, other).recall() is None
    assert anew(tmp_path, SMALL).recall() is None
    stranger = replace(other, title="Third", endings={})
    assert anew(tmp_path, stranger).recall() is None, "it has none of those endings"


def test_what_was_seen_is_remembered_with_the_run_that_met_an_ending(keeper: Keeper, tmp_path: Path) -> None:
    at = advance(SMALL, start(SMALL))  # past the chapter's card
    assert keeper.recall() is None
    assert keeper.look(at) is None
    first, second = (event for event in page_of(SMALL, at).events if isinstance(event, Paragraph))
    assert keeper.has_read(first)
    assert not keeper.has_read(second)
    at = choose(SMALL, read(SMALL, at), 1)
    keeper.look(at)
    assert keeper.has_read(second)
    at = choose(SMALL, read(SMALL, advance(SMALL, read(SMALL, at))), 1)
    keeper.autosave(Timeline(at), DATE)
    keeper.look(at)
    assert keeper.meet("home") is None
    again = anew(tmp_path)
    assert again.recall() is None
    assert again.endings == {"home"}
    assert again.seen.taken == {("hall", "go"), ("gate", "home")}
    assert again.seen.options == {("hall", "go"), ("hall", "stay"), ("gate", "home"), ("gate", "back")}
    assert again.seen.scenes == {"hall", "yard", "gate", "end"}
    met = again.seen.endings["home"]
    assert met
    assert [step.choice for step in met.steps] == ["go", None, "home"]


def test_endings_met_count_for_the_next_run_only(keeper: Keeper) -> None:
    keeper.meet("home")
    begun = start(SMALL, Origin("hall", ended=keeper.endings))
    keeper.meet("ashes")
    keeper.save("1", Timeline(begun), DATE)
    assert loaded(keeper.load("1")).playthrough.origin.ended == {"home"}
