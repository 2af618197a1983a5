"""The runs that save by themselves: which is played, where it is kept, and which is gone on with."""

from dataclasses import replace
from pathlib import Path

from game.play.playthrough import Playthrough, is_finished
from game.play.timeline import Timeline
from game.saves.formats.summary import NEVER
from game.saves.refused import Refused, words_of
from game.saves.runs import legacy
from game.saves.runs.replay import LoadedRun
from game.saves.save_store import SHED, SaveStore
from game.saves.slots.names import AUTOMATIC
from game.saves.slots.open_runs import OpenRun, OpenRuns
from game.saves.slots.save_folder import SaveFolder
from game.story.model import Story


class Autosaves:
    """Each run that is played saves to a slot of its own: the one it was left in, else one that holds nothing chosen, so
    that none is lost to another. What was only loaded and looked at is not saved, and changes nothing.

    `last` is the run that was kept last, or would have been.
    """

    def __init__(self, story: Story, folder: Path, saves: SaveFolder, store: SaveStore) -> None:
        self._story = story
        self._saves = saves
        self._store = store
        self._open = OpenRuns(folder, saves)
        self._old = _OldRun(folder / "run.json", story)
        self.last: Playthrough | None = None

    def autosave(self, timeline: Timeline, date: str, picture: bytes) -> str | None:
        """Saves by itself, as the run left open, unless it is kept already."""
        self.bring_old_run()
        self.last = timeline.at
        run = self._open.play(timeline)
        if run.slot is None and run.holds(timeline):
            return None
        if run.slot and run.there == timeline and self._saves.stamp(run.slot):
            return None
        try:
            slot = self._open.slot_for(run)
        except OSError as error:
            return f"This play cannot be kept: {words_of(error)}. Check the folder {self._saves.folder}."
        except ValueError as error:
            return f"This play cannot be kept: {error}."
        problem = self._store.save(slot, timeline, date, picture)
        if problem in (None, SHED):
            self._open.saved(run, timeline)
            self._old.is_kept(run)
        return problem

    def opened(self, loaded: LoadedRun, slot: str | None = None) -> OpenRun:
        """A run was loaded, from that slot if from one. A save that does not lead the same way any more is kept whole:
        playing on goes to another slot."""
        own = slot in AUTOMATIC and loaded.same and not loaded.called and not loaded.shorter
        return self._open.loaded(loaded.timeline, slot if own else None)

    def resume(self) -> LoadedRun | Refused | None:
        """The run left open last, or None if there is none. Of one that cannot be used the next best is found.

        Runs in which something was chosen come before those that were only begun, and those of a story that had
        today's title before others of its id.
        """
        refused = ""
        self.bring_old_run()
        for slot in self._left_open():
            loaded = self._store.load(slot)
            if isinstance(loaded, LoadedRun):
                if is_finished(self._story, loaded.playthrough):
                    continue
                self._open.take_up(self.opened(loaded, slot))
                return replace(loaded, note=" ".join(filter(None, (refused, loaded.note))))
            refused = refused or loaded.why
        return Refused(refused) if refused else self._resume_old()

    def _left_open(self) -> list[str]:
        """The slots that save by themselves and hold a run that has not come to its end, the best to go on with first;
        before them those of which nothing can be told, for what is damaged is to be said."""
        try:
            slots = [slot for slot in self._saves.slots() if slot.file.automatic]
        except OSError:
            return []
        order = {
            slot.name: (
                slot.summary is None,
                slot.summary is None or self._store.is_of_todays(slot.summary.title),
                self._saves.holds_choices(slot.name),
                slot.summary.age if slot.summary else (NEVER, 0),
            )
            for slot in slots
            if not (slot.summary and slot.summary.ending)
        }
        return sorted(order, key=lambda name: order[name], reverse=True)

    @property
    def slot(self) -> str | None:
        """Where the run that is played saves by itself; None as long as nothing was played that is not kept elsewhere."""
        return self._open.slot

    @property
    def next_slot(self) -> str | None:
        """The slot that would be gone on with."""
        return next(iter(self._left_open()), None)

    def let_go(self) -> None:
        """Leaves the run where it is saved, to be gone on with by another copy of the game."""
        self._open.let_go()
        self.last = None

    def bring_old_run(self) -> None:
        """Gives the run that the first versions left a slot as every other has, before any is listed or taken. What cannot
        be, or leads less far today, stays as it is."""
        left = self._old.first_found()
        if left:
            resumed, date = left
            timeline = Timeline(resumed)
            self._old.run = self._open.play(timeline)
            self.autosave(timeline, date, b"")
            self.let_go()

    def _resume_old(self) -> LoadedRun | Refused | None:
        loaded = self._old.resume()
        if isinstance(loaded, LoadedRun):
            self._old.run = self.opened(loaded)
        return loaded


class _OldRun:
    """The run that the first versions left, until it is kept as every other. `run` is what it is while it is played."""

    def __init__(self, path: Path, story: Story) -> None:
        self._path = path
        self._story = story
        self._is_sought = False
        self.run: OpenRun | None = None

    def first_found(self) -> tuple[Playthrough, str] | None:
        """The run and the date of it, when it is first asked for, if it leads all the way today."""
        if self._is_sought:
            return None
        self._is_sought = True
        try:
            resumed, date = legacy.resume(self._path, self._story), legacy.date_of(self._path)
        except (OSError, ValueError):
            return None
        return (resumed.playthrough, date) if resumed and not resumed.lost else None

    def resume(self) -> LoadedRun | Refused | None:
        """As far as it leads today."""
        try:
            resumed = legacy.resume(self._path, self._story)
        except (OSError, ValueError) as error:
            return Refused(f"The play that was left cannot be gone on with: {error}.")
        if resumed is None:
            return None
        stopped = resumed.playthrough.now.scene if resumed.lost else None
        return LoadedRun(resumed.playthrough, not resumed.lost, resumed.lost, stopped)

    def is_kept(self, run: OpenRun) -> None:
        """A run has a slot now: where it is this one, its file is not found again."""
        if run is self.run:
            legacy.retire(self._path)
