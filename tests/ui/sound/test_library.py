"""Which files are taken for a name."""

from pathlib import Path

import pytest

from game.ui.sound.levels import Bus
from game.ui.sound.library import Library


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    files = "music/home music/maze_bed music/maze_pulse music/maze_voice music/maze sounds/fall sounds/steps_1 sounds/steps_2"
    for name in files.split():
        path = tmp_path / f"{name}.ogg"
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def names(library: Library, bus: Bus, name: str) -> list[str]:
    return [loop.path.stem for loop in library.loops(bus, name)]


def test_a_track_is_its_stems_or_the_one_file_it_is(assets: Path) -> None:
    library = Library(assets)
    assert names(library, Bus.MUSIC, "maze") == ["maze_bed", "maze_pulse", "maze_voice"]
    assert names(library, Bus.MUSIC, "home") == ["home"]
    assert names(library, Bus.MUSIC, "nothing") == []
    assert {loop.group for loop in library.loops(Bus.MUSIC, "maze")} == {"music/maze"}


def test_variants_take_turns(assets: Path) -> None:
    library = Library(assets)
    taken = [library.noise(Bus.EFFECTS, "steps") for _ in range(3)]
    assert [path.stem for path in taken if path] == ["steps_1", "steps_2", "steps_1"]
    assert [library.noise(Bus.EFFECTS, "fall") for _ in range(2)] == [assets / "sounds" / "fall.ogg"] * 2
    assert library.noise(Bus.EFFECTS, "nothing") is None
    assert library.noise(Bus.INTERFACE, "fall") is None
