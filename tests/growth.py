"""How much more work a routine has with more to do: measured, so that what is done inside built-in calls counts too.

In CPU seconds of this thread, the least of some tries and both sizes in turn, so that it is the same on a busy machine.
"""

import gc
import time
from collections.abc import Callable

TRIES = 3
LINEAR = 8.0  # four times the input: 4 where the work grows as the input does, 16 where as its square


def growth(made: Callable[[int], Callable[[], object]], size: int) -> float:
    """By how much the work of what is `made` of a size grows from that size to four times as much: doubled twice."""
    small, large = made(size), made(4 * size)
    gc.collect()
    gc.disable()
    try:
        taken = [(_spent(small), _spent(large)) for _ in range(TRIES)]
    finally:
        gc.enable()
    return min(more for _, more in taken) / min(less for less, _ in taken)


def _spent(act: Callable[[], object]) -> float:
    began = time.thread_time()
    act()
    return time.thread_time() - began
