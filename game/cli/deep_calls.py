"""Room for calls within calls, as many as the proof of a story makes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_DEEPEST = 100_000  # three for each thing remembered that is no number of a short range: stories have hundreds


@contextmanager
def deep_calls() -> Iterator[None]:
    """Lets Python's functions call one another as deep as that, and puts the limit back at the end.

    Such calls take memory of Python's own. Not so those through C, as in reading JSON: of those not one in a hundred
    thousand may be tried, so the limit is raised only for what is known to make none.
    """
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEEPEST))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
