"""Options: which of them show, which can be taken, and what taking one does."""

import pytest

from game.play.history import history
from game.play.page import Choosing, Finished, Stuck, page_of
from game.play.playthrough import Origin, advance, choose, rewind, start
from game.play.situation import TextRun
from game.story.conditions import Chose, Compare, Constant, Ended, Not, Op, Times, Visited
from game.story.model import Choice, End, Fork, If, Onward
from game.story.prose import Either, Words
from game.story.variables import Add, Assign
from tests.play.generated import options_of
from tests.play.plays import held, line, menu, offers, option, read, scene, story, take, texts

END = scene("end", "The end.", way=End("home"))


def test_a_choice_leads_to_its_scene_and_makes_its_changes() -> None:
    small = story(
        scene("hall", "A hall.", way=menu(option("pull", "end", changes=(Add("trust", 1), Assign("hand", "taken"))))),
        END,
    )
    after = take(small, start(small), "pull")
    assert after.now.scene == "end"
    assert after.now.values == {"trust": 2, "hand": "taken", "lit": False}
    assert page_of(small, after).next == Finished(small.endings["home"])


def test_changes_stay_inside_their_range() -> None:
    small = story(scene("hall", way=menu(option("up", "hall", changes=(Add("trust", 2),)))))
    assert [take(small, start(small), *["up"] * times).now.values["trust"] for times in (0, 1, 2)] == [1, 3, 3]


def test_an_option_whose_condition_fails_is_hidden() -> None:
    small = story(
        scene("hall", way=menu(option("light", "end", condition=held("lit", True)), option("wait", "end"))), END
    )
    assert offers(small, read(small, start(small))) == ["wait"]


def test_an_option_that_says_why_it_is_locked_shows_greyed() -> None:
    small = story(
        scene(
            "hall",
            way=menu(option("light", "end", condition=held("lit", True), locked="No match."), option("wait", "end")),
        ),
        END,
    )
    dark = read(small, start(small))
    assert offers(small, dark) == ["(light: No match.)", "wait"]
    with pytest.raises(ValueError, match="no option 1 can be taken in hall"):
        choose(small, dark, 1)

    lit = read(small, start(small, Origin("hall", {"lit": True})))
    assert offers(small, lit) == ["light", "wait"]
    assert page_of(small, choose(small, lit, 1)).scene == "end"


def test_an_option_to_be_taken_once_is_gone_afterwards_even_where_it_would_be_locked() -> None:
    look = option("look", "hall", once=True, condition=held("lit", False), locked="Too bright.")
    small = story(scene("hall", "A hall.", way=menu(look, option("wait", "end"))), END)
    assert offers(small, read(small, start(small))) == ["look", "wait"]
    looked = take(small, start(small), "look")
    assert offers(small, looked) == ["wait"]
    assert offers(small, rewind(looked)) == ["look", "wait"]


def test_once_is_of_one_scene_only() -> None:
    small = story(
        scene("hall", way=menu(option("look", "yard", once=True))),
        scene("yard", way=menu(option("look", "hall", once=True))),
    )
    assert offers(small, take(small, start(small), "look")) == ["look"]


def test_silence_is_the_last_option_and_knows_its_seconds() -> None:
    small = story(scene("hall", way=menu(option("speak", "end"), silence=option("silence", "end"))), END)
    page = page_of(small, read(small, start(small)))
    assert isinstance(page.next, Choosing)
    assert [(each.number, each.id, each.after) for each in page.next.options] == [
        (1, "speak", None),
        (2, "silence", 8),
    ]


def test_where_no_option_can_be_taken_the_player_is_stuck_and_sees_why() -> None:
    small = story(
        scene(
            "hall",
            way=menu(
                option("light", "end", condition=held("lit", True), locked="No match."),
                option("hide", "end", condition=held("lit", True)),
            ),
        ),
        END,
    )
    stuck = read(small, start(small))
    assert isinstance(page_of(small, stuck).next, Stuck)
    assert offers(small, stuck) == ["(light: No match.)"]
    assert advance(small, stuck) == stuck


