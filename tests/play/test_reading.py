"""Pages: how a text comes to the player, event by event."""

from game.play.page import ReadingOn, page_of
from game.play.playthrough import Origin, advance, choose, rewind, skip, start
from game.play.situation import Card
from game.story.model import (
    Arrive,
    Chapter,
    Claim,
    End,
    Fork,
    Hear,
    If,
    Include,
    Line,
    Music,
    Onward,
    Pause,
    Set,
    Shake,
)
from game.story.prose import Cycle, Either, Shown, Style, Styled, Words
from game.story.variables import Add, Assign
from tests.play.plays import held, line, menu, option, read, scene, story, take, texts
from tests.play.steps import show_all

END = scene("end", "The end.", way=End("home"))
TO_END = Onward((Fork("end"),))
CHAPTERS = (
    Chapter(1, "The Light"),
    Chapter(1, "The Light", "Ada"),
    Chapter(2, "The Water", "Ada"),
    Chapter(2, "The Water", "Ada"),
)


def test_paragraphs_come_one_by_one_after_the_card_of_the_chapter() -> None:
    small = story(scene("hall", "One.", "Two.", way=TO_END), END)
    first = start(small)
    assert page_of(small, first).card == small.chapters[0]
    assert texts(small, first) == []
    second = advance(small, first)
    assert page_of(small, second).card is None
    assert texts(small, second) == ["One."]
    third = advance(small, second)
    assert texts(small, third) == ["One.", "Two."]
    assert page_of(small, third).complete
    assert page_of(small, third).next == ReadingOn()
    assert texts(small, advance(small, third)) == ["The end."]


def test_directions_are_beats_in_the_order_written() -> None:
    small = story(
        scene(
            "hall",
            *(Arrive("cave"), Music("storm", 2), "One."),
            *(Hear("gull"), Shake(0.5), Pause(1.5)),
            *(Set((Add("trust", 1),)), Claim(held("trust", 2))),
            *("Two.", Music(None)),
            way=TO_END,
        ),
        END,
    )
    events = page_of(small, start(small)).events
    told = [getattr(event, "text", event) for event in events]
    assert told == [
        *(Card(0), Arrive("cave"), Music("storm", 2), "One."),
        *(Hear("gull"), Shake(0.5), Pause(1.5), "Two.", Music(None)),
    ]


def test_cues_come_with_the_paragraph_after_them_and_the_last_ones_with_the_last() -> None:
    small = story(scene("hall", Hear("gull"), "One.", Hear("gull"), "Two.", Hear("gull"), way=TO_END), END)
    card = start(small)
    one, two = advance(small, card), advance(small, advance(small, card))
    assert [page_of(small, each).position for each in (card, one, two)] == [1, 3, 6]
    assert page_of(small, two).complete


def test_picture_and_music_are_those_of_what_has_been_shown() -> None:
    small = story(scene("hall", Arrive("cave"), "One.", Arrive("shore"), Music("storm"), "Two.", way=TO_END), END)
    one = advance(small, start(small))
    two = advance(small, one)
    assert page_of(small, start(small)).place is None
    assert page_of(small, one).place == small.places["cave"]
    assert (page_of(small, two).place, page_of(small, two).music) == (small.places["shore"], Music("storm"))
    assert page_of(small, advance(small, two)).place == small.places["shore"]
    assert page_of(small, rewind(advance(small, two))).music == Music("storm")


def test_what_the_text_sets_counts_from_there_on() -> None:
    lit = If(held("lit", True), (line("Light."),), (line("Dark."),))
    small = story(scene("hall", lit, Set((Assign("lit", True),)), lit, way=TO_END), END)
    assert texts(small, read(small, start(small))) == ["Dark.", "Light."]


def test_a_scene_that_shows_no_text_is_passed_through_and_what_it_does_still_counts() -> None:
    small = story(
        scene("hall", "A hall.", way=menu(option("go", "silent", then=(line("Off you go."),)))),
        scene("silent", Hear("gull"), Set((Add("trust", 1),)), way=Onward((Fork("yard", held("trust", 2)),))),
        scene("yard", line("Trust is ", (Shown("trust"),)), way=TO_END),
        END,
    )
    after = take(small, start(small), "go")
    assert after.now.scene == "yard"
    assert texts(small, after) == ["Off you go.", "Trust is 2"]
    assert Hear("gull") in page_of(small, after).events
    assert after.now.visits == {"hall": 1, "silent": 1}
    assert len(after.past) == 1


