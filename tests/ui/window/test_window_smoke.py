"""The real game in a real window on a virtual screen, played to its endings by a real keyboard and a real mouse.

A hand that looks: what is to be taken is sought on the screen first, and only while it stands there is it taken.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from game.authoring.load import load
from game.play.page import Choosing, Finished, ReadingOn, page_of
from game.play.playthrough import advance, choose, start
from game.saves.keeper import Keeper
from game.saves.profile import Profile
from game.saves.slots.save_folder import SaveFolder
from game.ui.scenery.thumbnail import decoded
from game.ui.theme.palette import PALETTE
from tests.display import virtual_screen
from tests.play.steps import show_all
from tests.waiting import HANG, until

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough
    from game.story.model import Story
    from tests.ui.conftest import Player

ROOT = Path(__file__).resolve().parents[3]
SIZE = (1280, 720)
TITLE = "Out of the Jaws of Hell"
BRIGHT = 130  # of 255: letters are, and paintings under a veil are not
LOOK = 0.3  # seconds from a press to the next where something is still to come
AGAIN = 5.0  # until what still stands there is taken again

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

    def __init__(self, display: str, framebuffer: Path, profile: Path, *options: str, **environment: str) -> None:
        unwanted = ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER")
        inherited = {name: value for name, value in os.environ.items() if name not in unwanted}
        self.env = {**inherited, "DISPLAY": display, "SDL_FRAMEBUFFER_ACCELERATION": "0", **environment}
        command = [sys.executable, "-m", "game", "play", "--profile", str(profile), *options]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.window = ""
        self.framebuffer = framebuffer

    def find(self) -> str:
        found = self.do("search", "--onlyvisible", "--pid", str(self.process.pid)).split()
        self.window = found[-1] if found else ""
        return self.window

    def do(self, *arguments: str) -> str:
        """What xdotool answers; nothing, if it finds nothing."""
        command = ["xdotool", *arguments]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=HANG, check=False).stdout

    @property
    def name(self) -> str:
        return self.do("getwindowname", self.window).strip()

    def press(self, key: str) -> None:
        self.do("key", "--window", self.window, key)

    @property
    def geometry(self) -> list[int]:
        """x, y, width, height; nothing, if the window is gone."""
        told = dict(line.split("=") for line in self.do("getwindowgeometry", "--shell", self.window).split())
        return [int(told[name]) for name in ("X", "Y", "WIDTH", "HEIGHT") if name in told]

    def sees(self, wanted: Sight) -> bool:
        """Whether what is wanted stands there on the screen, in the same letters."""
        x, y, *_ = self.geometry
        there = _letters(_screen(self.framebuffer), wanted.at.move(x, y))
        both = np.count_nonzero(there & wanted.letters)
        return bool(both > 0.9 * np.count_nonzero(wanted.letters) and both > 0.5 * np.count_nonzero(there))

    def until(
        self, holds: Callable[[], bool], what: str, act: Callable[[], object] = lambda: None, every: float = LOOK
    ) -> None:
        """Act again and again until it holds, as long as the game runs."""

        def seen() -> bool:
            assert self.process.poll() is None, f"the game ended before {what}: {self.process.communicate()}"
            return holds()

        until(seen, what, act, every)

    def leave(self) -> None:
        """Have the system ask the game to end, which it does as when its window is closed."""
        self.process.terminate()
        assert self.process.wait(HANG) == 0


@pytest.fixture
def desk(display: str, framebuffer: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(display, framebuffer, tmp_path / "profile", "--quiet", "--size", "{}x{}".format(*SIZE))
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


@dataclass(frozen=True)
class Sight:
    """Something to take: where it is in the window, and where there are letters in that."""

    at: pygame.Rect
    letters: np.ndarray


class Twin:
    """The same game in this process, which nobody sees: what is where in the window, it can be asked."""

    def __init__(self, player: Player) -> None:
        self.player = player

    def sight(self, words: str) -> Sight:
        """What says so."""
        found = self.player.screen.focusables(self.player.context)
        at = next(each.at for each in found if each.spoken.startswith(words))
        return Sight(at, _letters(self.player.window.canvas, at))

    def option(self, id: str) -> tuple[int, Sight]:
        """The number of an option, and the sight of it once all of its page has been read."""
        while True:
            self.player.wait(1)
            following, column = self.player.reading.page.next, self.player.column
            in_sight = column.rows and column.shows_all(self.player.reading.browsing.scroll)
            if isinstance(following, Choosing) and in_sight:
                break
            self.player.press(pygame.K_SPACE)
        number = next(option.number for option in following.options if option.id == id)
        return number, self.sight(f"{number}:")


@pytest.fixture
def twin(play: Callable[..., Player]) -> Twin:
    story = load(ROOT / "story").story
    assert story
    return Twin(play(story, SIZE))


class Keyboard:
    """One way of going through a story: `read_on` turns pages, `take` takes what has a number or is at a place.

    Where nothing else is to be taken, Return takes what there is.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def read_on(self) -> None:
        self.desk.press("space")

    def take(self, _: pygame.Rect, number: int | None = None) -> None:
        self.desk.press(str(number) if number else "Return")


