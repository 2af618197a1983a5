"""Stories with a great many situations, and with numbers too long to be followed."""

import pytest

from game.prove.explore.proof import prove
from game.prove.findings.messages import findings
from game.story.conditions import Compare, Constant, Not, Op, Times, Visited
from game.story.model import Choice, End, Fork, Line, Onward, Scene, Story
from game.story.prose import Words
from game.story.variables import Add, Range, Variable
from tests.play.plays import held, menu, option, scene, story

OUT = scene("out", "The end.", way=End("home"))


def settled(told: Story) -> set[str]:
    """What is found, but for what the small stories declare and do not use."""
    return {each.code for each in findings(prove(told)) if each.code not in ("variable-unread", "ending-unreached")}


def said(number: int) -> tuple[Line, ...]:
    return (Line(None, (Words(f"Answer {number}."),)),)


@pytest.mark.parametrize("questions", [5, 60])
def test_questions_that_can_be_asked_in_any_order(questions: int) -> None:
    """Sixty of them have more situations than could ever be written down."""
    asked: list[Choice] = [option(f"ask{n}", "hub", once=True, then=said(n)) for n in range(questions)]
    told = story(scene("hub", "What now?", way=menu(*asked, option("go", "out"))), OUT)
    proof = prove(told)
    assert proof.complete
    assert proof.situations == 2**questions + 1
    assert settled(told) == set()


def test_rooms_that_can_be_entered_in_any_order() -> None:
    rooms = [scene(f"r{n}", f"Room {n}.", way=Onward((Fork("hub"),))) for n in range(25)]
    doors = [option(f"d{n}", f"r{n}", condition=Not(Visited(f"r{n}"))) for n in range(25)]
    told = story(scene("hub", "A hall.", way=menu(*doors, option("go", "out"))), *rooms, OUT)
    proof = prove(told)
    assert proof.complete
    route = proof.route(lambda: proof.targets().ending("home"))
    assert route is not None
    assert route.plays == (("go",),)
    assert settled(told) == set()


def test_a_way_that_opens_after_all_of_them_is_found() -> None:
    every = tuple(option(f"ask{n}", "hub", once=True, then=said(n)) for n in range(12))
    told = story(
        scene(
            "hub",
            "What now?",
            way=menu(*every, option("go", "out", condition=Compare(Times("hub"), Op.GE, Constant(12)))),
        ),
        OUT,
    )
    proof = prove(told)
    page = proof.program.scenes["hub"]
    go = next(offer for offer in page.exit.options if offer.choice.id == "go")  # type: ignore[union-attr]
    route = proof.route(lambda: proof.targets().enabled(page, go))
    assert route is not None
    assert len(route.plays[0]) == 12


def test_a_count_too_long_to_follow_is_said_not_to_be_proved() -> None:
    told = story(
        scene(
            "hub",
            "Again?",
            way=menu(
                option("again", "hub"), option("go", "out", condition=Compare(Times("hub"), Op.GE, Constant(999_999)))
            ),
        ),
        OUT,
    )
    proof = prove(told, 100_000)
    assert not proof.complete
    assert {each.code for each in findings(proof)} == {"proof-unfinished"}
    left = proof.unproved()
    assert (left.scenes, left.endings, left.options) == (("out",), ("home", "ashes"), ("hub.go",))


def test_long_ranges_are_followed() -> None:
    told = story(
        scene(
            "bank",
            "Coins.",
            way=menu(
                option("earn", "bank", changes=(Add("coins", 1),)),
                option("go", "out", condition=held("coins", 3_000, Op.GE)),
            ),
        ),
        Scene("out", 0, (Line(None, (Words("Rich."),)),), End("home")),
    )
    told = Story(
        told.id, told.title, told.start, told.chapters, told.scenes, {"home": told.endings["home"]}, told.cast,
        {"coins": Variable("coins", Range(0, 3_000), 0)},
    )  # fmt: skip
    proof = prove(told)
    assert proof.complete
    assert findings(proof) == ()


def test_a_great_many_options_to_be_taken_once_do_not_run_out_of_stack() -> None:
    asked = [option(f"ask{n}", "hub", once=True, then=said(n)) for n in range(1_500)]
    proof = prove(story(scene("hub", "What now?", way=menu(*asked, option("go", "out"))), OUT), 50_000)
    assert not proof.complete
    assert "stuck" not in {each.code for each in findings(proof)}
