"""Files that are either the old ones or the new ones, whatever happens while they are written."""

import contextlib
import json
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path
from typing import Any

from game.story.limits import MOST_BYTES

STALE = 3600  # seconds after which a temporary file is nobody's any more


def write_atomic(path: Path, content: bytes, before: Path | None = None) -> None:
    """Writes to a file beside `path`, flushes it to disk, and renames it. What was there is kept as `before`.

    At no moment is there no file of that name, if there was one. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        if before:
            _keep(path, before, Path(f"{name}.before"))
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):  # the failure that led here is the one to tell
            Path(name).unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _keep(path: Path, before: Path, spare: Path) -> None:
    """Another name for the file, so that it keeps its own until the new one takes that."""
    try:
        try:
            os.link(path, spare)
        except FileNotFoundError:
            return
        except OSError:  # not every file system has a second name for a file
            shutil.copyfile(path, spare)
        spare.replace(before)
    finally:
        with contextlib.suppress(OSError):
            spare.unlink(missing_ok=True)  # still there if it failed, or if `before` was the same file already


def _flush_folder(folder: Path) -> None:
    """Has the disk know the new name, too. Some systems do not let a folder be opened, and need not be asked."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Removes temporary files that a killed process left long ago; one of now may be that of another copy."""
    with contextlib.suppress(OSError):
        for path in folder.glob(".*.json*.*"):
            if time.time() - path.stat().st_mtime > STALE:
                path.unlink(missing_ok=True)


def write_json(path: Path, content: Any) -> None:
    """Raises OSError."""
    write_atomic(path, json.dumps(content, indent=1).encode())


def read_whole(path: Path) -> bytes | None:
    """What the file holds, or None if there is no such file.

    Raises OSError if it cannot be read and ValueError if it is too large, or a pipe or another thing to wait on.
    """
    try:
        check_file(path)
        return path.read_bytes()
    except FileNotFoundError:
        return None


def check_file(path: Path) -> None:
    """Raises OSError if there is nothing, and ValueError if it is nothing that can be read in one go."""
    status = path.stat()
    if status.st_size > MOST_BYTES:
        raise ValueError(f"{path.name} is too large to be one of ours")
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise ValueError(f"{path.name} is no file")


def read_json(path: Path) -> Any | None:
    """What the file holds, or None if there is no such file.

    Raises OSError if it cannot be read and ValueError if it is too large or not JSON.
    """
    content = read_whole(path)
    if content is None:
        return None
    try:
        return parse_json(content)
    except ValueError as error:
        raise ValueError(f"{path.name} is damaged") from error
    except RecursionError:
        raise ValueError(f"{path.name} is nested too deeply to be one of ours") from None


def parse_json(content: bytes) -> Any:
    """Raises ValueError or RecursionError."""
    return json.loads(content.decode())


def set_aside(path: Path) -> Path:
    """Renames a file that cannot be used, so that nothing of it is lost and another can take its place.

    Where it lies then, beside those set aside earlier. Raises OSError.
    """
    number, aside = 1, path.with_name(f"{path.stem}.damaged{path.suffix}")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")
    path.replace(aside)
    return aside
