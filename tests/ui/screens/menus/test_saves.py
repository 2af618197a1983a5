"""Saving and loading in the window: what is kept by itself, the page of saves, and what is asked before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.play.playthrough import Origin
from game.saves.formats.summary import Summary
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.saves.slots.save_folder import ListedSave
from game.ui.scenery.thumbnail import WIDTH, decoded, encoded
from game.ui.screens.menus.ask import AskScreen
from game.ui.screens.menus.endings import EndingsScreen
from game.ui.screens.menus.pause import PauseScreen
from game.ui.screens.menus.saves import SavesScreen, said_of
from game.ui.screens.reading.ending_card import EndingCard
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.screens.words import shortened
from game.ui.theme.timing import TIMING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.story.model import Story
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]
    Keeping: TypeAlias = Callable[[Story], Keeper]

DATE = "2026-11-25T12:04:00+00:00"


def said(player: Player) -> list[str]:
    return [each.spoken for each in player.screen.focusables(player.context)]


def names(keeper: Keeper) -> list[str]:
    slots = keeper.slots()
    assert not isinstance(slots, Refused)
    return [slot.name for slot in slots]


def scene_of(keeper: Keeper, slot: str) -> str:
    loaded = keeper.load(slot)
    assert isinstance(loaded, LoadedRun)
    return loaded.playthrough.now.scene


def seated(tale: Tale, play: Seat, keeping: Keeping, story: Story | None = None) -> tuple[Player, Keeper]:
    story = story or tale.simple()
    keeper = keeping(story)
    player = play(story, keeper=keeper, dated=lambda: DATE)
    player.begin()
    player.finish_page()
    return player, keeper


def test_every_choice_is_saved_at_once_with_a_picture_of_the_scene(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, keeper = seated(tale, play, keeping)
    player.press(pygame.K_3)
    assert names(keeper) == ["auto"]
    assert scene_of(keeper, "auto") == "further"
    picture = decoded(keeper.picture("auto"))
    assert picture
    assert picture.get_size() == (WIDTH, round(WIDTH * 2 / 3))


def test_a_play_begun_in_the_middle_saves_nothing_by_itself(tale: Tale, play: Seat, keeping: Keeping) -> None:
    keeper = keeping(tale.simple())
    player = play(tale.simple(), keeper=keeper, origin=Origin("start"))
    player.press(pygame.K_SPACE)
    player.finish_page()
    player.press(pygame.K_3)
    assert names(keeper) == []
    player.press(pygame.K_F5)
    assert names(keeper) == ["quick"]


def test_a_quick_save_is_loaded_quickly_and_the_run_left_for_it_is_not_lost(
    tale: Tale, play: Seat, keeping: Keeping
) -> None:
    player, keeper = seated(tale, play, keeping)
    player.press(pygame.K_F5)
    player.press(pygame.K_3)
    assert player.reading.page.scene == "further"
    player.press(pygame.K_F9)
    assert player.reading.page.scene == "start"
    assert "further" in [scene_of(keeper, name) for name in names(keeper) if name.startswith("auto")]


def test_without_a_quick_save_there_is_a_sentence(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, _ = seated(tale, play, keeping)
    player.press(pygame.K_F9)
    assert isinstance(player.screen, ReadingScreen)
    assert player.notice == "There is no save here."


def test_a_save_is_made_anew_or_over_another_which_is_asked_first(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, keeper = seated(tale, play, keeping)
    player.press(pygame.K_ESCAPE)
    player.take("Save")
    assert isinstance(player.screen, SavesScreen)
    player.take("Save here")
    assert isinstance(player.screen, ReadingScreen), "it goes on where it was"
    assert player.notice == "Saved."
    assert "1" in names(keeper)
    assert scene_of(keeper, "1") == "start"
    player.press(pygame.K_3)
    player.press(pygame.K_s)
    player.post(pygame.KEYDOWN, key=pygame.K_s, mod=pygame.KMOD_LCTRL, scancode=0)
    player.take("One")
    assert isinstance(player.screen, AskScreen)
    player.press(pygame.K_RETURN)
    assert scene_of(keeper, "1") == "start", "the answer that loses nothing is the one in focus"
    player.take("One")
    player.take("Save here instead")
    assert scene_of(keeper, "1") == "further"


def test_a_save_is_loaded_from_the_title_with_the_mouse(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, keeper = seated(tale, play, keeping)
    player.press(pygame.K_F5)
    again = play(tale.simple(), keeper=keeper)
    for words in ("Load", "One. Quick save"):
        again.wait(TIMING.guard + 0.1)
        wanted = next(each for each in again.screen.focusables(again.context) if each.spoken.startswith(words))
        again.click(wanted.at.center)
    assert again.reading.page.scene == "start"


def test_the_title_of_a_new_player_offers_nothing_to_load(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player = play(tale.simple(), keeper=keeping(tale.simple()))
    assert "Load" not in said(player)


def test_a_save_can_be_thrown_away_after_a_question(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, keeper = seated(tale, play, keeping)
    player.press(pygame.K_F5)
    player.press(pygame.K_ESCAPE)
    player.take("Load")
    player.take("Delete a save")
    player.take("One. Quick save")
    assert isinstance(player.screen, AskScreen)
    player.take("Delete it")
    assert names(keeper) == ["auto"]
    assert [each for each in said(player) if "Quick save" in each] == []
    player.press(pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert isinstance(player.screen, PauseScreen)


def test_a_run_of_a_story_that_has_changed_may_go_on_where_it_was(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, _ = seated(tale, play, keeping)
    player.press(pygame.K_3)
    player.press(pygame.K_F5)
    story = tale.simple()
    start = replace(story.scenes["start"], exit=tale.menu(tale.option("yes")))
    today = replace(story, scenes={**story.scenes, "start": start})
    again = play(today, keeper=keeping(today))
    again.press(pygame.K_F9)
    assert said(again) == ["Go on where you were", "Go on from there"]
    again.take("Go on where you were")
    assert again.reading.page.scene == "further"
    again.press(pygame.K_F9)
    again.take("Go on from there")
    assert again.reading.page.scene == "start"


def test_a_damaged_save_is_named_and_cannot_be_taken(tale: Tale, play: Seat, keeping: Keeping, tmp_path: Path) -> None:
    player, _ = seated(tale, play, keeping)
    player.press(pygame.K_F5)
    (tmp_path / "tale" / "saves" / "quick.jsonl").write_bytes(b"\0")
    player.press(pygame.K_ESCAPE)
    player.take("Load")
    assert "Quick save. quick.jsonl is damaged. Not now." in said(player)


def test_what_is_said_of_a_save() -> None:
    slot = ListedSave("3", Summary("tale", "The Cord", 0.62, "2026-11-25T12:04:00", 3412))
    assert said_of(slot) == "Save 3 · 25 November 2026, 12:04 · 62% of the chapter · 3,412 words"
    odd = ListedSave("auto", Summary("tale", "The Cord", 0.0, "yesterday", 1), "auto.jsonl is damaged")
    assert said_of(odd) == "Saved by itself · 0% of the chapter · 1 word. auto.jsonl is damaged: this is the one before"


def test_rows_are_told_apart_by_the_ending_or_by_what_was_chosen_last(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, _ = seated(tale, play, keeping)
    player.press(pygame.K_3)
    player.press(pygame.K_F5)
    player.finish_page()
    player.press(pygame.K_SPACE)
    player.finish_page()
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, EndingCard)
    player.wait(2)
    player.take("To the title")
    player.take("Load")
    rows = [spoken.split(". ")[0] for spoken in said(player)]
    assert rows[:2] == ["All Over", "One: Say on"]


def test_a_run_that_ended_is_saved_with_its_name_and_its_own_picture_unveiled(
    tale: Tale, play: Seat, keeping: Keeping
) -> None:
    simple = tale.simple()
    story = replace(simple, endings={"over": replace(simple.endings["over"], image="cavern_light")})
    keeper = keeping(story)
    player = play(story, keeper=keeper)
    player.begin()
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, EndingCard)
    player.wait(3)
    veiled = pygame.transform.average_color(player.window.canvas)
    player.press(pygame.K_F5)
    picture = decoded(keeper.picture("quick"))
    assert picture
    assert sum(pygame.transform.average_color(picture)[:3]) > 1.5 * sum(veiled[:3])
    player.press(pygame.K_o, mod=pygame.KMOD_LCTRL)
    assert said(player)[0].startswith("All Over. Quick save")


def test_reading_goes_on_with_enter_after_settings_saves_and_a_question(
    tale: Tale, play: Seat, keeping: Keeping
) -> None:
    player, _ = seated(tale, play, keeping)
    player.press(pygame.K_3)
    player.press(pygame.K_F5)
    player.finish_page()
    page = player.reading
    for keys, mod in (((pygame.K_s,), pygame.KMOD_LCTRL), ((pygame.K_o,), pygame.KMOD_LCTRL), ((pygame.K_F1,), 0)):
        player.press(*keys, mod=mod)
        assert player.screen is not page
        player.press(pygame.K_ESCAPE)
        assert player.reading.browsing.focus is None
    player.press(pygame.K_ESCAPE)
    player.take("Settings")
    player.press(pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert player.reading.browsing.focus is None
    player.press(pygame.K_RETURN)
    assert player.reading.page.scene == "end"


def test_a_long_choice_is_cut_between_words() -> None:
    assert shortened("Say it.", 60) == "Say it."
    assert shortened("one two, three", 9) == "one two…"
    assert shortened("abcdefghij", 5) == "abcd…"


def test_an_ending_met_is_named_and_can_be_seen_again(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, _ = seated(tale, play, keeping)
    player.press(pygame.K_1)
    player.finish_page()
    player.press(pygame.K_SPACE)
    player.wait(2)
    player.take("All endings")
    assert isinstance(player.screen, EndingsScreen)
    assert said(player) == ["All Over. Met. See it again.", "Back"]
    player.take("All Over")
    assert player.reading.page.scene == "end"
    player.press(pygame.K_BACKSPACE)
    assert player.reading.page.scene == "start", "the whole run is there"


def test_a_picture_is_read_back_and_what_is_none_is_not() -> None:
    picture = pygame.Surface((1280, 720))
    picture.fill((200, 100, 50))
    again = decoded(encoded(picture))
    assert again
    assert again.get_at((10, 10))[:3] == pytest.approx((200, 100, 50), abs=4)
    huge = bytearray(encoded(picture))
    huge[16:20] = (60_000).to_bytes(4, "big")
    for content in (b"", b"no picture", bytes(huge), encoded(picture)[:200]):
        assert decoded(bytes(content)) is None


def edited(tale: Tale) -> Story:
    """The simple story without the option that leads further."""
    story = tale.simple()
    return replace(
        story, scenes={**story.scenes, "start": replace(story.scenes["start"], exit=tale.menu(tale.option("yes")))}
    )


def kept_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.jsonl"))}


LEAVING: dict[str, Callable[[Player], object]] = {
    "close the window": lambda player: None,
    "back to the title": lambda player: player.press(pygame.K_ESCAPE),
    "load another": lambda player: player.press(pygame.K_F9),
    "go on from there and look": lambda player: player.take("Go on from there"),
}


@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING.keys())
def test_an_offer_that_was_only_looked_at_is_made_again(
    tale: Tale, play: Seat, keeping: Keeping, tmp_path: Path, leave: Callable[[Player], object]
) -> None:
    player, keeper = seated(tale, play, keeping)
    player.press(pygame.K_F5)
    player.press(pygame.K_3)
    player.post(pygame.QUIT)
    keeper.let_go()
    before = kept_in(tmp_path / "tale" / "saves")
    for _ in range(2):
        today = keeping(edited(tale))
        left = today.resume()
        assert isinstance(left, LoadedRun)
        again = play(edited(tale), keeper=today, dated=lambda: DATE, left=left)
        again.take("Continue")
        assert said(again) == ["Go on where you were", "Go on from there"]
        leave(again)
        again.post(pygame.QUIT)
        today.let_go()
        assert kept_in(tmp_path / "tale" / "saves") == before


def test_a_run_of_another_story_with_the_same_id_is_asked_about(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, _ = seated(tale, play, keeping)
    player.press(pygame.K_F5)
    other = edited(tale)
    start = replace(other.scenes["start"], text=other.scenes["end"].text)
    other = replace(other, title="Another", scenes={"start": start, "end": other.scenes["end"]})
    again = play(other, keeper=keeping(other))
    again.press(pygame.K_F9)
    assert said(again) == ["Go on with it here", "Leave it"]
    again.take("Leave it")
    assert "Begin" in said(again)
    again.press(pygame.K_F9)
    again.take("Go on with it here")
    assert again.reading.page.scene == "start"


def test_to_begin_again_however_often_writes_over_no_run(tale: Tale, play: Seat, keeping: Keeping) -> None:
    player, keeper = seated(tale, play, keeping)
    player.press(pygame.K_3)
    for _ in range(12):
        player.press(pygame.K_ESCAPE)
        player.take("To the title")
        player.take("Begin again")
        player.press(pygame.K_SPACE)
        player.finish_page()
    assert names(keeper) == ["auto", "auto-2"]
    assert [scene_of(keeper, name) for name in names(keeper)] == ["further", "start"]


def test_a_copy_of_a_save_is_told_as_one_and_can_be_loaded(
    tale: Tale, play: Seat, keeping: Keeping, tmp_path: Path
) -> None:
    player, _ = seated(tale, play, keeping)
    player.press(pygame.K_F5)
    folder = tmp_path / "tale" / "saves"
    (folder / "quick (1).jsonl").write_bytes((folder / "quick.jsonl").read_bytes())
    (folder / "3.sync-conflict-20260101-120000-ABCDEFG.jsonl").write_bytes(b"half of it")
    player.press(pygame.K_ESCAPE)
    player.take("Load")
    rows = [each for each in said(player) if "copy" in each]
    assert rows[0].startswith("One. A copy of the quick save that a synchronising program made · ")
    assert rows[1] == (
        "A copy of save 3 that a synchronising program made. "
        "3.sync-conflict-20260101-120000-ABCDEFG.jsonl is damaged. Not now."
    )
    player.take("One. A copy of the quick save")
    assert player.reading.page.scene == "start"
