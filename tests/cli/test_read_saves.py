"""`read` and what it keeps: runs that were left, what lies ahead, every save by its name, and offers that wait."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.load import load
from game.play.playthrough import start
from game.play.timeline import Timeline, rewound, went
from game.saves.keeper import Keeper
from game.saves.runs.replay import LoadedRun
from game.story.letters import to_nfc
from game.story.model import Story
from tests.play.plays import read as read_page
from tests.play.plays import take

Read = Callable[..., "subprocess.CompletedProcess[str]"]

STORY = """\
id: mill
title: The Mill
start: yard
endings:
  home: {name: Home Again}
"""
SCENES = """\
chapter: One
scenes:
  yard:
    text: The yard.
    choices:
      - {say: Left., go: left}
      - {say: Right., go: right}
  left:
    text: A barn.
    choices:
      - {say: Climb., go: loft}
      - {say: Leave., go: out}
  loft:
    text: Hay.
    choices:
      - {say: Sleep., go: out}
      - {say: Down., go: yard}
  right:
    text: A path.
    go: river
  river:
    text: A river.
    choices:
      - {say: Swim., go: out}
      - {say: Turn back., go: yard}
  out:
    text: Over the hill.
    ending: home
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "mill"
    (folder / "scenes").mkdir(parents=True)
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    (folder / "scenes/1.yaml").write_text(SCENES, encoding="utf-8")
    return folder


@pytest.fixture
def read(jaws: Read, folder: Path, tmp_path: Path) -> Read:
    """Reads it with these lines typed; all calls of a test share a profile."""

    def typed(*lines: str, options: tuple[object, ...] = ()) -> "subprocess.CompletedProcess[str]":
        input = "".join(f"{line}\n" for line in lines)
        return jaws("read", folder, "--profile", tmp_path / "profile", *options, input=input)

    return typed


@pytest.fixture
def keeper(folder: Path, tmp_path: Path) -> Keeper:
    return Keeper(tmp_path / "profile", story_in(folder))


def story_in(folder: Path) -> Story:
    story = load(folder).story
    assert story
    return story


def saved(keeper: Keeper, slot: str = "auto") -> Timeline:
    found = keeper.load(slot)
    assert isinstance(found, LoadedRun)
    return found.timeline


def choices(timeline: Timeline) -> list[list[str | None]]:
    """Of the run that is played, then of those beside it."""
    ahead = [each.step.choice for each in reversed(timeline.undone)]
    return [
        [step.choice for step in timeline.at.past],
        ahead,
        *([s.choice for s in run.past] for run in timeline.branches),
    ]


def files(tmp_path: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (tmp_path / "profile/mill/saves").glob("*.jsonl")}


CONTINUE = ("--continue",)


def test_a_run_left_by_another_choice_is_kept_listed_and_taken_up(read: Read, keeper: Keeper) -> None:
    told = read("1", "1", "b", "b", "2", "q")
    assert "The run that you left is kept: r lists such runs." in told.stdout
    assert choices(saved(keeper)) == [["right", None], [], ["left", "climb"]]
    told = read("r", "r 2", "r 1", "q", options=CONTINUE)
    assert "1. Left. (2 pages after this)\n" in told.stdout
    assert "There is no run 2; r lists those that you left." in told.stdout
    assert told.stdout.endswith("Hay.\n\n1. Sleep.\n2. Down.\n\nSaved. `--continue` goes on from here.\n")
    assert choices(saved(keeper)) == [["left", "climb"], [], ["right", None]]


def test_what_lies_ahead_is_kept_and_gone_to_again(read: Read, keeper: Keeper) -> None:
    told = read("1", "1", "b", "b", "q")
    assert told.stdout.count("f goes forward again.") == 2
    assert choices(saved(keeper)) == [[], ["left", "climb"]]
    told = read("f", "f", "f", "q", options=CONTINUE)
    assert "There is nothing ahead that you went back from." in told.stdout
    assert choices(saved(keeper)) == [["left", "climb"], []]
    read("b", "1", "q", options=CONTINUE)
    assert choices(saved(keeper)) == [["left", "climb"], []], "the same choice again leaves nothing"


def test_b_goes_back_past_pages_that_only_lead_on(read: Read) -> None:
    told = read("2", "b", "q")
    assert told.stdout.count("The yard.") == 2
    assert told.stdout.count("A path.") == 1


