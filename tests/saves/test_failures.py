"""Full disks, read-only and vanished folders, and a failure of each call in turn: a sentence, and the old save whole."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.play.playthrough import Playthrough
from game.play.timeline import Timeline
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.story.model import Story
from tests.play.steps import returned
from tests.saves.runs import DATE, random_run, real_story

CALLS = ("mkdir", "open", "write", "fsync", "close", "link", "replace", "rename", "unlink", "stat")
FAILURES = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)


class Disk:
    """Lets calls through to the system and counts them; the one numbered `fails`, or all from there on, fail."""

    def __init__(self, patch: pytest.MonkeyPatch, fails: int, number: int, *, lasting: bool = False) -> None:
        self.calls = 0
        self.failed: list[str] = []
        self._fails, self._number, self._lasting = fails, number, lasting
        for name in CALLS:
            patch.setattr(os, name, self._counted(name, getattr(os, name)))

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            self.calls += 1
            if self.calls == self._fails or (self._lasting and self.calls > self._fails):
                self.failed.append(name)
                if name == "close":  # it fails and the handle is closed all the same
                    call(*arguments, **options)
                raise OSError(self._number, os.strerror(self._number))
            return call(*arguments, **options)

        return counted


@pytest.fixture
def story() -> Story:
    return real_story()


def runs(story: Story) -> tuple[Playthrough, Playthrough]:
    """A run at two stages."""
    newer = random_run(story, Random(4))
    assert len(newer.past) > 3
    return returned(newer, 2), newer


def failing_saves(
    story: Story, older: Playthrough, newer: Playthrough, folder: Path, *, lasting: bool
) -> Iterator[tuple[Disk, str | None, Keeper]]:
    """A save over an older one, with each of its calls failing in turn."""
    for failure in FAILURES:
        for fails in range(1, 100):
            root = folder / f"{failure} {fails}"
            keeper = Keeper(root, story)
            assert keeper.autosave(Timeline(older), DATE) is None
            with pytest.MonkeyPatch.context() as patch:
                disk = Disk(patch, fails, failure, lasting=lasting)
                problem = keeper.autosave(Timeline(newer), DATE)
            if not disk.failed:
                break
            yield disk, problem, keeper
            keeper.let_go()
            shutil.rmtree(root)


@pytest.mark.parametrize("lasting", [False, True], ids=["one call", "that call and all after it"])
def test_whatever_call_fails_there_is_a_sentence_and_the_old_save_is_whole(
    story: Story, tmp_path: Path, lasting: bool
) -> None:
    older, newer = runs(story)
    failed = set()
    for disk, problem, keeper in failing_saves(story, older, newer, tmp_path, lasting=lasting):
        failed.update(disk.failed)
        found = keeper.load("auto")
        assert found == LoadedRun(older if problem else newer), disk.failed
        if problem:
            assert problem.startswith("This cannot be saved: ")
            assert "Check the folder" in problem
        assert keeper.autosave(Timeline(newer), DATE) is None  # play goes on, and so does saving
        assert keeper.load("auto") == LoadedRun(newer)
        left = [path.name for path in tmp_path.rglob(".auto*")]
        assert "unlink" in disk.failed or not left
    assert {"open", "write", "fsync", "close", "link", "replace"} <= failed


def test_whatever_call_fails_the_profile_loses_nothing(story: Story, tmp_path: Path) -> None:
    older, newer = runs(story)
    for fails in range(1, 100):
        root = tmp_path / str(fails)
        keeper = Keeper(root, story)
        assert keeper.look(older) is None
        before = keeper.seen
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch, fails, errno.ENOSPC)
            problem = keeper.look(newer)
        if not disk.failed:
            break
        assert problem is None or problem.startswith("What you have seen cannot be remembered: ")
        again = Keeper(root, story)
        assert again.recall() is None
        assert again.seen.holds(before)
        assert keeper.look(newer) is None  # what could not be written is written the next time
        assert again.recall() is None
        assert again.seen == keeper.seen
    assert fails > 5


@pytest.mark.parametrize("failure", FAILURES)
def test_a_disk_that_takes_nothing_stops_nobody(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: int
) -> None:
    _, run = runs(story)
    keeper = Keeper(tmp_path, story)
    Disk(monkeypatch, 0, failure, lasting=True)
    said = os.strerror(failure)
    for problem in (
        keeper.save("1", Timeline(run), DATE),
        keeper.autosave(Timeline(run), DATE),
        keeper.look(run),
        keeper.meet("pillar"),
    ):
        assert problem
        assert said in problem
        assert str(tmp_path / story.id) in problem
    assert keeper.endings == {"pillar"}


def test_a_folder_removed_while_running_is_made_again(story: Story, tmp_path: Path) -> None:
    older, newer = runs(story)
    keeper = Keeper(tmp_path / "profile", story)
    keeper.autosave(Timeline(older), DATE)
    shutil.rmtree(tmp_path / "profile")
    assert isinstance(keeper.load("auto"), Refused)
    assert keeper.slots() == ()
    assert keeper.autosave(Timeline(newer), DATE) is None
    assert keeper.look(newer) is None
    assert keeper.load("auto") == LoadedRun(newer)


def test_a_file_where_the_folder_should_be_is_told(story: Story, tmp_path: Path) -> None:
    _, run = runs(story)
    (tmp_path / "profile").write_text("mine", encoding="utf-8")
    keeper = Keeper(tmp_path / "profile", story)
    for problem in (
        keeper.save("1", Timeline(run), DATE),
        keeper.autosave(Timeline(run), DATE),
        keeper.look(run),
        keeper.meet("pillar"),
    ):
        assert problem
        assert "Check the folder" in problem
    listed = keeper.slots()
    assert isinstance(listed, Refused)
    assert "Check the folder" in listed.why
    assert isinstance(keeper.resume(), Refused)
    assert (tmp_path / "profile").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told_and_what_is_in_it_can_be_read(story: Story, tmp_path: Path) -> None:
    older, newer = runs(story)
    keeper = Keeper(tmp_path, story)
    keeper.autosave(Timeline(older), DATE)
    saves = tmp_path / story.id / "saves"
    saves.chmod(0o500)
    try:
        problem = keeper.autosave(Timeline(newer), DATE)
        assert problem
        assert "Permission denied" in problem
        assert keeper.load("auto") == LoadedRun(older)
    finally:
        saves.chmod(0o700)
