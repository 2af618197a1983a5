"""What was read, in the window: found again, gone back to, and the runs that were left taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pygame

from game.saves.preferences import Kept, Preferences
from game.ui.screens.history import History
from game.ui.screens.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.saves.keeper import Keeper
    from game.story.model import Story
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]
    Keeping: TypeAlias = Callable[[Story], Keeper]


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
    assert isinstance(player.screen, History)
    assert said(player) == ["Say on. You chose this. Go back to it.", "Back", "Find"]
    player.take("Say on.")
    assert player.reading.page.scene == "start"
    assert player.reading.text.whole
    player.press(pygame.K_l)
    player.take("On to where you were")
    assert player.reading.page.scene == "further"


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
        assert isinstance(player.screen, History)
        row = player.screen.sheet(player.context).rows[0]
        assert [run.text for run in row.label.runs if run.weight] == [found]
        player.press(pygame.K_ESCAPE, pygame.K_ESCAPE)


def test_what_is_typed_means_nothing_else(tale: Tale, play: Seat) -> None:
    player = further(tale, play)
    player.press(pygame.K_l, pygame.K_SLASH)
    typed(player, "hals")
    assert isinstance(player.screen, History)
    assert player.screen.sought == "hals"
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, History)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, Reading)


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
    assert isinstance(player.screen, Reading)
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
    player = play(story, kept=Kept(Preferences(by_itself="fast")))
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
