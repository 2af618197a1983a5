"""Every menu of the real story comes whole in sight, however large window and text are, and whichever way it is come to.

Pages are laid out and not drawn, by one typesetter a size, so that all of them can be tried.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.play.opening import open_page
from game.play.page import Choosing, Stuck, page_of
from game.play.playthrough import Origin, Playthrough, choose, read_on, show_whole, start
from game.play.situation import Card
from game.play.timeline import Timeline
from game.story.model import Menu, Passage
from game.ui.column.column import Column
from game.ui.column.content import RowKey
from game.ui.input.bindings import WHEEL_LINES
from game.ui.input.intents import Advance, Confirm
from game.ui.screens.context import Context
from game.ui.screens.menus.help import HelpScreen
from game.ui.screens.menus.settings import SettingsScreen
from game.ui.screens.reading.answer_time import AnswerTime
from game.ui.screens.reading.pagination import Pagination
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.screens.reading.reveal import Reveal
from game.ui.screens.screen import Become, ScreenChange, TurnTo
from game.ui.text.fonts import Fonts
from game.ui.text.typesetter import Typesetter
from game.ui.theme.metrics import Metrics, Size
from game.ui.theme.timing import TIMING, Clock
from tests.saves.runs import real_story

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

FONTS = Path(__file__).resolve().parents[4] / "assets" / "fonts"
SIZES = [(size, text) for size in ((960, 540), (1280, 720), (1920, 1080)) for text in (80, 100, 150, 200)]
SEED, RUNS, LONGEST = 15, 10, 200
LATER = 3600.0  # seconds, in which anything has come that comes by itself


@cache
def menus() -> tuple[Playthrough, ...]:
    """A page for every menu of the real story, shown whole, and one more for every other set of options of it that some
    plays at random came to."""
    story, dice, found = real_story(), Random(SEED), dict[object, Playthrough]()
    for _ in range(RUNS):
        at = start(story)
        for _ in range(LONGEST):
            at = show_whole(at, open_page(story, at.now).events)
            page = page_of(story, at)
            if isinstance(page.next, Choosing):
                options = page.next.options
                found.setdefault((page.scene, *((each.id, each.enabled) for each in options)), at)
                at = choose(story, at, dice.choice([each.number for each in options if each.enabled]))
            elif (reached := read_on(story, at)) is not None:
                at = reached[0]
            else:
                break
    met = {at.now.scene for at in found.values()}
    for scene in story.scenes.values():
        if isinstance(scene.exit, Menu) and scene.id not in met:
            at = start(story, Origin(scene.id))
            found[scene.id] = show_whole(at, open_page(story, at.now).events)
    return tuple(found.values())


@pytest.fixture(scope="module", autouse=True)
def display() -> None:
    pygame.display.init()


def context(size: Size, text_size: int, now: float = LATER) -> Context:
    return Context(real_story(), typesetter(size, text_size), Clock(now))


@cache
def typesetter(size: Size, text_size: int) -> Typesetter:
    return Typesetter(Fonts(FONTS), Metrics.of(size, text_size))


def came_to(at: Playthrough, cursor: int) -> ReadingScreen:
    text = Reveal.of(real_story(), Timeline(at), cursor, 0.0)
    return ReadingScreen(Pagination(text), AnswerTime(begun=0.0))


def become(screen: ReadingScreen, change: ScreenChange | None) -> ReadingScreen:
    assert isinstance(change, Become | None)
    after = change.screen if change else screen
    assert isinstance(after, ReadingScreen)
    return after


def in_sight(screen: ReadingScreen, column: Column) -> bool:
    """Whether the menu is whole; or, where the window is smaller than the menu, its first option, and a sign of more."""
    top = screen.browsing.scroll.target
    bottom = top + column.window.height
    if column.rows[-1].inked - column.foot <= column.window.height:
        return top <= column.foot and column.beyond(top) == (0, 0)
    return top <= column.rows[0].top and column.rows[0].bottom <= bottom and column.beyond(top)[1] > 0


def test_all_of_them_are_tried() -> None:
    wanted = {scene.id for scene in real_story().scenes.values() if isinstance(scene.exit, Menu)}
    assert {at.now.scene for at in menus()} == wanted
    assert len(wanted) >= 126
    options = [
        option
        for at in menus()
        if isinstance(next := page_of(real_story(), at).next, Choosing | Stuck)
        for option in next.options
    ]
    assert any(option.reason for option in options), "locked ones among them"
    assert any(option.after is not None for option in options), "and silence"


@pytest.mark.parametrize(("size", "text_size"), SIZES)
def test_a_menu_read_on_to_is_in_sight(size: Size, text_size: int) -> None:
    here = context(size, text_size)
    for at in menus():
        events = open_page(real_story(), at.now).events
        after_card = max((number for number, event in enumerate(events, start=1) if isinstance(event, Card)), default=0)
        screen = came_to(at, after_card)
        for _ in range(100):
            screen = become(screen, screen.handle(Advance(), here))
            if screen.pagination.opened is not None:
                break
        assert in_sight(screen, screen.column(here)), at.now.scene


@pytest.mark.parametrize(("size", "text_size"), SIZES)
def test_a_menu_gone_back_to_or_loaded_is_in_sight_and_so_it_is_when_window_or_text_become_others(
    size: Size, text_size: int
) -> None:
    here, there = context(size, text_size), context((1280, 720), 140)
    for number, at in enumerate(menus()):
        screen = came_to(at, at.now.position)
        screen = become(screen, screen.pass_time(here))
        assert in_sight(screen, screen.column(here)), at.now.scene
        if number % 12:
            continue
        screen = screen.refit(there)
        screen = become(screen, screen.pass_time(there))
        assert in_sight(screen, screen.column(there)), at.now.scene


@pytest.mark.parametrize(
    ("size", "text_size", "patience", "part"),
    [((1280, 720), 100, 0.8, 0), ((1280, 720), 100, 30.0, 1), ((960, 540), 150, 2.5, 2)],
)
def test_every_press_is_answered_by_something_that_is_seen_besides_a_sign(
    size: Size, text_size: int, patience: float, part: int
) -> None:
    """However long a reader waits between them, if not while something is coming."""
    story = real_story()
    for scene in [scene for scene in story.scenes.values() if not isinstance(scene.exit, Passage)][part::3]:
        screen, now = came_to(start(story, Origin(scene.id)), 1), 0.0
        screen = become(screen, screen.pass_time(context(size, text_size, now)))
        for press in range(200):
            now += patience
            screen = become(screen, screen.pass_time(context(size, text_size, now)))
            while now - screen.text.arrived[-1] < TIMING.arrive:
                now += TIMING.arrive
                screen = become(screen, screen.pass_time(context(size, text_size, now)))
            before = shown(screen)
            change = screen.handle(Confirm(), context(size, text_size, now))
            if isinstance(change, TurnTo) or (
                isinstance(change, Become) and not isinstance(change.screen, ReadingScreen)
            ):
                break
            screen = become(screen, change)
            assert shown(screen) != before, (scene.id, press)
            if screen.browsing.focus is not None:
                break
        else:
            pytest.fail(f"{scene.id} does not end")


def shown(screen: ReadingScreen) -> object:
    """What a reader sees of a page but the sign at its foot."""
    pagination = screen.pagination
    return (
        len(pagination.text.arrived),
        pagination.first,
        pagination.scenery(real_story()),
        pagination.opened is not None and pagination.offers,
        screen.browsing,
    )


def test_of_a_menu_that_no_window_holds_the_first_options_are_in_sight_and_it_says_how_many_are_not(
    tale: Tale, play: Seat
) -> None:
    player = play(tale.long(words=100, options=9), (960, 540))
    for _ in range(5):
        player.press(pygame.K_PLUS, mod=pygame.KMOD_LCTRL)
    player.begin()
    player.finish_page()
    player.glide()
    column, top = player.column, player.reading.browsing.scroll.target
    assert column.height - column.foot > column.window.height
    assert in_sight(player.reading, column)
    before, after = column.beyond(top)
    assert (before, after) == (0, sum(row.inked > top + column.window.height + 1 for row in column.rows))
    seen = set[RowKey]()
    for _ in range(9):
        player.press(pygame.K_DOWN)
        player.glide()
        row = player.column.row(player.reading.browsing.focus or 0)
        assert row
        assert player.reading.browsing.sees(row, player.column), "the focus takes the text along"
        seen.add(row.label.key)
    assert seen == set(range(1, 10))
    assert player.column.beyond(player.reading.browsing.scroll.target)[1] == 0


def test_a_line_that_an_edge_cuts_is_taken_away_from_the_edge_on_and_not_greyed(tale: Tale, play: Seat) -> None:
    player = play(tale.long(words=100, options=9), (1280, 720))
    for _ in range(5):
        player.press(pygame.K_PLUS, mod=pygame.KMOD_LCTRL)
    player.begin()
    player.finish_page()
    player.glide()
    column = player.column
    line = player.context.type.metrics.leading
    row = column.rows[1]
    wanted = row.top + line * 6 // 10 - column.window.height  # through its first line
    by = wanted - player.reading.browsing.scroll.target
    player.wheel(-by / line / WHEEL_LINES)
    player.wait(2)
    top = player.reading.browsing.above(player.column, player.game.now)
    above, below = player.column.cut(round(top) + column.window.height)
    assert above
    assert below
    cut = pygame.Rect(column.window.left, column.window.bottom - above, column.window.width, above)
    letters = player.window.canvas.subsurface(cut)
    upper, lower = (
        max(letters.get_at((x, y))[1] for x in range(cut.width) for y in rows)
        for rows in (range(above // 2), range(above - 3, above))
    )
    assert upper > lower + 60


def test_of_a_line_that_an_edge_leaves_only_tails_or_tops_nothing_is_seen(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", "jumpy gypsy " * 200, way=tale.go("end"))), (1280, 720))
    for _ in range(5):
        player.press(pygame.K_PLUS, mod=pygame.KMOD_LCTRL)
    player.begin()
    player.finish_page()
    column, line = player.column, player.context.type.metrics.leading
    assert column.farthest > 2 * line
    player.press(pygame.K_HOME)
    player.glide()
    player.wheel(-(line + line * 7 // 10) / line / WHEEL_LINES)
    player.wait(2)
    top = round(player.reading.browsing.above(player.column, player.game.now))
    _, left = player.column.cut(top)
    assert 0 < left < line // 3, "of the line that the upper edge cuts"
    place = pygame.Rect(column.window.left, column.window.top, column.window.width, left)
    tails = player.window.canvas.subsurface(place)
    brightest = max(tails.get_at((x, y))[1] for x in range(place.width) for y in range(place.height))
    assert brightest < 60


def test_rows_are_counted_where_they_are_what_comes_next(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(), (960, 540))
    for _ in range(5):
        player.press(pygame.K_PLUS, mod=pygame.KMOD_LCTRL)
    player.press(pygame.K_F1)
    keys = player.screen
    assert isinstance(keys, HelpScreen)
    column = keys.column(player.context)
    assert column.rows[-1].top > column.window.height
    assert column.beyond(0) == (0, 0), "it is the text that goes on"
    player.press(pygame.K_ESCAPE, pygame.K_DOWN, pygame.K_RETURN)
    settings = player.screen
    assert isinstance(settings, SettingsScreen)
    assert settings.column(player.context).beyond(0)[1] > 0
