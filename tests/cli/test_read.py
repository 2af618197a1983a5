"""`read`: a story in a terminal, from its title to an ending, and every way to leave before."""

import os
import pty
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.load import load
from game.play.playthrough import rewind
from game.play.timeline import Timeline
from game.saves.keeper import Keeper
from game.saves.runs.replay import LoadedRun
from tests.waiting import HANG

ROOT = Path(__file__).parents[2]
Jaws = Callable[..., "subprocess.CompletedProcess[str]"]

TITLE = """\
THE LAMP

This story has: A storm at sea.

* Chapter 1: The Lighthouse, as the keeper’s guest *

[A lighthouse on a rock, its window dark.]

"""
DOOR = """\
The door is open. Nobody has swept the sand from the step.

MARA: You came. I did not think you would really come.

A line break inside a paragraph is a space; a blank line begins a new one.

1. Take the matches from the sill.
2. Carry the oil up for her.
3. Go up to the lamp. (not now: You would arrive with empty hands.)
4. Say nothing.

"""
LAMP = """\
[A round room of glass with a cold lamp in the middle.]

Forty-one steps. You count them because she does.

[A gull, far off.]

MARA: You may hold the glass while I look for the wick.

Outside the wind finds the gap under the glass.

1. Strike a match. (not now: You have no matches.)
2. Pour in the oil.
3. Go down again.

"""
DARK = """\
* Chapter 2: Morning *

[A lighthouse on a rock, its window dark.]

The boats come home past the rock, or they do not.

There was oil, and nobody to light it.

* The Dark *
"""
HELP = """\
Type the number of an option. Also: b goes back, f forward again, r lists the
runs that you left, r 1 takes up the first of them, s skips a scene that offers
it, q saves and leaves.

"""
FORWARD = "f goes forward again.\n\n"
SAVED = "Saved. `--continue` goes on from here.\n"


