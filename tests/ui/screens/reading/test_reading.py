"""The reading screen, played by posted events."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.play.page import Choosing
from game.play.playthrough import Origin
from game.saves.keeper import Keeper
from game.saves.runs.replay import LoadedRun
from game.story.model import Arrive, Chapter, End, Ending, Hear, Line, Music, Shake
from game.story.prose import Words
from game.ui.column.content import RowKey
from game.ui.screens.menus.pause import PauseScreen
from game.ui.screens.menus.title import TitleScreen
from game.ui.screens.reading.chapter_card import ChapterCard
from game.ui.screens.reading.ending_card import EndingCard
from game.ui.screens.reading.page_layout import SKIP
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.theme.timing import TIMING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

SIZES = [(960, 540), (1280, 720), (1920, 1080), (3840, 2160)]


@pytest.fixture
def dark() -> bool:
    """Nothing is read from a picture here that does not ask for light."""
    return True


def silence_left(player: Player) -> float | None:
    reading = player.reading
    return reading.silence.left(reading.page.next, player.context.clock)


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
    assert [row.label.key for row in player.column.rows] == [1, 2, 3]


def test_no_option_can_be_taken_before_it_shows(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.press(pygame.K_1)
    assert player.reading.page.scene == "start"
    assert player.column.rows == ()


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
    row = player.column.rows[2]
    player.point(player.place_of(row))
    assert player.reading.browsing.focus == 3
    player.click(player.place_of(row))
    assert player.reading.page.scene == "further"


def test_a_locked_option_cannot_be_taken_by_key_click_or_enter(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    locked = player.column.rows[1]
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
    player.click(player.place_of(player.column.rows[0]))
    assert player.reading.page.scene == "start", "the options came up under the pointer just now"
    player.wait(TIMING.guard + 0.1)
    player.click(player.place_of(player.column.rows[0]))
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
    assert len(player.column.rows) == 3
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
    window, seen_texts, seen_rows = player.column.window, set[int](), set[RowKey]()
    line = player.context.type.metrics.leading
    for _ in range(400):
        column, top = player.column, player.reading.browsing.above(player.column, player.game.now)
        for placed in column.texts:
            lines = len(placed.text.block.lines)
            for number in range(lines):
                y = placed.top + number * line - top
                if y >= 0 and y + line <= window.height:
                    seen_texts.add(placed.text.number * 1000 + number)
        seen_rows |= {row.label.key for row in column.rows if row.top >= top and row.bottom <= top + window.height}
        player.wheel(-2)
        player.glide()
        if player.reading.browsing.scroll.target >= column.farthest and len(seen_rows) == 9:
            break
    assert seen_rows == set(range(1, 10))
    assert len(seen_texts) == sum(len(placed.text.block.lines) for placed in player.column.texts)


@pytest.mark.parametrize("size", SIZES)
def test_space_alone_turns_a_long_page_to_its_options(tale: Tale, play: Seat, size: tuple[int, int]) -> None:
    player = play(tale.long(), size)
    player.begin()
    tops = [0.0]
    for _ in range(120):
        player.press(pygame.K_SPACE)
        player.glide()
        tops.append(player.reading.browsing.scroll.target)
    steps = [later - before for before, later in itertools.pairwise(tops)]
    assert max(steps) <= player.column.window.height, "no line is jumped over"
    assert max(tops) == player.column.farthest > 0
    assert player.reading.page.scene == "start", "and nothing is taken"


def test_focus_brings_its_option_into_sight(tale: Tale, play: Seat) -> None:
    player = play(tale.long(), (960, 540))
    player.begin()
    player.finish_page()
    player.press(*[pygame.K_PAGEUP] * 40)
    steps = 0
    while player.reading.browsing.focus is None and steps < 500:
        player.press(pygame.K_DOWN)
        player.glide()
        steps += 1
    assert steps > 10, "the text before the options is not jumped over"
    for _ in range(8):
        player.press(pygame.K_DOWN)
        player.glide()
        focus = player.reading.browsing.focus
        assert focus is not None
        row = player.column.row(focus)
        assert row is not None
        top = player.reading.browsing.scroll.target
        assert top <= row.top
        assert row.bottom <= top + player.column.window.height
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
    assert player.reading.browsing.scroll.target == player.column.farthest > 0


def test_where_there_is_nothing_to_focus_arrows_scroll(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", *["word " * 100] * 20, way=tale.go("end"))))
    player.begin()
    player.finish_page()
    player.press(pygame.K_DOWN)
    assert player.reading.browsing.scroll.target > 0


def test_a_full_leaf_waits_to_be_turned(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", *["word " * 30] * 20, way=tale.go("end"))), (960, 540))
    player.begin()
    player.wait(120)
    assert player.reading.pagination.full
    assert player.column.fits
    assert player.reading.browsing.scroll.target == 0, "nothing moves that was not asked to"
    first = len(player.reading.text.arrived)
    player.press(pygame.K_SPACE)
    player.glide()
    assert player.reading.pagination.first == first
    assert player.reading.browsing.scroll.target == player.column.start > 0
    assert len(player.reading.text.arrived) == first + 1
    player.wait(120)
    assert player.reading.pagination.full, "and so on"


def test_who_reads_above_stays_there_while_more_comes(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", *["word " * 30] * 20, way=tale.go("end"))), (960, 540))
    player.begin()
    player.wait(120)
    player.press(pygame.K_SPACE)
    player.press(*[pygame.K_PAGEUP] * 5)
    player.wait(20)
    assert len(player.reading.text.arrived) > (player.reading.pagination.first or 0) + 1
    assert player.reading.browsing.scroll.target == 0


def test_a_name_stands_again_over_a_speech_that_goes_on_on_the_next_leaf(tale: Tale, play: Seat) -> None:
    speech = [Line("ann", (Words("word " * 60),)) for _ in range(8)]
    player = play(tale.story(tale.scene("start", *speech, way=tale.go("end"))), (960, 540))
    player.begin()
    player.finish_page()
    names = dict.fromkeys(range(8), 0)
    for placed in player.column.texts:
        names[placed.text.number] += 1
    assert names[0] == names[player.reading.pagination.first or 0] == 2
    assert sum(names.values()) <= 8 + 2


def test_the_column_changes_sides_only_between_leaves(tale: Tale, play: Seat) -> None:
    scene = tale.scene("start", Arrive("cave"), "a", "b", Arrive("hall"), "c", way=tale.go("end"))
    player = play(tale.story(scene))
    player.begin()
    player.wait(60)
    story = player.context.story
    assert player.reading.pagination.full
    assert player.reading.scenery(story).side == "left"
    assert [each.text for each in player.reading.text.paragraphs] == ["a", "b"]
    player.press(pygame.K_SPACE)
    assert player.reading.scenery(story).side == "right"
    assert player.reading.pagination.first == 2
    assert player.reading.browsing.above(player.column, player.context.now) == player.column.start


def test_a_place_that_no_words_follow_leaves_the_column_where_it_is(tale: Tale, play: Seat) -> None:
    scene = tale.scene("start", Arrive("cave"), "a", Arrive("hall"), way=tale.menu(tale.option("yes")))
    player = play(tale.story(scene))
    player.begin()
    player.finish_page()
    scenery = player.reading.scenery(player.context.story)
    assert scenery.place
    assert (scenery.place.id, scenery.side) == ("hall", "left")


def test_a_paragraph_dims_once_and_stays_dim(tale: Tale, play: Seat) -> None:
    player = play(tale.story(tale.scene("start", "H" * 8, *["word"] * 8, way=tale.go("end"))), dark=False)
    player.begin()
    player.wait(TIMING.settle + TIMING.dim + 2)
    first, brightness = player.column.texts[0], []
    line = pygame.Rect(player.column.window.topleft, (first.text.block.width, first.text.block.height))
    while not player.reading.text.whole:
        player.game.frame(0.05)
        letters = player.window.canvas.subsurface(line)
        brightness.append(max(letters.get_at((x, line.height // 2))[0] for x in range(line.width)))
    assert max(brightness) - min(brightness) < 12, "it does not blink when others come"


def test_a_window_of_another_size_shows_what_was_being_read(tale: Tale, play: Seat) -> None:
    menu = tale.menu(tale.option("yes"), tale.option("on"))
    player = play(tale.story(tale.scene("start", *["word " * 40] * 12, way=menu)), (960, 540))
    player.begin()
    player.finish_page()
    for _ in range(6):
        player.press(pygame.K_SPACE)
        player.glide()
    for size in ((1900, 1040), (960, 540), (1280, 720)):
        player.resize(size)
        player.game.frame(0.01)
        assert player.column.shows_all(player.reading.browsing.scroll), "the options are seen still"
    player.press(pygame.K_PLUS, mod=pygame.KMOD_LCTRL)
    player.press(pygame.K_PLUS, mod=pygame.KMOD_LCTRL)
    assert player.column.shows_all(player.reading.browsing.scroll)


def test_a_page_gone_on_with_is_at_the_leaf_that_was_being_read(tale: Tale, play: Seat) -> None:
    story = tale.story(tale.scene("start", *["word " * 40] * 12, way=tale.menu(tale.option("yes"))))
    player = play(story, (960, 540))
    player.begin()
    player.wait(60)
    player.press(pygame.K_SPACE)
    player.wait(60)
    leaf, arrived = player.reading.pagination.first, len(player.reading.text.arrived)
    again = play(story, (960, 540), left=LoadedRun(player.reading.text.playthrough))
    again.press(pygame.K_RETURN)
    assert again.reading.pagination.first == leaf
    assert abs(len(again.reading.text.arrived) - arrived) <= 1
    assert not again.reading.text.whole, "what was not seen is not skipped"


def test_space_at_the_options_shows_where_they_are_and_takes_none(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_SPACE)
    assert player.reading.browsing.focus == 1
    player.press(pygame.K_SPACE, pygame.K_SPACE)
    assert player.reading.page.scene == "start"


def test_a_scroll_glides(tale: Tale, play: Seat) -> None:
    player = play(tale.long())
    player.begin()
    player.finish_page()
    before = player.reading.browsing.above(player.column, player.game.now)
    player.press(pygame.K_PAGEDOWN)
    places = [before]
    for _ in range(20):
        player.game.frame(1 / 60)
        places.append(player.reading.browsing.above(player.column, player.game.now))
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
    player.wait(2.7)
    assert silence_left(player) is not None
    player.wait(2.5)
    left = silence_left(player)
    assert left is not None
    assert left < 0.35
    assert player.reading.page.scene == "start"
    player.wait(1.5)
    assert player.reading.page.scene == "silence"


def test_time_to_answer_begins_when_there_was_time_to_read_and_stops_while_looking_back(tale: Tale, play: Seat) -> None:
    menu = tale.menu(tale.option("yes"), silence=4)
    player = play(tale.story(tale.scene("start", *["word " * 40] * 6, way=menu)), (960, 540))
    player.begin()
    player.finish_page()
    for _ in range(6):
        player.press(pygame.K_SPACE)
        player.glide()
    player.wait(30)
    assert silence_left(player) is None, "1,200 letters were not read yet by anybody"
    player.wait(46)
    left = silence_left(player)
    assert left is not None
    player.press(pygame.K_PAGEUP)
    player.wait(60)
    held = silence_left(player)
    assert held == pytest.approx(left, abs=0.1), "it waits for who looks back"
    player.press(pygame.K_PAGEDOWN, pygame.K_PAGEDOWN)
    player.wait(5)
    assert player.reading.page.scene == "end"


def test_the_clock_of_silence_waits_until_all_is_in_sight(tale: Tale, play: Seat) -> None:
    menu = tale.menu(tale.option("yes"), silence=2)
    player = play(tale.story(tale.scene("start", *["word " * 100] * 4, way=menu)))
    player.begin()
    player.finish_page()
    player.press(*[pygame.K_PAGEUP] * 20)
    player.wait(150)
    assert not player.reading.silence.running
    for _ in range(20):
        player.press(pygame.K_PAGEDOWN)
    player.wait(0.1)
    assert player.reading.silence.running


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
    skip = player.column.button(SKIP.key)
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
    assert player.column.remark is not None
    locked, back = player.column.rows
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
    player.wait(TIMING.card + 0.2)
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
        "start", Arrive("cave"), Music("calm"), "a", Music("loud"), Arrive("den"), Hear("bang"), Shake(1), "b" * 200,
        way=tale.go("end"),
    )  # fmt: skip
    player = play(tale.story(scene))
    player.begin()
    scenery = player.reading.scenery(player.context.story)
    assert scenery.place is not None
    assert (scenery.place.id, scenery.side, player.heard.track) == ("cave", "left", "calm")
    player.wait(1)
    scenery = player.reading.scenery(player.context.story)
    assert scenery.place is not None
    assert (scenery.place.id, scenery.side, player.heard.track) == ("den", "left", "loud")
    assert player.heard.noises == ["bang"]
    assert scenery.tremor is not None


def test_an_ending_is_met_named_and_counts_in_the_next_run(tale: Tale, play: Seat, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, tale.simple())
    player = play(tale.simple(), keeper=keeper)
    player.begin()
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    assert keeper.endings == {"over"}
    met = keeper.run_of("over")
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, EndingCard)
    player.press(pygame.K_SPACE, pygame.K_SPACE)
    assert isinstance(player.screen, EndingCard), "whoever hurries is not hurried past it"
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, EndingCard), "nor by one key too many"
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.screen, TitleScreen)
    player.begin()
    assert player.reading.text.playthrough.origin.ended == {"over"}
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    assert keeper.run_of("over") == met, "the run that met it first is the one remembered"


def test_an_ending_may_have_a_picture_of_its_own(tale: Tale, play: Seat) -> None:
    story = tale.simple()
    for image, shown in ((None, "no_such_picture"), ("light_at_last", "light_at_last")):
        over = replace(story.endings["over"], image=image)
        player = play(replace(story, endings={"over": over}))
        player.begin()
        player.finish_page()
        player.press(pygame.K_1)
        player.finish_page()
        player.press(pygame.K_SPACE)
        place = player.screen.scenery(story).place
        assert place
        assert place.image == shown


def test_an_ending_says_at_which_choice_no_other_was_open_any_more(tale: Tale, play: Seat) -> None:
    one, other = tale.option("left"), tale.option("right")
    then = tale.menu(tale.option("on", "left"), tale.option("along", "left"))
    story = tale.story(
        tale.scene("start", "A fork.", way=tale.menu(replace(one, go="narrow"), replace(other, go="right"))),
        tale.scene("narrow", "A passage.", way=then),
        tale.scene("left", "There.", way=End("left")),
        tale.scene("right", "There.", way=End("right")),
    )
    player = play(replace(story, endings={id: Ending(id, id.title()) for id in ("left", "right", "over")}))
    player.begin()
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    player.press(pygame.K_2)
    player.finish_page()
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, EndingCard)
    assert "".join(run.text for run in player.screen.turned) == "Say left."


def test_of_an_ending_that_there_was_no_way_round_nothing_turned(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_1)
    player.finish_page()
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, EndingCard)
    assert player.screen.turned == ()


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
    player.wait(2)
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    assert player.reading.page.scene == "start"
    assert isinstance(player.reading.page.next, Choosing)


def test_escape_keeps_the_run_for_continue(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.press(pygame.K_3, pygame.K_ESCAPE)
    assert isinstance(player.screen, PauseScreen)
    player.take("To the title")
    assert isinstance(player.screen, TitleScreen)
    player.press(pygame.K_RETURN)
    assert player.reading.page.scene == "further"


def test_with_an_origin_it_begins_there_at_once(tale: Tale, play: Seat) -> None:
    player = play(tale.simple(), origin=Origin("end"), ended=frozenset({"over"}))
    assert isinstance(player.screen, ChapterCard)
    player.press(pygame.K_SPACE)
    assert isinstance(player.screen, ReadingScreen)
    assert player.reading.page.scene == "end"
    assert player.reading.text.playthrough.origin.ended == {"over"}


def test_keys_pressed_all_at_once_are_each_heeded(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    for key in (pygame.K_RETURN, pygame.K_SPACE, pygame.K_SPACE):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, scancode=0))
    player.game.frame(0)
    assert [each.text for each in player.reading.text.paragraphs] == ["First things first.", "Then the next."]


def test_a_name_at_the_top_of_a_leaf_is_as_bright_as_elsewhere(tale: Tale, play: Seat) -> None:
    speech = [Line("ann", (Words("word " * 60),)) for _ in range(8)]
    player = play(tale.story(tale.scene("start", *speech, way=tale.go("end"))), (960, 540), dark=False)
    player.begin()
    player.wait(60)
    player.press(pygame.K_SPACE)
    player.wait(3)
    assert player.reading.browsing.above(player.column, player.context.now) > 0
    name = pygame.Rect(player.column.window.topleft, (60, player.context.type.metrics.em(0.92)))
    letters = player.window.canvas.subsurface(name)
    brightest = max(letters.get_at((x, y))[0] for x in range(name.width) for y in range(name.height))
    assert brightest > 225, "Ann's colour has 255 of red"


def test_options_of_which_no_words_are_left_stand_below_one_another(tale: Tale, play: Seat) -> None:
    bare = [replace(tale.option(id), say=(Words(" "),)) for id in "abc"]
    player = play(tale.story(tale.scene("start", "Choose.", way=tale.menu(*bare))))
    player.begin()
    player.wait(5)
    rows = player.column.rows
    assert [row.label.spoken for row in rows] == ["1: …", "2: …", "3: …"]
    assert all(0 < above.height <= below.top - above.top for above, below in itertools.pairwise(rows))
