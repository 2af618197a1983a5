"""Loading tells how far it is."""

from pathlib import Path

from game.authoring.load import load

STORY = Path(__file__).resolve().parents[2] / "story"


def test_every_scene_that_is_read_is_told_of() -> None:
    told: list[tuple[str, int, int]] = []
    story = load(STORY, lambda *how_far: told.append(how_far)).story
    assert story
    count = len(story.scenes)
    assert told == [("reading", done, count) for done in range(count)]
