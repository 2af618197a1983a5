"""A lock between copies of the game that run at once. The system lets go of it when a process ends, however it ends."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
PATIENCE = 5.0  # seconds to wait for another copy, which holds it for a few thousandths of one

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """The lock that a file stands for. The file holds nothing and stays: who removed it would make two locks of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether this copy has it now. Raises OSError if there can be no such file."""
        if self._handle is not None:
            return True
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(handle)
        except OSError as error:
            if error.errno in HELD:
                with suppress(OSError):
                    os.close(handle)
                return False
            # a file system without locks: then two copies at once are on their own, and one is served
        self._handle = handle
        return True

    def release(self) -> None:
        """Lets another copy of the game take it; nothing happens if this one has not."""
        if self._handle is not None:
            with suppress(OSError):  # the handle is gone either way
                os.close(self._handle)
            self._handle = None


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Raises OSError if the lock cannot be had, as TimeoutError if another copy keeps it."""
    lock, late = Lock(path), time.monotonic() + PATIENCE
    while not lock.take():
        if time.monotonic() > late:
            raise TimeoutError(0, "another copy of the game keeps it locked", str(path))
        time.sleep(0.002)
    try:
        yield
    finally:
        lock.release()
