"""Begun in the middle, a story still knows where it is; and how light it is there goes by what a variable holds."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.play.page import page_of
from game.play.playthrough import Origin, start
from game.play.setting import lit
from game.story.model import Arrive, Chapter, End, Ending, Fork, Line, Onward, Place, Scene, Story
from game.story.prose import Words
from game.story.variables import Range, Variable

LINE = Line(None, (Words("On."),))


def story() -> Story:
    scenes = (
        Scene("shore", 0, (Arrive("beach"), LINE), Onward((Fork("path"),))),
        Scene("path", 0, (LINE,), Onward((Fork("gate"),))),
        Scene("gate", 0, (LINE,), End("over")),
        Scene("hard", 0, (Arrive("beach"), LINE), End("over"), aftermath="after"),
        Scene("after", 0, (LINE,), End("over")),
        Scene("alone", 0, (LINE,), Onward((Fork("path"),))),
    )
    return Story(
        id="s",
        title="S",
        start="shore",
        chapters=(Chapter(1, "One"),),
        scenes={scene.id: scene for scene in scenes},
        endings={"over": Ending("over", "Over")},
        places={"beach": Place("beach")},
    )


def place(scene: str) -> str | None:
    page = page_of(story(), start(story(), Origin(scene)))
    return page.place.id if page.place else None


def test_a_scene_that_names_no_place_is_met_where_the_nearest_one_before_it_was() -> None:
    assert place("gate") == "beach"
    assert place("path") == "beach"
    assert place("after") == "beach"


def test_a_scene_that_nothing_leads_to_has_no_place() -> None:
    assert place("alone") is None


@given(st.integers(0, 5), st.integers(1, 5), st.data())
def test_a_place_is_as_light_as_its_variable_is_high(low: int, more: int, data: st.DataObject) -> None:
    torch = Variable("torch", Range(low, low + more), low)
    cave = Place("cave", lit_by="torch")
    lightless = replace(story(), variables={"torch": torch}, places={"cave": cave})
    values = sorted(data.draw(st.lists(st.integers(low, low + more), min_size=2, max_size=2, unique=True)))
    darker, lighter = (lit(lightless, cave, {"torch": value}) for value in values)
    assert 0 <= darker < lighter <= 1
    assert lit(lightless, cave, {"torch": low}) == 0
    assert lit(lightless, cave, {"torch": low + more}) == 1
    assert lit(lightless, Place("field"), {"torch": low}) == 1
