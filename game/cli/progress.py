"""A bar on the terminal for what takes longer than a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_AFTER, _EVERY = 1.0, 0.1
_WIDTH = 30


class Progress:
    """Draws how far something is; nothing before a second is over, and nothing where nobody looks."""

    def __init__(self, output: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._output = output
        self._looked_at = output.isatty()
        self._clock = clock
        self._next = clock() + _AFTER
        self._drawn = False

    def __call__(self, doing: str, done: int, of: int) -> None:
        """Draws how far it is, if that takes long already and somebody looks."""
        if not self._looked_at or (now := self._clock()) < self._next:
            return
        self._next = now + _EVERY
        self._drawn = True
        filled = min(_WIDTH, _WIDTH * done // max(of, 1))
        self._output.write(f"\r{doing} [{'#' * filled}{'.' * (_WIDTH - filled)}] {done:,} of {of:,}\x1b[K")
        self._output.flush()

    def clear(self) -> None:
        """Takes the bar off the terminal, if it was drawn."""
        if self._drawn:
            self._output.write("\r\x1b[K")
            self._output.flush()
            self._drawn = False


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar on stderr, gone at the end, whichever way that comes."""
    bar = Progress(sys.stderr)
    try:
        yield bar
    finally:
        bar.clear()
