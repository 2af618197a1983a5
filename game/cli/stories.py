"""Loads a story for a command, and tells what is wrong with it."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    with progress() as bar, _without_collector():
        return load(folder, bar)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing that loading makes is garbage in cycles, and looking for it would take a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # a story lives as long as the process: the collector need never look at it again
        if was_enabled:
            gc.enable()


def playable(folder: Path) -> Story | None:
    """The story in `folder`, or None after every error has been told on stderr."""
    loaded = loading(folder)
    if loaded.story is None:
        errors = [each for each in loaded.diagnostics if each.is_error]
        print(as_text(errors, loaded.sources, colors(sys.stderr)), file=sys.stderr)
        print(f"{counted(errors)}: this story cannot be played yet", file=sys.stderr)
    return loaded.story
