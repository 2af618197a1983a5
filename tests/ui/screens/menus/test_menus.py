"""The screens that are menus: what they offer, in order, and that nothing happens behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.play.playthrough import start
from game.play.timeline import Timeline
from game.saves.preferences import OFFERED, PlayerSettings, Preferences
from game.saves.runs.replay import LoadedRun
from game.story.model import Arrive, Ending
from game.ui.input.events import intent_of
from game.ui.screens.menus.help import KEYS, HelpScreen
from game.ui.screens.menus.notes import NotesScreen
from game.ui.screens.menus.pause import PauseScreen
from game.ui.screens.menus.settings import SHOWN, SettingsScreen
from game.ui.screens.menus.title import TitleScreen
from game.ui.screens.reading.chapter_card import ChapterCard
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.theme.timing import TIMING

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.saves.keeper import Keeper
    from game.story.model import Story
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]
    Keeping: TypeAlias = Callable[[Story], Keeper]

NAMES = tuple(SHOWN)


@pytest.fixture
def dark() -> bool:
    """Nothing is read from a picture here that does not ask for light."""
    return True


def said(player: Player) -> list[str]:
    return [each.spoken for each in player.screen.focusables(player.context)]


def silence_left(player: Player) -> float | None:
    reading = player.reading
    return reading.silence.left(reading.page.next, player.context.clock)


def paused(tale: Tale, play: Seat, **settings: object) -> Player:
    player = play(tale.simple(), **settings)
    player.begin()
    player.finish_page()
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, PauseScreen)
    return player


def test_every_screen_tells_what_can_be_taken_in_order(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(notes=("Blood.",)))
    assert said(player) == ["Begin", "Settings", "Keys", "Content notes", "Quit"]
    player.press(pygame.K_RETURN)
    assert said(player) == ["Begin", "Back"]
    player.press(pygame.K_RETURN)
    assert said(player) == [], "on a chapter's card there is nothing to take"
    player.press(pygame.K_SPACE)
    player.finish_page()
    assert said(player) == ["1: Say yes.", "2: Say no. Not now. You cannot.", "3: Say on.", "Menu"]
    player.press(pygame.K_ESCAPE)
    assert said(player) == [
        "Read on",
        "Go back a page. Not now.",
        "Go on a page again. Not now.",
        "What was read",
        "Skip what you know",
        "To the next choice",
        "Save",
        "Load. Not now.",
        "Settings",
        "Keys",
        "Content notes",
        "To the title",
        "Quit",
    ]
    player.take("Settings")
    assert said(player)[:2] == ["Text size: 100 %", "Typeface: Garamond"]
    assert said(player)[-1] == "Back"


def test_what_is_told_is_where_it_can_be_clicked(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(notes=("Blood.",)))
    settings = next(each for each in player.screen.focusables(player.context) if each.spoken == "Settings")
    player.click(settings.at.center)
    assert isinstance(player.screen, SettingsScreen)


def test_tab_goes_round_all_that_can_be_taken(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    seen = []
    for _ in range(4):
        player.press(pygame.K_TAB)
        seen += [each.spoken for each in player.screen.focusables(player.context) if each.focused]
    assert seen == ["1: Say yes.", "3: Say on.", "Menu", "1: Say yes."]
    player.press(pygame.K_TAB, pygame.K_TAB)
    player.press(pygame.K_RETURN)
    assert isinstance(player.screen, PauseScreen)


def test_the_menu_in_the_header_can_be_clicked(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    menu = next(each for each in player.screen.focusables(player.context) if each.spoken == "Menu")
    player.click(menu.at.center)
    assert isinstance(player.screen, PauseScreen)
    player.take("Read on")
    assert isinstance(player.screen, ReadingScreen)


def test_the_menu_over_a_page_leads_to_the_endings_once_one_was_met(tale: Tale, play: Seat) -> None:
    player = paused(tale, play, ended=frozenset({"over"}))
    player.take("Endings")
    assert said(player) == ["All Over. Met. See it again.", "Back"]
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, PauseScreen)


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, pygame.K_F1, pygame.K_h, pygame.K_l])
@pytest.mark.parametrize("by", ["key", "pointer"])
def test_who_comes_back_to_a_page_reads_on_with_enter(key: int, by: str, tale: Tale, play: Seat) -> None:
    player = play(
        tale.story(tale.scene("start", "In.", way=tale.go("on")), tale.scene("on", "On.", way=tale.go("end")))
    )
    player.begin()
    player.finish_page()
    menu = next(each for each in player.screen.focusables(player.context) if each.spoken == "Menu")
    if by == "pointer":
        player.point(menu.at.center)
        player.click(menu.at.center)
    else:
        player.press(pygame.K_TAB, pygame.K_RETURN)
    assert isinstance(player.screen, PauseScreen)
    player.wait(0.5)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, ReadingScreen)
    player.press(key)
    player.wait(0.5)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, ReadingScreen)
    player.press(pygame.K_RETURN)
    assert player.reading.page.scene == "on"


def test_a_pointer_that_rests_on_the_menu_does_not_have_enter_open_it(tale: Tale, play: Seat) -> None:
    player = play(
        tale.story(tale.scene("start", "In.", way=tale.go("on")), tale.scene("on", "On.", way=tale.go("end")))
    )
    player.begin()
    player.finish_page()
    menu = next(each for each in player.screen.focusables(player.context) if each.spoken == "Menu")
    player.point(menu.at.center)
    player.press(pygame.K_RETURN)
    assert player.reading.page.scene == "on"


def many_endings(tale: Tale, *met: int) -> tuple[Story, frozenset[str]]:
    story = tale.simple()
    endings = {
        f"e{n}": Ending(f"e{n}", f"Ending the {n}th", "A hint that takes " + "many words " * 12) for n in range(24)
    }
    return replace(story, endings={**story.endings, **endings}), frozenset(f"e{n}" for n in met)


@pytest.mark.parametrize("met", [(3,), (0, 1, 2), (2, 12, 23), (22,), tuple(range(24))])
def test_the_endings_are_walked_in_the_order_they_are_read_and_round(
    met: tuple[int, ...], tale: Tale, play: Seat
) -> None:
    story, ended = many_endings(tale, *met)
    player = play(story, (960, 540), ended=ended)
    player.take("Endings")
    wanted = [f"Ending the {n}th" for n in met]
    walked, seen = list[str](), set[str]()
    column = player.screen.column(player.context)  # type: ignore[attr-defined]
    for _ in range(400):
        player.glide()
        here = player.screen.focusables(player.context)
        in_sight = [each for each in here if 2 * column.window.clip(each.at).height >= each.at.height]
        seen |= {each.spoken for each in in_sight}
        focused = [each for each in here if each.focused]
        walked += [each.spoken.split(".")[0] for each in focused if [each.spoken.split(".")[0]] != walked[-1:]]
        if len(walked) > len(met) + 1:
            break
        player.press(pygame.K_DOWN)
    assert walked == [*wanted, "Back", wanted[0]], "none is passed over"
    assert len(seen) == len(here), "and all was in sight on the way"


def test_what_is_in_focus_and_out_of_sight_is_shown_before_it_is_taken(tale: Tale, play: Seat) -> None:
    story, _ = many_endings(tale)
    player = play(story, (960, 540), ended=frozenset({"e23"}))
    player.take("Endings")
    screen = player.screen
    player.press(pygame.K_RETURN)
    assert type(player.screen) is type(screen)
    row = next(each for each in player.screen.focusables(player.context) if each.focused)
    player.glide()
    row = next(each for each in player.screen.focusables(player.context) if each.focused)
    assert row.at.bottom <= 540


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080)])
@pytest.mark.parametrize("where", ["Settings", "Keys", "Content notes", "Credits"])
def test_pages_home_and_end_go_as_far_as_it_goes(where: str, size: tuple[int, int], tale: Tale, play: Seat) -> None:
    story = tale.simple(notes=("Blood, and more of it. " * 9,) * 9, credits=("By many hands. " * 9,) * 9)
    player = play(story, size, kept=PlayerSettings(Preferences(text_size=200)))
    player.take(where)
    screen = player.screen
    for there, back in (
        (pygame.K_END, pygame.K_HOME),
        (pygame.K_PAGEDOWN, pygame.K_PAGEUP),
        (pygame.K_DOWN, pygame.K_UP),
    ):
        for key, at_end in ((there, True), (back, False)):
            for _ in range(1 if key in (pygame.K_END, pygame.K_HOME) else 60):
                column = player.screen.column(player.context)  # type: ignore[attr-defined]
                if player.screen.browsing.scroll.target == (column.farthest if at_end else 0):  # type: ignore[attr-defined]
                    break
                player.press(key)
                player.glide()
            assert player.screen.browsing.scroll.target == (column.farthest if at_end else 0)  # type: ignore[attr-defined]
    assert type(player.screen) is type(screen)


@pytest.mark.parametrize("text_size", [80, 100, 150, 200])
@pytest.mark.parametrize("size", [(960, 540), (1280, 720), (1920, 1080), (1024, 1366)])
@pytest.mark.parametrize("place", ["cave", "hall"])
def test_a_notice_hides_nothing_to_take_or_to_read(
    place: str, size: tuple[int, int], text_size: int, tale: Tale, play: Seat
) -> None:
    story = tale.story(tale.scene("start", Arrive(place), "word " * 300, way=tale.menu(tale.option("yes"))))
    kept = PlayerSettings(Preferences(text_size=text_size, reduce_motion=True))
    player = play(story, size, kept=kept, dark=False)
    player.begin()
    player.wait(2)
    before = player.window.canvas.copy()
    player.press(pygame.K_F5)
    assert player.notice
    player.wait(1)
    metrics = player.context.type.metrics
    side = player.screen.scenery(player.context.story).side
    column = pygame.Rect(metrics.left(side) - metrics.em(0.8), 0, metrics.column_width + metrics.em(0.8), size[1])
    column = column.clip(before.get_rect())
    one, other = (pygame.image.tobytes(each.subsurface(column), "RGB") for each in (before, player.window.canvas))
    assert one == other
    assert pygame.image.tobytes(before, "RGB") != pygame.image.tobytes(player.window.canvas, "RGB")


def test_notes_come_before_a_first_play_and_not_before_the_next(tale: Tale, play: Seat) -> None:
    story = tale.simple(notes=("Blood.",))
    player = play(story)
    player.press(pygame.K_RETURN)
    assert isinstance(player.screen, NotesScreen)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, TitleScreen)
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    assert isinstance(player.screen, ChapterCard)
    again = play(story, ended=frozenset({"over"}))
    again.press(pygame.K_RETURN)
    assert isinstance(again.screen, ChapterCard)


def test_who_made_it_can_be_read_from_the_title(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(credits=("Written by many hands.",)))
    player.take("Credits")
    assert isinstance(player.screen, NotesScreen)
    texts = player.screen.column(player.context).texts
    words = ["".join(piece.text for line in each.text.block.lines for piece in line) for each in texts]
    assert words == ["Credits", "Written by many hands."]
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, TitleScreen)


def test_a_page_is_as_it_was_when_the_menu_closes(tale: Tale, play: Seat) -> None:
    player = paused(tale, play)
    before = player.game.layers[0].screen
    player.wait(60)
    player.press(pygame.K_ESCAPE)
    assert player.screen == before


def test_a_page_comes_to_rest_as_soon_after_it_was_left_as_before(
    tale: Tale, play: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_h)
    player.wait(120)
    player.press(pygame.K_h)
    player.wait(TIMING.lively + TIMING.rest + 5)
    drawn: list[int] = []
    monkeypatch.setattr(type(player.window), "flip", lambda _: drawn.append(1))
    player.wait(5)
    assert drawn == []


def test_silence_is_not_kept_under_a_menu(tale: Tale, play: Seat) -> None:
    story = tale.story(tale.scene("start", "Well?", way=tale.menu(tale.option("yes"), silence=4)))
    player = play(story)
    player.begin()
    player.wait(3.2)
    left = silence_left(player)
    assert left is not None
    player.press(pygame.K_ESCAPE)
    player.wait(30)
    player.press(pygame.K_ESCAPE)
    still = silence_left(player)
    assert still == pytest.approx(left, abs=0.02)
    player.wait(5)
    assert player.reading.page.scene == "end"


def test_from_the_menu_a_page_back_and_to_the_title_and_on(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_3)
    player.press(pygame.K_ESCAPE)
    player.take("Go back a page")
    assert player.reading.page.scene == "start"
    player.finish_page()
    player.press(pygame.K_3, pygame.K_ESCAPE)
    player.take("To the title")
    assert isinstance(player.screen, TitleScreen)
    assert said(player)[0] == "Continue"
    player.press(pygame.K_RETURN)
    assert player.reading.page.scene == "further"


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_stepped_left_and_right_and_kept(name: str, tale: Tale, play: Seat) -> None:
    kept: list[PlayerSettings] = []
    player = play(tale.simple(), keep=kept.append)
    player.take("Settings")
    for _ in range(NAMES.index(name)):
        player.press(pygame.K_DOWN)
    offered, before = OFFERED[name], getattr(Preferences(), name)
    player.press(pygame.K_RIGHT)
    assert getattr(kept[-1].preferences, name) == offered[(offered.index(before) + 1) % len(offered)]
    player.press(pygame.K_LEFT)
    assert kept[-1].preferences == Preferences()


def test_every_setting_there_is_can_be_set() -> None:
    assert set(NAMES) == set(OFFERED)


def test_a_click_on_the_sign_before_a_value_is_less_and_elsewhere_more(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.take("Settings")
    player.wait(TIMING.guard)
    music = NAMES.index("music")
    for place, volume in ((-4, 90), (-200, 100), (None, 90)):
        row = player.screen.focusables(player.context)[music]
        lit = player.screen.column(player.context).rows[music].lit_value  # type: ignore[attr-defined]
        player.click((row.at.right - lit.width + 2 if place is None else row.at.right + place, row.at.centery))
        assert player.context.preferences.music == volume


def test_the_signs_around_a_value_show_which_ways_it_can_go(tale: Tale, play: Seat) -> None:
    assert Preferences(text_size=80).ways("text_size") == (False, True)
    assert Preferences(text_size=200).ways("text_size") == (True, False)
    assert Preferences().ways("full_screen") == (True, True)


def test_a_second_click_is_not_taken_for_what_came_under_it(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    settings = next(each for each in player.screen.focusables(player.context) if each.spoken == "Settings")
    player.click(settings.at.center)
    before = player.context.preferences
    player.click(settings.at.center)
    assert player.context.preferences == before
    assert isinstance(player.screen, SettingsScreen)


def test_a_pointer_that_rests_where_the_window_opens_takes_the_focus_from_nothing(tale: Tale, play: Seat) -> None:
    left = play(tale.simple())
    left.begin()
    player = play(tale.simple(), left=left.reading.kept)
    again = next(each for each in player.screen.focusables(player.context) if each.spoken == "Begin again")
    player.post(pygame.MOUSEMOTION, pos=again.at.center)
    assert [each.spoken for each in player.screen.focusables(player.context) if each.focused] == ["Continue"]
    player.point(again.at.center)
    assert [each.spoken for each in player.screen.focusables(player.context) if each.focused] == ["Begin again"]


def test_settings_are_in_force_at_once(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(), kept=PlayerSettings(Preferences(text_size=150, music=30, typeface="sans")))
    assert player.context.type.metrics.scale == 1.5
    assert (player.heard.levels.music, player.heard.levels.effects) == (30, 80)
    assert player.context.type.family.value == "sans"
    player.press(pygame.K_MINUS, mod=pygame.KMOD_LCTRL)
    assert player.context.type.metrics.scale == 1.4


def test_without_a_limit_silence_is_an_option_like_the_others(tale: Tale, play: Seat) -> None:
    story = tale.story(tale.scene("start", "Well?", way=tale.menu(tale.option("yes"), silence=2)))
    player = play(story, kept=PlayerSettings(Preferences(silence="off")))
    player.begin()
    player.finish_page()
    player.wait(20)
    assert player.reading.page.scene == "start"
    assert silence_left(player) is None
    player.press(pygame.K_2)
    assert player.reading.page.scene == "end"


@pytest.mark.parametrize(("silence", "seconds"), [("usual", 2), ("slow", 4)])
def test_there_is_as_long_to_answer_as_the_player_wants(silence: str, seconds: int, tale: Tale, play: Seat) -> None:
    story = tale.story(tale.scene("start", "Well?", way=tale.menu(tale.option("yes"), silence=2)))
    player = play(story, kept=PlayerSettings(Preferences(silence=silence)))
    player.begin()
    player.finish_page()
    for _ in range(200):
        if player.reading.silence.running:
            break
        player.game.frame(0.05)
    player.wait(seconds - 0.2)
    assert player.reading.page.scene == "start"
    player.wait(0.4)
    assert player.reading.page.scene == "end"


def test_at_once_a_page_is_there_at_once(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(), kept=PlayerSettings(Preferences(text_speed="at once")))
    player.begin()
    player.wait(0.1)
    assert player.reading.text.whole
    assert said(player)[0] == "1: Say yes."


def test_keys_are_shown_from_anywhere_and_only_once(tale: Tale, play: Seat) -> None:
    player = paused(tale, play)
    player.press(pygame.K_F1, pygame.K_F1)
    assert isinstance(player.screen, HelpScreen)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, PauseScreen)


def test_every_key_that_is_named_does_something() -> None:
    names = {"Enter": "RETURN", "+": "PLUS", "−": "MINUS", "/": "SLASH"}
    for keys, _ in KEYS:
        mod = pygame.KMOD_CTRL if keys.startswith("Ctrl") else pygame.KMOD_NONE
        plain = (
            keys.replace("Ctrl and ", "")
            .replace("Alt and ", "")
            .replace("Shift and ", "")
            .replace(";", ",")
            .replace(" to ", ", ")
        )
        for name in plain.split(", "):
            word = names.get(name) or (name.lower() if len(name) == 1 else name.upper().replace(" ", ""))
            key = getattr(pygame, f"K_{word}")
            pressed = pygame.Event(pygame.KEYDOWN, key=key, mod=mod, scancode=0)
            assert intent_of(pressed) is not None, name


def test_quitting_keeps_the_play_for_next_time(tale: Tale, play: Seat, keeping: Keeping) -> None:
    keeper = keeping(tale.simple())
    player = play(tale.simple(), keeper=keeper)
    player.begin()
    player.finish_page()
    player.press(pygame.K_3, pygame.K_ESCAPE)
    player.take("Quit")
    assert not player.game.open
    again = play(tale.simple(), left=keeper.resume())
    assert said(again)[:2] == ["Continue", "Begin again"]
    again.press(pygame.K_RETURN)
    assert again.reading.page.scene == "further"


def test_an_ending_leaves_nothing_to_go_on_with(tale: Tale, play: Seat, keeping: Keeping) -> None:
    keeper = keeping(tale.simple())
    player = play(tale.simple(), keeper=keeper)
    player.begin()
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    player.post(pygame.QUIT)
    assert keeper.endings == {"over"}
    assert keeper.resume() is None
    assert isinstance(keeper.load("auto"), LoadedRun), "and yet nothing is lost"


def test_a_story_may_have_key_art_of_its_own(tale: Tale) -> None:
    from dataclasses import replace

    from game.story.model import Place

    story = tale.simple()
    assert TitleScreen.of(story).place == story.places["cave"], "else the picture is that of the first page"
    art = Place("title", "key_art")
    story = replace(story, places={**story.places, "title": art})
    assert TitleScreen.of(story, Timeline(start(story))).place == art
