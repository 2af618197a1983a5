"""The real game in a real window on a virtual screen, played to its endings by a real keyboard and a real mouse."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from game.authoring.load import load
from game.play.page import Choosing, Finished, ReadingOn, page_of
from game.play.playthrough import advance, choose, show_all, start
from game.saves.keeper import Keeper
from game.saves.profile import Profile
from game.saves.shelf import Shelf
from game.ui.style import PALETTE
from game.ui.thumbnail import decoded
from tests.display import virtual_screen

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough
    from game.story.model import Story
    from tests.ui.conftest import Player

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1280, 720)
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
    with virtual_screen("1280x800x24", "-fbdir", str(framebuffer.parent)) as screen:
        yield screen


class Desk:
    """A game's process and its window, as somebody at the keyboard has them."""

    def __init__(self, display: str, profile: Path, *options: str) -> None:
        unwanted = ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER")
        inherited = {name: value for name, value in os.environ.items() if name not in unwanted}
        self.env = {**inherited, "DISPLAY": display, "SDL_FRAMEBUFFER_ACCELERATION": "0"}
        command = [sys.executable, "-m", "game", "play", "--profile", str(profile), *options]
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
    desk = Desk(display, tmp_path / "profile", "--quiet", "--size", "{}x{}".format(*SIZE))
    try:
        desk.until(lambda: bool(desk.find()), "the window opens")
        yield desk
    finally:
        desk.process.kill()
        desk.process.communicate()


def route_to(story: Story, ending: str) -> list[str]:
    """The ids of the choices of a shortest way to an ending, by walking breadth first over what a player can do."""
    waiting: list[tuple[Playthrough, list[str]]] = [(start(story), [])]
    seen = set[object]()
    for opened, ids in waiting:
        playthrough = opened
        while not page_of(story, playthrough).complete:
            playthrough = show_all(story, playthrough)
        match page_of(story, playthrough).next:
            case Finished(reached) if reached.id == ending:
                return ids
            case ReadingOn():
                waiting.append((advance(story, playthrough), ids))
            case Choosing(options):
                now = playthrough.now
                situation = (now.scene, frozenset(now.values.items()), frozenset(now.visits.items()), now.chosen)
                if situation not in seen:
                    seen.add(situation)
                    open_ones = [option for option in options if option.enabled]
                    waiting += [(choose(story, playthrough, each.number), [*ids, each.id]) for each in open_ones]
    raise AssertionError(f"nothing leads to {ending}")


class Twin:
    """The same game in this process, which nobody sees: where in the window things are, it can be asked."""

    def __init__(self, player: Player) -> None:
        self.player = player

    def at(self, words: str) -> tuple[int, int]:
        """The middle of what says so."""
        found = self.player.screen.focusables(self.player.context)
        return next(each.at.center for each in found if each.spoken.startswith(words))

    def option(self, id: str) -> tuple[int, tuple[int, int]]:
        """The number of an option, and where it is once all of its page has been read."""
        while True:
            self.player.wait(1)
            following, sheet = self.player.reading.page.next, self.player.sheet
            in_sight = sheet.rows and sheet.shows_all(self.player.reading.browsing.scroll)
            if isinstance(following, Choosing) and in_sight:
                break
            self.player.press(pygame.K_SPACE)
        number = next(option.number for option in following.options if option.id == id)
        return number, self.at(f"{number}:")


@pytest.fixture
def twin(play: Callable[..., Player]) -> Twin:
    story = load(ROOT / "story").story
    assert story
    return Twin(play(story, SIZE))


class Keyboard:
    """One way of going through a story: `read_on` turns pages, `take` takes what has a number or is at a place."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def read_on(self) -> None:
        self.desk.press("space")

    def take(self, number: int, _: tuple[int, int]) -> None:
        self.desk.press(str(number))


class Mouse:
    """The other."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def read_on(self) -> None:
        self.click((1100, 130))  # on the text

    def take(self, _: int, place: tuple[int, int]) -> None:
        self.click(place)

    def click(self, place: tuple[int, int]) -> None:
        x, y = place
        self.desk.do("mousemove", "--window", self.desk.window, str(x), str(y), "click", "1")


