"""Loading: the steps of a save taken again in today's story, as far as they lead to where they led.

It never looks ahead for a place that it knows: that would skip the laps of a loop.
"""

from dataclasses import dataclass, replace

from game.play.opening import OpenPage, open_page
from game.play.page import Stuck, page_of
from game.play.playthrough import Origin, Playthrough, Step, read_on, show_whole, skip, start, take
from game.play.situation import Situation
from game.play.timeline import Timeline, Undone, timeline_of
from game.saves.formats.fingerprints import Fingerprints
from game.saves.formats.saved_run import SavedRun, SavedStep, at_mark
from game.saves.formats.sibling_runs import SavedTimeline
from game.saves.runs.migration import TodaysNames, migrate
from game.story.model import End, Menu, Onward, Story
from game.story.variables import allows

MOST_READ_ON = 1_000  # pages read on in a row, beyond those that the save has: then the story only goes round


@dataclass(frozen=True, slots=True)
class LoadedRun:
    """A save in today's story. `playthrough` is where its steps lead.

    `same` says whether that is the situation that was saved: the same scene, and known in it what was known. If the steps
    did not lead there, `cause` says in a sentence why, and `stopped` in which scene. `onward` is the saved situation
    nevertheless, its values clamped, to go on with: None if it is the `same`, or its scene is gone or has no way on.
    `undone` and `branches` are what a timeline has of the runs that were saved with it; some of those are `shorter` than
    they were. `note` is what else there is to
    say, such as that the file was damaged and the one before it was used. `called` is the title of the story that it is
    of, if that is another one and may be another story.
    """

    playthrough: Playthrough
    same: bool = True
    cause: str = ""
    stopped: str | None = None
    onward: Playthrough | None = None
    note: str = ""
    undone: tuple[Undone, ...] = ()
    branches: tuple[Playthrough, ...] = ()
    shorter: bool = False
    called: str = ""

    @property
    def timeline(self) -> Timeline:
        """Where its steps lead, with the other runs that were saved with it."""
        return Timeline(self.playthrough, self.undone, self.branches)


def replay_timeline(story: Story, kept: SavedTimeline, fingerprints: Fingerprints) -> LoadedRun:
    """What is kept of a timeline in today's story, whose fingerprints are given."""
    names = TodaysNames(story, kept.run, fingerprints)
    run, *others = (_replayed(story, save, names) for save in (kept.run, *kept.siblings))
    left = {page: mark for page, mark in kept.left.items() if others and page < len(others[0].playthrough.past)}
    situations = {page: at_mark(story, others[0].playthrough.past[page].situation, mark) for page, mark in left.items()}
    runs = [other.playthrough for other in others]
    timeline = timeline_of(run.playthrough, runs, ahead=kept.ahead is not False, left=situations)
    cut = sum(not other.same for other in others)
    told = "A run that was left leads" if cut == 1 else f"{cut} runs that were left lead"
    note = f"{told} less far in today’s story; the save with all of it is kept." if cut else ""
    return replace(run, undone=timeline.undone, branches=timeline.branches, note=note, shorter=bool(cut))


def replay_run(story: Story, save: SavedRun, fingerprints: Fingerprints) -> LoadedRun:
    """The save in today's story, whose fingerprints are given."""
    return _replayed(story, save, TodaysNames(story, save, fingerprints))


def _replayed(story: Story, save: SavedRun, names: TodaysNames) -> LoadedRun:
    replay = _Replay(story, save, names)
    cause = replay.take_all()
    now = replay.at.now
    same = not cause and _is_known_alike(save, now, migrate(story, save.situation, names), names)
    return LoadedRun(
        replace(replay.at, past=tuple(replay.past)),
        same,
        cause,
        now.scene if cause else None,
        None if same else _onward(story, save, names),
    )


def _is_known_alike(save: SavedRun, now: Situation, meant: Situation | None, names: TodaysNames) -> bool:
    """Whether `now` is what was `meant`. Variables and scenes that are new to the story say nothing about that."""
    if meant is None:
        return False
    old = {names.scene(id) for id in save.ids}
    visits = {scene: count for scene, count in now.visits.items() if scene in old}
    values = {name: value for name, value in save.situation.values.items() if name in now.values}
    return (
        (now.scene, visits, now.chosen, now.ended) == (meant.scene, meant.visits, meant.chosen, meant.ended)
        # an int is no bool, though it may equal one
        and all(now.values[name] == value and type(now.values[name]) is type(value) for name, value in values.items())
    )


def _onward(story: Story, save: SavedRun, names: TodaysNames) -> Playthrough | None:
    situation = migrate(story, save.situation, names)
    if situation is None:
        return None
    at = start(story, Origin(situation.scene, ended=situation.ended, situation=situation))
    if at.now.scene == situation.scene:
        at = replace(at, now=at_mark(story, at.now, save.mark))
    return None if isinstance(page_of(story, at).next, Stuck) else at