def test_where_no_fork_leads_on_the_player_is_stuck() -> None:
    small = story(scene("hall", "A hall.", way=Onward((Fork("end", held("lit", True)),))), END)
    stuck = read(small, start(small))
    assert page_of(small, stuck).next == Stuck()
    assert advance(small, stuck) == stuck


def test_nothing_can_be_chosen_before_the_page_is_read() -> None:
    small = story(scene("hall", "One.", "Two.", way=menu(option("wait", "end"))), END)
    with pytest.raises(ValueError, match="no option 1"):
        choose(small, start(small), 1)


def test_the_first_fork_that_holds_is_taken() -> None:
    small = story(
        scene(
            "hall",
            "A hall.",
            way=Onward((Fork("cellar", held("trust", 3)), Fork("yard", held("trust", 2, Op.GE)), Fork("end"))),
        ),
        scene("cellar", "Down.", way=End("ashes")),
        scene("yard", "Out.", way=End("ashes")),
        END,
    )
    reached = {
        trust: advance(small, read(small, start(small, Origin("hall", {"trust": trust})))).now.scene
        for trust in range(4)
    }
    assert reached == {0: "end", 1: "end", 2: "yard", 3: "cellar"}


def test_the_few_words_of_then_open_the_next_page() -> None:
    grip = If(held("trust", 2), (line("His grip holds."),), (line("His grip slips."),))
    small = story(
        scene("hall", "A hall.", way=menu(option("take", "end", changes=(Add("trust", 1),), then=(grip,)))), END
    )
    taken = choose(small, read(small, start(small)), 1)
    assert texts(small, taken) == ["His grip holds."]
    assert texts(small, advance(small, taken)) == ["His grip holds.", "The end."]


def test_what_was_chosen_and_visited_is_known_afterwards() -> None:
    told = If(Chose("hall", "left"), (line("You went left."),), (line("You went right."),))
    small = story(
        scene("hall", way=menu(option("left", "yard"), option("right", "yard"))),
        scene(
            "yard", told, If(Visited("hall"), (line("Not new."),)), If(Visited("yard"), (line("Again."),)), way=menu()
        ),
    )
    assert texts(small, take(small, start(small), "left")) == ["You went left.", "Not new."]
    assert texts(small, take(small, start(small), "right")) == ["You went right.", "Not new."]


def test_times_counts_how_often_a_scene_was_left() -> None:
    tired = option("rest", "end", condition=Compare(Times("hall"), Op.GE, Constant(2)))
    small = story(scene("hall", way=menu(option("again", "hall"), tired)), END)
    assert offers(small, take(small, start(small), "again")) == ["again"]
    assert offers(small, take(small, start(small), "again", "again")) == ["again", "rest"]


def test_endings_are_those_of_earlier_plays_and_stay_so_until_the_next() -> None:
    memory = If(Ended("home"), (line("You dreamed this."),), (line("All is new."),))
    small = story(
        scene("hall", memory, way=menu(option("home", "end", condition=Not(Ended("home"))), option("stay", "end"))), END
    )
    first = take(small, start(small), "home")
    assert page_of(small, first).next == Finished(small.endings["home"])
    assert first.now.ended == frozenset()
    assert texts(small, read(small, rewind(first))) == ["All is new."]

    second = read(small, start(small, Origin("hall", ended=frozenset({"home"}))))
    assert texts(small, second) == ["You dreamed this."]
    assert offers(small, second) == ["stay"]
    assert take(small, second, "stay").now.ended == {"home"}


def test_an_option_of_which_no_words_are_left_shows_that_there_is_one() -> None:
    words = Either(held("lit", True), (Words("Blow it out."),), ())
    bare = Choice("light", (words, Words("\u00a0\u200b")), "end")
    small = story(scene("hall", "Dark.", way=menu(bare)), END)
    assert [each.runs for each in options_of(page_of(small, start(small)))] == [(TextRun("…"),)]
    assert history(small, take(small, start(small), "light"))[0].choice == (TextRun("…"),)
