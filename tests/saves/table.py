"""What becomes of saves when the story is edited, row by row: `python -m tests.saves.table [RUNS]` prints it."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from game.play.opening import open_page
from game.play.page import page_of
from game.play.playthrough import Playthrough
from game.play.situation import Paragraph
from game.saves.formats.coding import decode_run, encode_run
from game.saves.formats.fingerprints import Fingerprints
from game.saves.formats.saved_run import saved_run
from game.saves.runs.replay import LoadedRun, replay_run
from game.story.model import Story
from tests.saves import edits
from tests.saves.edits import Edit, Edited
from tests.saves.runs import random_run, real_story

SAME, PLACE, STOPS, MEASURED = "the same to the byte", "the same place", "stops before it, and says so", "measured"
NEAR = "the same scene, and says that not all is the same"
ELSEWHERE, SILENT = "stops elsewhere, and says so", "another place, in silence"


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    edit: Edit
    promise: str
    prepare: Callable[[Story, Random], Story] = lambda story, _: story


TABLE = (
    Row("none", edits.nothing, SAME),
    Row("typo", edits.typo, PLACE),
    Row("paragraph inserted", edits.paragraph_inserted, PLACE),
    Row("option inserted", edits.option_inserted, PLACE),
    Row("menu reordered", edits.menu_reordered, PLACE),
    Row("scene renamed with an alias", edits.scene_renamed_with_alias, PLACE),
    Row("option renamed with an alias", edits.option_renamed_with_alias, PLACE),
    Row("option reworded (one)", edits.option_reworded, PLACE),
    Row("scene renamed without alias, unchanged", edits.scene_renamed, PLACE),
    Row("scene renamed and changed without alias", edits.scene_renamed_and_changed, STOPS),
    Row("two options of a menu reworded alike", edits.two_reworded_alike, STOPS, edits.twins),
    Row("a menu inserted between", edits.menu_between, STOPS),
    Row("scene deleted", edits.scene_deleted, MEASURED),
    Row("variable added", edits.variable_added, MEASURED),
    Row("range changed", edits.range_changed, MEASURED),
    Row("go changed", edits.go_changed, MEASURED),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    run: Playthrough
    edited: Edited
    loaded: LoadedRun
    kind: str

    def __str__(self) -> str:
        steps = [(step.situation.scene, step.choice) for step in self.run.past]
        return f"{self.kind}: {steps} then {self.run.now.scene}; {self.loaded.cause or self.loaded.playthrough.now}"


def outcomes(row: Row, runs: int, story: Story | None = None) -> Iterator[Outcome]:
    """So many random runs of the story, each saved, and loaded after an edit somewhere that it has been."""
    seed, told = 0, 0
    story = story or real_story()
    prints = Fingerprints(story)
    while told < runs:
        dice = Random(f"{row.name} {seed}")
        seed += 1
        then = row.prepare(story, dice)
        run = random_run(then, dice)
        edited = row.edit(then, run, dice)
        if edited is None:
            continue
        save = decode_run(
            json.loads(json.dumps(encode_run(saved_run(then, run, prints if then is story else Fingerprints(then)))))
        )
        loaded = replay_run(edited.story, save, Fingerprints(edited.story))
        page_of(edited.story, loaded.playthrough)
        told += 1
        yield Outcome(run, edited, loaded, kind_of(then, run, edited, loaded))


def kind_of(then: Story, run: Playthrough, edited: Edited, loaded: LoadedRun) -> str:
    if loaded == LoadedRun(run):
        return SAME
    if loaded.cause:
        there = choices(loaded.playthrough, Edited(then))
        went = choices(run, edited)
        whole = there == went[: len(there)] and len(there) == edited.before and loaded.stopped
        return STOPS if whole else ELSEWHERE
    if choices(loaded.playthrough, Edited(then)) == choices(run, edited):
        if place(edited.story, loaded.playthrough, Edited(then)) & place(then, run, edited):
            return PLACE
        if loaded.playthrough.now.scene == edited.scenes.get(run.now.scene, run.now.scene) and not loaded.same:
            return NEAR  # where it stood on the page was in words that are gone
    return SILENT


def choices(run: Playthrough, edited: Edited) -> list[tuple[str, str]]:
    """What was chosen in scenes that are still there, under the names of the edited story."""
    steps = [
        (step.situation.scene, step.choice) for step in run.past if step.choice and step.situation.scene != edited.gone
    ]
    return [(edited.scenes.get(scene, scene), edited.options.get((scene, id), id)) for scene, id in steps]


def place(story: Story, run: Playthrough, edited: Edited) -> set[tuple[str, str, int]]:
    """The scene with the last words that were shown, with how many paragraphs were, and with how many of its own, for
    what led there may be gone; one of them stays in an edit."""
    scene = edited.scenes.get(run.now.scene, run.now.scene)
    events = open_page(story, run.now).events[: run.now.position]
    paragraphs = [event.text for event in events if isinstance(event, Paragraph)]
    own = [event for event in events[len(run.now.lead) :] if isinstance(event, Paragraph)]
    last = paragraphs[-1] if paragraphs else ""
    return {(scene, last, 0), (scene, "of the page", len(paragraphs)), (scene, "of its own", len(own))}


def main(runs: int) -> None:
    for row in TABLE:
        found = list(outcomes(row, runs))
        told = Counter(outcome.kind for outcome in found)
        onward = sum(outcome.loaded.onward is not None for outcome in found if outcome.loaded.cause)
        stopped = sum(bool(outcome.loaded.cause) for outcome in found)
        alike = sum(outcome.loaded.same for outcome in found)
        print(f"{row.name:<42} {row.promise:<30} {dict(told)}; same {alike}; on from {onward} of {stopped}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
