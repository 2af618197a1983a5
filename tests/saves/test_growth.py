"""What saving, listing and loading take grows with what there is, and not with its square: counted in calls, not in time."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

import pytest

from game.play.playthrough import Playthrough, choose
from game.play.timeline import Timeline, went
from game.saves.keeper import Keeper
from tests.play.plays import read
from tests.saves.runs import DATE
from tests.saves.test_keeper import SMALL, anew, run

MOST = 2.4  # times as much for twice as much


def calls(work: Callable[[], object]) -> int:
    count = 0

    def called(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def stays(steps: int) -> Playthrough:
    at = run()
    for _ in range(steps):
        at = read(SMALL, choose(SMALL, at, 2))
    return at


def long(steps: int) -> Timeline:
    return Timeline(stays(steps))


def many(runs: int) -> Timeline:
    return Timeline(stays(3), branches=tuple(stays(2 + number % 3) for number in range(runs)))


@pytest.mark.parametrize("timeline", [long, many], ids=["steps", "runs"])
def test_a_save_twice_as_large_takes_twice_as_much(tmp_path: Path, timeline: Callable[[int], Timeline]) -> None:
    taken = []
    for size in (60, 120):
        keeper, saved = Keeper(tmp_path / str(size), SMALL), timeline(size)
        writing = calls(partial(keeper.save, "1", saved, DATE))
        taken.append((writing, calls(partial(anew(tmp_path / str(size)).load, "1"))))
    (write, load), (write_twice, load_twice) = taken
    assert write_twice < MOST * write
    assert load_twice < MOST * load


def test_twice_as_many_saves_take_twice_as_much_to_list_to_resume_and_to_save_beside(tmp_path: Path) -> None:
    taken = []
    for size in (20, 40):
        keeper = Keeper(tmp_path / str(size), SMALL)
        for number in range(1, size + 1):
            keeper.save(str(number), long(1), DATE)
            keeper.save("auto" if number == 1 else f"auto-{number}", long(1), DATE)
        again = anew(tmp_path / str(size))
        on = went(long(1), choose(SMALL, long(1).at, 2))
        listing, resuming = calls(again.slots), calls(again.resume)
        taken.append((listing, resuming, calls(partial(again.save, "1", on, DATE))))
    for once, twice in zip(*taken, strict=True):
        assert twice < MOST * once
