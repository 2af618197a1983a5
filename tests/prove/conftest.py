"""What the tests of the proof share: stories made of the base story and what is laid over it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.load import load
from game.story.model import Story

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

Lay = Callable[[Path], Path]


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Makes a folder of the base story with some of its files replaced, and tells where it is."""

    def lay_over(files: Path) -> Path:
        shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
        shutil.copytree(files, tmp_path, dirs_exist_ok=True)
        return tmp_path

    return lay_over


@pytest.fixture(scope="session")
def real() -> Story:
    """The game's own story."""
    story = load(ROOT / "story").story
    assert story
    return story
