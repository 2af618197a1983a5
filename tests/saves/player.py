"""Plays for ever and saves at every choice, telling each on a line before and after: `python -m tests.saves.player
PROFILE SEED`. To be killed."""

import sys
from hashlib import sha256
from pathlib import Path
from random import Random

from game.play.page import Choosing, page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, start
from game.play.timeline import Timeline
from game.saves.keeper import Keeper
from game.saves.runs.replay import LoadedRun
from game.story.model import Story
from tests.play.steps import returned, show_all
from tests.saves.runs import DATE, real_story


def state(playthrough: Playthrough) -> str:
    """A name for exactly this state of a play."""
    steps = [(step.situation.scene, step.choice) for step in playthrough.past]
    now = playthrough.now
    return sha256(repr((steps, now.scene, now.position, sorted(now.values.items()))).encode()).hexdigest()[:16]


def choice_made(story: Story, at: Playthrough, dice: Random) -> Playthrough:
    """On to the next choice, and past it; at an end back to somewhere before."""
    while True:
        page = page_of(story, at)
        if not page.complete:
            at = show_all(story, at)
        elif isinstance(page.next, Choosing):
            return choose(story, at, dice.choice([each.number for each in page.next.options if each.enabled]))
        elif (further := advance(story, at)) is not at:
            at = further
        else:
            at = returned(at, dice.randrange(len(at.past)))


def main(profile: Path, seed: str) -> None:
    story, dice = real_story(), Random(seed)
    keeper = Keeper(profile, story)
    left = keeper.resume()
    at = left.playthrough if isinstance(left, LoadedRun) else start(story, Origin(story.start))
    wrong = left.note or left.cause if isinstance(left, LoadedRun) else left
    print(f"begun {state(at)} {wrong or None}", flush=True)
    while True:
        at = choice_made(story, at, dice)
        print(f"saving {state(at)}", flush=True)
        problem = keeper.autosave(Timeline(at), DATE)
        print(f"saved {state(at)} {problem}", flush=True)
        keeper.look(at)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
