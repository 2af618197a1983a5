"""Benchmarks of the proof, run by hand: `python -m tests.bench.prove`. Each figure is the median of whole processes.

Prints CPU seconds and peak memory of `check`, `walk` and `endings`, against ten million additions in the same run.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.__main__ import measured, row
from tests.bench.prove_generate import bible, hub, maze

SIZES = (100, 1_000, 10_000)
ADDITIONS = "n = 0\nfor _ in range(10_000_000): n += 1"


def check(story: Path | None = None) -> list[str]:
    return jaws("check", *([] if story is None else [story]))


def jaws(*words: object) -> list[str]:
    return [sys.executable, "-m", "game", *map(str, words)]


def main() -> None:
    additions = [sys.executable, "-c", ADDITIONS]
    unit, _ = measured(additions)
    print(f"{'':<44} {'CPU':>8} {'to those':>9} {'peak':>11}")
    row("ten million additions", additions, unit)
    row("the real story", check(), unit)
    row("    1,000 random plays", jaws("walk", "--runs", "1000", "--seed", "1"), unit)
    row("    one ending", jaws("endings", "--to", "believed"), unit)
    row("    all endings", jaws("endings"), unit)
    with tempfile.TemporaryDirectory() as folder:
        hub(Path(folder) / "hub", 20)
        row("a hub of 20 things, all endings", jaws("endings", Path(folder) / "hub"), unit)
        bible(Path(folder) / "bible")
        row("17 variables, 6·10⁸ valuations, 158 scenes", check(Path(folder) / "bible"), unit)
        for scenes in SIZES:
            story = Path(folder) / str(scenes)
            maze(story, scenes)
            row(f"a maze of {scenes:,} scenes", check(story), unit)
            told = subprocess.run(check(story), capture_output=True, text=True, check=False).stdout
            print(f"    {told.strip().partition(': ')[2]}")


if __name__ == "__main__":
    main()
