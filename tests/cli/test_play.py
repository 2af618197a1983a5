"""What `play` begins the game with, and what it keeps from one play to the next, without a window."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest

from game.cli import main
from game.play.page import Choosing, page_of
from game.play.playthrough import advance, choose, is_finished, start
from game.play.timeline import Timeline
from game.saves.preferences import PlayerSettings, Preferences, read_settings
from tests.play.steps import show_all
from tests.saves.runs import DATE

if TYPE_CHECKING:
    from pathlib import Path

    from game.play.playthrough import Playthrough
    from game.saves.keeper import Keeper
    from game.saves.runs.replay import LoadedRun
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


def keeper_of(setup: Setup) -> Keeper:
    assert setup.keeper
    return setup.keeper


def play(example: Path, profile: Path, *options: str) -> int:
    return main(["play", str(example), "--profile", str(profile), *options])


def test_preferences_last_from_one_play_to_the_next(
    example: Path, tmp_path: Path, begun: list[tuple[Story, Setup]]
) -> None:
    liked = PlayerSettings(Preferences(text_size=130, reduce_motion=True))
    assert play(example, tmp_path) == 0
    assert begun[0][1].kept == PlayerSettings()
    begun[0][1].keep(liked)
    play(example, tmp_path)
    assert begun[1][1].kept == liked


def test_damaged_preferences_are_told_of_set_aside_and_done_without(
    example: Path, tmp_path: Path, begun: list[tuple[Story, Setup]]
) -> None:
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    assert play(example, tmp_path) == 0
    assert begun[0][1].said == (
        "Your settings cannot be read: settings.json is damaged; it now lies in settings.damaged.json. "
        "Playing with the usual ones."
    )
    begun[0][1].keep(PlayerSettings(Preferences(music=0)))
    assert read_settings(tmp_path / "settings.json").preferences.music == 0


def test_a_folder_that_cannot_be_written_costs_no_play(
    example: Path, tmp_path: Path, begun: list[tuple[Story, Setup]]
) -> None:
    (tmp_path / "profile").write_text("a file where a folder should be", encoding="utf-8")
    assert play(example, tmp_path / "profile") == 0
    story, setup = begun[0]
    keeper = keeper_of(setup)
    met = keeper.meet(next(iter(story.endings)))
    told = (setup.keep(PlayerSettings()), keeper.autosave(Timeline(start(story)), DATE), met)
    assert all(sentence and str(tmp_path / "profile") in sentence for sentence in told), told


Act = Callable[["Story", "Setup"], None]


@pytest.fixture
def playing(monkeypatch: pytest.MonkeyPatch, example: Path, tmp_path: Path) -> Callable[..., None]:
    """Plays, and does something while the game is open."""

    def playing(act: Act, *options: str) -> None:
        def run(story: Story, setup: Setup) -> int:
            act(story, setup)
            return 0

        monkeypatch.setattr("game.app.run", run)
        assert play(example, tmp_path, *options) == 0

    return playing


def chosen(playthrough: Playthrough) -> list[str]:
    return [step.choice for step in playthrough.past if step.choice]


def test_a_play_that_was_left_can_be_gone_on_with_until_it_ends(playing: Callable[..., None]) -> None:
    seen: list[LoadedRun | None] = []

    def choose_and_leave(story: Story, setup: Setup) -> None:
        seen.append(setup.left)
        keeper_of(setup).autosave(Timeline(choose(story, show_all(story, start(story)), 1)), DATE)

    def end(story: Story, setup: Setup) -> None:
        seen.append(setup.left)
        assert setup.left
        keeper_of(setup).autosave(Timeline(to_the_end(story, setup.left.playthrough)), DATE)

    playing(choose_and_leave)
    playing(end)
    playing(lambda _, setup: seen.append(setup.left))
    assert seen[0] is None
    assert seen[1]
    assert len(chosen(seen[1].playthrough)) == 1
    assert seen[2] is None


def to_the_end(story: Story, playthrough: Playthrough) -> Playthrough:
    """By the first option that can be taken, again and again."""
    while not is_finished(story, playthrough):
        page = page_of(story, playthrough)
        if not page.complete or not isinstance(page.next, Choosing):
            playthrough = advance(story, playthrough)
        else:
            number = next(option.number for option in page.next.options if option.enabled)
            playthrough = choose(story, playthrough, number)
    return playthrough


def test_a_play_begun_in_the_middle_offers_nothing_to_go_on_with(playing: Callable[..., None]) -> None:
    seen: list[LoadedRun | None] = []
    playing(lambda story, setup: keeper_of(setup).autosave(Timeline(start(story)), DATE))
    playing(lambda _, setup: seen.append(setup.left), "--from", "the_lamp")
    assert seen == [None]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_may_be_typed_in_any_form(
    form: Literal["NFC", "NFD"], base: Path, tmp_path: Path, begun: list[tuple[Story, Setup]]
) -> None:
    folder = tmp_path / "story"
    shutil.copytree(base, folder)
    for file in (folder / "story.yaml", folder / "scenes/1.yaml"):
        file.write_text(file.read_text().replace("lamp", "forêt").replace("matches", "clé"), encoding="utf-8")
    options = (unicodedata.normalize(form, each) for each in ("--from", "forêt", "--set", "carrying=clé"))
    assert play(folder, tmp_path / "profile", *options) == 0
    origin = begun[0][1].origin
    assert origin
    assert (origin.scene, origin.values) == ("forêt", {"carrying": "clé"})
