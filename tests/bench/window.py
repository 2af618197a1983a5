"""Benchmarks of the window: a frame with everything moving, a page that waits, and the way to the first frame.

Frames are drawn into a window that nobody sees, so that drawing is measured and not the machine's display; the start
and the waiting page are whole processes, in a window on a virtual screen where Xvfb is installed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.display import virtual_screen

if TYPE_CHECKING:
    from game.ui.driver import Driver

ROOT = Path(__file__).resolve().parents[2]
FULL = (1920, 1080)
WAITING = 20.0  # seconds that a waiting page is watched
CALM = 18.0  # until it has come to rest

FIRST_FRAME = """
import sys, time
from game.ui.scenery.backdrop import Backdrop
from game.ui.window.window import Window
class Drawn(BaseException): pass
def draw(self, *rest, **named):
    real(self, *rest, **named)
    Window.painted = self._shown is not None
def flip(self):
    if Window.painted: raise Drawn
real, Backdrop.draw, Window.flip, Window.painted = Backdrop.draw, draw, flip, False
from game.__main__ import main
try:
    main(["play", "--quiet", "--size", "1920x1080", "--profile", sys.argv[1]])
except Drawn:
    print(time.process_time())
"""


def frames() -> Iterator[tuple[str, float]]:
    """How long a frame takes, in milliseconds, with one more thing moving each time."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from game.authoring.load import load
    from game.play.playthrough import Origin
    from game.saves.preferences import PlayerSettings, Preferences
    from game.ui.driver import Driver
    from game.ui.setup import Setup

    story = load(ROOT / "story").story
    assert story
    pygame.display.init()
    for name, preferences, fading in (
        ("a full page, everything still", Preferences(reduce_motion=True), False),
        ("the same with drift, light and 200 specks", Preferences(), False),
        ("the same, cross-fading from another place", Preferences(), True),
    ):
        setup = Setup(
            ROOT / "assets", ROOT / "assets" / "fonts", ROOT, Origin(story.start), kept=PlayerSettings(preferences)
        )
        with ThreadPoolExecutor(max_workers=1) as executor, Driver(story, setup, FULL, background=executor) as driver:
            _settle(driver)
            driver.press(pygame.K_SPACE, pygame.K_SPACE)
            _settle(driver)
            game, backdrop = driver.game, driver.game.stage.backdrop
            scenery = driver.screen.scenery(story)
            other = replace(scenery, place=next(each for each in story.places.values() if each != scenery.place))
            taken = []
            for number in range(240):
                if fading and number % 30 == 0:
                    backdrop.show(other, driver.context.type.metrics, game.clock)
                    executor.submit(int).result()
                    backdrop.show(other, driver.context.type.metrics, game.clock)
                pygame.event.post(pygame.Event(pygame.WINDOWEXPOSED))  # all is drawn, and scenery does not go to sleep
                began = time.perf_counter()
                game.frame(1 / 60)
                taken.append(1000 * (time.perf_counter() - began))
        pygame.display.init()
        yield name, statistics.median(taken)


def sound() -> float:
    """The longest that a frame waits while the sound of a scene changes, in milliseconds: the median of twelve."""
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    from game.story.model import Music
    from game.ui.sound import AudioThread, open_sound

    hearing = open_sound(ROOT / "assets", quiet=False)
    assert isinstance(hearing, AudioThread)
    worst = []
    for track in ("dread", "maze", "descent", "last_stand") * 3:
        longest, began = 0.0, time.perf_counter()
        hearing.play_scene(Music(track, 3), "cavern")
        hearing.play_noise("rockfall")
        while time.perf_counter() - began < 1:
            before = time.perf_counter()
            hearing.attend()
            time.sleep(0.002)
            longest = max(longest, time.perf_counter() - before - 0.002)
        worst.append(1000 * longest)
    hearing.close()
    return statistics.median(worst)


def _settle(driver: "Driver") -> None:
    for _ in range(30):
        driver.wait(0.05)
        time.sleep(0.02)


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of a process that has a screen; of one that nobody sees where there is no Xvfb."""
    if shutil.which("Xvfb") is None:
        yield {**os.environ, "SDL_VIDEODRIVER": "dummy"}
        return
    environment = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
    with virtual_screen("1920x1080x24") as screen:
        yield {**environment, "DISPLAY": screen, "SDL_FRAMEBUFFER_ACCELERATION": "0"}


def first_frame(environment: dict[str, str]) -> float:
    """CPU seconds from the start of the process to the first frame of the real story."""
    with tempfile.TemporaryDirectory() as profile:
        command = [sys.executable, "-c", FIRST_FRAME, profile]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def waiting(environment: dict[str, str]) -> tuple[float, float, float]:
    """A page of the real story that waits: part of a core while it still lives and when it has come to rest, and MiB of
    resident memory."""
    scene = "amulet_wakes"
    with tempfile.TemporaryDirectory() as profile:
        command = [sys.executable, "-m", "game", "play", "--size", "1920x1080", "--quiet", "--profile", profile]
        process = subprocess.Popen([*command, "--from", scene], cwd=ROOT, env=environment)
        try:
            time.sleep(8)  # past the chapter's card
            lively = _core(process.pid, 5)
            time.sleep(40 + CALM)  # until all of the page has come and nothing moves any more
            calm = _core(process.pid, WAITING)
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
            resident = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))
        finally:
            process.terminate()
            process.wait()
    return lively, calm, resident


def _core(pid: int, seconds: float) -> float:
    before = _cpu(pid)
    time.sleep(seconds)
    return (_cpu(pid) - before) / seconds


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    for name, milliseconds in frames():
        print(f"{name:<44} {milliseconds:6.2f} ms a frame at 1080p")
    print(f"{'a frame while the sound of a scene changes':<44} {sound():6.2f} ms late, at most")
    with display() as environment:
        starts = [first_frame(environment) for _ in range(5)]
        print(f"{'start to the first frame of the real story':<44} {statistics.median(starts):6.2f} CPU s")
        lively, calm, resident = waiting(environment)
        print(f"{'a page arriving, all of it moving':<44} {100 * lively:6.1f} % of a core")
        print(f"{f'a page waiting, over {WAITING:.0f} s at rest':<44} {100 * calm:6.2f} % of a core")
        print(f"{'resident memory, at most':<44} {resident:6.0f} MiB")


if __name__ == "__main__":
    main()
