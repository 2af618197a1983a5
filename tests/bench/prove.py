"""Benchmarks of the proof, run by hand: `python -m tests.bench.prove`. Each figure is the median of whole processes.

Prints CPU seconds and peak memory of `check`, `walk`, `endings` and the outlook, against ten million additions in the same
run.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.__main__ import RUNS, measured, row
from tests.bench.prove_generate import bible, hub, maze

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 1_000, 10_000)
OUTLOOK = """
import gc, sys, time
from pathlib import Path
from game.authoring.load import load
from game.prove.explore.outlook import Outlook
story = load(Path(sys.argv[1])).story
gc.freeze()
began = time.process_time()
for _ in Outlook(story).prepare(): pass
print(time.process_time() - began)
"""
ADDITIONS = "n = 0\nfor _ in range(10_000_000): n += 1"


def check(story: Path | None = None) -> list[str]:
    return jaws("check", *([] if story is None else [story]))


def jaws(*words: object) -> list[str]:
    return [sys.executable, "-m", "game", *map(str, words)]


def outlook(story: Path, unit: float) -> None:
    """A row of how long it takes to work out from where every ending can be met, once the story is loaded."""
    command = [sys.executable, "-c", OUTLOOK, str(story)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(RUNS)]
    seconds = statistics.median(map(float, runs))
    print(f"{'    the outlook':<44} {seconds:6.2f} s {seconds / unit:7.2f} x")


def main() -> None:
    additions = [sys.executable, "-c", ADDITIONS]
    unit, _ = measured(additions)
    print(f"{'':<44} {'CPU':>8} {'to those':>9} {'peak':>11}")
    row("ten million additions", additions, unit)
    row("the real story", check(), unit)
    row("    1,000 random plays", jaws("walk", "--runs", "1000", "--seed", "1"), unit)
    row("    one ending", jaws("endings", "--to", "believed"), unit)
    row("    all endings", jaws("endings"), unit)
    outlook(ROOT / "story", unit)
    with tempfile.TemporaryDirectory() as folder:
        hub(Path(folder) / "hub", 20)
        row("a hub of 20 things, all endings", jaws("endings", Path(folder) / "hub"), unit)
        bible(Path(folder) / "bible")
        row("17 variables, 6·10⁸ valuations, 158 scenes", check(Path(folder) / "bible"), unit)
        for scenes in SIZES:
            story = Path(folder) / str(scenes)
            maze(story, scenes)
            row(f"a maze of {scenes:,} scenes", check(story), unit)
            outlook(story, unit)
            told = subprocess.run(check(story), capture_output=True, text=True, check=False).stdout
            print(f"    {told.strip().partition(': ')[2]}")


if __name__ == "__main__":
    main()