def test_runs_left_in_the_window_go_on_beside_the_one_that_is_read(read: Read, keeper: Keeper, folder: Path) -> None:
    story = story_in(folder)
    there = went(Timeline(read_page(story, start(story))), take(story, start(story), "left"))
    back = rewound(there)
    other = went(back, take(story, back.at, "right"))
    assert keeper.autosave(other, "2026-11-30T10:00:00+00:00") is None
    keeper.let_go()
    read("q", options=CONTINUE)
    assert choices(saved(keeper)) == [["right", None], [], ["left"]]
    read("2", "q", options=CONTINUE)
    assert choices(saved(keeper)) == [["right", None, "turn_back"], [], ["left"]]


def test_without_runs_there_is_a_sentence_for_each_command(read: Read) -> None:
    told = read("r", "f", "r 1", "b")
    assert told.stdout.count("You have left no run for another choice yet.") == 2
    assert "There is nothing ahead that you went back from." in told.stdout
    assert "This is where it began." in told.stdout


def test_starting_over_and_over_displaces_no_run_and_hides_none(read: Read, tmp_path: Path) -> None:
    read("1", "1", "q")
    before = files(tmp_path)
    for _ in range(10):
        assert read().stdout.endswith("Saved as auto-2: `--save auto-2` goes on from here.\n")
    assert {name: content for name, content in files(tmp_path).items() if name in before} == before
    assert read(options=CONTINUE).stdout.startswith("Hay.")
    assert read("2", "q").stdout.endswith("Saved. `--continue` goes on from here.\n")
    assert read(options=CONTINUE).stdout.startswith("A river.")
    assert read(options=("--save", "auto")).stdout.startswith("Hay.")


def test_saves_are_listed_with_all_that_is_known(read: Read, tmp_path: Path) -> None:
    assert read(options=("--saves",)).stdout == "There is no save of this story yet.\n"
    read("1", "q")
    read("1", "2")
    saves = tmp_path / "profile/mill/saves"
    shutil.copy(saves / "auto.jsonl", saves / "3.jsonl")
    shutil.copy(saves / "auto.jsonl", saves / "3 (1).jsonl")
    (saves / "7.jsonl").write_bytes(b"nothing")
    told = read(options=("--saves",))
    assert (told.returncode, told.stderr) == (0, "")
    date = r"\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d"
    lines = " ".join(told.stdout.split())
    for line in (
        rf"auto-2: Saved by itself, {date}, One, 100% of the chapter, 7 words\. Ended: Home Again\.",
        rf"auto: Saved by itself, {date}, One, 50% of the chapter, 4 words\. Chosen last: Left\.",
        rf"3: Save 3, {date}, One, 50% of the chapter, 4 words\. Chosen last: Left\.",
        rf"3 \(1\): A copy of save 3 that a synchronising program made, {date}, One, .* Chosen last: Left\.",
        r"7: Save 7\. 7\.jsonl is damaged\.",
    ):
        assert re.search(line, lines), line
    assert lines.startswith("auto-2: ")


def test_a_save_is_taken_by_its_name_and_left_as_it_is_where_nothing_was_done(read: Read, tmp_path: Path) -> None:
    read("1", "1", "q")
    saves = tmp_path / "profile/mill/saves"
    for name in ("4", "quick", "4.sync-conflict-20260101-120000-ABCDEFG", "4 (Anna's conflicted copy 2026-01-01)"):
        shutil.copy(saves / "auto.jsonl", saves / f"{name}.jsonl")
        before = files(tmp_path)
        told = read("b", "q", options=("--save", name))
        assert told.stdout.startswith("Hay.")
        assert "There was nothing to save: `--save " in told.stdout
        assert files(tmp_path) == before
    told = read("2", "q", options=("--save", "4"))
    assert told.stdout.endswith("Saved. `--continue` goes on from here.\n")
    assert {name: content for name, content in files(tmp_path).items() if name in before} == before


def test_a_run_that_had_ended_can_be_gone_back_in_and_those_beside_it_taken_up(read: Read, keeper: Keeper) -> None:
    told = read("1", "1", "b", "2")
    assert told.stdout.endswith(
        "* Home Again *\n\nThe runs that you left are kept: `--save auto` comes back to them.\n"
    )
    assert told.returncode == 0
    save = ("--save", "auto")
    for typed in ((), ("q",)):
        told = read(*typed, options=save)
        assert "This run had come to its end. b goes back, r lists the runs that you left" in told.stdout
        assert told.returncode == 0
    told = read("r", "r 1", "q", options=save)
    assert "1. Climb. (1 page after this)\n" in told.stdout
    assert told.returncode == 3
    assert choices(saved(keeper)) == [["left", "climb"], [], ["left", "leave"]]
    read("1", options=CONTINUE)
    told = read("b", "2", "q", options=save)
    assert told.stdout.count("Hay.") == 1
    assert choices(saved(keeper))[0] == ["left", "climb", "down"]