def test_an_included_passage_stands_in_the_text_and_counts_visits_of_its_own() -> None:
    again = Cycle(((Words("one"),), (Words("two"),), (Words("three"),)))
    small = story(
        scene("hall", line("Hall ", (again,)), Include("bell"), Include("bell"), way=menu(option("stay", "hall"))),
        scene("bell", line("Bell ", (again,))),
    )
    first = read(small, start(small))
    assert texts(small, first) == ["Hall one", "Bell one", "Bell two"]
    second = take(small, first, "stay")
    assert texts(small, second) == ["Hall two", "Bell three", "Bell one"]
    assert second.now.visits == {"hall": 1, "bell": 2}


def test_first_shows_once_and_its_other_wording_ever_after() -> None:
    first = Cycle(((Words("new"),), (Words("old"),)), once=True)
    small = story(scene("hall", line("It is ", (first,)), way=menu(option("stay", "hall"))))
    visits = [take(small, start(small), *["stay"] * times) for times in range(4)]
    assert [texts(small, each) for each in visits] == [["It is new"], ["It is old"], ["It is old"], ["It is old"]]


def test_a_cycle_in_then_counts_the_visits_of_the_scene_it_is_written_in() -> None:
    wordings = Cycle(((Words("once"),), (Words("twice"),)))
    stay = option("stay", "hall", then=(line("You stay ", (wordings,)),))
    small = story(scene("hall", "Hall.", way=menu(stay)))
    assert texts(small, take(small, start(small), "stay")) == ["You stay once", "Hall."]
    assert texts(small, take(small, start(small), "stay", "stay")) == ["You stay twice", "Hall."]


def test_spaces_collapse_and_words_of_one_style_are_one_run() -> None:
    nothing = Either(held("lit", True), (Words("!"),), ())
    small = story(
        scene(
            "hall",
            Line(
                None,
                (
                    *(Words("  You "), nothing, Words(" hold")),
                    *(Styled(Style.STRESS, (Words(" very "), Words("still"))), Words(" "), nothing),
                ),
            ),
            way=TO_END,
        ),
        END,
    )
    (paragraph,) = page_of(small, read(small, start(small))).paragraphs
    assert [(run.text, run.stress, run.weight) for run in paragraph.runs] == [
        ("You hold", False, False),
        (" very still", True, False),
    ]


def test_a_line_whose_wordings_are_all_empty_is_no_paragraph() -> None:
    small = story(
        scene("hall", Line("ada", (Either(held("lit", True), (Words("Yes."),), ()),)), "One.", way=TO_END), END
    )
    assert texts(small, read(small, start(small))) == ["One."]


def test_a_speaker_is_named_once_for_several_paragraphs_in_a_row() -> None:
    said = [line("One.", speaker="ada"), line("Two.", speaker="ada"), line("Three.", speaker="bo")]
    small = story(scene("hall", *said, "Four.", line("Five.", speaker="bo"), way=TO_END), END)
    page = page_of(small, read(small, start(small)))
    named = [(each.speaker.name if each.speaker else None, each.named) for each in page.paragraphs]
    assert named == [("Ada", True), ("Ada", False), ("Bo", True), (None, False), ("Bo", True)]


def test_a_card_opens_a_chapter_or_a_viewpoint_and_not_a_second_file_of_the_same() -> None:
    small = story(
        scene("a", "A.", way=Onward((Fork("b"),)), chapter=0),
        scene("b", "B.", way=Onward((Fork("c"),)), chapter=1),
        scene("c", "C.", way=Onward((Fork("d"),)), chapter=2),
        scene("d", "D.", way=Onward((Fork("end"),)), chapter=3),
        scene("end", "E.", way=End("home"), chapter=3),
        chapters=CHAPTERS,
    )
    playthrough, cards = start(small), []
    while not (page_of(small, playthrough).complete and playthrough.now.scene == "end"):
        card = page_of(small, playthrough).card
        if card:
            cards.append((playthrough.now.scene, card.title, card.viewpoint))
        playthrough = advance(small, playthrough)
    assert cards == [("a", "The Light", None), ("b", "The Light", "Ada"), ("c", "The Water", "Ada")]


