"""Waiting for what another thread, process or window does, however busy the machine is."""

import time
from collections.abc import Callable

HANG = 900.0  # seconds: what takes longer will never end. Nothing that goes well comes near it, on any machine.
LOOKS = 0.005  # seconds between one look and the next


def until(
    holds: Callable[[], object], what: str, act: Callable[[], object] = lambda: None, every: float = LOOKS
) -> None:
    """Act again and again, so many seconds apart, until it holds. Fails, saying what was waited for, where it hangs."""
    began = acted = time.monotonic() - every
    while not holds():
        now = time.monotonic()
        if now - began > HANG:
            raise AssertionError(f"it never was so that {what}")
        if now - acted >= every:
            act()
            acted = time.monotonic()
        time.sleep(LOOKS)