class _Replay:
    """Takes steps. `at` is where they have led, its past apart in `past` so that a step costs the same all the way."""

    def __init__(self, story: Story, save: SavedRun, names: TodaysNames) -> None:
        self.story, self.save, self.names = story, save, names
        self.past: list[Step] = []
        self.opened: OpenPage | None = None  # the page that `at` stands at, where it is known
        self.at = start(story, Origin(story.start, ended=save.origin.ended))

    def take_all(self) -> str:
        """Why the steps led no further, in a sentence; nothing if they led where they led when they were saved."""
        origin = self._origin()
        if origin is None:
            return "The story no longer begins where this run began."
        self.at = start(self.story, origin)
        passed: list[str] = []  # scenes, since a step was last taken
        for step in self.save.steps:
            if step.choice is None and step.skipped is None:
                passed.append(step.scene)
                continue
            before = len(self.past)
            cause = self._skip(step, passed) if step.skipped else self._choose(step)
            if cause:
                return cause
            if len(self.past) > before:
                passed.clear()
        return self._arrive(passed)

    def _origin(self) -> Origin | None:
        """Where the run began, in today's story."""
        origin, variables = self.save.origin, self.story.variables
        if origin.situation:
            situation = migrate(self.story, origin.situation, self.names)
            return Origin(situation.scene, ended=situation.ended, situation=situation) if situation else None
        scene = self.names.scene(origin.scene)
        fits = all(name in variables and allows(variables[name].kind, value) for name, value in origin.values.items())
        return replace(origin, scene=scene) if scene and fits else None

    def _choose(self, step: SavedStep) -> str:
        scene = self.names.scene(step.scene)
        if scene is None or not isinstance(self.story.scenes[scene].exit, Menu):
            return ""
        while self._read_on():
            if len(self.past) > len(self.save.steps) + MOST_READ_ON:
                return f"The story now goes round at ‘{self.at.now.scene}’ without a choice."
        if self.at.now.scene != scene:
            return self._elsewhere(scene)
        named = self.names.options(step.scene, step.choice or "")
        taken = take(self.story, self.at, named[0], self.opened) if len(named) == 1 else None
        if taken:
            self._moved(*taken)
            return ""
        self.at = show_whole(self.at, open_page(self.story, self.at.now).events)
        if not named:
            return f"The option that was taken in ‘{scene}’ is no longer there."
        if len(named) > 1:
            return f"More than one option in ‘{scene}’ may be the one that was taken."
        return f"The option that was taken in ‘{scene}’ can no longer be taken there."

    def _skip(self, step: SavedStep, passed: list[str]) -> str:
        scene = self.names.scene(step.scene)
        if scene is None or step.skipped is None or self.story.scenes[scene].aftermath is None:
            return ""
        if not self._read_on_to(scene, passed.count(step.scene)):
            return self._elsewhere(scene)
        self.at = replace(self.at, now=at_mark(self.story, self.at.now, step.skipped))
        self._moved(skip(self.story, self.at))
        return ""

    def _arrive(self, passed: list[str]) -> str:
        """On from the last choice to the scene of the saved situation, unless what comes is not what was read."""
        scene, chosen, steps = self.names.scene(self.save.situation.scene), self.at, len(self.past)
        if scene and self._read_on_to(scene, passed.count(self.save.situation.scene)):
            self.at = replace(self.at, now=at_mark(self.story, self.at.now, self.save.mark))
            return ""
        cause = (
            self._elsewhere(scene) if scene else f"The scene ‘{self.save.situation.scene}’ is no longer in the story."
        )
        self.at, self.past = chosen, self.past[:steps]
        return cause

    def _elsewhere(self, scene: str) -> str:
        here = self.at.now.scene
        if isinstance(self.story.scenes[here].exit, End):
            return f"The story now ends in ‘{here}’, where it went on to ‘{scene}’."
        return f"The story now comes to ‘{here}’, where it came to ‘{scene}’."

    def _read_on_to(self, scene: str, laps: int) -> bool:
        """On to the scene, past it as often as `laps` says; whether it came."""
        while self.at.now.scene != scene or laps:
            laps -= self.at.now.scene == scene
            if len(self.past) > len(self.save.steps) + MOST_READ_ON or not self._read_on():
                return False
        return True

    def _read_on(self) -> bool:
        """To the next page, if the story leads on by itself."""
        if not isinstance(self.story.scenes[self.at.now.scene].exit, Onward):
            return False
        after = read_on(self.story, self.at, self.opened)
        if after:
            self._moved(*after)
        return after is not None

    def _moved(self, to: Playthrough, opened: OpenPage | None = None) -> None:
        self.past.extend(to.past)
        self.at, self.opened = replace(to, past=()), opened