def test_a_card_comes_after_the_words_on_the_way_to_it_and_is_read_alone() -> None:
    small = story(
        scene("hall", way=menu(option("go", "yard", then=(line("You go."), line("Far."))))),
        scene("yard", "A yard.", way=TO_END, chapter=2),
        END,
        chapters=CHAPTERS,
    )
    on_the_way = advance(small, advance(small, start(small)))
    went = choose(small, on_the_way, 1)
    assert texts(small, went) == ["You go."]
    assert texts(small, show_all(small, went)) == ["You go.", "Far."]
    card = advance(small, show_all(small, went))
    assert page_of(small, card).card == CHAPTERS[2]
    assert texts(small, card) == []
    assert texts(small, advance(small, card)) == ["A yard."]


def test_showing_all_stops_at_a_card_without_an_empty_step() -> None:
    """The gull before the card used to be a step in which nothing was to be seen."""
    small = story(
        scene("hall", way=menu(option("go", "yard", then=(line("You go."), Hear("gull"))))),
        scene("yard", "A yard.", "A gate.", way=TO_END, chapter=2),
        END,
        chapters=CHAPTERS,
    )
    went = choose(small, read(small, start(small)), 1)
    card = show_all(small, went)
    assert page_of(small, card).card == CHAPTERS[2]
    assert texts(small, show_all(small, card)) == ["A yard.", "A gate."]


def test_a_card_is_seen_even_where_nothing_follows_it_on_its_page() -> None:
    small = story(scene("hall", way=menu(option("stay", "hall"))))
    opened = start(small)
    assert page_of(small, opened).card == small.chapters[0]
    assert not page_of(small, opened).complete
    assert page_of(small, advance(small, opened)).card is None
    assert page_of(small, advance(small, opened)).complete


def test_skipping_leads_to_the_aftermath_as_if_the_scene_had_not_been_read() -> None:
    small = story(
        scene("hall", "Blood.", Set((Assign("hand", "taken"),)), "More.", way=TO_END, aftermath="after"),
        scene("after", line("Hand: ", (Shown("hand"),)), way=TO_END),
        END,
    )
    reading = advance(small, start(small))
    assert page_of(small, reading).aftermath == "after"
    skipped = skip(small, reading)
    assert skipped.now.scene == "after"
    assert skipped.now.visits == {}
    assert texts(small, skipped) == ["Hand: none"]
    assert rewind(skipped) == reading
    assert skip(small, skipped) is skipped


def test_skipping_before_a_card_was_read_shows_it_in_the_aftermath() -> None:
    small = story(
        scene("hall", way=menu(option("go", "fight", then=(line("You go."),)))),
        scene("fight", "Blood.", way=TO_END, chapter=2, aftermath="after"),
        scene("after", "It is over.", way=TO_END, chapter=2),
        END,
        chapters=CHAPTERS,
    )
    went = choose(small, read(small, start(small)), 1)
    assert texts(small, went) == ["You go."]
    assert page_of(small, skip(small, went)).card == CHAPTERS[2]
    assert page_of(small, skip(small, advance(small, went))).card is None


def test_there_is_nothing_to_rewind_at_the_beginning() -> None:
    small = story(scene("hall", "One.", "Two.", way=TO_END), END)
    begun = start(small)
    assert rewind(begun) is begun
    read_a_little = advance(small, begun)
    assert rewind(read_a_little) is read_a_little


def test_a_play_may_begin_anywhere_with_any_values() -> None:
    small = story(
        scene("hall", "Hall.", way=TO_END), scene("yard", line("", (Shown("trust"), Shown("hand"))), way=TO_END), END
    )
    begun = read(small, start(small, Origin("yard", {"trust": 3})))
    assert texts(small, begun) == ["3none"]
    assert begun.origin == Origin("yard", {"trust": 3})
