"""The window around the screens: title, notes, sizes, pictures, and what there is when something is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pygame
import pytest

from game.saves.preferences import PlayerSettings, Preferences, WindowPlace
from game.story.model import Arrive, Place
from game.ui.input.intents import Advance, Press
from game.ui.scenery.paintings import Paintings, Sight, covering
from game.ui.scenery.scenery import Shade
from game.ui.scenery.tint import tint
from game.ui.screens.menus.notes import NotesScreen
from game.ui.screens.menus.title import TitleScreen
from game.ui.theme.metrics import Metrics
from game.ui.theme.timing import TIMING
from game.ui.window import fitting, window
from tests.waiting import HANG

if TYPE_CHECKING:
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

ROOT = Path(__file__).resolve().parents[2]
NO_WINDOW = """
import sys
from pathlib import Path
from game.app import run
from game.story.model import Chapter, End, Ending, Scene, Story
from game.ui.setup import Setup
story = Story("t", "T", "s", (Chapter(1, "C"),), {"s": Scene("s", 0, (), End("e"))}, {"e": Ending("e", "E")})
sys.exit(run(story, Setup(Path("assets"), Path("assets/fonts"), Path("."), quiet=True)))
"""


def test_the_title_begins_shows_notes_and_quits(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(notes=("There is blood.",)))
    player.take("Content notes")
    assert isinstance(player.screen, NotesScreen)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, TitleScreen)
    player.press(pygame.K_ESCAPE)
    assert player.game.open, "one key too many does not close the window"
    player.press(pygame.K_RETURN)
    assert not player.game.open


def test_a_title_without_notes_does_not_offer_them(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    said = [each.spoken for each in player.screen.focusables(player.context)]
    assert said == ["Begin", "Settings", "Keys", "Quit"]


def test_digits_take_nothing_where_none_are_shown(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.press(*range(pygame.K_1, pygame.K_9 + 1))
    assert isinstance(player.screen, TitleScreen)


def test_closing_the_window_ends_it_at_once(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.post(pygame.QUIT)
    assert not player.game.open


def test_the_frame_of_the_window_says_where_one_is(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    assert player.window.title == "A Tale"
    player.begin()
    assert player.window.title == "A Tale – One"
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    player.press(pygame.K_SPACE)
    assert player.window.title == "A Tale – All Over"


def test_still_screens_are_not_drawn_again(tale: Tale, play: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.wait(TIMING.lively + TIMING.rest + 5)
    drawn: list[int] = []
    monkeypatch.setattr(type(player.window), "flip", lambda _: drawn.append(1))
    player.wait(2)
    assert drawn == []
    player.press(pygame.K_DOWN)
    assert drawn


def test_another_size_is_laid_out_anew_in_the_same_place(tale: Tale, play: Seat) -> None:
    player = play(tale.long(), (1280, 720))
    player.begin()
    player.finish_page()
    for _ in range(100):
        player.press(pygame.K_PAGEDOWN)
    player.resize((1920, 1080))
    player.game.frame(0.01)
    assert player.context.type.metrics.size == (1920, 1080)
    assert player.window.canvas.get_size() == (1920, 1080)
    assert 0 < player.reading.browsing.above(player.column, player.game.now) <= player.column.farthest


def test_text_is_drawn_in_the_column_of_its_side_and_nowhere_else(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", "word " * 200, way=tale.go("end"))), (1280, 720))
    player.begin()
    player.finish_page()
    player.wait(4)
    bright = pygame.mask.from_threshold(player.window.canvas, (236, 229, 215), (60, 60, 60))
    rects = bright.get_bounding_rects()
    assert rects
    around = rects[0].unionall(rects[1:])
    left, width = player.context.type.metrics.left("right"), player.context.type.metrics.column_width
    assert left - 4 <= around.left
    assert around.right <= left + width + 4
    assert around.width > width * 0.8


def test_a_place_without_a_picture_has_a_colour_of_its_own() -> None:
    pictures = {name: pygame.image.tobytes(tint(name, "right", (96, 54)), "RGB") for name in ("cave", "hall", "throat")}
    assert len(set(pictures.values())) == 3
    assert pygame.image.tobytes(tint("cave", "right", (96, 54)), "RGB") == pictures["cave"]


def test_a_missing_or_damaged_picture_is_no_error(tmp_path: Path, tale: Tale, play: Seat) -> None:
    (tmp_path / "paintings").mkdir()
    (tmp_path / "paintings" / "cavern_light.webp").write_bytes(b"RIFF, but no picture")
    player = play(tale.simple(), assets=tmp_path)
    player.wait(2)
    left = player.window.canvas.get_at((900, 300))
    assert max(left[:3]) > 20, "the glow is on the side away from the column"


@pytest.mark.parametrize("size", [(100, 100), (300, 40), (40, 300), (64, 36)])
def test_a_picture_covers_the_window_whatever_its_shape(size: tuple[int, int]) -> None:
    picture = pygame.Surface((64, 36))
    picture.fill((200, 10, 10))
    covered = covering(picture, size)
    assert covered.get_size() == size
    assert all(covered.get_at((x, y))[:3] == (200, 10, 10) for x in (0, size[0] - 1) for y in (0, size[1] - 1))


def test_a_picture_still_being_made_is_not_waited_for() -> None:
    class Never:
        def submit(self, *_: Any) -> Future[Any]:
            return Future()

    paintings = Paintings(ROOT / "assets" / "paintings", Never())  # type: ignore[arg-type]
    sight = Sight(Place("light", "cavern_light"), "right", Shade.COLUMN, Metrics.of((960, 540)))
    assert paintings.picture(sight) is None


def run_without(*names: str, **given: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in names}
    return subprocess.run(
        [sys.executable, "-c", NO_WINDOW],
        cwd=ROOT,
        env={**environment, **given},
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a display be taken away")
def test_without_a_display_it_says_so_in_one_sentence() -> None:
    ended = run_without("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "The game needs a window, and there is no display to open one on.\n"


def test_a_driver_that_does_not_exist_is_said_in_one_sentence() -> None:
    ended = run_without(SDL_VIDEODRIVER="nonsense")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("The game needs a window, and none could be opened: ")
    assert ended.stderr.count("\n") == 1


def test_the_pointer_is_a_hand_on_what_can_be_taken_and_away_while_keys_are_pressed(
    tale: Tale, play: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    monkeypatch.setattr(pygame.mouse, "set_cursor", shown.append)
    player = play(tale.simple())
    begin = player.screen.focusables(player.context)[0].at
    player.point(begin.center)
    assert pygame.mouse.get_visible()
    player.point((5, 5))
    assert shown == [pygame.SYSTEM_CURSOR_HAND, pygame.SYSTEM_CURSOR_ARROW]
    player.press(pygame.K_DOWN)
    assert not pygame.mouse.get_visible()


@pytest.mark.parametrize(
    ("place", "screens", "shows"),
    [
        (WindowPlace(10, 20, 1280, 720), [(1920, 1080)], True),
        (WindowPlace(10, 20, 2560, 1440), [(1920, 1080)], False),
        (WindowPlace(1900, 20, 1280, 720), [(1920, 1080)], False),
        (WindowPlace(-300, 20, 1280, 720), [(1920, 1080)], False),
        (WindowPlace(-1900, 20, 1280, 720), [(1920, 1080), (1920, 1080)], True),
        (WindowPlace(2000, 20, 1280, 720), [(1920, 1080), (1920, 1080)], True),
        (WindowPlace(10, 20, 200, 100), [(1920, 1080)], False),
        (WindowPlace(10, 20, 1280, 720), [], False),
    ],
)
def test_a_window_is_put_where_it_was_if_that_can_be_seen(
    place: WindowPlace, screens: list[tuple[int, int]], shows: bool
) -> None:
    assert fitting.shows(place, screens) is shows


def test_where_a_point_has_two_pixels_the_pointer_is_told_in_pixels() -> None:
    assert window.in_pixels(Press(10, 20), 2.0) == Press(20, 40)
    assert window.in_pixels(Advance(), 2.0) == Advance()


def test_full_screen_is_a_setting_and_leaves_the_window_where_it_was(tale: Tale, play: Seat) -> None:
    kept: list[PlayerSettings] = []
    player = play(tale.simple(), (1000, 600), keep=kept.append)
    before = player.window.place
    player.press(pygame.K_F11)
    assert player.context.preferences.full_screen
    assert kept[-1] == PlayerSettings(replace(Preferences(), full_screen=True), before), (
        "there is a place for next time"
    )
    assert (before.width, before.height) == (1000, 600)
    player.press(pygame.K_RETURN, mod=pygame.KMOD_LALT)
    assert not player.context.preferences.full_screen
    assert player.window.place == before


def test_a_first_play_over_the_whole_screen_leaves_a_place_for_the_window(tale: Tale, play: Seat) -> None:
    kept: list[PlayerSettings] = []
    player = play(tale.simple(), kept=PlayerSettings(Preferences(full_screen=True)), keep=kept.append)
    player.post(pygame.QUIT)
    assert kept[-1].preferences.full_screen
    window = kept[-1].window
    assert window
    assert (window.width, window.height) == (1280, 720)


def test_one_screen_dissolves_into_the_next(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(), kept=PlayerSettings(Preferences(reduce_motion=True)))
    player.wait(8)
    title = pygame.image.tobytes(player.window.canvas, "RGB")
    player.take("Settings")
    player.game.frame(TIMING.dissolve / 2)
    between = pygame.image.tobytes(player.window.canvas, "RGB")
    player.wait(2)
    settings = pygame.image.tobytes(player.window.canvas, "RGB")
    assert len({title, between, settings}) == 3


def test_a_picture_of_the_window_is_kept_and_said_where(tale: Tale, play: Seat, tmp_path: Path) -> None:
    player = play(tale.simple(), pictures=tmp_path / "Pictures")
    player.wait(4)
    shown = pygame.image.tobytes(player.window.canvas, "RGB")
    player.press(pygame.K_F12, pygame.K_F12)
    kept = sorted((tmp_path / "Pictures").iterdir())
    assert len(kept) == 2, "none is written over another"
    assert pygame.image.tobytes(pygame.image.load(kept[0]), "RGB") == shown
    assert player.notice
    assert "A picture is kept in " in player.notice
    player.wait(0.5)
    assert pygame.image.tobytes(player.window.canvas, "RGB") != shown, "which is said in the window"
    player.wait(20)
    assert player.notice is None


def test_a_picture_that_cannot_be_kept_is_no_trouble(tale: Tale, play: Seat, tmp_path: Path) -> None:
    (tmp_path / "Pictures").write_text("no folder", encoding="utf-8")
    player = play(tale.simple(), pictures=tmp_path / "Pictures")
    player.press(pygame.K_F12)
    assert player.notice
    assert player.notice.startswith("The picture cannot be kept: ")
    player.begin()
    assert player.reading


def test_without_its_text_a_page_is_its_painting_and_no_time_passes(tale: Tale, play: Seat) -> None:
    story = tale.story(tale.scene("start", Arrive("light"), "Well?", way=tale.menu(tale.option("yes"), silence=3)))
    player = play(story)
    player.begin()
    player.finish_page()
    column = pygame.Rect(player.context.type.metrics.left("right"), 100, 300, 400)
    veiled = pygame.transform.average_color(player.window.canvas.subsurface(column))
    player.press(pygame.K_h)
    player.wait(30)
    bare = pygame.transform.average_color(player.window.canvas.subsurface(column))
    assert sum(bare[:3]) > sum(veiled[:3]) + 20
    player.click((700, 300))
    assert player.reading.page.scene == "start", "the click that brings the text back takes nothing"
    player.press(pygame.K_h)
    player.press(pygame.K_h)
    assert player.reading
