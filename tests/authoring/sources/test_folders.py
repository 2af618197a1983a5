"""What lies in a story's folders and is not read is named, with what to do about it; what cannot be read is a sentence."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from game.authoring.load import load
from game.story.diagnostic import Severity

EXAMPLE = Path(__file__).parents[3] / "game/authoring/example"
MORNING = "scenes/2-morning.yaml"
Break = Callable[[Path], object]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The story that `new` writes, whose first file of scenes leads on to its second."""
    shutil.copytree(EXAMPLE, tmp_path / "lamp")
    return tmp_path / "lamp"


def moved(story: Path, file: str, to: str) -> None:
    path = story / to
    path.parent.mkdir(parents=True, exist_ok=True)
    (story / file).rename(path)


ASTRAY: Mapping[str, tuple[str, str]] = {
    "scenes/2-morning.yml": ("file-ending", "rename it to 2-morning.yaml"),
    "scenes/2-morning.YAML": ("file-ending", "rename it to 2-morning.yaml"),
    "scenes/2-morning.Yml": ("file-ending", "rename it to 2-morning.yaml"),
    "scenes/2-morning.yaml.txt": ("file-ending", "rename it to 2-morning.yaml"),
    "scenes/2-morning.txt": ("file-ending", "rename it to 2-morning.yaml"),
    "scenes/2-morning": ("file-ending", "rename it to 2-morning.yaml"),
    "scenes/two/2-morning.yaml": ("file-misplaced", "move it to scenes/2-morning.yaml"),
    "scenes/a/b/2-morning.yaml": ("file-misplaced", "move it to scenes/2-morning.yaml"),
    "2-morning.yaml": ("file-misplaced", "move it to scenes/2-morning.yaml"),
    "Scenes/2-morning.yaml": ("file-misplaced", "move it to scenes/2-morning.yaml"),
    "scene/2-morning.yaml": ("file-misplaced", "move it to scenes/2-morning.yaml"),
}


@pytest.mark.parametrize("to", ASTRAY)
def test_a_chapter_that_is_not_read_is_told_and_not_what_it_leaves_open(to: str, story: Path) -> None:
    code, mend = ASTRAY[to]
    moved(story, MORNING, to)
    (told,) = load(story).diagnostics
    assert (told.code, told.at.file, told.severity) == (code, (story / to).as_posix(), Severity.ERROR)
    assert mend in told.hint


@pytest.mark.parametrize("to", ASTRAY)
def test_the_mend_mends_it(to: str, story: Path) -> None:
    moved(story, MORNING, to)
    (told,) = load(story).diagnostics
    target = told.hint.split(" to ")[1].split(",")[0]
    (story / to).rename(story / to.rpartition("/")[0] / target if told.code == "file-ending" else story / target)
    assert load(story).diagnostics == ()


@pytest.mark.parametrize("folder", ["Scenes", "SCENES", "scene"])
def test_a_folder_of_scenes_by_another_name_is_told(folder: str, story: Path) -> None:
    moved(story, "scenes", folder)
    found = load(story).diagnostics
    assert {each.code for each in found} == {"file-misplaced"}
    assert {each.hint for each in found} == {f"rename the folder {folder} to scenes"}


def test_a_chapter_that_nothing_needs_is_a_warning(story: Path) -> None:
    (story / "scenes/3.yml").write_text("chapter: Later\nscenes:\n  noon:\n    text: Noon.\n    ending: dark\n")
    loaded = load(story)
    assert [(each.code, each.severity) for each in loaded.diagnostics] == [("file-ending", Severity.WARNING)]
    assert loaded.story is not None
    assert loaded.unread is not None
    assert "dark" in loaded.unread


def test_a_second_file_of_one_name_is_not_to_be_renamed_over_the_first(story: Path) -> None:
    shutil.copy(story / MORNING, story / "scenes/2-morning.yml")
    (told,) = load(story).diagnostics
    assert told.hint == "move it away: 2-morning.yaml is there already"


