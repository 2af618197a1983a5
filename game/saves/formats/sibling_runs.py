"""A timeline as it is saved: the run that is played, and with it those left by another choice and what lies ahead of a
page gone back to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from game.play.timeline import Timeline, beside, left_otherwise
from game.saves.formats.coding import (
    NotASave,
    decode_mark,
    decode_own,
    decode_run,
    decode_scenes,
    encode_mark,
    encode_own,
    encode_run,
)
from game.saves.formats.fingerprints import Fingerprints
from game.saves.formats.saved_run import PageMark, SavedRun, page_mark, saved_run
from game.story.limits import MOST_COUNTED
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class SavedTimeline:
    """`siblings` are as `beside` has them, and all runs share what they tell of the story. The first of them may lie
    `ahead` of the run; earlier versions of the game do not say. `left` are the marks of those pages of it, by number,
    that were read on after they were gone back to.
    """

    run: SavedRun
    siblings: tuple[SavedRun, ...] = ()
    ahead: bool | None = False
    left: Mapping[int, PageMark] = field(default_factory=dict)

    def with_most(self, others: int) -> "SavedTimeline":
        """The same without the runs that were left longest ago, if there are more than so many."""
        return self if others >= len(self.siblings) else replace(self, siblings=self.siblings[:others])

    @property
    def choices(self) -> int:
        """How many were made in all of it. To go on from a situation is one, for there were some before it."""
        return sum(
            sum(bool(step.choice or step.skipped) for step in each.steps) + (each.origin.situation is not None)
            for each in (self.run, *self.siblings)
        )


def saved_timeline(story: Story, timeline: Timeline, fingerprints: Fingerprints) -> SavedTimeline:
    """What to keep of a timeline. `fingerprints` are those of the story."""
    runs = [saved_run(story, run, fingerprints) for run in (timeline.at, *beside(timeline))]
    known = {id: known for run in runs for id, known in run.scenes.items()}
    scenes = {id: known[id] for id in sorted(known)}  # in one order, so that the same is written alike
    left = {page: page_mark(story, situation) for page, situation in left_otherwise(timeline).items()}
    alike = tuple(replace(each, scenes=scenes) for each in runs)
    return SavedTimeline(alike[0], alike[1:], bool(timeline.undone), left)


def encode_timeline(saved: SavedTimeline) -> list[dict[str, Any]]:
    """The run, and if there are others a second part with them."""
    if not saved.siblings:
        return [encode_run(saved.run)]
    left = [[page, *encode_mark(mark)] for page, mark in saved.left.items()] if saved.ahead else []
    runs = [encode_own(each) for each in saved.siblings]
    return [encode_run(saved.run), {"scenes": {}, "runs": runs, "ahead": saved.ahead, "left": left}]


def decode_timeline(content: Any, others: Any = None) -> SavedTimeline:
    """Raises NotOurs."""
    run = decode_run(content)
    match others:
        case None:
            return SavedTimeline(run)
        case {"scenes": dict(scenes), "runs": list(runs)}:
            run = replace(run, scenes={**run.scenes, **decode_scenes(scenes)})
            beside = tuple(decode_own(each, run.story, run.ids, run.scenes) for each in runs)
        case _:
            raise NotASave
    match others.get("ahead"), others.get("left", []):
        case bool() | None as ahead, list(left):
            return SavedTimeline(run, beside, ahead, dict(map(_left, left)))
        case _:
            raise NotASave


def _left(content: Any) -> tuple[int, PageMark]:
    match content:
        case [int(page), *mark] if 0 <= page <= MOST_COUNTED:
            return page, decode_mark(mark)
        case _:
            raise NotASave
