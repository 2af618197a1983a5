"""A screen that nobody sees, for real windows."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual_screen(size: str, *options: str) -> Iterator[str]:
    """The display of an Xvfb with one screen of that size, as in 1280x800x24, of a number that was free."""
    read, write = os.pipe()
    # Without -noreset it starts over when its last client leaves, and refuses whoever comes just then.
    command = ["Xvfb", "-noreset", "-displayfd", str(write), *options, "-screen", "0", size]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                yield f":{answer.readline().strip()}"
        finally:
            server.terminate()
