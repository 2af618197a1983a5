"""Loads a story for a command, and tells what is wrong with it."""

import os
import sys
from pathlib import Path

from game.authoring.load import LoadedStory, load
from game.authoring.report import as_text, counted
from game.cli.progress import progress
from game.story.model import Story


def colors(stream: object) -> bool:
    """Whether to color what goes to `stream`: only a terminal, and not against the player's NO_COLOR."""
    is_terminal = getattr(stream, "isatty", lambda: False)()
    return bool(is_terminal) and not os.environ.get("NO_COLOR")


def loading(folder: Path) -> LoadedStory:
    """The story in `folder`, or what is wrong with it, with a bar on the terminal where that takes long."""
    with progress() as bar:
        return load(folder, bar)


def playable(folder: Path) -> Story | None:
    """The story in `folder`, or None after every error has been told on stderr."""
    loaded = loading(folder)
    if loaded.story is None:
        errors = [each for each in loaded.diagnostics if each.is_error]
        print(as_text(errors, loaded.sources, colors(sys.stderr)), file=sys.stderr)
        print(f"{counted(errors)}: this story cannot be played yet", file=sys.stderr)
    return loaded.story
