"""What keeping a play costs, run by hand: `python -m tests.bench.saves`.

Plays of the real story made long by going back to its beginning at each end, saved and loaded on this disk, flushes and
all, and on one in memory where there is one. Milliseconds, medians.
"""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from game.play.history import history
from game.play.page import Choosing, page_of
from game.play.playthrough import Playthrough, advance, choose, rewind, start
from game.play.timeline import Timeline, forward, jumped, rewound
from game.saves.keeper import Keeper
from game.saves.runs.replay import LoadedRun
from game.story.model import End, Fork, Onward, Scene, Story
from tests.play.steps import show_all
from tests.saves.runs import DATE, real_story

CHOICES = (50, 500, 5_000)
PICTURE = bytes(range(256)) * 120  # as much as a small JPEG


def endless(story: Story) -> Story:
    """The story with every end leading back to its beginning."""

    def on(scene: Scene) -> Scene:
        way = Onward((Fork(story.start),)) if isinstance(scene.exit, End) else scene.exit
        return Scene(scene.id, scene.chapter, scene.text, way, scene.aftermath)

    return Story(
        **{name: getattr(story, name) for name in story.__slots__ if name != "scenes"},
        scenes={id: on(scene) for id, scene in story.scenes.items()},
    )


def played(story: Story, choices: int) -> tuple[Playthrough, Playthrough]:
    """A play of so many choices, and the same before the last of them."""
    dice, at = Random(1), start(story)
    before = at
    for _ in range(choices):
        before = at
        while not isinstance((page := page_of(story, at)).next, Choosing) or not page.complete:
            at = show_all(story, at) if not page.complete else advance(story, at)
        at = choose(story, at, dice.choice([option.number for option in page.next.options if option.enabled]))
    return before, at


def timed(act: Callable[[], object], runs: int) -> float:
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


def row(name: str, milliseconds: float) -> None:
    print(f"  {name:<52} {milliseconds:9.3f} ms", flush=True)


def continued(story: Story, folder: Path, runs: int) -> float:
    """A save at the next choice of a run that was just loaded."""
    taken = []
    for _ in range(runs):
        keeper = Keeper(folder, story)
        loaded = keeper.load("1")
        assert isinstance(loaded, LoadedRun)
        taken.append(timed(partial(keeper.save, "3", Timeline(loaded.playthrough), DATE, PICTURE), 1))
    return statistics.median(taken)


def flush(folder: Path) -> None:
    """What of a save is the disk's alone: a file and its folder made to last."""
    path = folder / "flushed"
    with path.open("wb") as file:
        file.write(PICTURE)
        file.flush()
        os.fsync(file.fileno())
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
    path.unlink()


def measure(story: Story, choices: int, folder: Path) -> None:
    before, at = played(story, choices)
    runs = 51 if choices < 5_000 else 7
    keeper = Keeper(folder, story)
    keeper.save("2", Timeline(before), DATE)
    row("a file of 30 KiB and its folder flushed, nothing else", timed(lambda: flush(folder), runs))
    row(
        "save, the run known from the choice before", timed(lambda: keeper.save("1", Timeline(at), DATE, PICTURE), runs)
    )
    row("save, the first of a fresh process, of a run loaded", continued(story, folder, runs))
    row("load", timed(lambda: keeper.load("1"), runs))
    row("load, the first of a fresh process", timed(lambda: Keeper(folder, story).load("1"), runs))
    keeper.look(before)
    row("remembering what was seen, nothing new", timed(lambda: keeper.look(at), runs))
    row("the list of slots", timed(keeper.slots, runs))
    row("a picture", timed(lambda: keeper.picture("1"), runs))
    row("rewind", timed(lambda: rewind(at), runs))
    timeline, page = Timeline(at), len(at.past) // 2
    row("rewind in a timeline", timed(lambda: rewound(timeline), runs))
    row("forward in a timeline", timed(lambda: forward(rewound(timeline)), runs))
    row("jump to the middle", timed(lambda: jumped(timeline, page), runs))
    row("the whole history", timed(lambda: history(story, at), min(runs, 11)))
    size = (folder / story.id / "saves" / "1.jsonl").stat().st_size
    print(f"  {'the file, with a picture of 30 KiB':<52} {size / 1024:9.1f} KiB")


def main() -> None:
    story = endless(real_story())
    memory = Path("/dev/shm")
    for name, parent in (("this disk", None), *((("memory", memory),) if memory.is_dir() else ())):
        for choices in CHOICES:
            folder = Path(tempfile.mkdtemp(dir=parent))
            print(f"{choices:,} choices, {name}")
            measure(story, choices, folder)
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
