"""Begun in the middle, a story still knows where it is."""

from game.play.page import page_of
from game.play.playthrough import Origin, start
from game.story.model import Background, Chapter, End, Ending, Fork, GoTo, Line, Onward, Scene, Story
from game.story.prose import Words

LINE = Line(None, (Words("On."),))


def story() -> Story:
    scenes = (
        Scene("shore", 0, (GoTo("beach"), LINE), Onward((Fork("path"),))),
        Scene("path", 0, (LINE,), Onward((Fork("gate"),))),
        Scene("gate", 0, (LINE,), End("over")),
        Scene("alone", 0, (LINE,), Onward((Fork("path"),))),
    )
    return Story(
        id="s",
        title="S",
        start="shore",
        chapters=(Chapter(1, "One"),),
        scenes={scene.id: scene for scene in scenes},
        endings={"over": Ending("over", "Over")},
        backgrounds={"beach": Background("beach")},
    )


def background(scene: str) -> str | None:
    page = page_of(story(), start(story(), Origin(scene)))
    return page.background.id if page.background else None


def test_a_scene_that_names_no_place_is_met_where_the_nearest_one_before_it_was() -> None:
    assert background("gate") == "beach"
    assert background("path") == "beach"


def test_a_scene_that_nothing_leads_to_has_no_place() -> None:
    assert background("alone") is None
