"""Names on disk in whatever form a system writes them, and the same story by any of them."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from game.authoring.assets.check import check_assets
from game.authoring.load import load
from game.cli import main
from game.paths import existing
from game.ui.sound.levels import Bus
from game.ui.sound.library import Library

BASE = Path(__file__).parent / "authoring/base"


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story copied from macOS: every accent in a name on disk is typed apart."""
    folder = tmp_path / apart("Épreuve") / apart("café")
    shutil.copytree(BASE, folder)
    (folder / "scenes/1.yaml").rename(folder / "scenes" / apart("1-été.yaml"))
    text = (folder / "story.yaml").read_text(encoding="utf-8")
    (folder / "story.yaml").write_text(text.replace("  shore:", "  shore:\n    image: forêt"), encoding="utf-8")
    for name in ("paintings/forêt.webp", "music/marée_bed.ogg", "music/marée_voice.ogg", "sounds/gull_1.ogg"):
        path = folder / "assets" / apart(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def test_a_path_is_found_in_any_form(story: Path, tmp_path: Path) -> None:
    asked = tmp_path / "Épreuve" / "café" / "story.yaml"
    assert existing(asked).samefile(story / "story.yaml")
    assert existing(story) == story
    nowhere = tmp_path / "Épreuve" / "thé"
    assert not existing(nowhere).exists()
    assert existing(nowhere).name == "thé"


def test_a_story_is_checked_by_its_name_as_it_is_typed(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--no-proof", str(tmp_path / "Épreuve" / "café")]) == 0
    assert "2 scenes, no errors" in capsys.readouterr().out


def test_paintings_and_tracks_are_found_and_none_is_called_unmade(story: Path) -> None:
    library = Library(story / "assets")
    assert [each.path.exists() for each in library.loops(Bus.MUSIC, "marée")] == [True, True]
    loaded = load(story).story
    assert loaded
    told = [each for each in check_assets(loaded, story / "assets", own=True) if "for" in each.message]
    assert told == []
