"""What `play` begins the game with, and what it keeps from one play to the next, without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.cli import main
from game.play.playthrough import choose, show_all, start
from game.saves.preferences import Kept, Preferences, read_kept

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.model import Story
    from game.ui.setup import Setup


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Story, Setup]]:
    """What the window would have been opened with, each time."""
    begun: list[tuple[Story, Setup]] = []

    def run(story: Story, setup: Setup) -> int:
        begun.append((story, setup))
        return 0

    monkeypatch.setattr("game.app.run", run)
    return begun


def play(example: Path, profile: Path, *options: str) -> int:
    return main(["play", str(example), "--profile", str(profile), *options])


def test_preferences_last_from_one_play_to_the_next(
    example: Path, tmp_path: Path, begun: list[tuple[Story, Setup]]
) -> None:
    liked = Kept(Preferences(text_size=130, reduce_motion=True))
    assert play(example, tmp_path) == 0
    assert begun[0][1].kept == Kept()
    begun[0][1].keep(liked)
    play(example, tmp_path)
    assert begun[1][1].kept == liked


def test_damaged_preferences_are_told_of_set_aside_and_done_without(
    example: Path, tmp_path: Path, begun: list[tuple[Story, Setup]], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    assert play(example, tmp_path) == 0
    assert capsys.readouterr().err == (
        "Your settings cannot be read: settings.json is damaged; it now lies in settings.damaged.json. "
        "Playing with the usual ones.\n"
    )
    begun[0][1].keep(Kept(Preferences(music=0)))
    assert read_kept(tmp_path / "settings.json").preferences.music == 0


def test_a_folder_that_cannot_be_written_costs_no_play(
    example: Path, tmp_path: Path, begun: list[tuple[Story, Setup]], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "profile").write_text("a file where a folder should be", encoding="utf-8")
    assert play(example, tmp_path / "profile") == 0
    story, setup = begun[0]
    setup.keep(Kept())
    setup.leave(start(story))
    setup.met(next(iter(story.endings)))
    told = capsys.readouterr().err
    for sentence in ("Your settings cannot be kept", "This play cannot be kept", "This ending cannot be remembered"):
        assert sentence in told


def test_a_play_that_was_left_can_be_gone_on_with(
    example: Path, tmp_path: Path, begun: list[tuple[Story, Setup]]
) -> None:
    play(example, tmp_path)
    story, setup = begun[0]
    assert setup.left is None
    setup.leave(choose(story, show_all(story, start(story)), 1))
    play(example, tmp_path)
    left = begun[1][1].left
    assert left
    assert [step.choice for step in left.past] == [step.choice for step in left.past if step.choice]
    begun[1][1].leave(None)
    play(example, tmp_path)
    assert begun[2][1].left is None


def test_a_play_begun_in_the_middle_takes_nothing_from_the_one_that_was_left(
    example: Path, tmp_path: Path, begun: list[tuple[Story, Setup]]
) -> None:
    play(example, tmp_path)
    story, setup = begun[0]
    setup.leave(start(story))
    play(example, tmp_path, "--from", story.start)
    begun[1][1].leave(None)
    assert begun[1][1].left is None
    play(example, tmp_path)
    assert begun[2][1].left is not None
