"""The bar that is drawn on a terminal while something takes long, and leaving in the middle of it."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli.progress import Progress
from tests.bench.prove_generate import maze
from tests.waiting import HANG

ROOT = Path(__file__).parents[2]
CLEARED = "\r\x1b[K"
SCENES = 300

# `check` by a clock on which each look takes so many seconds, interrupted at the look of that number as Ctrl-C does.
CHECK = """
import os, signal, sys, time
story, seconds, interrupted = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
signal.signal(signal.SIGINT, signal.default_int_handler)
looks = 0
def clock():
    global looks
    looks += 1
    if looks == interrupted:
        os.kill(os.getpid(), signal.SIGINT)
    return looks * seconds
time.monotonic = clock
from game.cli import main
sys.exit(main(["check", story]))
"""


class Terminal(io.StringIO):
    """Something that somebody looks at."""

    def isatty(self) -> bool:
        return True


class Wound:
    """A clock that the test winds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_bar_is_drawn_once_a_second_is_over_ten_times_a_second_and_gone_in_the_end() -> None:
    terminal, clock = Terminal(), Wound()
    bar = Progress(terminal, clock)
    clock.now += 0.9
    bar("Looking", 1, 4)
    assert terminal.getvalue() == ""
    clock.now += 0.2
    bar("Looking", 2, 4)
    drawn = terminal.getvalue()
    assert drawn == f"\rLooking [{'#' * 15}{'.' * 15}] 2 of 4\x1b[K"
    clock.now += 0.05
    bar("Looking", 3, 4)
    assert terminal.getvalue() == drawn
    bar.clear()
    assert terminal.getvalue() == drawn + CLEARED


def test_nothing_that_was_not_drawn_is_cleared() -> None:
    terminal = Terminal()
    Progress(terminal, Wound()).clear()
    assert terminal.getvalue() == ""


def test_nobody_looking_means_no_bar() -> None:
    output, clock = io.StringIO(), Wound()
    bar = Progress(output, clock)
    clock.now += 5
    bar("Looking", 1, 2)
    bar.clear()
    assert output.getvalue() == ""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("maze")
    maze(folder, SCENES)
    return folder


def check(story: Path, seconds: float, interrupted: int = 0) -> tuple[int, str]:
    """The exit code, and what the terminal behind stderr showed."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", CHECK, str(story), str(seconds), str(interrupted)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            shown += os.read(ours, 10_000)
        except OSError:  # the other side is closed
            break
    os.close(ours)
    return process.wait(HANG), shown.decode()


def test_check_draws_its_bar_on_a_real_terminal(story: Path) -> None:
    code, shown = check(story, seconds=1)
    bar, _, after = shown.rpartition(CLEARED)
    assert code in (0, 1)
    assert "[#" in bar
    assert f" of {SCENES}" in bar
    assert "[#" not in after


def test_check_that_takes_no_time_draws_none(story: Path) -> None:
    _, shown = check(story, seconds=0)
    assert f" of {SCENES}" not in shown


def test_ctrl_c_leaves_cleanly(story: Path) -> None:
    code, shown = check(story, seconds=1, interrupted=20)
    assert code == 130
    assert "[" in shown
    assert shown.endswith(CLEARED)
    assert "Traceback" not in shown
