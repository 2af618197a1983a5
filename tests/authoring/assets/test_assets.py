"""What `check` says of paintings and sounds that are named and not there: what lies beside them, and what to do."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from game.authoring.assets.check import check_assets
from game.authoring.load import load

EXAMPLE = Path(__file__).parents[3] / "game/authoring/example"
Told = Callable[..., list[str]]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    """What is said of the gull, the one sound of the story that `new` writes, or of a painting that is named instead,
    where this one file lies in the story."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)

    def edit(file: str, old: str, new: str) -> None:
        text = Path(file).read_text(encoding="utf-8")
        Path(file).write_text(text.replace(old, new), encoding="utf-8")

    def tell(file: str, image: str = "") -> list[str]:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_bytes(b"")
        if image:
            edit("story.yaml", "  shore:\n", f"  shore:\n    image: {image}\n")
            edit("story.yaml", "sounds:\n  gull:\n    caption: A gull, far off.\n\n", "")
            edit("scenes/1-the-lighthouse.yaml", "      - sound: gull\n", "")
        story = load(Path()).story
        assert story
        own = Path("assets").is_dir()
        found = check_assets(story, Path("assets") if own else EXAMPLE / "assets", own=own, beside=Path())
        return [f"{each.message}: {each.hint}" for each in found]

    return tell


SOUNDS: Mapping[str, str] = {
    "assets/sounds/gull.wav": "gull.wav is there, and only .ogg is played: run `ffmpeg -i assets/sounds/gull.wav "
    "-c:a libvorbis -ar 48000 assets/sounds/gull.ogg`",
    "assets/sounds/gull.mp3": "run `ffmpeg -i assets/sounds/gull.mp3 -c:a libvorbis -ar 48000 assets/sounds/gull.ogg`",
    "assets/sounds/gull.M4A": "run `ffmpeg -i assets/sounds/gull.M4A -c:a libvorbis -ar 48000 assets/sounds/gull.ogg`",
    "assets/gull.flac": "run `ffmpeg -i assets/gull.flac -c:a libvorbis -ar 48000 assets/sounds/gull.ogg`",
    "assets/sounds/gull_1.wav": "-i assets/sounds/gull_1.wav -c:a libvorbis -ar 48000 assets/sounds/gull_1.ogg`",
    "assets/sounds/the sea/gull.wav": "run `ffmpeg -i 'assets/sounds/the sea/gull.wav' -c:a libvorbis",
    "assets/sounds/Gull.ogg": "Gull.ogg is there: rename it to gull.ogg",
    "assets/sounds/gull.OGG": "gull.OGG is there: rename it to gull.ogg",
    "assets/sounds/gull.oga": "gull.oga is there: rename it to gull.ogg",
    "assets/music/gull.ogg": "assets/music/gull.ogg is there: move it to assets/sounds/gull.ogg",
    "assets/gull.ogg": "assets/gull.ogg is there: move it to assets/sounds/gull.ogg",
    "assets/sound/gull.ogg": "assets/sound/gull.ogg is there: move it to assets/sounds/gull.ogg",
    "assets/sounds/birds/gull.ogg": "assets/sounds/birds/gull.ogg is there: move it to assets/sounds/gull.ogg",
    "gull.ogg": "gull.ogg is there: move it to assets/sounds/gull.ogg",
    "sounds/gull.ogg": "sounds/gull.ogg is there: move it to assets/sounds/gull.ogg",
}


@pytest.mark.parametrize("file", SOUNDS)
def test_a_sound_that_is_not_loaded_is_told_how_to_become_one_that_is(file: str, told: Told) -> None:
    (said,) = told(file)
    assert said.startswith("nobody has made the sound ‘gull’: ")
    assert SOUNDS[file] in said


@pytest.mark.parametrize("ending", [".webp", ".png", ".jpg"])
def test_the_paintings_that_the_window_loads_are_paintings(ending: str, told: Told) -> None:
    assert told(f"assets/paintings/rock{ending}", "rock") == []


IMAGES: Mapping[tuple[str, str], str] = {
    ("assets/paintings/rock.jpeg", "rock"): "rock.jpeg is there: rename it to rock.jpg",
    ("assets/paintings/rock.PNG", "rock"): "rock.PNG is there: rename it to rock.png",
    ("assets/paintings/rock.gif", "rock"): "save it as assets/paintings/rock.png",
    ("assets/rock.png", "rock"): "assets/rock.png is there: move it to assets/paintings/rock.png",
    ("assets/paintings/rock.webp", "rock.webp"): "write `image: rock`",
    ("assets/paintings/rock.webp", "assets/paintings/rock.webp"): "write `image: rock`",
    ("assets/paintings/rock.webp", "paintings/rock"): "write `image: rock`",
    ("assets/paintings/rock.webp", "rcok"): "did you mean ‘rock’?",
}


@pytest.mark.parametrize(("file", "image"), IMAGES)
def test_a_painting_that_is_not_found_is_told_once(file: str, image: str, told: Told) -> None:
    (said,) = told(file, image)
    assert IMAGES[file, image] in said


def test_what_is_not_there_at_all_is_told_where_to_put_it(told: Told) -> None:
    (said,) = told("assets/README.md")
    assert said == "nobody has made the sound ‘gull’: put it at assets/sounds/gull.ogg; until then it is done without"


def test_a_story_without_a_folder_of_assets_is_told_nothing(told: Told) -> None:
    assert told("README.md") == []
