"""Writes a small, complete, commented story to start from."""

from importlib import resources
from pathlib import Path

FILES = ("story.yaml", "scenes/1-the-lighthouse.yaml", "scenes/2-morning.yaml")


def example(file: str) -> str:
    """The text of one of the example's files."""
    return resources.files("game.authoring").joinpath("example", file).read_text(encoding="utf-8")


def write_example(folder: Path) -> list[Path]:
    """Writes the example into `folder`, which is made if need be, and tells the files written.

    Raises FileExistsError if the folder holds anything already, and OSError if it cannot be written.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty; nothing was written")
    written = []
    for file in FILES:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example(file), encoding="utf-8")
        written.append(path)
    return written