def begin(desk: Desk, hand: Keyboard | Mouse, twin: Twin) -> None:
    """From the title, past the notes and the chapter's card."""
    words = "Begin"
    for _ in range(2):
        if isinstance(hand, Mouse):
            hand.click(twin.at(words))
        else:
            desk.press("Return")
        twin.player.click(twin.at(words))
        twin.player.wait(0.5)
        time.sleep(0.5)
    desk.until(lambda: desk.name == f"{TITLE} – The Light", "the chapter begins")
    hand.read_on()
    twin.player.press(pygame.K_SPACE)


@pytest.mark.parametrize(("hand", "ending"), [(Keyboard, "bloody_end"), (Mouse, "amulet_bearer")])
def test_the_first_chapter_is_played_to_an_ending(
    hand: type[Keyboard | Mouse], ending: str, desk: Desk, twin: Twin, framebuffer: Path, tmp_path: Path
) -> None:
    story = twin.player.context.story
    profile = Profile.of(tmp_path / "profile", story)
    shelf = Shelf(profile.folder / "saves")
    by = hand(desk)

    def taken() -> list[str]:
        found = shelf.read("auto")
        return [step.choice for step in found.save.steps if step.choice] if found else []

    begin(desk, by, twin)
    done: list[str] = []
    for id in route_to(story, ending):
        number, place = twin.option(id)
        done.append(id)

        def turn_and_take(number: int = number, place: tuple[int, int] = place) -> None:
            by.read_on()
            time.sleep(0.4)  # a text that scrolls is clicked where it was
            by.take(number, place)
            time.sleep(0.2)

        desk.until(lambda: taken() == done, f"{id} is taken", turn_and_take)
        twin.player.press(pygame.K_1 + number - 1)
    desk.until(lambda: bool(profile.endings()), "the ending is met", by.read_on)
    assert profile.endings() == {ending}
    met = profile.recall().seen.endings[ending]
    assert met
    assert [step.choice for step in met.steps if step.choice] == done

    in_chapter = desk.name
    desk.until(lambda: desk.name != in_chapter, "the ending's card comes", by.read_on)
    assert desk.name == f"{TITLE} – {story.endings[ending].name}"
    time.sleep(2.5)  # until the card has come up
    screen = _screen(framebuffer)
    pygame.image.save(screen, tmp_path / "ending.png")
    ink = pygame.mask.from_threshold(screen, PALETTE.ink, (40, 40, 40)).count()
    assert 1000 < ink < 100_000, "there are words on the screen, and not all of it is as bright as they are"

    desk.press("Escape")
    desk.press("Escape")
    desk.until(lambda: desk.name == TITLE, "the title comes back")
    desk.press("Escape")
    desk.press("Return")
    assert desk.process.wait(timeout=20) == 0
    assert desk.process.communicate() == (b"", b""), "a game has nothing to say in a terminal"
    assert [slot.name for slot in shelf.slots()] == ["auto"]
    assert decoded(shelf.picture("auto")), "with a picture"
    assert Keeper(tmp_path / "profile", story).resume() is None, "after an ending there is nothing to go on with"


def test_a_window_opens_again_where_it_was_and_as_large(desk: Desk, display: str, tmp_path: Path) -> None:
    desk.do("windowmove", "--sync", desk.window, "37", "52")
    desk.do("windowsize", "--sync", desk.window, "1000", "600")
    time.sleep(1)
    desk.press("Escape")
    desk.press("Return")
    assert desk.process.wait(timeout=20) == 0
    again = Desk(display, tmp_path / "profile", "--quiet")
    try:
        again.until(lambda: bool(again.find()), "the window opens again")
        time.sleep(1)
        stands = dict(line.split("=") for line in again.do("getwindowgeometry", "--shell", again.window).split())
        assert [stands[name] for name in ("X", "Y", "WIDTH", "HEIGHT")] == ["37", "52", "1000", "600"]
    finally:
        again.process.kill()
        again.process.communicate()


def _screen(memory: Path) -> pygame.Surface:
    """What is really on the screen: Xvfb keeps it in a file, in the format of xwd."""
    content = memory.read_bytes()
    header = struct.unpack(">25I", content[:100])
    start, wide, high, line, colors = header[0], header[4], header[5], header[12], header[19]
    pixels = start + 12 * colors
    return pygame.image.frombytes(content[pixels : pixels + line * high], (wide, high), "BGRA", pitch=line).convert(24)
