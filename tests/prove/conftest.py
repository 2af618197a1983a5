"""What the tests of the proof share: stories made of the base story and what is laid over it."""

import shutil
from collections.abc import Callable, Container
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.load import load
from game.story.model import End, Ending, Exit, Menu, Onward, Scene, Story

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
def first_chapter(real: Story) -> Story:
    """The first chapter of the game's own story, small enough to be played route by route: the next is its end."""
    scenes = {id: scene for id, scene in real.scenes.items() if real.chapters[scene.chapter].number == 1}
    beyond = Scene("beyond", 0, (), End("beyond"))
    inside = {id: replace(scene, exit=_within(scene.exit, scenes.keys())) for id, scene in scenes.items()}
    endings = {**real.endings, "beyond": Ending("beyond", "Beyond")}
    return replace(real, scenes={**inside, "beyond": beyond}, endings=endings)


def _within(way: Exit, scenes: Container[str]) -> Exit:
    """The same way, but for what leads out of the scenes."""

    def kept(goal: str) -> str:
        return goal if goal in scenes else "beyond"

    match way:
        case Onward(forks):
            return Onward(tuple(replace(fork, go=kept(fork.go)) for fork in forks))
        case Menu(choices, silence):
            if silence:
                silence = replace(silence, choice=replace(silence.choice, go=kept(silence.choice.go)))
            return Menu(tuple(replace(choice, go=kept(choice.go)) for choice in choices), silence)
        case _:
            return way


@pytest.fixture(scope="session")
def real() -> Story:
    """The game's own story."""
    story = load(ROOT / "story").story
    assert story
    return story
