"""The reading screen, played by posted events."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.play.page import Choosing
from game.play.playthrough import Origin
from game.story.model import Chapter, GoTo, Hear, Play, Shake
from game.ui.pace import PACE
from game.ui.screens.chapter_card import ChapterCard
from game.ui.screens.ending_card import EndingCard
from game.ui.screens.pause import Pause
from game.ui.screens.reading import Reading
from game.ui.screens.reading_view import SKIP
from game.ui.screens.title import Title

if TYPE_CHECKING:
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

SIZES = [(960, 540), (1280, 720), (1920, 1080), (3840, 2160)]


def test_space_shows_the_rest_and_then_reads_on(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", "a " * 100, "b " * 100, way=tale.go("end"))))
    player.begin()
    assert len(player.reading.text.paragraphs) == 1
    player.press(pygame.K_SPACE)
    assert len(player.reading.text.paragraphs) == 2
    assert player.reading.page.scene == "start"
    player.press(pygame.K_SPACE)
    assert player.reading.page.scene == "end"


def test_paragraphs_come_by_themselves_and_then_the_options(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.wait(5)
    assert len(player.reading.text.paragraphs) == 2
    assert [row.label.key for row in player.sheet.rows] == [1, 2, 3]


def test_no_option_can_be_taken_before_it_shows(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.press(pygame.K_1)
    assert player.reading.page.scene == "start"
    assert player.sheet.rows == ()


def test_a_number_takes_its_option(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_3)
    assert player.reading.page.scene == "further"


def test_arrows_pass_over_what_is_locked_and_enter_takes(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_DOWN, pygame.K_DOWN)
    assert player.reading.browsing.focus == 3
    player.press(pygame.K_UP)
    assert player.reading.browsing.focus == 1
    player.press(pygame.K_DOWN, pygame.K_RETURN)
    assert player.reading.page.scene == "further"


def test_the_first_enter_only_shows_what_it_would_take(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_RETURN)
    assert player.reading.page.scene == "start"
    assert player.reading.browsing.focus == 1


def test_the_pointer_focuses_and_a_click_takes(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    row = player.sheet.rows[2]
    player.point(player.place_of(row))
    assert player.reading.browsing.focus == 3
    player.click(player.place_of(row))
    assert player.reading.page.scene == "further"


def test_a_locked_option_cannot_be_taken_by_key_click_or_enter(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    locked = player.sheet.rows[1]
    assert "".join(run.text for run in locked.label.reason) == "You cannot."
    player.press(pygame.K_2)
    player.click(player.place_of(locked))
    player.point(player.place_of(locked))
    assert player.reading.browsing.focus is None
    player.press(pygame.K_RETURN, pygame.K_DOWN, pygame.K_UP)
    assert player.reading.browsing.focus != 2
    assert player.reading.page.scene == "start"


def test_a_click_on_nothing_reads_on_and_its_second_half_takes_nothing(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.click((5, 5))
    assert player.reading.text.whole
    player.click(player.place_of(player.sheet.rows[0]))
    assert player.reading.page.scene == "start", "the options came up under the pointer just now"
    player.wait(PACE.guard + 0.1)
    player.click(player.place_of(player.sheet.rows[0]))
    assert player.reading.page.scene == "end"


def test_rewind_shows_the_page_before_as_it_was_left(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_3)
    player.wait(0.1)
    player.press(pygame.K_BACKSPACE)
    assert player.reading.page.scene == "start"
    assert player.reading.text.whole
    player.wait(0.1)
    assert len(player.sheet.rows) == 3
    before = player.screen
    player.press(pygame.K_BACKSPACE)
    assert player.screen == before, "there is nothing before the first page"


@pytest.mark.parametrize("size", SIZES)
def test_of_a_long_page_every_word_and_option_can_be_reached(tale: Tale, play: Seat, size: tuple[int, int]) -> None:
    player = play(tale.long(), size)
    player.begin()
    player.finish_page()
    player.press(*[pygame.K_PAGEUP] * 40)
    player.wait(1)
    window, seen_texts, seen_rows = player.sheet.window, set[int](), set[int]()
    line = player.context.type.measures.leading
    for _ in range(400):
        sheet, top = player.sheet, player.reading.browsing.above(player.sheet, player.game.now)
        for placed in sheet.texts:
            lines = len(placed.text.block.lines)
            for number in range(lines):
                y = placed.top + number * line - top
                if y >= 0 and y + line <= window.height:
                    seen_texts.add(placed.text.number * 1000 + number)
        seen_rows |= {row.label.key for row in sheet.rows if row.top >= top and row.bottom <= top + window.height}
        player.wheel(-2)
        player.glide()
        if player.reading.browsing.scroll.target >= sheet.farthest and len(seen_rows) == 9:
            break
    assert seen_rows == set(range(1, 10))
    assert len(seen_texts) == sum(len(placed.text.block.lines) for placed in player.sheet.texts)


@pytest.mark.parametrize("size", SIZES)
def test_space_alone_turns_a_long_page_to_its_options(tale: Tale, play: Seat, size: tuple[int, int]) -> None:
    player = play(tale.long(), size)
    player.begin()
    player.finish_page()
    tops = [0.0]
    for _ in range(60):
        player.press(pygame.K_SPACE)
        player.glide()
        tops.append(player.reading.browsing.scroll.target)
    steps = [later - before for before, later in itertools.pairwise(tops)]
    assert max(steps) < player.sheet.window.height, "no line is jumped over"
    assert tops[-1] == player.sheet.farthest > 0
    assert player.reading.page.scene == "start", "and nothing is taken"


def test_focus_brings_its_option_into_sight(tale: Tale, play: Seat) -> None:
    player = play(tale.long(), (960, 540))
    player.begin()
    player.finish_page()
    steps = 0
    while player.reading.browsing.focus is None:
        player.press(pygame.K_DOWN)
        player.glide()
        steps += 1
    assert steps > 10, "the text before the options is not jumped over"
    for _ in range(8):
        player.press(pygame.K_DOWN)
        player.glide()
        focus = player.reading.browsing.focus
        assert focus is not None
        row = player.sheet.row(focus)
        assert row is not None
        top = player.reading.browsing.scroll.target
        assert top <= row.top
        assert row.bottom <= top + player.sheet.window.height
    assert focus == 9


def test_a_long_page_gone_back_to_is_where_it_was_left(tale: Tale, play: Seat) -> None:
    story = tale.story(tale.scene("start", *["word " * 100] * 20, way=tale.menu(tale.option("yes"))))
    player = play(story)
    player.begin()
    player.finish_page()
    for _ in range(20):
        player.press(pygame.K_PAGEDOWN)
    player.press(pygame.K_1, pygame.K_BACKSPACE)
    player.wait(1)
    assert player.reading.page.scene == "start"
    assert player.reading.browsing.scroll.target == player.sheet.farthest > 0


def test_where_there_is_nothing_to_focus_arrows_scroll(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", *["word " * 100] * 20, way=tale.go("end"))))
    player.begin()
    player.finish_page()
    player.press(pygame.K_DOWN)
    assert player.reading.browsing.scroll.target > 0


def test_arriving_text_scrolls_into_sight_but_not_from_under_who_reads_above(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", *["word " * 30] * 20, way=tale.go("end"))), (960, 540))
    player.begin()
    player.wait(40)
    scroll = player.reading.browsing.scroll.target
    assert scroll == player.sheet.farthest > 0
    player.press(pygame.K_PAGEUP)
    up = player.reading.browsing.scroll.target
    assert up < scroll
    arrived = len(player.reading.text.arrived)
    player.wait(12)
    assert len(player.reading.text.arrived) > arrived
    assert player.reading.browsing.scroll.target == up


def test_a_scroll_glides(tale: Tale, play: Seat) -> None:
    player = play(tale.long())
    player.begin()
    player.finish_page()
    before = player.reading.browsing.above(player.sheet, player.game.now)
    player.press(pygame.K_PAGEDOWN)
    places = [before]
    for _ in range(20):
        player.game.frame(1 / 60)
        places.append(player.reading.browsing.above(player.sheet, player.game.now))
    steps = [later - earlier for earlier, later in itertools.pairwise(places)]
    assert places[-1] == player.reading.browsing.scroll.target
    assert max(steps) < (places[-1] - before) / 4
    assert min(steps) >= 0


def test_saying_nothing_for_long_enough_is_an_option(tale: Tale, play: Seat) -> None:
    story = tale.story(
        tale.scene("start", "Well?", way=tale.menu(tale.option("yes"), silence=4, silent_go="silence")),
        tale.scene("silence", "You say nothing.", way=tale.go("end")),
    )
    player = play(story)
    player.begin()
    player.wait(1.5)
    assert player.reading.silence_left(player.context) is not None
    player.wait(3)
    left = player.reading.silence_left(player.context)
    assert left is not None
    assert left < 0.3
    assert player.reading.page.scene == "start"
    player.wait(1.5)
    assert player.reading.page.scene == "silence"


def test_the_clock_of_silence_waits_until_all_is_in_sight(tale: Tale, play: Seat) -> None:
    menu = tale.menu(tale.option("yes"), silence=2)
    player = play(tale.story(tale.scene("start", *["word " * 100] * 20, way=menu)))
    player.begin()
    player.finish_page()
    player.wait(10)
    assert player.reading.silent is None
    for _ in range(20):
        player.press(pygame.K_PAGEDOWN)
    player.wait(0.1)
    assert player.reading.silent is not None


def test_a_frame_that_took_an_hour_takes_no_option(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", "Well?", way=tale.menu(tale.option("yes"), silence=2))))
    player.begin()
    player.finish_page()
    player.game.frame(3600)
    assert player.reading.page.scene == "start"


def test_only_a_scene_with_an_aftermath_can_be_skipped(tale: Tale, play: Seat) -> None:
    story = tale.story(
        tale.scene("start", "Dread.", way=tale.go("bad"), aftermath="after"),
        tale.scene("bad", "Worse.", way=tale.go("after")),
        tale.scene("after", "Calm.", way=tale.go("end")),
    )
    player = play(story)
    player.begin()
    player.press(pygame.K_s)
    assert player.reading.page.scene == "after"
    player.press(pygame.K_s)
    assert player.reading.page.scene == "after"


def test_the_words_to_skip_can_be_clicked(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", "Dread.", "More.", way=tale.go("start"), aftermath="end")))
    player.begin()
    skip = player.sheet.button(SKIP.key)
    assert skip
    player.click(skip.at.center)
    assert player.reading.page.scene == "end"


def test_being_stuck_says_so_and_leads_back(tale: Tale, play: Seat) -> None:
    story = tale.story(
        tale.scene("start", "In.", way=tale.go("hole")),
        tale.scene("hole", "A hole.", way=tale.menu(tale.option("out", locked="No ladder."))),
    )
    player = play(story)
    player.begin()
    player.press(pygame.K_SPACE, pygame.K_SPACE)
    player.finish_page()
    assert player.reading.page.scene == "hole"
    assert player.sheet.remark is not None
    locked, back = player.sheet.rows
    assert not locked.label.enabled
    player.click(player.place_of(back))
    assert player.reading.page.scene == "start"


def test_a_chapter_begins_with_its_card(tale: Tale, play: Seat) -> None:
    story = tale.story(
        tale.scene("start", "x", way=tale.menu(tale.option("on", "second", then="On the way."))),
        tale.scene("second", "y", way=tale.go("end"), chapter=1),
        chapters=(Chapter(1, "One"), Chapter(2, "Two", "Bob")),
    )
    player = play(story)
    player.press(pygame.K_RETURN)
    assert isinstance(player.screen, ChapterCard)
    assert player.screen.chapter.title == "One"
    player.wait(PACE.card + 0.2)
    assert player.reading.page.scene == "start", "a card goes by itself"
    player.finish_page()
    player.press(pygame.K_1)
    player.wait(30)
    assert [each.text for each in player.reading.text.paragraphs] == ["On the way."]
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, ChapterCard)
    assert player.screen.chapter.title == "Two"
    player.press(pygame.K_SPACE)
    assert [each.text for each in player.reading.text.paragraphs] == ["y"]


def test_picture_music_and_sounds_follow_the_text(tale: Tale, play: Seat) -> None:
    scene = tale.scene(
        "start", GoTo("cave"), Play("calm"), "a", Play("loud"), GoTo("hall"), Hear("bang"), Shake(1), "b" * 200,
        way=tale.go("end"),
    )  # fmt: skip
    player = play(tale.story(scene))
    player.begin()
    scenery = player.reading.scenery(player.context.story)
    assert scenery.background is not None
    assert (scenery.background.id, scenery.side, player.heard.track) == ("cave", "left", "calm")
    player.wait(1)
    scenery = player.reading.scenery(player.context.story)
    assert scenery.background is not None
    assert (scenery.background.id, scenery.side, player.heard.track) == ("hall", "right", "loud")
    assert player.heard.noises == ["bang"]
    assert scenery.tremor is not None


def test_an_ending_is_met_named_and_counts_in_the_next_run(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    assert player.met == ["over"]
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, EndingCard)
    player.press(pygame.K_SPACE, pygame.K_SPACE)
    assert isinstance(player.screen, EndingCard), "whoever hurries is not hurried past it"
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, Title)
    player.begin()
    assert player.reading.text.playthrough.origin.ended == {"over"}
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    assert player.met == ["over"], "it is told of once"


def test_from_an_ending_back_to_the_last_choice(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_3)
    player.finish_page()
    player.press(pygame.K_SPACE)
    player.finish_page()
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, EndingCard)
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    assert player.reading.page.scene == "start"
    assert isinstance(player.reading.page.next, Choosing)


def test_escape_keeps_the_run_for_continue(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_3, pygame.K_ESCAPE)
    assert isinstance(player.screen, Pause)
    player.take("To the title")
    assert isinstance(player.screen, Title)
    player.press(pygame.K_RETURN)
    assert player.reading.page.scene == "further"


def test_with_an_origin_it_begins_there_at_once(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(), origin=Origin("end"), ended=frozenset({"over"}))
    assert isinstance(player.screen, ChapterCard)
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, Reading)
    assert player.reading.page.scene == "end"
    assert player.reading.text.playthrough.origin.ended == {"over"}
