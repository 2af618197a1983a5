"""What the proof tells does not depend on the order in which Python happens to keep things.

That is looked for in the game's own story, which is what is checked when none is named. It is proved once an order,
for the check and the map.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import ROOT
from tests.waiting import HANG

SEVERAL = """
import json, sys
from game.prove.explore import proof

prove, made = proof.prove, []

def once(story, **more):
    if not made or made[0].story != story:
        made[:] = [prove(story, **more)]
    return made[0]

proof.prove = once  # before a command takes it from there

from game.cli import main

for arguments in json.loads(sys.argv[1]):
    print("exit", main(arguments))
print(len(made), "proof")
"""


def test_two_runs_tell_the_same(tmp_path: Path) -> None:
    file = tmp_path / "story.svg"
    commands = [["endings", "--json", "tests/prove/base"], ["check"], ["map", "story", "-o", str(file)]]
    told = set[tuple[str, str, str]]()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", SEVERAL, json.dumps(commands)],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            timeout=HANG,
            check=True,
        )
        told.add((run.stdout, run.stderr, file.read_text(encoding="utf-8")))
        file.unlink()
    ((out, _, _),) = told
    assert out.splitlines().count("exit 0") == len(commands), "each ends well"
    assert out.endswith("1 proof\n"), "what was proved for the check serves the map"
    assert " scenes, no errors" in out
