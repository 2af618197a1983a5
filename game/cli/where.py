"""Where the game's own story and assets lie, where a player's profile does, and what time it is there."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from game.paths import existing

APP = "out-of-the-jaws-of-hell"


def data_root() -> Path:
    """The folder that holds `story` and `assets`: a frozen bundle, else the installed package, else the repository."""
    package = Path(__file__).resolve().parent.parent
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = [Path(bundle)] if bundle else []
    candidates += [package / "_data", package.parent]
    return next((each for each in candidates if (each / "story").is_dir()), package.parent)


def story_folder(given: Path | None, *, say: bool = True) -> Path:
    """The story that was asked for; else the one that the command is called in, which is said unless the command
    tells itself; else the game's own."""
    if given is not None:
        return existing(given)
    here = _own()
    if here is None:
        return _from_here(data_root() / "story")
    if say:
        print(f"This is the story in {named(here)}.", file=sys.stderr)
    return here


def named(folder: Path) -> str:
    """How a command calls the folder of a story: a path as it was given, and `.` by the name that it has."""
    return f"{folder.resolve().name} ({folder})" if folder.name in ("", "..") else str(folder)


def _own() -> Path | None:
    """The folder of the story that the working directory lies in: that itself, or the one above its scenes or tests."""
    for folder, marks in ((Path(), ("story.yaml", "story.yml", "Story.yaml")), (Path(".."), ("story.yaml",))):
        inside = not folder.name or Path.cwd().name in ("scenes", "tests")
        if inside and any(os.path.lexists(folder / mark) for mark in marks):
            return folder
    return None


def assets_folder(story: Path | None) -> tuple[Path, bool]:
    """Where the paintings and sounds of a story are taken from, and whether they are its own: a story may bring some;
    the game's stand in else."""
    own = story / "assets" if story else None
    if own and os.path.isdir(own):  # noqa: PTH112 (where Path.is_dir raises, there is nothing to be had either)
        return own, True
    root = data_root()
    return root / "assets", story is None or story.resolve() == (root / "story").resolve()


def profile_folder(given: Path | None) -> Path:
    """The folder given, else the one that this system keeps for what programs remember."""
    return given if given is not None else platformdirs.user_data_path(APP, appauthor=False)


def pictures_folder() -> Path:
    """Where a player expects pictures."""
    return platformdirs.user_pictures_path()


def now() -> str:
    """The player's own date and time, as saves are dated."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


def _from_here(path: Path) -> Path:
    """The path as seen from the working directory where it lies below it, for short messages."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
