"""`read` as a person at a terminal, and as a pipe, meets it."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
EXAMPLE = REPOSITORY / "game" / "authoring" / "example"


def read(
    *answers: str, profile: Path, story: Path = EXAMPLE, resume: bool = False, **environment: str
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "game", "read", str(story), "--profile", str(profile)]
    return subprocess.run(
        [*command, *(["--continue"] if resume else [])],
        input="".join(f"{answer}\n" for answer in answers),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        check=False,
    )


def test_a_play_from_the_title_to_an_ending(tmp_path: Path) -> None:
    played = read("1", "1", "1", profile=tmp_path)
    assert played.returncode == 0
    assert played.stderr == ""
    assert played.stdout == (
        "THE LAMP\n\n"
        "This story has: A storm at sea.\n\n"
        "* Chapter 1: The Lighthouse, as the keeper’s guest *\n\n"
        "[A lighthouse on a rock, its window dark.]\n\n"
        "The door is open. Nobody has swept the sand from the step.\n\n"
        "MARA: You came. I did not think you would really come.\n\n"
        "A line break inside a paragraph is a space; a blank line begins a new one.\n\n"
        "1. Take the matches from the sill.\n"
        "2. Carry the oil up for her.\n"
        "3. Go up to the lamp. (not now: You would arrive with empty hands.)\n"
        "4. Say nothing.\n\n"
        "The box is dry. You shake it to hear that it is not empty.\n\n"
        "The door is open. The sand has your footprints in it now.\n\n"
        "MARA: You came. I did not think you would really come.\n\n"
        "A line break inside a paragraph is a space; a blank line begins a new one.\n\n"
        "1. Go up to the lamp.\n"
        "2. Say nothing.\n\n"
        "[A round room of glass with a cold lamp in the middle.]\n\n"
        "Forty-one steps. You count them because she does.\n\n"
        "[A gull, far off.]\n\n"
        "MARA: Stand where I can see you.\n\n"
        "Outside the wind finds the gap under the glass.\n\n"
        "1. Strike a match.\n"
        "2. Go down again.\n\n"
        "* Chapter 2: Morning *\n\n"
        "[A lighthouse on a rock, its window dark.]\n\n"
        "The boats come home past the rock, or they do not.\n\n"
        "Seven sails. Mara counts them aloud, and then counts you.\n\n"
        "* The Light *\n"
    )


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("9", "There is no option ‘9’ here. Type 1, 2, 4, or ? for help."),
        ("one", "There is no option ‘one’ here. Type 1, 2, 4, or ? for help."),
        ("-1", "There is no option ‘-1’ here."),
        ("3", "Not now: You would arrive with empty hands."),
        ("", "Type the number of an option."),
        ("?", "Type the number of an option."),
        ("b", "This is where it began."),
    ],
)
def test_a_line_that_is_no_choice_is_answered_and_play_goes_on(line: str, answer: str, tmp_path: Path) -> None:
    played = read(line, "4", profile=tmp_path)
    assert answer in played.stdout.replace("\n", " ")
    assert played.stdout.endswith("* The Dark *\n")
    assert played.returncode == 0


def test_going_back_shows_the_whole_page_again(tmp_path: Path) -> None:
    played = read("1", "b", profile=tmp_path)
    assert played.stdout.count("MARA: You came.") == 3
    assert played.stdout.count("1. Take the matches") == 2


def test_where_the_input_ends_the_run_is_kept_and_taken_up_again(tmp_path: Path) -> None:
    left = read("1", profile=tmp_path)
    assert left.returncode == 3
    assert left.stdout.endswith("Saved. `--continue` goes on from here.\n")
    again = read("1", "1", profile=tmp_path, resume=True)
    assert "Take the matches" not in again.stdout
    assert "The box is dry." in again.stdout
    assert again.stdout.endswith("* The Light *\n")
    assert again.returncode == 0


def test_q_leaves_like_the_end_of_the_input(tmp_path: Path) -> None:
    assert read("q", "1", profile=tmp_path).returncode == 3


def test_continue_with_nothing_saved_starts_anew(tmp_path: Path) -> None:
    assert read(profile=tmp_path, resume=True).stdout.startswith("THE LAMP")


def test_an_ending_closes_the_run_and_is_remembered(tmp_path: Path) -> None:
    read("4", profile=tmp_path)
    assert "dark" in (tmp_path / "the-lamp" / "endings.json").read_text(encoding="utf-8")
    assert read(profile=tmp_path, resume=True).stdout.startswith("THE LAMP")


def test_a_damaged_profile_is_named_and_play_starts_anew(tmp_path: Path) -> None:
    folder = tmp_path / "the-lamp"
    folder.mkdir()
    (folder / "endings.json").write_text("{", encoding="utf-8")
    played = read(profile=tmp_path)
    assert "endings.json is damaged" in played.stderr
    assert played.stdout.startswith("THE LAMP")


def test_a_profile_that_cannot_be_written_is_told_and_the_ending_still_shows(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    played = read("4", profile=blocked)
    assert played.stdout.endswith("* The Dark *\n")
    assert "cannot be" in played.stderr
    assert played.returncode == 0


@pytest.mark.parametrize("columns", ["1", "20", "40", "500"])
def test_every_line_fits_the_terminal_and_80_columns(columns: str, tmp_path: Path) -> None:
    played = read("1", profile=tmp_path, COLUMNS=columns)
    assert max(map(len, played.stdout.splitlines())) <= min(80, max(20, int(columns)))


def test_a_terminal_without_typographic_signs_gets_others(tmp_path: Path) -> None:
    played = read("4", profile=tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert played.returncode == 0
    assert "keeper?s guest" in played.stdout


def test_a_pipe_that_closes_ends_it_without_a_traceback(tmp_path: Path) -> None:
    command = f"{sys.executable} -m game read --profile {tmp_path} | head -n 1"
    played = subprocess.run(
        ["bash", "-c", f"set -o pipefail; yes 1 | {command}"],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=False,
    )
    assert "Traceback" not in played.stderr
    assert "Exception" not in played.stderr


def test_control_c_saves_and_leaves(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "game", "read", str(EXAMPLE), "--profile", str(tmp_path)],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        cwd=REPOSITORY,
    )
    os.close(theirs)
    seen = b""
    deadline = time.monotonic() + 20
    while b"> " not in seen and time.monotonic() < deadline:
        seen += os.read(ours, 4096)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    os.close(ours)
    assert process.returncode == 3
    assert errors == b""
    assert (tmp_path / "the-lamp" / "run.json").is_file()


def test_a_story_with_errors_is_not_played(tmp_path: Path) -> None:
    (tmp_path / "scenes").mkdir()
    played = read(profile=tmp_path, story=tmp_path)
    assert played.returncode == 1
    assert "story-missing" in played.stderr
    assert played.stdout == ""
