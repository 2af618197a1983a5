"""A pad that SDL itself believes in, plugged in while the game runs, plays a page."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.ui.screens.menus.pause import PauseScreen
from game.ui.screens.menus.saves import SavesScreen
from game.ui.screens.reading.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.story.model import Story
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

GAME_CONTROLLER, AXES, BUTTONS, HATS = 1, 6, 11, 1  # as an Xbox 360's
A, START, DOWN = 0, 7, 0x04


def library() -> Path | None:
    """The SDL that pygame plays with."""
    package = Path(pygame.__file__).resolve().parent
    found = [*package.parent.glob("pygame_ce.libs/libSDL2-2*.so*"), *package.glob("libSDL2-2*")]
    return found[0] if found else None


class VirtualPad:
    def __init__(self, player: Player) -> None:
        self.player = player
        self._sdl = ctypes.CDLL(str(library()))
        self._sdl.SDL_JoystickOpen.restype = ctypes.c_void_p
        for name in ("Button", "Hat"):
            getattr(self._sdl, f"SDL_JoystickSetVirtual{name}").argtypes = [
                ctypes.c_void_p,
                ctypes.c_int,
                ctypes.c_uint8,
            ]
        self._index = self._sdl.SDL_JoystickAttachVirtual(GAME_CONTROLLER, AXES, BUTTONS, HATS)
        assert self._index >= 0
        player.game.frame(0)
        self._pad = self._sdl.SDL_JoystickOpen(self._index)

    def press(self, button: int) -> None:
        for state in (1, 0):
            self._sdl.SDL_JoystickSetVirtualButton(self._pad, button, state)
            self.player.wait(0.1)

    def push(self, way: int) -> None:
        for state in (way, 0):
            self._sdl.SDL_JoystickSetVirtualHat(self._pad, 0, state)
            self.player.wait(0.1)

    def unplug(self) -> None:
        self._sdl.SDL_JoystickDetachVirtual(self._index)
        self.player.game.frame(0)


@pytest.fixture
def keeper(tale: Tale, keeping: Callable[[Story], Keeper]) -> Keeper:
    return keeping(tale.simple())


@pytest.fixture
def pad(tale: Tale, play: Seat, keeper: Keeper) -> Iterator[VirtualPad]:
    if library() is None:
        pytest.skip("this pygame does not bring an SDL of its own")
    pad = VirtualPad(play(tale.simple(), keeper=keeper))
    yield pad
    pad.unplug()


def test_a_pad_plugged_in_begins_reads_chooses_and_pauses(pad: VirtualPad) -> None:
    player = pad.player
    pad.press(A)  # begin
    pad.press(A)  # past the chapter's card
    pad.press(A)  # all of the page
    player.wait(1)
    pad.push(DOWN)
    pad.push(DOWN)
    assert [each.key for each in player.screen.focusables(player.context) if each.focused] == [3]
    pad.press(A)
    assert player.reading.page.scene == "further"
    pad.press(START)
    assert isinstance(player.screen, PauseScreen)


def test_a_pad_alone_saves_and_loads(pad: VirtualPad, keeper: Keeper) -> None:
    player = pad.player
    for _ in range(3):
        pad.press(A)
        player.wait(1)
    pad.press(START)
    go_to(pad, player, "Save")
    assert isinstance(player.screen, SavesScreen)
    pad.press(A)
    assert "1" in slots(keeper)
    pad.press(START)
    go_to(pad, player, "Load")
    assert isinstance(player.screen, SavesScreen)
    pad.press(A)
    assert isinstance(player.screen, ReadingScreen)


def go_to(pad: VirtualPad, player: Player, words: str) -> None:
    for _ in range(20):
        if any(each.focused and each.spoken == words for each in player.screen.focusables(player.context)):
            break
        pad.push(DOWN)
    pad.press(A)


def slots(keeper: Keeper) -> list[str]:
    found = keeper.slots()
    assert not isinstance(found, Refused)
    return [slot.name for slot in found]
