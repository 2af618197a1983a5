"""`test`: the story's own tests, what is told when one fails, and when one cannot be read."""

import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.story.catalogue import CATALOGUE

GOOD = """\
tests:
  matches:
    about: The short way to light.
    choices: [take_the_matches_from_the_sill, go_up_to_the_lamp, strike_a_match]
    ending: light
    values: {carrying: matches, lamp_lit: yes, trust: 1}
  silence:
    choices: [say_nothing]
    ending: dark
  at_the_lamp:
    ended: [dark]
    choices: [carry_the_oil_up_for_her]
    scene: the_lamp
  first_page:
    scene: the_door
"""
BAD = {
    "test-choice": ("choices: [strike_a_match]", "3:15"),
    "test-choice-unknown": ("choices: [strike_a_macth]", "3:15"),
    "test-ending": ("choices: [say_nothing]\n    ending: light", "4:13"),
    "test-scene": ("choices: [carry_the_oil_up_for_her]\n    scene: the_door", "4:12"),
    "test-value": ("choices: [carry_the_oil_up_for_her]\n    values: {trust: 2, carrying: matches}", "4:34"),
    "unknown-ending": ("ended: [drak]", "3:13"),
    "unknown-scene": ("scene: the_dor", "3:12"),
    "unknown-variable": ("values: {turst: 1}", "3:14"),
    "unknown-value": ("values: {trust: 7}", "3:21"),
    "key-unknown": ("choice: [say_nothing]", "3:5"),
    "yaml-anchor": ("scene: &a the_door", "3:12"),
}


@pytest.fixture
def story(example: Path, tmp_path: Path) -> Path:
    shutil.copytree(example, tmp_path / "lamp")
    (tmp_path / "lamp/tests").mkdir()
    return tmp_path / "lamp"


def test_tests_that_pass_are_counted(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "tests/1.yaml").write_text(GOOD)
    assert main(["test", str(story)]) == 0
    assert capsys.readouterr() == (f"{story}: 4 tests passed\n", "")


def test_a_story_without_tests_passes_none(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(example)]) == 0
    assert capsys.readouterr() == (f"{example}: 0 tests passed\n", "")


@pytest.mark.parametrize("code", BAD)
def test_what_is_wrong_is_told_at_its_place(code: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body, place = BAD[code]
    (story / "tests/1.yaml").write_text(GOOD)
    (story / "tests/2.yaml").write_text(f"tests:\n  x:\n    {body}\n")
    assert main(["test", str(story)]) == 1
    told = capsys.readouterr()
    assert told.err.startswith(f"{story}/tests/2.yaml:{place}: error {code} ")
    assert told.err.count(": error ") == 1
    assert told.out.startswith(f"{story}: 4 tests passed, 1 ")


def test_a_test_that_cannot_be_played_keeps_no_other_from_it(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = "  a:\n    choices: [take_the_mtaches]\n  b: nothing\n  c:\n    ending: {dark}\n"
    (story / "tests/1.yaml").write_text(GOOD + bad)
    assert main(["test", str(story)]) == 1
    told = capsys.readouterr()
    assert told.out == f"{story}: 4 tests passed, 3 not played, 3 errors in the files of tests\n"


@pytest.mark.parametrize(
    "name", ["1.yml", "1.YAML", "1.yaml.txt", "deeper/1.yaml", "../test/1.yaml", "../Tests/1.yaml"]
)
def test_tests_that_nobody_reads_do_not_pass(name: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = story / "tests" / name
    path.parent.mkdir(exist_ok=True)
    path.resolve().write_text(GOOD)
    assert main(["test", str(story)]) == 1
    told = capsys.readouterr()
    assert told.out == f"{story}: no test was played, 1 error in the files of tests\n"
    assert "is not read" in told.err
    assert path.name in told.err


def test_notes_beside_the_tests_are_nothing_to_speak_of(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "tests/1.yaml").write_text(GOOD)
    for name in ("README.md", "notes.txt", ".1.yaml.swp", "1.yaml~", "1.yaml.bak"):
        (story / "tests" / name).write_text("What to try next.\n")
    assert main(["test", str(story)]) == 0
    assert capsys.readouterr() == (f"{story}: 4 tests passed\n", "")


def test_a_folder_of_tests_that_is_none_is_told(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "tests").rmdir()
    (story / "tests").write_text("")
    assert main(["test", str(story)]) == 1
    assert "folder-unreadable this folder cannot be read: it is no folder" in capsys.readouterr().err


def test_every_message_of_tests_is_shown_above() -> None:
    assert {code for code in CATALOGUE if code.startswith("test-")} <= BAD.keys()


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("choices: [strike_a_match]", "‘strike_a_match’ cannot be chosen in ‘the_door’"),
        ("choices: [strike_a_match]", "hint: what can be chosen there: take_the_matches_from_the_sill, "),
        ("choices: [say_nothing, say_nothing]", "hint: the play is over by then, with the ending dark"),
        ("choices: [strike_a_macth]", "hint: did you mean ‘strike_a_match’?"),
        ("ending: dark", "this play should end with dark, and it comes to the scene the_door and does not end there"),
        ("choices: [say_nothing]\n    ending: light", "this play should end with light, and the ending is dark"),
        ("values: {lamp_lit: yes}", "lamp_lit should be yes in the end, and it is no"),
    ],
)
def test_it_is_told_in_a_sentence(body: str, sentence: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "tests/1.yaml").write_text(f"tests:\n  x:\n    {body}\n")
    assert main(["test", str(story)]) == 1
    assert sentence in capsys.readouterr().err


def test_the_game_s_own_story_passes_its_tests(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test"]) == 0
    assert capsys.readouterr().err == ""
