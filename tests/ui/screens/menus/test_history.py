"""What was read, in the window: found again, gone back to, and the runs that were left taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import pygame
import pytest

from game.saves.preferences import PlayerSettings, Preferences
from game.ui.column.column import Column
from game.ui.column.content import RowKey
from game.ui.column.layout import lay_out
from game.ui.screens.menus.history import HistoryScreen
from game.ui.screens.reading.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.saves.keeper import Keeper
    from game.story.model import Story
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]
    Keeping: TypeAlias = Callable[[Story], Keeper]


@pytest.fixture
def dark() -> bool:
    """Nothing is read from a picture here."""
    return True


def said(player: Player) -> list[str]:
    return [each.spoken for each in player.screen.focusables(player.context)]


def further(tale: Tale, play: Seat, **settings: object) -> Player:
    """The third option taken, and the page after it read."""
    player = play(tale.simple(), **settings)
    player.begin()
    player.finish_page()
    player.press(pygame.K_3)
    player.finish_page()
    return player


def typed(player: Player, text: str) -> None:
    for sign in text:
        player.post(pygame.KEYDOWN, key=ord(sign), mod=0, scancode=0)
        player.post(pygame.TEXTINPUT, text=sign)


def test_it_shows_what_was_chosen_and_leads_back_there_and_on_again(tale: Tale, play: Seat) -> None:
    player = further(tale, play)
    player.press(pygame.K_l)
    assert isinstance(player.screen, HistoryScreen)
    assert said(player) == ["Say on. You chose this. Go back to it.", "Back", "Find"]
    player.take("Say on.")
    assert player.reading.page.scene == "start"
    assert player.reading.text.whole
    player.press(pygame.K_l)
    player.take("On to where you were")
    assert player.reading.page.scene == "further"


def test_what_was_read_further_on_is_found_and_gone_on_to(tale: Tale, play: Seat) -> None:
    player = further(tale, play)
    player.press(pygame.K_BACKSPACE, pygame.K_l, pygame.K_SLASH)
    typed(player, "further on")
    assert said(player) == ["Further on. further on than you are", "Back"]
    player.take("Further on.")
    assert player.reading.page.scene == "further"
    player.press(pygame.K_BACKSPACE, pygame.K_l, pygame.K_SLASH)
    typed(player, "say on")
    assert said(player) == ["Say on. You chose this.", "Back"], "it was taken at the end of this very page"
    player.take("Say on.")
    assert player.reading.page.scene == "start"


def test_a_page_back_and_on_again_by_keys(tale: Tale, play: Seat) -> None:
    player = further(tale, play)
    player.press(pygame.K_BACKSPACE)
    assert player.reading.page.scene == "start"
    player.press(pygame.K_BACKSPACE, mod=pygame.KMOD_SHIFT)
    assert player.reading.page.scene == "further"
    assert player.reading.text.whole, "as it was left"
    player.press(pygame.K_BACKSPACE, mod=pygame.KMOD_SHIFT)
    assert player.reading.page.scene == "further"


def test_a_run_left_by_another_choice_can_be_taken_up(tale: Tale, play: Seat) -> None:
    player = further(tale, play)
    player.press(pygame.K_BACKSPACE)
    player.wait(1)
    player.press(pygame.K_1)
    assert player.reading.page.scene == "end"
    player.press(pygame.K_l)
    player.take("Say on. A run you left, 1 page after this.")
    assert player.reading.page.scene == "further"
    player.press(pygame.K_l)
    assert any("Say yes." in each and "run you left" in each for each in said(player)), "and the other is left now"


def test_words_are_found_and_lead_to_their_page(tale: Tale, play: Seat) -> None:
    player = further(tale, play)
    player.press(pygame.K_l, pygame.K_SLASH)
    typed(player, "THE NEXTH")
    assert said(player) == ["Back"]
    player.press(pygame.K_BACKSPACE)
    assert said(player) == ["Then the next.", "Back"]
    player.take("Then the next.")
    assert player.reading.page.scene == "start"


def test_what_is_found_is_marked_to_the_letter_however_it_is_typed(tale: Tale, play: Seat) -> None:
    words = "Die große Straße führt, ‘so heißt’s’, ins Café: ein Haus."
    player = play(tale.story(tale.scene("start", words, way=tale.menu(tale.option("yes")))))
    player.begin()
    player.finish_page()
    for sought, found in {"haus": "Haus", "heisst's": "heißt’s", "strasse": "Straße", "cafe": "Café"}.items():
        player.press(pygame.K_l, pygame.K_SLASH)
        typed(player, sought)
        assert isinstance(player.screen, HistoryScreen)
        row = player.screen.column(player.context).rows[0]
        assert [run.text for run in row.label.runs if run.weight] == [found]
        player.press(pygame.K_ESCAPE, pygame.K_ESCAPE)


def test_what_is_typed_means_nothing_else(tale: Tale, play: Seat) -> None:
    player = further(tale, play)
    player.press(pygame.K_l, pygame.K_SLASH)
    typed(player, "hals")
    assert isinstance(player.screen, HistoryScreen)
    assert player.screen.sought == "hals"
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, HistoryScreen)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, ReadingScreen)


def test_what_was_read_in_another_play_is_skipped_and_nothing_else(tale: Tale, play: Seat, keeping: Keeping) -> None:
    keeper = keeping(tale.simple())
    player = further(tale, play, keeper=keeper)
    player.press(pygame.K_ESCAPE)
    player.take("To the title")
    player.take("Begin again")
    player.press(pygame.K_SPACE, pygame.K_f)
    assert player.reading.text.whole
    assert player.reading.page.scene == "start"
    player.press(pygame.K_f)
    player.wait(1)
    player.press(pygame.K_1)
    assert player.reading.page.scene == "end"
    player.press(pygame.K_BACKSPACE, pygame.K_3, pygame.K_f)
    assert isinstance(player.screen, ReadingScreen)
    assert player.reading.page.scene == "end", "what was read is passed up to what was not"


def test_on_to_the_next_choice_whatever_was_read(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.press(pygame.K_n)
    assert player.reading.text.whole
    player.press(pygame.K_n)
    assert player.notice == "Here is a choice to be made."


def test_pages_turn_by_themselves_and_stop_at_a_choice(tale: Tale, play: Seat) -> None:
    story = tale.story(
        tale.scene("start", "word " * 40, way=tale.go("second")),
        tale.scene("second", "Well?", way=tale.menu(tale.option("yes"))),
    )
    player = play(story, kept=PlayerSettings(Preferences(by_itself="fast")))
    player.begin()
    player.wait(200 / 24 - 1)
    assert player.reading.page.scene == "start", "not before there was time to read it"
    player.wait(4)
    assert player.reading.page.scene == "second"
    player.wait(60)
    assert player.reading.page.scene == "second"


def test_a_key_lets_pages_turn_by_themselves_and_no_longer(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.press(pygame.K_a)
    assert player.context.preferences.by_itself == "usual"
    player.press(pygame.K_a)
    assert player.context.preferences.by_itself == "off"


def test_backspace_where_nothing_is_typed_leads_nowhere(tale: Tale, play: Seat) -> None:
    player = further(tale, play)
    player.press(pygame.K_l, pygame.K_SLASH)
    typed(player, "a")
    player.press(*[pygame.K_BACKSPACE] * 5)
    assert isinstance(player.screen, HistoryScreen)
    assert player.screen.sought == ""


def test_options_taken_are_found_as_well(tale: Tale, play: Seat) -> None:
    player = further(tale, play)
    player.press(pygame.K_l, pygame.K_SLASH)
    typed(player, "say on")
    assert said(player) == ["Say on. You chose this.", "Back"]
    player.take("Say on.")
    assert player.reading.page.scene == "start"


def test_silence_and_a_skipped_scene_are_told_as_what_they_were(tale: Tale, play: Seat) -> None:
    menu = tale.menu(tale.option("yes"), silence=3, silent_go="dread")
    dread = tale.scene("dread", "Dread.", "Worse.", way=tale.go("start"), aftermath="calm")
    player = play(
        tale.story(tale.scene("start", "Well?", way=menu), dread, tale.scene("calm", "Calm.", way=tale.go("end")))
    )
    player.begin()
    player.wait(10)
    assert player.reading.page.scene == "dread"
    player.press(pygame.K_s, pygame.K_l)
    assert said(player)[:2] == [
        "Say nothing. You said nothing. Go back to it.",
        "Skip this scene. You read no more of this scene. Go back to it.",
    ]
    player.take("Skip this scene.")
    assert player.reading.page.scene == "dread"


def test_runs_left_at_one_fork_can_be_told_apart(tale: Tale, play: Seat) -> None:
    player = play(
        tale.story(
            tale.scene("start", "A door.", way=tale.menu(tale.option("in", "hall"), tale.option("off"))),
            tale.scene("hall", "A hall.", way=tale.menu(tale.option("up", "roof"), tale.option("down", "roof"))),
            tale.scene("roof", "Air.", way=tale.menu(tale.option("jump"), tale.option("stay", "night"))),
            tale.scene("night", "Dark.", way=tale.menu(tale.option("sleep"), tale.option("wake"))),
        )
    )
    player.begin()
    for keys in ("111", "121", "112", "122"):
        for key in keys:
            player.finish_page()
            player.press(ord(key))
        player.finish_page()
        for _ in keys:
            player.press(pygame.K_BACKSPACE)
    player.finish_page()
    player.press(pygame.K_2)
    player.finish_page()
    player.press(pygame.K_l)
    rows = [each for each in said(player) if "A run you left" in each]
    assert len(rows) == len(set(rows)) == 4, rows
    assert all(each.startswith("Say in. A run you left, ") for each in rows), "all of them parted there"
    assert sum("It ended: All Over." in each for each in rows) == 2
    assert sum("Last you chose “Say stay.”, in One. You chose “Say " in each for each in rows) == 2


def test_the_end_of_the_log_is_a_key_away_and_so_is_its_beginning(tale: Tale, play: Seat) -> None:
    story = tale.story(
        tale.scene("start", *["word " * 100] * 12, way=tale.menu(tale.option("on", "more"))),
        tale.scene("more", *["word " * 100] * 12, way=tale.go("end")),
    )
    player = play(story, (960, 540))
    player.begin()
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    player.press(pygame.K_l)
    log = player.screen
    assert isinstance(log, HistoryScreen)
    end = log.browsing.scroll.target
    assert end > 0
    player.press(pygame.K_HOME)
    player.glide()
    assert isinstance(player.screen, HistoryScreen)
    assert player.screen.browsing.scroll.target == 0
    player.press(pygame.K_END)
    player.glide()
    assert isinstance(player.screen, HistoryScreen)
    assert player.screen.browsing.scroll.target == end


def test_a_log_is_laid_out_once_however_often_it_is_pointed_at(
    tale: Tale, play: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = further(tale, play)
    player.press(pygame.K_l)
    laid = list[Column]()

    def counting(*given: Any) -> Column:
        laid.append(lay_out(*given))
        return laid[-1]

    monkeypatch.setattr("game.ui.screens.menus.history.lay_out", counting)
    for x in range(100, 1200, 50):
        player.point((x, 300))
    assert laid == []
    player.press(pygame.K_PLUS, mod=pygame.KMOD_LCTRL)
    assert laid, "but anew where its type is another"


def test_no_row_of_the_menu_moves_when_there_is_a_page_to_go_on_to(tale: Tale, play: Seat) -> None:
    player = further(tale, play)

    def rows() -> list[tuple[RowKey, pygame.Rect]]:
        player.press(pygame.K_ESCAPE)
        found = [(each.key, each.at) for each in player.screen.focusables(player.context)]
        player.press(pygame.K_ESCAPE)
        return found

    before = rows()
    player.press(pygame.K_BACKSPACE)
    player.wait(1)
    assert rows() == before