@pytest.mark.parametrize("name", ["4 (John's conflicted copy)", "4 (copie de Zoe\u0301)"])
def test_a_copy_is_taken_by_its_name_however_that_is_typed(read: Read, tmp_path: Path, name: str) -> None:
    read("1", "q")
    saves = tmp_path / "profile/mill/saves"
    shutil.copy(saves / "auto.jsonl", saves / f"{name}.jsonl")
    typed = to_nfc(name)
    told = read("q", options=("--save", typed))
    assert f'There was nothing to save: `--save "{typed}"` comes here again.' in " ".join(told.stdout.split())


@pytest.mark.parametrize("name", ["nope", "", "5", "../auto", "auto.before", "4 (1)"])
def test_a_save_that_is_not_there_is_told_with_those_that_are(read: Read, name: str) -> None:
    read("1", "q")
    told = read(options=("--save", name))
    assert told.returncode == 2
    assert told.stdout == ""
    assert told.stderr.startswith(f"There is no save ‘{name}’; ")
    assert "auto" in told.stderr


def test_that_saves_cannot_be_listed_is_not_that_there_are_none(read: Read, tmp_path: Path) -> None:
    saves = tmp_path / "profile/mill/saves"
    saves.parent.mkdir(parents=True)
    saves.write_bytes(b"no folder")
    for options in (("--saves",), ("--save", "auto")):
        told = read(options=options)
        assert told.returncode == 1
        assert "Not a directory. Check the folder" in told.stderr
        assert told.stdout == ""


def test_a_damaged_save_taken_by_its_name_is_told(read: Read, tmp_path: Path) -> None:
    read("1", "q")
    (tmp_path / "profile/mill/saves/5.jsonl").write_bytes(b"nothing")
    told = read(options=("--save", "5"))
    assert told.returncode == 1
    assert told.stderr.startswith("This save cannot be used: 5.jsonl is damaged")


@pytest.mark.parametrize("typed", [(), ("q",), ("x", "9"), ("",), ("", "q"), ("", "b", "q")])
def test_an_offer_that_is_not_answered_by_playing_on_is_made_again(
    read: Read, folder: Path, tmp_path: Path, typed: tuple[str, ...]
) -> None:
    read("1", "1", "q")
    before = files(tmp_path)
    scenes = folder / "scenes/1.yaml"
    scenes.write_text(SCENES.replace("say: Left., go: left", "say: Sinister., go: river"), encoding="utf-8")
    for _ in range(2):
        told = read(*typed, options=CONTINUE)
        assert told.stdout.startswith("Enter goes on from there; w goes on where you were.\n")
        assert told.returncode == 3
        assert files(tmp_path) == before
    assert "Hay." in read("w", options=CONTINUE).stdout
    assert {name: content for name, content in files(tmp_path).items() if name in before} == before


def test_to_quit_what_was_not_changed_keeps_the_save_before_the_one_before(read: Read, tmp_path: Path) -> None:
    read("1", "1", "q")
    before = files(tmp_path)
    assert set(before) == {"auto.jsonl", "auto.before.jsonl"}
    for _ in range(2):
        assert read("q", options=CONTINUE).stdout.endswith("Saved. `--continue` goes on from here.\n")
    read(options=("--saves",))
    assert files(tmp_path) == before


def test_two_stories_with_one_id_are_told_apart(read: Read, folder: Path, tmp_path: Path) -> None:
    read("1", "1", "q")
    before = files(tmp_path)
    (folder / "story.yaml").write_text(STORY.replace("The Mill", "The Mine"), encoding="utf-8")
    told = read("q", options=CONTINUE)
    assert told.stderr == "The story was called ‘The Mill’ when this was saved.\n"
    assert told.stdout.startswith("Hay.")
    (folder / "scenes/1.yaml").write_text(re.sub(r"text: (.*)\.", r"text: Down the \1.", SCENES), encoding="utf-8")
    told = read(options=CONTINUE)
    assert told.stdout.startswith("This run was begun in a story called ‘The Mill’, which has the same id as this")
    assert "Nothing is decided: `--continue` asks this again." in told.stdout
    told = read("", "2", "q", options=CONTINUE)
    assert "THE MINE" in told.stdout
    assert {name: content for name, content in files(tmp_path).items() if name in before} == before
    assert read(options=CONTINUE).stdout.startswith("Down the A river.")
