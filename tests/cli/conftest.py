"""What the tests of the commands share: the example story, and a way to call `jaws` as a shell would."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.waiting import HANG

ROOT = Path(__file__).parents[2]

# Where a shell started the tests in the background, Ctrl-C is ignored, and would be by what they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

Jaws = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def example() -> Path:
    """The story that `new` writes: short, and with everything in it."""
    return ROOT / "game/authoring/example"


@pytest.fixture
def base() -> Path:
    """The tiny good story that the bad ones are made of."""
    return ROOT / "tests/authoring/base"


@pytest.fixture
def jaws() -> Jaws:
    """Runs a command in a process of its own, with `input` typed and `environment` added."""

    def run(*arguments: object, input: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "game", *map(str, arguments)],
            cwd=ROOT,
            input=input,
            env=os.environ | {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8"} | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=HANG,
            check=False,
        )

    return run
