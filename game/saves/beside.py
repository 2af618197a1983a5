"""A timeline as it is saved: the run that is played, and with it those left by another choice and what lies ahead of a
page gone back to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from game.play.timeline import Timeline, beside, left_otherwise
from game.saves.coding import (
    NotOurs,
    understood,
    understood_mark,
    understood_run,
    understood_scenes,
    written,
    written_mark,
    written_run,
)
from game.saves.prints import Prints
from game.saves.save import Mark, Save, mark_of, save_of
from game.story.limits import MOST_COUNTED
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Kept:
    """`others` are as `beside` has them, and all runs share what they tell of the story. The first of `others` may lie
    `ahead` of the run; earlier versions of the game do not say. `left` are the marks of those pages of it, by number,
    that were read on after they were gone back to.
    """

    run: Save
    others: tuple[Save, ...] = ()
    ahead: bool | None = False
    left: Mapping[int, Mark] = field(default_factory=dict)

    def with_most(self, others: int) -> "Kept":
        """The same without the runs that were left longest ago, if there are more than so many."""
        return self if others >= len(self.others) else replace(self, others=self.others[:others])

    @property
    def choices(self) -> int:
        """How many were made in all of it. To go on from a situation is one, for there were some before it."""
        return sum(
            sum(bool(step.choice or step.skipped) for step in each.steps) + (each.origin.situation is not None)
            for each in (self.run, *self.others)
        )


def kept_of(story: Story, timeline: Timeline, prints: Prints) -> Kept:
    """What to keep of a timeline. `prints` are those of the story."""
    runs = [save_of(story, run, prints) for run in (timeline.at, *beside(timeline))]
    known = {id: known for run in runs for id, known in run.scenes.items()}
    scenes = {id: known[id] for id in sorted(known)}  # in one order, so that the same is written alike
    left = {page: mark_of(story, situation) for page, situation in left_otherwise(timeline).items()}
    alike = tuple(replace(each, scenes=scenes) for each in runs)
    return Kept(alike[0], alike[1:], bool(timeline.undone), left)


def written_kept(kept: Kept) -> list[dict[str, Any]]:
    """The run, and if there are others a second part with them."""
    if not kept.others:
        return [written(kept.run)]
    left = [[page, *written_mark(mark)] for page, mark in kept.left.items()] if kept.ahead else []
    runs = [written_run(each) for each in kept.others]
    return [written(kept.run), {"scenes": {}, "runs": runs, "ahead": kept.ahead, "left": left}]


def understood_kept(content: Any, others: Any = None) -> Kept:
    """Raises NotOurs."""
    run = understood(content)
    match others:
        case None:
            return Kept(run)
        case {"scenes": dict(scenes), "runs": list(runs)}:
            run = replace(run, scenes={**run.scenes, **understood_scenes(scenes)})
            beside = tuple(understood_run(each, run.story, run.ids, run.scenes) for each in runs)
        case _:
            raise NotOurs
    match others.get("ahead"), others.get("left", []):
        case bool() | None as ahead, list(left):
            return Kept(run, beside, ahead, dict(map(_left, left)))
        case _:
            raise NotOurs


def _left(content: Any) -> tuple[int, Mark]:
    match content:
        case [int(page), *mark] if 0 <= page <= MOST_COUNTED:
            return page, understood_mark(mark)
        case _:
            raise NotOurs
