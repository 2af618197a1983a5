"""Waiting for what another thread, process or window does, however busy the machine is."""

import time
from collections.abc import Callable

HANG = 900.0  # seconds: what takes longer will never end. Nothing that goes well comes near it, on any machine.


def until(
    holds: Callable[[], object], what: str, act: Callable[[], object] = lambda: None, every: float = 0.005
) -> None:
    """Act again and again, so many seconds apart, until it holds. Fails, saying what was waited for, where it hangs."""
    late = time.monotonic() + HANG
    while not holds():
        if time.monotonic() > late:
            raise AssertionError(f"it never was so that {what}")
        act()
        time.sleep(every)
