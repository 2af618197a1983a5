"""What the proof tells does not depend on the order in which Python happens to keep things.

That is looked for in the game's own story, which is what is checked when none is named.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Jaws = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.mark.parametrize(
    "command",
    [["check"], ["endings", "--json", "tests/prove/base"], ["map", "story", "-o", "{file}"]],
    ids=lambda c: c[0],
)
def test_two_runs_tell_the_same(command: list[str], jaws: Jaws, tmp_path: Path) -> None:
    told = set()
    for seed in ("1", "2"):
        file = tmp_path / "story.svg"
        run = jaws(*(word.format(file=file) for word in command), PYTHONHASHSEED=seed)
        assert run.returncode == 0
        told.add((run.stdout, run.stderr, file.read_text() if file.exists() else ""))
    ((out, _, _),) = told
    assert command != ["check"] or " scenes, no errors" in out
