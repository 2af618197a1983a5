"""`check`: what it prints, where, and its exit codes."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main

SCENES = """\
chapter: The Lighthouse
scenes:
  door:
    text: |
      Mara: You came.
    go: lmap
  lamp:
    text: |
      The lamp is lit.
    ending: light
"""


@pytest.fixture
def story(tmp_path: Path, base: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story with one error and one warning, named `lamp` from where the command is called."""
    folder = tmp_path / "lamp"
    (folder / "scenes").mkdir(parents=True)
    (folder / "story.yaml").write_text((base / "story.yaml").read_text())
    (folder / "scenes/1.yaml").write_text(SCENES)
    monkeypatch.chdir(tmp_path)
    return Path("lamp")


def write(story: Path, scenes: str) -> None:
    (story / "scenes/1.yaml").write_text(scenes, encoding="utf-8")


def test_each_problem_is_told_with_its_line_a_caret_and_a_hint(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(story)]) == 1
    told = capsys.readouterr()
    assert told.out == "lamp: 1 error, 1 warning\n"
    assert told.err == (
        "lamp/scenes/1.yaml:5:7: warning speaker-in-capitals ‘Mara: ’ reads as prose, not as somebody speaking\n"
        "  |       Mara: You came.\n"
        "  |       ^\n"
        "  hint: write `mara: ` to let them speak\n"
        "lamp/scenes/1.yaml:6:9: error unknown-scene there is no scene ‘lmap’\n"
        "  |     go: lmap\n"
        "  |         ^\n"
        "  hint: did you mean ‘lamp’?\n"
    )


def test_json_is_one_object_on_stdout_and_nothing_else(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(story), "--json"]) == 1
    told = capsys.readouterr()
    assert told.err == ""
    assert json.loads(told.out) == {
        "diagnostics": [
            {
                "code": "speaker-in-capitals",
                "severity": "warning",
                "file": "lamp/scenes/1.yaml",
                "line": 5,
                "column": 7,
                "message": "‘Mara: ’ reads as prose, not as somebody speaking",
                "hint": "write `mara: ` to let them speak",
            },
            {
                "code": "unknown-scene",
                "severity": "error",
                "file": "lamp/scenes/1.yaml",
                "line": 6,
                "column": 9,
                "message": "there is no scene ‘lmap’",
                "hint": "did you mean ‘lamp’?",
            },
        ],
        "errors": 1,
        "warnings": 1,
    }


