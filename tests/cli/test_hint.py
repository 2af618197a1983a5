"""`hint`: what it prints, as a sentence and as JSON, and its exit codes."""

import json
from pathlib import Path

import pytest

from game.cli import main


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main(["hint", *map(str, arguments)])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_how_far_an_ending_is_and_what_to_take(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = "light: 3 choices away; take take_the_matches_from_the_sill.\n"
    assert said(capsys, example, "--to", "light") == (0, expected, "")


def test_where_an_ending_was_last_open(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_ = "light: no longer in this play. It was open before the first choice, in the_door: "
    expected = open_ + "take take_the_matches_from_the_sill.\n"
    assert said(capsys, example, "--to", "light", "--through", "say_nothing") == (1, expected, "")


def test_an_ending_that_other_plays_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story"
    (story / "scenes").mkdir(parents=True)
    (story / "story.yaml").write_text(
        "id: doors\ntitle: Doors\nstart: hall\nendings:\n  east:\n    name: East\n  west:\n    name: West\n"
    )
    (story / "scenes/1.yaml").write_text(
        "chapter: Hall\nscenes:\n  hall:\n    text: Two doors.\n    choices:\n      - say: East.\n        go: east\n"
        "      - say: West.\n        if: ended(east)\n        go: west\n"
        "  east:\n    text: East.\n    ending: east\n  west:\n    text: West.\n    ending: west\n"
    )
    expected = "west: not in this play. Other plays must end first in east.\n"
    assert said(capsys, story, "--to", "west") == (1, expected, "")
    assert said(capsys, story, "--to", "west", "--ended", "east") == (0, "west: 1 choice away; take west.\n", "")


def test_as_json(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _ = said(capsys, example, "--to", "light", "--through", "say_nothing", "--json")
    assert code == 1
    assert json.loads(told) == {
        "reachable": False,
        "choices_away": None,
        "option": None,
        "ended": "dark",
        "fork": {"scene": "the_door", "step": 0, "option": "take_the_matches_from_the_sill"},
        "earlier": [],
    }


def test_what_there_is_not_is_said(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, example, "--to", "lihgt") == (2, "", "There is no ending ‘lihgt’; did you mean ‘light’?\n")
    code, _, error = said(capsys, example, "--to", "light", "--through", "sing")
    assert code == 2
    assert error.startswith("The option ‘sing’ cannot be taken at the beginning, in the_door; ")
