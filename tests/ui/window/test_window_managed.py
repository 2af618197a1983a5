"""The real window under a window manager that puts frames round it: where it stands, and what time passes in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from game.saves.preferences import PlayerSettings, read_settings
from tests.display import virtual_screen
from tests.ui.window.test_window_smoke import Desk

missing = [tool for tool in ("Xvfb", "xdotool", "openbox") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")

Open: TypeAlias = Callable[..., Desk]

STARTS = 10
LOOKS = 10  # at the same window, to be sure of it
STORY = """
id: still
title: Still
start: asked
endings: {over: {name: Over}}
"""
ASKED = """
chapter: Asked
scenes:
  asked:
    text: |
      Well?
    choices:
      - say: Speak.
        go: said
    silence:
      after: 3
      go: hushed
  said:
    text: |
      You speak.
    ending: over
"""
HUSHED = """
chapter: Hushed
scenes:
  hushed:
    text: |
      You do not speak.
    go: said
"""


@pytest.fixture
def open_window(tmp_path: Path) -> Iterator[Open]:
    """Opens windows of the game, one after another, on a screen with a window manager."""
    (tmp_path / "screen").mkdir()
    desks = list[Desk]()
    with virtual_screen("1280x800x24", "-fbdir", str(tmp_path / "screen")) as display:
        environment = {**os.environ, "DISPLAY": display, "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
        manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)

        def open_one(*options: str, profile: str = "profile") -> Desk:
            memory = tmp_path / "screen" / "Xvfb_screen0"
            given = ("--quiet", *options)
            desk = Desk(display, memory, tmp_path / profile, *given, SDL_FRAMEBUFFER_ACCELERATION="1")
            desks.append(desk)
            found = list[str]()

            def stays() -> bool:
                """SDL opens a window anew for this kind of drawing, which is when some managers shift it."""
                found.append(desk.find())
                return len(set(found[-LOOKS:])) == 1 and len(found) >= LOOKS and bool(desk.window)

            desk.until(stays, "the window opens")
            return desk

        try:
            yield open_one
        finally:
            for process in (*(desk.process for desk in desks), manager):
                process.kill()
                process.communicate()


def kept(tmp_path: Path) -> PlayerSettings:
    return read_settings(tmp_path / "profile" / "settings.json")


def closed(desk: Desk, tmp_path: Path) -> PlayerSettings:
    desk.leave()
    return kept(tmp_path)


def test_ten_starts_leave_the_window_where_it_was_put(open_window: Open, tmp_path: Path) -> None:
    desk = open_window()
    desk.do("windowmove", "--sync", desk.window, "37", "52")
    desk.do("windowsize", "--sync", desk.window, "1000", "600")
    desk.until(lambda: desk.geometry[2:] == [1000, 600], "it is as large")
    put = desk.geometry
    first = closed(desk, tmp_path)
    assert first.window
    assert (first.window.width, first.window.height) == (1000, 600)
    for number in range(STARTS):
        desk = open_window()
        desk.until(lambda: desk.geometry == put, f"it stands there at start {number}")  # noqa: B023
        assert closed(desk, tmp_path) == first


def test_over_the_whole_screen_it_starts_again_so_and_the_window_has_a_place(open_window: Open, tmp_path: Path) -> None:
    desk = open_window()
    desk.until(lambda: desk.geometry[2:] == [1280, 800], "it fills the screen", lambda: desk.press("F11"), 5.0)
    first = closed(desk, tmp_path)
    assert first.window
    assert first.preferences.full_screen
    desk = open_window()
    desk.until(lambda: desk.geometry[2:] == [1280, 800], "it fills the screen again")
    desk.press("F11")
    size = [first.window.width, first.window.height]
    desk.until(lambda: desk.geometry[2:] == size, "it is a window")
    assert closed(desk, tmp_path).window == first.window


def test_no_silence_falls_in_a_window_that_is_an_icon(open_window: Open, tmp_path: Path) -> None:
    story = tmp_path / "story"
    (story / "scenes").mkdir(parents=True)
    for name, content in (("story.yaml", STORY), ("scenes/1.yaml", ASKED), ("scenes/2.yaml", HUSHED)):
        (story / name).write_text(content, encoding="utf-8")
    desk = open_window(str(story), "--from", "asked")
    desk.until(lambda: desk.name == "Still – Asked", "the chapter begins")
    desk.press("space")  # past its card
    desk.do("windowminimize", "--sync", desk.window)
    other = open_window(str(story), "--from", "asked", profile="another")
    other.until(lambda: other.name == "Still – Asked", "the chapter begins in another window")
    other.press("space")
    other.until(lambda: other.name == "Still – Hushed", "the silence falls in the one that is looked at")
    other.do("windowminimize", "--sync", other.window)
    assert desk.name == "Still – Asked"
    desk.do("windowactivate", "--sync", desk.window)
    desk.until(lambda: desk.name == "Still – Hushed", "the silence is taken, once somebody is there to keep it")
