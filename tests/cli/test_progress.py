"""The bar that is drawn on a terminal while something takes long, and leaving in the middle of it."""

import io
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.cli.progress import Progress
from tests.bench.prove_generate import maze

ROOT = Path(__file__).parents[2]
CLEARED = "\r\x1b[K"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that takes some seconds to prove."""
    folder = tmp_path_factory.mktemp("maze")
    maze(folder, 6_000)
    return folder


def told(terminal: int, until: str = "") -> str:
    """What the terminal shows up to a sign, or to its end."""
    shown, late = b"", time.monotonic() + 60
    while time.monotonic() < late and not (until and until.encode() in shown):
        try:
            shown += os.read(terminal, 10_000)
        except OSError:  # the other side is closed
            break
    return shown.decode()


def check(story: Path, stderr: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "game", "check", story], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=stderr
    )


def test_a_bar_is_drawn_after_a_second_and_gone_in_the_end(large: Path) -> None:
    ours, theirs = pty.openpty()
    process = check(large, theirs)
    os.close(theirs)
    shown = told(ours)
    assert process.wait(timeout=60) in (0, 1)
    os.close(ours)
    bar, _, after = shown.rpartition(CLEARED)
    assert "[#" in bar
    assert " of 6,000" in bar
    assert "[#" not in after


def test_ctrl_c_leaves_cleanly(large: Path) -> None:
    ours, theirs = pty.openpty()
    process = check(large, theirs)
    os.close(theirs)
    shown = told(ours, until=" of ")
    process.send_signal(signal.SIGINT)
    shown += told(ours)
    assert process.wait(timeout=30) == 130
    os.close(ours)
    assert shown.endswith(CLEARED)
    assert "Traceback" not in shown


def test_nobody_looking_means_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.StringIO()
    bar = Progress(output)
    now = time.monotonic()
    monkeypatch.setattr("time.monotonic", lambda: now + 5)
    bar("Looking", 1, 2)
    bar.clear()
    assert output.getvalue() == ""