@pytest.fixture
def read(jaws: Jaws, example: Path, tmp_path: Path) -> Jaws:
    """Reads the example with what is typed; all calls of a test share a profile."""

    def typed(input: str, *options: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return jaws("read", example, "--profile", tmp_path / "profile", *options, input=input, **environment)

    return typed


def test_a_whole_transcript(read: Jaws) -> None:
    told = read("2\n2\n")
    assert told.stdout == TITLE + DOOR + LAMP + DARK
    assert told.stderr == ""
    assert told.returncode == 0


def test_what_is_no_option_is_answered_with_a_sentence(read: Jaws) -> None:
    told = read("\n9\nlighthouse\n3\n0\n-1\n²\n1 2\n" + "9" * 5_000 + "\n2\n2\n")
    assert told.stdout == (
        TITLE
        + DOOR
        + HELP
        + "There is no option ‘9’ here. Type 1, 2, 4, or ? for help.\n\n"
        + "There is no option ‘lighthouse’ here. Type 1, 2, 4, or ? for help.\n\n"
        + "Not now: You would arrive with empty hands.\n\n"
        + "There is no option ‘0’ here. Type 1, 2, 4, or ? for help.\n\n"
        + "There is no option ‘-1’ here. Type 1, 2, 4, or ? for help.\n\n"
        + "There is no option ‘²’ here. Type 1, 2, 4, or ? for help.\n\n"
        + "There is no option ‘1 2’ here. Type 1, 2, 4, or ? for help.\n\n"
        + f"There is no option ‘{'9' * 20}’ here. Type 1, 2, 4, or ? for help.\n\n"
        + LAMP
        + DARK
    )
    assert told.returncode == 0


def test_b_goes_back_and_shows_the_page_again(read: Jaws) -> None:
    told = read("2\nb\n2\n2\n")
    assert told.stdout.count(DOOR) == 2
    assert told.stdout.endswith(DARK)
    assert told.returncode == 0


def test_b_at_the_beginning_says_so(read: Jaws) -> None:
    told = read("b\n")
    assert told.stdout == TITLE + DOOR + "This is where it began.\n\n" + SAVED
    assert told.returncode == 3


@pytest.mark.parametrize("ending", ["", "q\n", "Q\n", "quit\n", "exit"])
def test_leaving_saves_and_continue_opens_the_same_page(ending: str, read: Jaws) -> None:
    left = read("2\n" + ending)
    assert left.stdout == TITLE + DOOR + LAMP + SAVED
    assert left.returncode == 3
    resumed = read("2\n", "--continue")
    assert resumed.stdout == LAMP + DARK
    assert resumed.returncode == 0


def test_continue_can_go_back_past_where_it_began(read: Jaws) -> None:
    read("2\n")
    told = read("b\n", "--continue")
    assert told.stdout == LAMP + TITLE.partition("at sea.\n\n")[2] + DOOR + FORWARD + SAVED


def test_continue_with_nothing_saved_starts_anew(read: Jaws) -> None:
    assert read("2\n2\n", "--continue").stdout == TITLE + DOOR + LAMP + DARK
    assert read("", "--continue").stdout == TITLE + DOOR + SAVED


def test_a_reader_that_is_killed_goes_on_at_the_last_choice(example: Path, tmp_path: Path, read: Jaws) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "game", "read", example, "--profile", tmp_path / "profile"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write("2\n")
    process.stdin.flush()
    while process.stdout.readline() != "3. Go down again.\n":
        pass
    process.kill()
    process.communicate()
    assert read("", "--continue").stdout == LAMP + SAVED


def test_the_window_goes_on_with_what_was_read_and_reading_with_what_was_left_there(
    example: Path, tmp_path: Path, read: Jaws
) -> None:
    read("2\n")
    story = load(example).story
    assert story
    keeper = Keeper(tmp_path / "profile", story)
    left = keeper.resume()
    assert isinstance(left, LoadedRun)
    assert left.playthrough.past[-1].choice == "carry_the_oil_up_for_her"
    keeper.autosave(Timeline(rewind(left.playthrough)), "2026-11-25T09:00:00+00:00")
    keeper.let_go()
    assert read("", "--continue").stdout.endswith(DOOR + SAVED)  # nothing lies ahead of what the window left there


def test_a_run_left_open_before_another_was_begun_is_there_when_that_has_ended(read: Jaws) -> None:
    read("2\n")
    assert read("2\n2\n").returncode == 0
    assert read("", "--continue").stdout == LAMP + SAVED


def test_where_the_story_no_longer_leads_the_same_way_it_stops_or_goes_on_where_it_was(
    jaws: Jaws, example: Path, tmp_path: Path
) -> None:
    story, profile = tmp_path / "story", tmp_path / "profile"
    shutil.copytree(example, story)
    jaws("read", story, "--profile", profile, input="2\n")
    chapter = story / "scenes" / "1-the-lighthouse.yaml"
    text = chapter.read_text(encoding="utf-8")
    edited = text.replace("Carry the oil up for her.", "Drink the oil.").replace("oil, trust: +1", "nothing")
    chapter.write_text(edited, encoding="utf-8")
    for typed, page in (("\n", "2. Drink the oil."), ("w\n", "2. Pour in the oil.")):
        told = jaws("read", story, "--profile", profile, "--continue", input=typed)
        assert told.stderr == "The option that was taken in ‘the_door’ is no longer there. Going on from there.\n"
        assert told.stdout.startswith("Enter goes on from there; w goes on where you were.\n")
        assert page in told.stdout
        assert told.returncode == 3
        for later in (profile / "the-lamp" / "saves").glob("auto-*"):
            later.unlink()


def test_a_damaged_save_is_told_and_the_story_starts_anew(read: Jaws, tmp_path: Path) -> None:
    read("2\n")
    for file in (tmp_path / "profile").rglob("*.json*"):
        file.write_text("{{{")
    told = read("", "--continue")
    assert "Traceback" not in told.stderr
    assert told.stderr.strip()
    assert told.stdout.startswith(TITLE + DOOR)


def test_a_story_with_errors_is_not_read(jaws: Jaws, tmp_path: Path) -> None:
    told = jaws("read", tmp_path)
    assert told.returncode == 1
    assert "story-missing" in told.stderr
    assert told.stdout == ""


def test_a_narrow_terminal_gets_short_lines(read: Jaws) -> None:
    told = read("2\n2\n", COLUMNS="20")
    assert max(map(len, told.stdout.splitlines())) <= 20
    assert " ".join(told.stdout.split()) == " ".join((TITLE + DOOR + LAMP + DARK).split())
    assert read("", COLUMNS="1").returncode == 3


def test_a_terminal_without_typography_gets_plain_signs(read: Jaws) -> None:
    for environment in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}):
        told = read("2\n2\n", LANG="C", **environment)
        assert told.returncode == 0
        assert "as the keeper's guest" in told.stdout
        assert told.stdout.isascii()
        assert "?" not in told.stdout
        assert told.stderr == ""


