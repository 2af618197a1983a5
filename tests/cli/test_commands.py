"""`check`, `new`, `schema` and the call itself: what they print, and their exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main

REPOSITORY = Path(__file__).parents[2]
EXAMPLE = REPOSITORY / "game" / "authoring" / "example"

Output = pytest.CaptureFixture[str]


@pytest.fixture
def slipped(tmp_path: Path) -> Path:
    """The example with one name misspelt."""
    assert main(["new", str(tmp_path / "story")]) == 0
    path = tmp_path / "story" / "scenes" / "2-morning.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("go: no_boats", "go: no_boat"), encoding="utf-8")
    return tmp_path / "story"


def test_what_new_writes_checks_clean(tmp_path: Path, capsys: Output) -> None:
    assert main(["new", str(tmp_path / "mine")]) == 0
    assert main(["check", str(tmp_path / "mine")]) == 0
    assert "7 scenes, no errors" in capsys.readouterr().out


def test_new_leaves_a_folder_that_holds_something_alone(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 2
    assert "is not empty; nothing was written" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_new_cannot_write_below_a_file(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["new", str(tmp_path / "file" / "story")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_check_tells_place_line_caret_and_hint(slipped: Path, capsys: Output) -> None:
    capsys.readouterr()
    assert main(["check", str(slipped)]) == 1
    output = capsys.readouterr()
    assert output.err == (
        f"{slipped}/scenes/2-morning.yaml:10:13: error unknown-scene there is no scene ‘no_boat’\n"
        "  |       - go: no_boat\n"
        "  |             ^\n"
        "  hint: did you mean ‘no_boats’?\n"
    )
    assert output.out == f"{slipped}: 1 error\n"


def test_check_as_json_prints_one_object(slipped: Path, capsys: Output) -> None:
    capsys.readouterr()
    assert main(["check", "--json", str(slipped)]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["errors"] == 1
    assert report["warnings"] == 0
    (found,) = report["diagnostics"]
    assert found["code"] == "unknown-scene"
    assert found["severity"] == "error"
    assert found["file"] == f"{slipped}/scenes/2-morning.yaml"
    assert found["message"] == "there is no scene ‘no_boat’"
    assert found["hint"] == "did you mean ‘no_boats’?"
    assert list(found) == ["code", "severity", "file", "line", "column", "message", "hint"]
    line = Path(found["file"]).read_text(encoding="utf-8").splitlines()[found["line"] - 1]
    assert line[found["column"] - 1 :] == "no_boat"


def test_the_games_own_story_is_the_one_that_is_meant(capsys: Output) -> None:
    assert main(["check"]) == 0
    assert "no errors" in capsys.readouterr().out


@pytest.mark.parametrize("file", ["both", "story", "scenes"])
def test_schema_prints_json(file: str, capsys: Output) -> None:
    assert main(["schema", file]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (["--from", "the_lmp"], "There is no scene ‘the_lmp’; did you mean ‘the_lamp’?"),
        (["--set", "trsut=1"], "There is no variable ‘trsut’; did you mean ‘trust’?"),
        (["--set", "trust=9"], "trust cannot be ‘9’: it is a whole number from 0 to 3"),
        (["--set", "carrying=axe"], "carrying cannot be ‘axe’: it is one of nothing, matches, oil"),
    ],
)
def test_play_answers_a_wrong_call_with_a_sentence(call: list[str], sentence: str, capsys: Output) -> None:
    assert main(["play", str(EXAMPLE), *call]) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("call", [["bogus"], ["play", "--size", "big"], ["check", "--jsno"]])
def test_a_call_that_cannot_be_read_exits_with_2(call: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as left:
        main(call)
    assert left.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["read", "--profile", "{profile}"], ["schema"]])
def test_only_the_window_loads_pygame(command: list[str], tmp_path: Path) -> None:
    arguments = [each.format(profile=tmp_path) for each in command]
    program = f"import sys; from game.cli import main; main({arguments!r}); assert 'pygame' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=False,
    )
    assert done.returncode == 0, done.stderr
