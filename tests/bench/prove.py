"""Benchmarks of the proof, run by hand: `python -m tests.bench.prove`. Each figure is the median of whole processes.

Prints CPU seconds and peak memory of `check`, against a bare interpreter in the same run.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.__main__ import measured, row
from tests.bench.prove_generate import bible, maze

SIZES = (100, 1_000, 10_000)
WALK = ("walk", "--runs", "1000", "--seed", "1")


def check(story: Path | None = None) -> list[str]:
    return [sys.executable, "-m", "game", "check", *([] if story is None else [str(story)])]


def main() -> None:
    bare, _ = measured([sys.executable, "-c", "pass"])
    print(f"{'':<44} {'CPU':>8} {'to bare':>9} {'peak':>11}")
    row("a bare interpreter", [sys.executable, "-c", "pass"], bare)
    row("the real story", check(), bare)
    row("the real story, 1,000 random plays", [sys.executable, "-m", "game", *WALK], bare)
    with tempfile.TemporaryDirectory() as folder:
        bible(Path(folder) / "bible")
        row("17 variables, 6·10⁸ valuations, 158 scenes", check(Path(folder) / "bible"), bare)
        for scenes in SIZES:
            story = Path(folder) / str(scenes)
            maze(story, scenes)
            row(f"a maze of {scenes:,} scenes", check(story), bare)
            told = subprocess.run(check(story), capture_output=True, text=True, check=False).stdout
            print(f"    {told.strip().partition(': ')[2]}")


if __name__ == "__main__":
    main()
