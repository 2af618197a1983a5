"""Names on disk, which a system may write in another form than an author or a player types them."""

import os
from pathlib import Path

from game.story.letters import to_nfc


def existing(path: Path) -> Path:
    """The path itself, or the one that is there by the same name: macOS, and what was copied from it, has é as e and
    an accent."""
    if os.fspath(path).isascii() or os.path.lexists(path):
        return path
    parent = existing(path.parent) if path.parent != path else path
    name = to_nfc(path.name)
    try:
        return next((each for each in parent.iterdir() if to_nfc(each.name) == name), parent / path.name)
    except OSError:
        return path
