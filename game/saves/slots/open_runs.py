"""Which run is kept where: each that is played has a slot of its own that saves by itself, and none takes another's."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from game.play.playthrough import Origin, Playthrough
from game.play.timeline import Timeline, furthest
from game.saves.files.lock import Lock
from game.saves.slots.names import AUTOMATIC
from game.saves.slots.save_folder import FileStamp, SaveFolder
from game.story.limits import MOST_SLOTS


class NoSlot(ValueError):
    """Every slot that saves by itself holds a run that somebody has chosen something in."""


@dataclass(slots=True)
class OpenRun:
    """`origins` are those of its timeline, by which it is known: the same objects. `slot` is where it saves by itself,
    None as long as it need not; the file there then had that `stamp`. `there` is what was saved or loaded last.
    """

    origins: tuple[Origin, ...]
    slot: str | None = None
    stamp: FileStamp | None = None
    there: Timeline | None = None

    def holds(self, timeline: Timeline) -> bool:
        """Whether nothing was played that is not kept already. To look is not to play: going back, forward, or to a run
        that was left."""
        return self.there is not None and _ways(timeline) <= _ways(self.there)


@dataclass(slots=True)
class OpenRuns:
    """The runs that this copy of the game has loaded and played. A lock, in the `folder`, keeps the slot of the one that
    is being played from every other copy; the system lets go of it when the game ends."""

    folder: Path
    saves: SaveFolder
    _runs: list[OpenRun] = field(default_factory=list)
    _played: OpenRun | None = None
    _lock: Lock | None = None

    def loaded(self, timeline: Timeline, slot: str | None = None) -> OpenRun:
        """A run was read from a save. If that was in a slot that saves by itself, and it is all of it, it goes on there."""
        run = OpenRun(_origins(timeline), slot, self.saves.stamp(slot) if slot else None, timeline)
        self._runs.append(run)
        return run

    def take_up(self, run: OpenRun) -> None:
        """No other copy of the game goes on with it from here on."""
        self.let_go()
        self._played = run
        with suppress(OSError):  # it can be played, and the first save will say what is wrong
            self._hold_own(run)

    def play(self, timeline: Timeline) -> OpenRun:
        """The run of a timeline; the one played before is let go of if it was another."""
        origin = timeline.at.origin
        run = next((each for each in self._runs if any(known is origin for known in each.origins)), None)
        if run is None:
            run = OpenRun(_origins(timeline))
            self._runs.append(run)
        if run is not self._played:
            self.let_go()
            self._played = run
        return run

    def slot_for(self, run: OpenRun) -> str:
        """Where the run that is played is kept from now on: in its own slot, else in the first in which there is nothing
        or a run that was only begun. Raises OSError, and NoSlot if there is none."""
        if not self._hold_own(run):
            run.slot = next(filter(self._hold_free, self._free()), None)
        if run.slot is None:
            raise NoSlot(
                f"all {MOST_SLOTS} places for what is saved by itself hold runs, or are in use: delete one that you no "
                "longer want, or save by hand"
            )
        return run.slot

    def saved(self, run: OpenRun, timeline: Timeline) -> None:
        """All of its timeline lies in its slot now."""
        run.there, run.origins = timeline, _origins(timeline)
        run.stamp = self.saves.stamp(run.slot) if run.slot else None

    @property
    def slot(self) -> str | None:
        """That of the run which is played, if it needs one."""
        return self._played.slot if self._played else None

    def let_go(self) -> None:
        """Leaves the run where it is saved; another copy of the game may go on with it."""
        self._release()
        self._played = None

    def _free(self) -> Iterator[str]:
        """Those of runs that were only begun, then those that are empty."""
        there = {slot for slot in AUTOMATIC if self.saves.stamp(slot)}
        begun = (slot for slot in AUTOMATIC if slot in there and self.saves.is_free(slot))
        return chain(begun, (slot for slot in AUTOMATIC if slot not in there and self.saves.is_free(slot)))

    def _hold_own(self, run: OpenRun) -> bool:
        """Whether the slot of this run is this copy's, and nobody has played on there since: another copy of the game, or
        another computer from which a program brought what was played there."""
        if run.slot is None or not (self._lock or self._hold(run.slot)):
            return False
        same = self.saves.stamp(run.slot) in (None, run.stamp)  # nothing is written over where there is nothing
        if not same:
            self._release()
        return same

    def _release(self) -> None:
        if self._lock:
            self._lock.release()
        self._lock = None

    def _hold_free(self, slot: str) -> bool:
        """Whether the slot is this copy's now, and still free."""
        if not self._hold(slot):
            return False
        free = self.saves.is_free(slot)
        if not free:
            self._release()
        return free

    def _hold(self, slot: str) -> bool:
        lock = Lock(self.folder / f"{slot}.lock")
        if not lock.take():
            return False
        self._lock = lock
        return True


def _origins(timeline: Timeline) -> tuple[Origin, ...]:
    return (timeline.at.origin, *(run.origin for run in timeline.branches))


def _ways(timeline: Timeline) -> set[tuple[tuple[str, str | None, bool], ...]]:
    return {_steps(run) for run in (furthest(timeline), *timeline.branches)}


def _steps(run: Playthrough) -> tuple[tuple[str, str | None, bool], ...]:
    return tuple((step.situation.scene, step.choice, step.skipped) for step in run.past)
