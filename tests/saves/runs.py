"""Random plays of a story, and the real one to play."""

from functools import cache
from pathlib import Path
from random import Random

from game.authoring.load import load
from game.play.page import Choosing, page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, rewind, start
from game.story.model import Story
from tests.play.steps import show_all

ROOT = Path(__file__).parents[2]
DATE = "2026-11-25T09:00:00+00:00"


@cache
def real_story() -> Story:
    story = load(ROOT / "story").story
    assert story
    return story


def random_run(story: Story, dice: Random, moves: int = 60) -> Playthrough:
    """A play left at any moment of it, mostly after a few choices."""
    ended = frozenset(dice.sample(sorted(story.endings), dice.randrange(2)))
    at = start(story, Origin(story.start, ended=ended))
    for _ in range(dice.randrange(moves)):
        if dice.random() < 0.02:
            at = rewind(at)
            continue
        page = page_of(story, at)
        if page.complete and isinstance(page.next, Choosing):
            at = choose(story, at, dice.choice([option.number for option in page.next.options if option.enabled]))
        else:
            at = advance(story, at) if page.complete or dice.random() < 0.3 else show_all(story, at)
    return at
