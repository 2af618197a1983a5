"""Everything that was read, in order, and how far that is."""

from hypothesis import given, settings

from game.play.history import ReadPage, Said, history, last_choice, pages
from game.play.page import page_of
from game.play.playthrough import advance, choose, skip, start
from game.play.progress import Counted, ahead_of, counted, place_in_chapter, words_on
from game.play.situation import Paragraph, TextRun
from game.story.model import Chapter, End, Fork, Onward
from tests.play.generated import Walk, options_of, thorough, walks
from tests.play.plays import line, menu, option, read, scene, story, take
from tests.play.steps import returned

fewer = settings(thorough, max_examples=20)

TALE = story(
    scene("hall", "A hall.", line("Come in.", speaker="ada"), way=menu(option("go", "yard", then=(line("Rain."),)))),
    scene("yard", "A yard, all wet.", "It rains.", way=Onward((Fork("gate"),)), aftermath="gate"),
    scene("gate", "A gate.", way=menu(option("home", "end"), option("back", "hall")), chapter=1),
    scene("end", "The end.", way=End("home"), chapter=1),
    chapters=(Chapter(1, "In"), Chapter(2, "Out")),
)


def test_it_tells_speakers_cards_and_choices() -> None:
    at = take(TALE, start(TALE), "go")
    assert history(TALE, advance(TALE, at)) == (
        ReadPage(
            0,
            "hall",
            (TALE.chapters[0], Said((TextRun("A hall."),)), Said((TextRun("Come in."),), TALE.cast["ada"])),
            (TextRun("go"),),
        ),
        ReadPage(1, "yard", tuple(Said((TextRun(words),)) for words in ("Rain.", "A yard, all wet.", "It rains."))),
        ReadPage(2, "gate", (TALE.chapters[1],)),
    )


def test_the_last_choice_is_told_in_the_words_it_was_taken_by() -> None:
    assert last_choice(TALE, start(TALE)) == ""
    gate = advance(TALE, take(TALE, start(TALE), "go"))
    assert last_choice(TALE, gate) == "go", "reading on is no choice"
    assert last_choice(TALE, take(TALE, gate, "back")) == "back"


def test_what_was_skipped_is_as_far_as_it_was_read() -> None:
    yard = choose(TALE, take(TALE, start(TALE)), 1)
    gate = skip(TALE, yard)
    assert history(TALE, gate)[1] == ReadPage(1, "yard", (Said((TextRun("Rain."),)),), (), skipped=True)


@fewer
@given(walks())
def test_every_page_is_told_as_it_was_and_can_be_gone_back_to(walk: Walk) -> None:
    told = history(walk.story, walk.last)
    assert [entry.page for entry in told] == list(range(len(walk.last.past) + 1))
    for entry in told:
        there = returned(walk.last, entry.page)
        page = page_of(walk.story, there)
        said = [each.text for each in entry.shown if isinstance(each, Said)]
        assert said == [event.text for event in page.events[: page.position] if isinstance(event, Paragraph)]
        assert entry.scene == page.scene
        choice = walk.last.past[entry.page].choice if entry.page < len(walk.last.past) else None
        assert entry.choice == next((option.runs for option in options_of(page) if option.id == choice), ())


@fewer
@given(walks())
def test_the_pages_from_one_on_are_the_rest(walk: Walk) -> None:
    told = history(walk.story, walk.last)
    for first in range(len(told)):
        assert tuple(pages(walk.story, walk.last, first)) == told[first:]


@fewer
@given(walks())
def test_words_are_counted_the_same_in_one_go_and_bit_by_bit(walk: Walk) -> None:
    bit_by_bit = Counted()
    for playthrough in walk:
        bit_by_bit = counted(walk.story, playthrough, bit_by_bit)
        assert bit_by_bit == counted(walk.story, playthrough)
        told = [each for entry in history(walk.story, playthrough) for each in entry.shown]
        words = sum(len(each.text.split()) for each in told if isinstance(each, Said))
        assert bit_by_bit.words + words_on(walk.story, playthrough.now) == words


@thorough
@given(walks(rewinding=False))
def test_a_place_in_the_chapter_is_a_part_of_it(walk: Walk) -> None:
    ahead = ahead_of(walk.story)
    assert all(0 <= place_in_chapter(walk.story, playthrough, ahead) <= 1 for playthrough in walk)


def test_a_chapter_goes_from_0_to_1() -> None:
    ahead = ahead_of(TALE)
    at = take(TALE, start(TALE))
    places = [place_in_chapter(TALE, at, ahead)]
    for move in ("go", None, "home"):
        at = take(TALE, at, move) if move else read(TALE, advance(TALE, at))
        places.append(place_in_chapter(TALE, at, ahead))
    assert places == [0, 1, 0, 1]
