"""What the tests of authoring share: stories made of the base story and what is laid over it."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from game.authoring.load import load

BASE = Path(__file__).parent / "base"

Lay = Callable[[Mapping[str, str] | Path], Path]
Found = Callable[[Path], list[str]]


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Makes a folder of the base story with some of its files replaced, and tells where it is."""

    def lay_over(files: Mapping[str, str] | Path) -> Path:
        shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
        if isinstance(files, Path):
            shutil.copytree(files, tmp_path, dirs_exist_ok=True)
            return tmp_path
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return tmp_path

    return lay_over


@pytest.fixture
def found() -> Found:
    """What is wrong with the story in a folder, each as `path:line:column code`, paths from that folder."""

    def found_in(folder: Path) -> list[str]:
        root = folder.as_posix() + "/"
        return [f"{str(each.at).removeprefix(root)} {each.code}" for each in load(folder).diagnostics]

    return found_in