@pytest.mark.parametrize(
    "file",
    [
        "README.md",
        "notes.txt",
        "scenes/notes.txt",
        "scenes/README.md",
        "scenes/.2-morning.yaml.swp",
        "scenes/._1.yaml",
        "scenes/2-morning.yaml~",
        "scenes/2-morning.yaml.bak",
        "scenes/2-morning.yaml.orig",
        "drafts/3.yaml",
        "notes/scenes.md",
        "assets/paintings/scenes.txt",
        "mkdocs.yml",
        "scenery/1.yaml",
    ],
)
def test_what_no_story_would_hold_is_nothing_to_speak_of(file: str, story: Path) -> None:
    (story / file).parent.mkdir(parents=True, exist_ok=True)
    text = (story / MORNING).read_text() if "2-morning" in file else "Things to do.\nnav: x\n"
    (story / file).write_text(text)
    assert load(story).diagnostics == ()


@pytest.mark.parametrize("name", ["story.yml", "Story.yaml", "STORY.YAML", "story.yaml.txt", "story.txt", "story"])
def test_a_story_by_another_name_is_told(name: str, story: Path) -> None:
    moved(story, "story.yaml", name)
    (told,) = load(story).diagnostics
    assert told.code == "story-missing"
    assert told.hint == f"{name} is there: rename it to story.yaml"


def test_a_story_one_folder_further_is_told(story: Path) -> None:
    def hint(folder: Path) -> str:
        (told,) = load(folder).diagnostics
        assert told.code == "story-missing"
        return told.hint

    assert hint(story.parent) == f"there is one in {story.as_posix()}: name that folder"
    assert hint(story / "scenes") == f"there is one in {story.as_posix()}: name that folder"
    assert hint(story / "story.yaml") == f"name the folder that it is in: {story.as_posix()}"


def put(make: Callable[[Path], object]) -> Break:
    def instead(path: Path) -> None:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        make(path)

    return instead


STRANGE: Mapping[str, Break] = {
    "a file": put(lambda path: path.write_text("")),
    "a link to itself": put(lambda path: path.symlink_to(path.name)),
    "a link to nowhere": put(lambda path: path.symlink_to("nowhere")),
    "a pipe": put(os.mkfifo),
}


@pytest.mark.parametrize("strange", STRANGE)
def test_a_folder_of_scenes_that_is_none_is_told_alone(strange: str, story: Path) -> None:
    STRANGE[strange](story / "scenes")
    (told,) = load(story).diagnostics
    assert (told.code, told.at.file) == ("folder-unreadable", (story / "scenes").as_posix())


@pytest.mark.parametrize("file", ["story.yaml", MORNING])
@pytest.mark.parametrize("strange", [name for name in STRANGE if name != "a file"])
def test_a_file_that_is_none_is_told_alone(strange: str, file: str, story: Path) -> None:
    STRANGE[strange](story / file)
    (told,) = load(story).diagnostics
    assert told.code in ("file-unreadable", "file-not-regular")
    assert told.at.file == (story / file).as_posix()


def refuse(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Nobody may look into `folder`, as on a disk where it belongs to somebody else."""
    looks = {name: getattr(Path, name) for name in ("stat", "lstat", "iterdir", "open")}

    def refusing(name: str) -> Callable[..., object]:
        def look(path: Path, *arguments: object, **more: object) -> object:
            if folder in (path, *path.parents) and (path != folder or name == "iterdir"):
                raise PermissionError(13, "Permission denied", str(path))
            return looks[name](path, *arguments, **more)

        return look

    for name in looks:
        monkeypatch.setattr(Path, name, refusing(name))


@pytest.mark.parametrize("folder", [".", "scenes"])
def test_a_folder_that_nobody_may_look_into_is_a_sentence(
    folder: str, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, story / folder)
    (told,) = load(story).diagnostics
    assert (told.code, told.at.file) == ("folder-unreadable", (story / folder).as_posix())
    assert "Permission denied" in told.message
