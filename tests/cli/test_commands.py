"""`new`, `schema`, wrong calls, and what the commands do not load."""

import io
import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.load import load
from game.cli import main

ROOT = Path(__file__).parents[2]
Jaws = Callable[..., "subprocess.CompletedProcess[str]"]


def test_new_writes_a_story_that_checks_clean_and_plays(
    tmp_path: Path, jaws: Jaws, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "deep/er/my story"
    assert main(["new", str(folder)]) == 0
    told = capsys.readouterr()
    assert [line for line in told.out.splitlines() if line.startswith("wrote ")] == [
        f"wrote {folder / name}" for name in ("story.yaml", "scenes/1-the-lighthouse.yaml", "scenes/2-morning.yaml")
    ]
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().err == ""
    assert jaws("read", folder, "--profile", tmp_path / "profile", input="2\n2\n").returncode == 0


@pytest.mark.parametrize(
    ("folder", "opening"),
    [
        ("my-story", "my-story-"),
        ("My Story", "my-story-"),
        ("Fée d’été", "fee-dete-"),
        ("2 lamps", "2-lamps-"),
        ("моя история", "story-"),
        ("灯台", "story-"),
        ("_", "story-"),
        ("con", "con-"),
        ("NUL.", "nul-"),
        ("x" * 200, "x" * 40 + "-"),
    ],
)
def test_new_gives_each_story_an_id_of_its_own(folder: str, opening: str, tmp_path: Path) -> None:
    """Saves are kept by the id: two stories with one id would go on inside each other's runs."""
    ids = set()
    for parent in ("one", "two"):
        assert main(["new", str(tmp_path / parent / folder)]) == 0
        story = load(tmp_path / parent / folder).story
        assert story is not None
        assert story.id.startswith(opening)
        ids.add(story.id)
    assert len(ids) == 2


@pytest.mark.parametrize("folder", ["story", "my story", "it's", "a$b", "-x", "(lamp)", "a;b"])
def test_what_new_prints_can_be_pasted(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "--", folder]) == 0
    line = capsys.readouterr().out.split("Now try:")[1].split("\n")[0]
    command, *arguments = shlex.split(line)
    assert command == "jaws"
    assert main(arguments) == 0


def in_its_own_folder(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str) -> None:
    shutil.copytree(example, tmp_path / "lamp")
    monkeypatch.chdir(tmp_path / "lamp" / inside)


@pytest.mark.parametrize("inside", [".", "scenes"])
def test_a_command_without_a_story_means_the_one_it_is_called_in(
    inside: str, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_its_own_folder(example, tmp_path, monkeypatch, inside)
    at = "." if inside == "." else ".."
    assert main(["check"]) == 0
    assert capsys.readouterr() == (f"lamp ({at}): 7 scenes, no errors; 21 situations proved\n", "")
    assert main(["test"]) == 0
    assert capsys.readouterr() == (f"lamp ({at}): 0 tests passed\n", "")
    for command in (["walk", "--runs", "2"], ["endings"], ["map", "-o", str(tmp_path / "map.svg")]):
        assert main(command) == 0
        assert capsys.readouterr().err == f"This is the story in lamp ({at}).\n"


def test_reading_and_playing_without_a_story_mean_it_too(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_its_own_folder(example, tmp_path, monkeypatch, ".")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["read", "--profile", str(tmp_path)]) == 3
    assert capsys.readouterr().out.startswith("THE LAMP\n")
    assert main(["play", "--from", "nowhere", "--profile", str(tmp_path)]) == 2
    assert "There is no scene ‘nowhere’; the scenes are: boats_home," in capsys.readouterr().err


def test_new_takes_an_empty_folder(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path)]) == 0


def test_new_leaves_a_folder_that_holds_something_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "diary.txt").write_text("Dear diary")
    assert main(["new", str(tmp_path)]) == 2
    assert capsys.readouterr() == (
        "",
        f"{tmp_path} is not empty; nothing was written. Name a folder that is new or empty.\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_new_cannot_write_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file/story"):
        assert main(["new", str(folder)]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert "cannot be written" in told.err


@pytest.mark.parametrize("file", [[], ["story"], ["scenes"], ["tests"], ["both"]])
def test_schema_is_json(file: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", *file]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["endings"],
        ["walk", "--runs", "3"],
        ["test"],
        ["read", "--profile", "{profile}"],
        ["new", "{profile}/new"],
        ["schema"],
    ],
)
def test_only_play_loads_pygame(command: list[str], example: Path, tmp_path: Path) -> None:
    arguments = [word.format(profile=tmp_path) for word in command]
    if command[0] not in ("new", "schema"):
        arguments.insert(1, str(example))
    script = f"import sys\nfrom game.cli import main\nmain({arguments!r})\nsys.exit('pygame' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, input=b"", capture_output=True, check=False)
    assert told.returncode == 0
    assert told.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--from", "lmap"], "There is no scene ‘lmap’; did you mean ‘lamp’?\n"),
        (["--set", "trsut=1"], "There is no variable ‘trsut’; did you mean ‘trust’?\n"),
        (["--set", "=1"], "There is no variable ‘’; the variables are: carrying, lit, trust\n"),
        (["--set", "trust=9"], "trust cannot be ‘9’: it is a whole number from 0 to 3\n"),
        (["--set", "trust=+1"], "trust cannot be ‘+1’: it is a whole number from 0 to 3\n"),
        (["--set", "trust"], "trust cannot be ‘’: it is a whole number from 0 to 3\n"),
        (["--set", "lit=maybe"], "lit cannot be ‘maybe’: it is yes or no\n"),
        (["--set", "trust=1", "--set", "carrying=oil"], "carrying cannot be ‘oil’: it is one of nothing, matches\n"),
    ],
)
def test_a_start_that_cannot_be_is_told_in_a_sentence(
    arguments: list[str], sentence: str, base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["play", str(base), "--profile", str(tmp_path), *arguments]) == 2
    assert capsys.readouterr() == ("", sentence)
    assert list(tmp_path.iterdir()) == []


def test_a_story_with_errors_is_not_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", str(tmp_path), "--from", "x"]) == 1
    assert capsys.readouterr().err.endswith("1 error: this story cannot be played yet\n")


@pytest.mark.parametrize(
    "arguments", [["bogus"], ["check", "a", "b"], ["play", "--size", "12"], ["read", "--loud"], ["new"]]
)
def test_a_wrong_call_is_answered_with_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("usage: jaws")
    assert "error:" in told.err


def test_bogus_is_told_from_the_shell(jaws: Jaws) -> None:
    told = jaws("bogus")
    assert told.returncode == 2
    assert "invalid choice: 'bogus'" in told.stderr
    assert all(command in told.stderr for command in ("play", "check", "endings", "walk", "map", "test", "read", "new"))


@pytest.mark.parametrize(
    "arguments",
    [["--help"], *([command, "-h"] for command in ("check", "play", "read", "endings", "walk", "map", "test"))],
)
def test_help_is_no_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("usage: jaws")
