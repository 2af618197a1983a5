"""Killed at any moment, a play goes on at its last choice or the one before.

`SAVES_KILLS=200 pytest tests/saves/test_killed.py` kills two hundred processes.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from game.saves.keeper import Keeper
from game.saves.runs.replay import LoadedRun
from tests.saves.player import state
from tests.saves.runs import ROOT, real_story

KILLS = int(os.environ.get("SAVES_KILLS", "8"))


def test_a_play_that_is_killed_goes_on_at_its_last_choice_or_the_one_before(tmp_path: Path) -> None:
    dice = Random("kills")
    last = "begun anew"
    for number in range(KILLS):
        told = killed(tmp_path, str(number), dice.random() * 0.3)
        begun = told[0].split(maxsplit=2)
        assert begun[0] == "begun"
        assert begun[2] == "None"  # nothing was wrong
        assert not number or begun[1] == last
        assert all(line.endswith(" None") for line in told if line.startswith("saved"))
        keeper = Keeper(tmp_path, real_story())
        left = keeper.resume()
        keeper.let_go()
        assert isinstance(left, LoadedRun), (number, left)
        assert left.same
        assert not left.note
        last = state(left.playthrough)
        assert last in allowed(told), (number, told[-3:])


def allowed(told: list[str]) -> set[str]:
    """The state last said to be saved, and the one being saved if there is one."""
    done = [line.split()[1] for line in told if line.startswith(("begun", "saved "))]
    return {done[-1], told[-1].split()[1]}


def killed(profile: Path, seed: str, after: float) -> list[str]:
    """What a process told that was killed so many seconds after its first save."""
    command = [sys.executable, "-m", "tests.saves.player", str(profile), seed]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        told = [process.stdout.readline() for _ in range(3)]
        time.sleep(after)
        process.kill()
        told += process.stdout.readlines()
    return [line.rstrip("\n") for line in told if line.endswith("\n")]
