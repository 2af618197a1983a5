"""`endings` and `walk`: what they print, as text and as JSON."""

import json
from pathlib import Path

import pytest

from game.cli import main

STORY = Path(__file__).parents[2] / "story"
LIGHT = """\
light: The Light
  route: take_the_matches_from_the_sill, go_up_to_the_lamp, strike_a_match
  routes: 3; share of random plays: 12.5 %
  to read: 134 to 244 words
"""


def test_each_ending_is_told_with_a_route(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["endings", str(example)]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.startswith(LIGHT + "\ndark: The Dark\n  route: say_nothing\n")


def test_one_ending_by_its_id(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["endings", str(example), "--to", "light"]) == 0
    assert capsys.readouterr().out == LIGHT
    assert main(["endings", str(example), "--to", "lihgt"]) == 2
    assert capsys.readouterr() == ("", "There is no ending ‘lihgt’; did you mean ‘light’?\n")


def test_endings_as_json(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["endings", str(example), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["never_ends"] == 0
    assert told["endings"][0] == {
        "id": "light",
        "reachable": True,
        "route": ["take_the_matches_from_the_sill", "go_up_to_the_lamp", "strike_a_match"],
        "plays_before": [],
        "route_words": 134,
        "routes": 3,
        "share": 0.125,
        "share_exact": True,
        "words_shortest": 134,
        "words_longest": 244,
    }


def test_where_there_is_too_much_to_work_out_plays_are_sampled(
    example: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.prove.plays.odds.MOST_SITUATIONS", 3)
    assert main(["endings", str(example), "--runs", "2000", "--json"]) == 0
    light = json.loads(capsys.readouterr().out)["endings"][0]
    low, high = light["share_interval"]
    assert low < light["share"] < high
    assert high - low < 0.04
    assert light["share_exact"] is False
    assert (light["runs"], light["routes"], light["words_shortest"], light["route_words"]) == (2_000, None, None, 134)
    assert main(["endings", str(example), "--to", "light"]) == 0
    told = capsys.readouterr().out
    assert "  routes: too many to count; share: about 12." in told
    assert " % of 20,000 random plays (" in told
    assert told.endswith("\n  to read: 134 words on this route\n")


def test_an_ending_that_is_never_reached_is_told(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes/1.yaml").write_text((base / "scenes/1.yaml").read_text())
    (tmp_path / "story.yaml").write_text((base / "story.yaml").read_text() + "  dark:\n    name: The Dark\n")
    assert main(["endings", str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("dark: The Dark\n  never reached\n")
    assert main(["endings", str(tmp_path), "--json", "--to", "dark"]) == 0
    told = json.loads(capsys.readouterr().out)["endings"][0]
    assert (told["reachable"], told["route"], told["routes"], told["share"]) == (False, None, 0, 0)


def test_an_ending_that_takes_an_earlier_play(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes/1.yaml").write_text(
        "chapter: x\nscenes:\n  door:\n    text: |\n      A door.\n    choices:\n"
        "      - say: In.\n        go: lamp\n"
        "      - say: Down.\n        if: ended(light)\n        go: cellar\n"
        "  lamp:\n    text: |\n      Light.\n    ending: light\n"
        "  cellar:\n    text: |\n      Dark.\n    ending: dark\n"
    )
    (tmp_path / "story.yaml").write_text((base / "story.yaml").read_text() + "  dark:\n    name: The Dark\n")
    assert main(["endings", str(tmp_path), "--to", "dark"]) == 0
    assert capsys.readouterr().out == (
        "dark: The Dark\n  route: in; then in a new play: down\n  share: none of first plays\n"
    )
    assert main(["endings", str(tmp_path), "--to", "dark", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["endings"][0]
    assert (told["plays_before"], told["route"]) == ([["in"]], ["down"])
    monkeypatch.setattr("game.prove.plays.odds.MOST_SITUATIONS", 1)
    assert main(["endings", str(tmp_path), "--to", "dark"]) == 0
    assert capsys.readouterr().out.endswith("  share: none of first plays\n")


def test_walk_tells_lengths_endings_and_what_was_never_seen(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["walk", str(example), "--runs", "5", "--seed", "1"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.startswith("5 plays at random, seed 1\nwords read: 85 to 236, half of them up to 119\n")
    assert "scenes never seen:\n  boats_home\noptions never seen:\n  the_lamp.strike_a_match\n" in told.out


def test_walk_plays_the_same_for_the_same_seed(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for seed in ("3", "3", "4"):
        assert main(["walk", str(example), "--runs", "200", "--seed", seed, "--json"]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    assert told[0]["words"] != {} != told[2]["words"]
    assert told[0]["unseen"] == {"scenes": [], "options": [], "lines": []}
    assert sum(each["plays"] for each in told[0]["endings"]) == 200


def test_walk_tells_in_how_many_plays_each_scene_and_option_was_met(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first scene in all of them, whatever was come to more than once counted once; what is unseen, in none."""
    assert main(["walk", str(example), "--runs", "40", "--seed", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    scenes = {each["id"]: each for each in told["scenes"]}
    options = {each["id"]: each["plays"] for each in told["options"]}
    assert scenes["the_door"] == {"id": "the_door", "plays": 40, "share": 1}
    assert all(each["plays"] <= 40 and each["share"] == each["plays"] / 40 for each in scenes.values())
    assert max(options.values()) <= 40
    assert told["unseen"]["scenes"] == [id for id, each in scenes.items() if not each["plays"]]
    assert told["unseen"]["options"] == [id for id, plays in options.items() if not plays]


def test_walk_lists_all_that_was_never_seen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["walk", str(STORY), "--runs", "1", "--json"]) == 0
    unseen = json.loads(capsys.readouterr().out)["unseen"]
    assert main(["walk", str(STORY), "--runs", "1"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(unseen["options"]) > 100
    for what in ("scenes", "options"):
        start = told.index(f"{what} never seen:") + 1
        assert [line.strip() for line in told[start : start + len(unseen[what])]] == unseen[what]


@pytest.mark.parametrize("runs", ["0", "-1", "many", "1000001"])
def test_walk_wants_a_number_of_plays(runs: str, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["walk", str(example), "--runs", runs])
    assert left.value.code == 2
    assert "argument --runs" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["endings", "walk", "test", "map"])
def test_a_story_with_errors_is_not_played(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, str(tmp_path), *(["-o", "x.svg"] if command == "map" else [])]) == 1
    assert capsys.readouterr().err.endswith("1 error: this story cannot be played yet\n")