def test_bytes_that_are_no_text_are_no_answer(example: Path, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "game", "read", example, "--profile", tmp_path],
        cwd=ROOT,
        input=b"\xff\xfe\n\0\n2\n2\n",
        env=os.environ | {"PYTHONIOENCODING": "utf-8:strict"},
        capture_output=True,
        timeout=HANG,
        check=False,
    )
    assert told.returncode in (0, 3)
    assert b"Traceback" not in told.stderr


def test_ctrl_c_saves(example: Path, tmp_path: Path, read: Jaws) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "game", "read", example, "--profile", tmp_path / "profile"],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    until(ours, "4. Say nothing.", "> ")
    os.write(ours, b"2\n")
    until(ours, "3. Go down again.", "> ")
    process.send_signal(signal.SIGINT)
    told = until(ours, "Saved.")
    assert process.wait(timeout=HANG) == 3
    os.close(ours)
    assert "Traceback" not in told
    assert read("", "--continue").stdout.startswith(LAMP)


def until(terminal: int, *signs: str) -> str:
    """What the terminal shows up to the signs, in this order."""
    told = ""
    while True:
        try:
            told += os.read(terminal, 10_000).decode()
        except OSError:  # the other side is closed
            raise AssertionError(told) from None
        rest = told
        for sign in signs:
            _, seen, rest = rest.partition(sign)
            if not seen:
                break
        else:
            return told


@pytest.mark.parametrize("command", ["read", "schema"])
def test_a_reader_that_leaves_early_is_nobody_s_error(command: str, example: Path, tmp_path: Path) -> None:
    """As in `jaws read | head -1`."""
    arguments = ["read", str(example), "--profile", str(tmp_path)] if command == "read" else ["schema"]
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "game", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    process.stdin.write(b"2\n" * 50)
    process.stdin.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=HANG) in ((3,) if command == "read" else (0, 1))  # 0: all was written before


def test_an_option_of_which_no_words_are_left_can_be_seen_and_taken(jaws: Jaws, tmp_path: Path) -> None:
    (tmp_path / "scenes").mkdir()
    (tmp_path / "story.yaml").write_text(
        "id: door\ntitle: The Door\nstart: door\nvariables:\n  lit:\nendings:\n  out:\n    name: Out\n"
    )
    (tmp_path / "scenes/1.yaml").write_text("""\
chapter: The Door
scenes:
  door:
    text: |
      A door.
    choices:
      - say: Open it.
        if: lit
        locked: "{lit ? You see it now.}"
        go: beyond
      - say: "{lit ? Blow it out.}"
        id: light
        set: {lit: yes}
        go: door
  beyond:
    text: |
      Stars.
    ending: out
""")
    told = jaws("read", tmp_path, "--profile", tmp_path / "profile", input="1\n2\n1\n").stdout
    assert "1. Open it. (not now)\n2. …\n\nNot now.\n" in told
    assert "1. Open it.\n2. Blow it out.\n\nStars.\n" in told