def test_a_warning_alone_is_no_failure(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(story, SCENES.replace("lmap", "lamp"))
    assert main(["check", str(story), "--no-proof"]) == 0
    told = capsys.readouterr()
    assert told.out == "lamp: 2 scenes, no errors, 1 warning\n"
    assert "warning speaker-in-capitals" in told.err


def test_a_clean_story_is_told_in_one_line(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(example)]) == 0
    assert capsys.readouterr() == (f"{example}: 7 scenes, no errors; 21 situations proved\n", "")
    assert main(["check", str(example), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["proof"].pop("seconds") < 1
    assert told == {
        "diagnostics": [],
        "errors": 0,
        "warnings": 0,
        "proof": {"scenes": 6, "situations": 21, "complete": True},
    }


def test_slips_in_the_story_s_tests_are_told_too(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(story, SCENES.replace("lmap", "lamp"))
    (story / "tests").mkdir()
    (story / "tests/1.yaml").write_text("tests:\n  x:\n    ending: lihgt\n")
    assert main(["check", str(story), "--no-proof"]) == 1
    told = capsys.readouterr()
    assert told.err.endswith(
        "lamp/tests/1.yaml:3:13: error unknown-ending there is no ending ‘lihgt’\n"
        "  |     ending: lihgt\n"
        "  |             ^\n"
        "  hint: did you mean ‘light’?\n"
    )


def test_the_proof_can_be_left_out(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(base), "--no-proof"]) == 0
    assert capsys.readouterr() == (f"{base}: 2 scenes, no errors\n", "")
    assert main(["check", str(base), "--no-proof", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"diagnostics": [], "errors": 0, "warnings": 0}


def test_findings_of_the_proof_stand_among_the_diagnostics(
    story: Path, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(story, SCENES.replace("lmap", "lamp"))
    (story / "story.yaml").write_text((base / "story.yaml").read_text() + "  dark:\n    name: The Dark\n")
    assert main(["check", str(story)]) == 1
    told = capsys.readouterr()
    assert told.out == "lamp: 2 scenes, 1 error, 4 warnings; 2 situations proved\n"
    assert told.err.startswith(
        "lamp/scenes/1.yaml:5:7: warning speaker-in-capitals ‘Mara: ’ reads as prose, not as somebody speaking\n"
    )
    assert (
        "lamp/story.yaml:20:3: error ending-unreached the ending ‘dark’ is never reached\n"
        "  |   dark:\n"
        "  |   ^\n"
        "  hint: no scene is this ending: write `ending: dark` in one, or delete it here\n"
    ) in told.err


def test_what_a_file_that_is_not_read_may_use_is_not_called_unused(
    story: Path, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only that the file is not read; what it does not mention is told as ever."""
    write(story, SCENES.replace("lmap", "lamp").replace("Mara: You came.", "Nobody is there."))
    (story / "story.yaml").write_text((base / "story.yaml").read_text() + "  dark:\n    name: The Dark\n")
    later = "chapter: Later\nscenes:\n  night:\n    text: |\n      {trust > 1 ? Late.}\n    ending: dark\n"
    (story / "scenes/2.yml").write_text(later)
    assert main(["check", str(story), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [each["code"] for each in told if "dark" in each["message"] or "trust" in each["message"]] == []
    assert [each["code"] for each in told if each["file"].endswith("2.yml")] == ["file-ending"]
    assert any("lit" in each["message"] for each in told)


def test_words_on_the_wrong_side_of_a_colon_are_told_once(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(story, SCENES.replace("lmap", "lamp").replace("Mara: You came.", "{visited(lamp) ? Light : Dark.}"))
    main(["check", str(story), "--json"])
    codes = [each["code"] for each in json.loads(capsys.readouterr().out)["diagnostics"]]
    assert "inline-colon" in codes
    assert "page-blank" not in codes


def test_a_folder_without_a_story_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "story-missing" in capsys.readouterr().err


def shown(err: str) -> tuple[str, str]:
    """The source line that was shown, and what stands under it."""
    line, caret = [line.removeprefix("  | ") for line in err.splitlines() if line.startswith("  | ")]
    return line, caret


@pytest.mark.parametrize("before", [0, 20, 49, 50, 51, 99, 100, 101, 400, 3_000])
@pytest.mark.parametrize("after", [0, 60, 3_000])
def test_the_caret_stands_under_the_slip_however_long_the_line(
    before: int, after: int, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(story, SCENES.replace("Mara: You came.", f"{'x' * before}{{§}}{'y' * after}"))
    main(["check", str(story)])
    line, caret = shown(capsys.readouterr().err.split("1.yaml:6:")[0])
    assert line[caret.index("^")] == "{"
    assert caret.strip() == "^"
    assert len(line) <= 110


def test_the_caret_stands_under_the_slip_after_tabs(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Tabs are repeated under the line, so that a terminal widens both alike."""
    write(story, SCENES.replace("Mara: You came.", "You\tcame\tup {§}."))
    main(["check", str(story)])
    line, caret = shown(capsys.readouterr().err.split("1.yaml:6:")[0])
    assert line.expandtabs()[caret.expandtabs().index("^")] == "{"


def test_two_hundred_problems_are_enough_to_read(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(story, "chapter: x\nscenes:\n" + "".join(f"  s{n}:\n    text: a\n    go: nowhere\n" for n in range(300)))
    assert main(["check", str(story)]) == 1
    told = capsys.readouterr()
    assert told.err.count(" error ") == 200
    assert told.err.endswith("… and 101 more: mend these first\n")
    assert told.out == "lamp: 301 errors\n"


def test_colors_are_for_terminals_only(story: Path) -> None:
    def errors(**environment: str) -> str:
        ours, theirs = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "game", "check", story.resolve()],
            cwd=Path(__file__).parents[2],
            env=os.environ | environment,
            stderr=theirs,
            stdout=subprocess.DEVNULL,
            check=False,
        )
        os.close(theirs)
        told = os.read(ours, 10_000).decode()
        os.close(ours)
        return told

    assert "\x1b[1;31merror unknown-scene\x1b[0m" in errors(NO_COLOR="")
    assert "\x1b" not in errors(NO_COLOR="1")