class Mouse:
    """The other."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def read_on(self) -> None:
        self.click((1100, 130))  # on the text

    def take(self, place: pygame.Rect, _: int | None = None) -> None:
        self.click(place.center)

    def click(self, place: tuple[int, int]) -> None:
        x, y = place
        self.desk.do("mousemove", "--window", self.desk.window, str(x), str(y), "click", "1")


def begin(desk: Desk, hand: Keyboard | Mouse, twin: Twin) -> None:
    """From the title, past the notes and the chapter's card."""
    for screen in ("title", "notes"):
        twin.player.wait(5)
        wanted = twin.sight("Begin")
        desk.until(partial(desk.sees, wanted), f"the {screen} is there")
        take(desk, hand, wanted)
        twin.player.click(wanted.at.center)
    desk.until(lambda: desk.name == f"{TITLE} – The Light", "the chapter begins")
    hand.read_on()
    twin.player.press(pygame.K_SPACE)


def take(desk: Desk, hand: Keyboard | Mouse, wanted: Sight, number: int | None = None) -> None:
    """Take it, and again where it still stands there after a while."""
    desk.until(lambda: not desk.sees(wanted), "it is taken", lambda: hand.take(wanted.at, number), AGAIN)


@pytest.mark.parametrize(("hand", "ending"), [(Keyboard, "bloody_end"), (Mouse, "amulet_bearer")])
def test_the_first_chapter_is_played_to_an_ending(
    hand: type[Keyboard | Mouse], ending: str, desk: Desk, twin: Twin, framebuffer: Path, tmp_path: Path
) -> None:
    story = twin.player.context.story
    profile = Profile(tmp_path / "profile" / story.id)
    saves = SaveFolder(profile.folder / "saves")
    by = hand(desk)

    def taken() -> list[str]:
        found = saves.read("auto")
        return [step.choice for step in found.timeline.run.steps if step.choice] if found else []

    begin(desk, by, twin)
    done: list[str] = []
    for id in route_to(story, ending):
        number, wanted = twin.option(id)
        done.append(id)
        desk.until(partial(desk.sees, wanted), f"{id} is there", by.read_on, LOOK)
        take(desk, by, wanted, number)
        desk.until(lambda: taken() == done, f"{id} is saved")
        twin.player.press(pygame.K_1 + number - 1)
    desk.until(lambda: bool(frozenset(profile.recall().seen.endings)), "the ending is met", by.read_on, LOOK)
    assert frozenset(profile.recall().seen.endings) == {ending}
    met = profile.recall().seen.endings[ending]
    assert met
    assert [step.choice for step in met.steps if step.choice] == done

    name = f"{TITLE} – {story.endings[ending].name}"
    desk.until(lambda: desk.name == name, "the ending's card comes", by.read_on, LOOK)

    def inked() -> bool:
        ink = pygame.mask.from_threshold(_screen(framebuffer), PALETTE.ink, (40, 40, 40)).count()
        return 1000 < ink < 100_000

    desk.until(inked, "there are words on the screen, and not all of it is as bright as they are")

    desk.until(lambda: desk.name == TITLE, "the title comes back", lambda: desk.press("Escape"), 1.0)
    desk.leave()
    assert desk.process.communicate() == (b"", b""), "a game has nothing to say in a terminal"
    assert [slot.name for slot in saves.slots()] == ["auto"]
    assert decoded(saves.picture("auto")), "with a picture"
    assert Keeper(tmp_path / "profile", story).resume() is None, "after an ending there is nothing to go on with"


def test_a_window_opens_again_where_it_was_and_as_large(
    desk: Desk, display: str, framebuffer: Path, tmp_path: Path
) -> None:
    desk.do("windowmove", "--sync", desk.window, "37", "52")
    desk.do("windowsize", "--sync", desk.window, "1000", "600")
    desk.leave()
    again = Desk(display, framebuffer, tmp_path / "profile", "--quiet")
    try:
        again.until(lambda: bool(again.find()), "the window opens again")
        again.until(lambda: again.geometry == [37, 52, 1000, 600], "it stands where it stood")
    finally:
        again.process.kill()
        again.process.communicate()


def _letters(picture: pygame.Surface, at: pygame.Rect) -> np.ndarray:
    """Where in a rectangle of it there are letters, which are brighter than what they stand on."""
    part = at.clip(picture.get_rect())
    return np.asarray(pygame.surfarray.array3d(picture.subsurface(part)).max(axis=2) > BRIGHT)


def _screen(memory: Path) -> pygame.Surface:
    """What is really on the screen: Xvfb keeps it in a file, in the format of xwd."""
    content = memory.read_bytes()
    header = struct.unpack(">25I", content[:100])
    start, wide, high, line, colors = header[0], header[4], header[5], header[12], header[19]
    pixels = start + 12 * colors
    return pygame.image.frombytes(content[pixels : pixels + line * high], (wide, high), "BGRA", pitch=line).convert(24)
