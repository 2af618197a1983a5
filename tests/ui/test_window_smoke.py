"""The real game in a real window on a virtual screen, played to an ending by real keys."""

import json
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.style import PALETTE

ROOT = Path(__file__).resolve().parents[2]
TITLE = "Out of the Jaws of Hell"
PATIENCE = 90.0

missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")


@pytest.fixture
def framebuffer(tmp_path: Path) -> Path:
    """The file that Xvfb keeps its screen in."""
    (tmp_path / "screen").mkdir()
    return tmp_path / "screen" / "Xvfb_screen0"


@pytest.fixture
def display(framebuffer: Path) -> Iterator[str]:
    """A screen of its own, of the number that was free."""
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-fbdir", str(framebuffer.parent), "-screen", "0", "1280x800x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                yield f":{answer.readline().strip()}"
        finally:
            server.terminate()


class Desk:
    """A game's process and its window, as somebody at the keyboard has them."""

    def __init__(self, display: str, profile: Path) -> None:
        unwanted = ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER")
        inherited = {name: value for name, value in os.environ.items() if name not in unwanted}
        self.env = {**inherited, "DISPLAY": display, "SDL_FRAMEBUFFER_ACCELERATION": "0"}
        command = [sys.executable, "-m", "game", "play", "--profile", str(profile), "--quiet", "--size", "1280x720"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.window = ""

    def find(self) -> str:
        found = self.do("search", "--onlyvisible", "--pid", str(self.process.pid)).split()
        self.window = found[-1] if found else ""
        return self.window

    def do(self, *arguments: str) -> str:
        """What xdotool answers; nothing, if it finds nothing."""
        command = ["xdotool", *arguments]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=20, check=False).stdout

    @property
    def name(self) -> str:
        return self.do("getwindowname", self.window).strip()

    def press(self, key: str) -> None:
        self.do("key", "--window", self.window, key)

    def until(self, holds: Callable[[], bool], what: str, act: Callable[[], None] = lambda: None) -> None:
        """Act again and again until it holds; the test fails where that takes too long."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert self.process.poll() is None, f"the game ended before {what}: {self.process.communicate()}"
            assert time.monotonic() < end, f"{what} not within {PATIENCE:.0f} s; the window is called {self.name!r}"
            act()
            time.sleep(0.05)


@pytest.fixture
def desk(display: str, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(display, tmp_path / "profile")
    try:
        desk.until(lambda: bool(desk.find()), "the window opens")
        yield desk
    finally:
        desk.process.kill()
        desk.process.communicate()


def test_the_first_chapter_is_played_to_an_ending(desk: Desk, framebuffer: Path, tmp_path: Path) -> None:
    remembered = tmp_path / "profile" / "jaws-of-hell" / "endings.json"
    keys = iter(["space", "1"] * 1000)

    desk.until(lambda: desk.name == f"{TITLE} – The Light", "the chapter begins", lambda: desk.press("Return"))
    desk.until(remembered.exists, "an ending is met", lambda: desk.press(next(keys)))
    met = json.loads(remembered.read_text(encoding="utf-8"))["met"]
    assert len(met) == 1

    in_chapter = desk.name
    desk.until(lambda: desk.name != in_chapter, "the ending's card comes", lambda: desk.press("space"))
    story = (ROOT / "story" / "story.yaml").read_text(encoding="utf-8")
    assert f"name: {desk.name.removeprefix(f'{TITLE} – ')}" in story, "the window is called after the ending"

    time.sleep(2)  # until the card has come up
    screen = _screen(framebuffer)
    pygame.image.save(screen, tmp_path / "ending.png")
    ink = pygame.mask.from_threshold(screen, PALETTE.ink, (40, 40, 40)).count()
    assert 1000 < ink < 100_000, "there are words on the screen, and not all of it is as bright as they are"

    desk.press("Escape")
    desk.until(lambda: desk.name == TITLE, "the title comes back")
    desk.press("Escape")
    desk.press("Return")
    assert desk.process.wait(timeout=20) == 0
    assert desk.process.communicate() == (b"", b""), "a game has nothing to say in a terminal"


def _screen(memory: Path) -> pygame.Surface:
    """What is really on the screen: Xvfb keeps it in a file, in the format of xwd."""
    content = memory.read_bytes()
    header = struct.unpack(">25I", content[:100])
    start, wide, high, line, colors = header[0], header[4], header[5], header[12], header[19]
    pixels = start + 12 * colors
    return pygame.image.frombytes(content[pixels : pixels + line * high], (wide, high), "BGRA", pitch=line).convert(24)
