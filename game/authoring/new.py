"""Writes a small, complete, commented story to start from."""

import secrets
from importlib import resources
from pathlib import Path

from game.story.names import slug

FILES = ("story.yaml", "scenes/1-the-lighthouse.yaml", "scenes/2-morning.yaml")
_ID = "id: the-lamp"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another


def example(file: str) -> str:
    """The text of one of the example's files."""
    return resources.files("game.authoring").joinpath("example", file).read_text(encoding="utf-8")


def id_for(folder: Path) -> str:
    """An id for a new story in `folder`, from its name and like no other: saves of two stories must never mix, and
    many a folder is called `story`."""
    own = "".join(secrets.choice(_LETTERS) for _ in range(5))
    return f"{slug(folder.resolve().name) or 'story'}-{own}"


def write_example(folder: Path) -> list[Path]:
    """Writes the example into `folder`, which is made if need be, under an id of its own, and tells the files written.

    Raises FileExistsError if the folder holds anything already, and OSError if it cannot be written.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty; nothing was written")
    id = f"id: {id_for(folder)} "
    written = []
    for file in FILES:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = example(file)
        if file == "story.yaml":
            text = text.replace(_ID.ljust(32), id.ljust(32), 1)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written
