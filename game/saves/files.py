"""JSON files that are either the old ones or the new ones, whatever happens while they are written."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

MOST_BYTES = 16 * 1024 * 1024


def write_json(path: Path, content: Any) -> None:
    """Writes to a file beside `path`, flushes it to disk, and renames it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read_json(path: Path) -> Any | None:
    """What the file holds, or None if there is no such file.

    Raises OSError if it cannot be read and ValueError if it is too large or not JSON.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except FileNotFoundError:
        return None
    if size > MOST_BYTES:
        raise ValueError(f"{path.name} is too large to be one of ours")
    try:
        return json.loads(content.decode())
    except ValueError as error:
        raise ValueError(f"{path.name} is damaged") from error
    except RecursionError:
        raise ValueError(f"{path.name} is nested too deeply to be one of ours") from None


def set_aside(path: Path) -> Path:
    """Renames a file that cannot be used, so that nothing of it is lost and another can take its place.

    Where it lies then. Raises OSError.
    """
    aside = path.with_name(f"{path.stem}.damaged{path.suffix}")
    path.replace(aside)
    return aside
