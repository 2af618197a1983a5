"""Benchmarks, run by hand: `python -m tests.bench`. Each figure is the median of whole processes.

Prints CPU seconds (user and system) and peak memory, and for loading also the call alone, against a bare interpreter in the same run, because
machines differ and ratios travel better than seconds.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.generate import write

RUNS = 5
SIZES = (100, 1_000, 10_000)
LOAD = """
import sys, time
from pathlib import Path
from game.authoring.load import load
began = time.process_time()
assert load(Path(sys.argv[1])).story
print(time.process_time() - began)
"""


def measured(command: Sequence[str], runs: int = RUNS) -> tuple[float, float]:
    """The median CPU seconds and the median peak of resident memory, in MiB, of running `command`."""
    seconds, peaks = [], []
    for _ in range(runs):
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(usage.ru_utime + usage.ru_stime)
        peaks.append(usage.ru_maxrss / 1024)
    return statistics.median(seconds), statistics.median(peaks)


def row(name: str, command: Sequence[str], bare: float) -> None:
    seconds, peak = measured(command)
    print(f"{name:<44} {seconds:6.2f} s {seconds / bare:7.1f} x {peak:7.0f} MiB")


def main() -> None:
    python = sys.executable
    bare, _ = measured([python, "-c", "pass"])
    print(f"{'':<44} {'CPU':>8} {'to bare':>9} {'peak':>11}")
    row("a bare interpreter", [python, "-c", "pass"], bare)
    row(
        "`read` of the real story, to its first menu",
        [python, "-m", "game", "read", "--profile", tempfile.mkdtemp()],
        bare,
    )
    row("`check` of the real story", [python, "-m", "game", "check"], bare)
    with tempfile.TemporaryDirectory() as folder:
        for scenes in SIZES:
            story = Path(folder) / str(scenes)
            size = write(story, scenes)
            label = f"{scenes:,} scenes ({size / 1e6:.1f} MB)"
            load = [python, "-c", LOAD, str(story)]
            row(f"load {label}", load, bare)
            calls = [float(subprocess.run(load, capture_output=True, check=True).stdout) for _ in range(RUNS)]
            print(f"{'    the call alone':<44} {statistics.median(calls):6.2f} s")
            row(f"`check` {label}", [python, "-m", "game", "check", str(story)], bare)


if __name__ == "__main__":
    main()
