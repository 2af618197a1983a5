"""What lies behind the text: it lives, comes to rest, and keeps still for those who want it still."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.saves.preferences import PlayerSettings, Preferences
from game.story.model import Arrive, Place
from game.story.variables import Assign, Range, Variable
from game.ui.scenery.air import KINDS, Air
from game.ui.scenery.breath import Breath
from game.ui.scenery.fog import Fog
from game.ui.scenery.light import Light
from game.ui.scenery.near import Near
from game.ui.scenery.paintings import DRIFT, edge_of
from game.ui.scenery.scenery import Shade
from game.ui.scenery.veil import Veil
from game.ui.theme.metrics import Metrics
from game.ui.theme.timing import TIMING, Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

METRICS = Metrics.of((1280, 720))
VEIL = Veil(Shade.COLUMN, "right", METRICS, edge_of(METRICS))
STEP = 1 / 30
SPENT = (Assign("torch", 0),)


def breathed(breath: Breath, seconds: float, start: float) -> Breath:
    for frame in range(round(seconds / STEP)):
        breath = breath.after(STEP, Clock(start + frame * STEP), happened=frame == 0)
    return breath


def lamp() -> pygame.Surface:
    """A dark picture with one light at the left."""
    picture = pygame.Surface((1280 + 2 * VEIL.edge, 720 + 2 * VEIL.edge), depth=24)
    picture.fill((30, 26, 22))
    pygame.draw.circle(picture, (255, 210, 120), (300, 300), 90)
    return picture


def frame(player: Player) -> bytes:
    return pygame.image.tobytes(player.window.canvas, "RGB")


def test_a_scene_lives_while_something_happens_and_then_comes_to_rest() -> None:
    lively = breathed(Breath(), TIMING.lively - 1, 0)
    assert lively.rate == 1
    assert lively.lived > TIMING.lively / 2
    resting = breathed(Breath(), TIMING.lively + TIMING.rest + 1, 0)
    assert not resting.moving
    assert breathed(resting, 1, 100).moving, "and wakes when something happens again"


@given(st.lists(st.floats(0, 0.25), max_size=200))
def test_a_scene_never_jumps(passed: list[float]) -> None:
    breath, now = Breath(), 0.0
    for each in passed:
        now += each
        later = breath.after(each, Clock(now), happened=False)
        assert breath.lived <= later.lived <= breath.lived + each
        breath = later


def test_the_picture_drifts_and_keeps_still_once_at_rest(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", Arrive("light"), "Words.", way=tale.go("end"))))
    player.begin()
    player.finish_page()
    player.wait(3)
    early = frame(player)
    player.wait(3)
    assert frame(player) != early
    player.wait(TIMING.lively + TIMING.rest)
    resting = frame(player)
    player.wait(5)
    assert frame(player) == resting


def test_with_less_motion_nothing_moves_behind_the_text(tale: Tale, play: Seat) -> None:
    still = PlayerSettings(Preferences(reduce_motion=True))
    player = play(tale.story(tale.scene("start", Arrive("light"), "Words.", way=tale.go("end"))), kept=still)
    player.begin()
    player.finish_page()
    player.wait(4)
    early = frame(player)
    player.press(pygame.K_DOWN)
    player.wait(3)
    assert frame(player) == early


def test_light_is_where_the_picture_is_bright_and_not_under_the_text() -> None:
    light = Light.of(lamp(), VEIL)
    assert light
    assert light.at.collidepoint(300, 300)
    assert light.at.width < 500
    red, green, blue = light.color
    assert red > green > blue
    canvas = pygame.Surface((1280, 720))
    light.draw(canvas, (-VEIL.edge, -VEIL.edge), 2.0, 1.0)
    assert canvas.get_at((300 - VEIL.edge, 300 - VEIL.edge))[0] > 10
    assert canvas.get_at((1000, 300))[:3] == (0, 0, 0)


def test_a_dark_picture_has_no_light() -> None:
    dark = pygame.Surface((1280, 720), depth=24)
    dark.fill((60, 50, 40))
    assert Light.of(dark, VEIL) is None


def test_light_swells_slower_than_three_times_a_second() -> None:
    light = Light.of(lamp(), VEIL)
    assert light
    levels = []
    for step in range(600):  # a minute
        canvas = pygame.Surface((1280, 720))
        light.draw(canvas, (0, 0), step / 10, 1.0)
        levels.append(canvas.get_at((300, 300))[0])
    turns = sum(
        (b - a) * (c - b) < 0 for a, b, c in zip(levels, levels[1:], levels[2:], strict=False)
    )  # two of them are one flash
    assert turns / 2 / 60 < 3
    assert max(levels) - min(levels) > 5, "but swell it does"


@pytest.mark.parametrize("kind", [*KINDS, "fog"])
def test_what_is_in_the_air_moves_and_is_seen_where_there_is_no_text(kind: str) -> None:
    light = Light.of(lamp(), VEIL)
    air = Fog(VEIL, light) if kind == "fog" else Air(KINDS[kind], VEIL, light)
    frames = []
    for lived in (5.0, 5.5):
        canvas = pygame.Surface((1280, 720))
        air.draw(canvas, lived, 1.0)
        column = pygame.Rect(METRICS.left("right"), 0, METRICS.column_width, 720)
        assert max(pygame.transform.average_color(canvas.subsurface(column))[:3]) == 0
        dark = pygame.mask.from_threshold(canvas, (0, 0, 0), (5, 5, 5, 255))
        assert 1280 * 720 - dark.count() > 100
        frames.append(pygame.image.tobytes(canvas, "RGB"))
    assert frames[0] != frames[1]


def test_fog_goes_by_without_a_jump_and_comes_round_again() -> None:
    fog = Fog(Veil(Shade.NONE, "right", METRICS, VEIL.edge), None)
    frames = []
    for step in range(2700, 3300):  # it begins again after 299 seconds
        canvas = pygame.Surface((1280, 720))
        fog.draw(canvas, step / 10, 1.0)
        frames.append(canvas.get_at((640, 600))[0])
    assert max(frames) - min(frames) > 8, "it comes and goes"
    assert all(abs(b - a) <= 1 for a, b in pairwise(frames)), "and never jumps"


def test_embers_rise_and_grit_falls() -> None:
    assert KINDS["embers"].rise > 0 > KINDS["grit"].rise
    assert KINDS["grit"].rise < KINDS["dust"].rise < 0


def test_a_place_without_a_painting_shows_what_is_there_in_words(tale: Tale, play: Seat) -> None:
    story = tale.story(tale.scene("start", Arrive("cave"), "Words.", way=tale.go("end")))
    about = Place("cave", "no_such_picture", "left", "A cave, and somebody in it.", "still")
    frames = []
    for place in (replace(about, about=""), about):
        player = play(replace(story, places={**story.places, "cave": place}))
        player.begin()
        player.finish_page()
        player.wait(3)
        frames.append(player.window.canvas.copy())
    without, shown = frames
    different = pygame.mask.from_threshold(shown, (0, 0, 0), (6, 6, 6, 255), without)
    different.invert()
    where = different.get_bounding_rects()
    assert where
    around = where[0].unionall(where[1:])
    left, right = METRICS.free("left")
    assert left <= around.left
    assert around.right <= right


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080)])
def test_those_words_have_room_at_any_size_of_text(size: tuple[int, int]) -> None:
    from game.ui.scenery.description import LEAST

    for text_size in (80, 100, 200):
        metrics = Metrics.of(size, text_size)
        left, right = metrics.free("right")
        assert right - left - 2 * metrics.px(90) >= LEAST * metrics.small


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("grey", [60, 140, 255])
def test_nobody_sees_where_the_veil_begins_or_ends(grey: int, side: str) -> None:
    veil = replace(VEIL, side=side)
    picture = pygame.Surface((1280 + 2 * VEIL.edge, 400))
    picture.fill((grey,) * 3)
    veil.lay(picture)
    high, wide = picture.get_height(), picture.get_width()
    levels = [pygame.transform.average_color(picture, (x, 0, 1, high))[1] for x in range(wide)]
    steps = [b - a for a, b in pairwise(levels)]
    assert max(map(abs, steps)) <= 3, "no edge"
    assert max(levels) - min(levels) > grey / 3, "and yet a veil"


def test_a_picture_comes_without_a_jerk(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", Arrive("light"), "Words.", way=tale.go("end"))))
    player.begin()
    free = pygame.Rect(0, 0, METRICS.left("right") - 100, 720)
    levels = []
    for _ in range(60):
        player.game.frame(1 / 30)
        levels.append(sum(pygame.transform.average_color(player.window.canvas.subsurface(free))[:3]) / 3)
    assert max(levels) - min(levels) > 20, "it does come"
    steps = [b - a for a, b in pairwise(levels[8:])]  # past the dissolve from the card
    assert all(abs(b - a) < 2 for a, b in pairwise(steps)), "and neither goes faster nor stops all at once"


def test_what_is_near_drifts_further_than_the_rest(tale: Tale, play: Seat, tmp_path: Path) -> None:
    size = (640, 360)
    far, near = pygame.Surface(size), pygame.Surface(size, pygame.SRCALPHA)
    far.fill((40, 40, 60), (0, 0, 100, 360))
    far.fill((90, 90, 120), (100, 0, 540, 360))
    near.fill((200, 160, 40, 255), (60, 200, 40, 100))
    whole = far.copy()
    whole.blit(near, (0, 0))
    (tmp_path / "paintings").mkdir()
    for name, picture in (("hill", whole), ("hill.far", far), ("hill.near", near)):
        pygame.image.save(picture, tmp_path / "paintings" / f"{name}.png")
    story = tale.story(tale.scene("start", Arrive("hill"), "Words.", way=tale.go("end")))
    story = replace(story, places={"hill": Place("hill", "hill", "right", air="still")})
    player = play(story, assets=tmp_path)
    player.begin()
    player.finish_page()
    player.wait(3)
    ways = []
    for lived in (TIMING.drift / 4, 3 * TIMING.drift / 4):  # as far as it goes to either side
        player.game.stage.backdrop.breath = Breath(lived=lived)
        player.game.stage.change()
        player.game.frame(0)
        row = [player.window.canvas.get_at((x, 150))[0] for x in range(640)]
        edge = next(x for x in range(1, 640) if row[x] - row[x - 1] > 20)
        low = [player.window.canvas.get_at((x, 500)) for x in range(640)]
        start = next(x for x in range(640) if low[x][0] > low[x][2] + 30)
        ways.append((edge, start))
    (far_right, near_right), (far_left, near_left) = ways
    assert far_right - far_left == pytest.approx(DRIFT * METRICS.unit, abs=2)
    assert near_right - near_left == pytest.approx(2 * DRIFT * METRICS.unit, abs=2)


def test_a_near_picture_that_is_all_clear_is_none() -> None:
    clear = pygame.Surface((1280 + 2 * VEIL.edge, 720 + 2 * VEIL.edge), pygame.SRCALPHA)
    assert Near.of(clear, VEIL, (255, 255, 255), lamp()) is None


def test_of_a_near_picture_only_what_is_not_clear_is_kept_and_all_of_that() -> None:
    near = pygame.Surface((1280 + 2 * VEIL.edge, 720 + 2 * VEIL.edge), pygame.SRCALPHA)
    near.fill((10, 200, 10, 255), (50, 60, 30, 20))  # over the corner of four tiles
    near.fill((200, 10, 10, 128), (700, 500, 1, 1))
    layer = Near.of(near, Veil(Shade.NONE, "right", METRICS, VEIL.edge), (255, 255, 255), lamp())
    assert layer
    for tiles in layer.phases:
        assert sum(tile.get_width() * tile.get_height() for tile, _, _ in tiles) <= 31 * 20 + 2
    drawn = pygame.Surface(near.get_size(), pygame.SRCALPHA)
    layer.draw(drawn, 0, 0, near.get_size())
    assert pygame.image.tobytes(drawn, "RGBA") == pygame.image.tobytes(near.premul_alpha(), "RGBA")


def test_a_place_is_as_light_as_the_story_says_and_gets_darker_without_a_jump(tale: Tale, play: Seat) -> None:
    story = tale.story(
        tale.scene(
            "start", Arrive("tunnel"), "Words.", way=tale.menu(replace(tale.option("on", "deep"), changes=SPENT))
        ),
        tale.scene("deep", "More words.", way=tale.go("end")),
    )
    torch = Variable("torch", Range(0, 2), 2)
    story = replace(
        story,
        variables={**story.variables, "torch": torch},
        places={"tunnel": Place("tunnel", "cavern_light", "right", air="still", lit_by="torch")},
    )
    player = play(story)
    player.begin()
    player.finish_page()
    player.wait(3)
    free = pygame.Rect(0, 0, METRICS.left("right") - 100, 720)

    def level() -> float:
        return sum(pygame.transform.average_color(player.window.canvas.subsurface(free))[:3]) / 3

    before, levels = level(), []
    player.press(pygame.K_1)
    for _ in range(120):
        player.game.frame(1 / 30)
        levels.append(level())
    assert levels[-1] < 0.75 * before
    assert max(a - b for a, b in pairwise(levels)) < 0.06 * before
