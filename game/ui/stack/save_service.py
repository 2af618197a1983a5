"""What the window has kept, in the terms of its screens, and off its frame loop: whatever cannot be done is a sentence."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

import pygame

from game.play.playthrough import Playthrough
from game.play.situation import Event
from game.play.timeline import Timeline
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.saves.slots.names import NUMBERED
from game.ui.scenery.thumbnail import decoded, encoded
from game.ui.screens.menus.saves import Saved

T = TypeVar("T")

Answer: TypeAlias = Callable[[str | None], None]
"""Is told what came of it once it is done, in a sentence, or None: by `settle`, and so by the thread of the window."""

NOT_KEPT = Refused("This play is not kept.")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is saved by itself, as it was then. The picture is this snapshot's own, and is encoded with it."""

    timeline: Timeline
    date: str
    picture: pygame.Surface

    def is_like(self, timeline: Timeline) -> bool:
        """Whether the other holds no choice that this does not: another page of the same run."""
        return self.timeline.at.origin is timeline.at.origin and _choices(self.timeline) == _choices(timeline)


@dataclass(slots=True)
class _Write:
    """What was asked for. It has a `future` once it is begun."""

    act: Callable[[], str | None]
    answer: Answer
    future: "Future[str | None] | None" = None


class SaveService:
    """Without a `keeper` nothing is kept; `dated` tells what time it is, as ISO 8601 has it. A play that is not
    `automatic` is only saved where the player says so. `holds_any` says whether there is a save to load.

    The `writer` does one thing at a time, in the order in which it was asked, and so reads what it wrote before. What a
    play saves by itself is written soon; of pages that follow one another without a choice, only the newest need be. At
    no time is more than one choice not on disk: who chooses faster than the disk writes is the one to wait. All is begun
    at the end of the frame that asked for it, which is the one with most to do.
    """

    def __init__(self, keeper: Keeper | None, dated: Callable[[], str], writer: Executor, *, automatic: bool) -> None:
        self._keeper = keeper
        self._dated = dated
        self._automatic = automatic
        self._writer = writer
        self._due: deque[_Write] = deque()
        self._begun: deque[tuple[Future[str | None], Answer]] = deque()
        self._newest: deque[Snapshot] = deque(maxlen=1)  # not begun to be written
        self._last: tuple[Snapshot, _Write] | None = None
        self.holds_any = self._any()

    def begin(self) -> None:
        """Have all that was asked for done, beside what comes next."""
        while self._due:
            write = self._due.popleft()
            write.future = self._writer.submit(write.act)
            self._begun.append((write.future, write.answer))
        self.settle()

    def settle(self) -> None:
        """Tell what came of all that is done by now."""
        while self._begun and self._begun[0][0].done():
            done, answer = self._begun.popleft()
            answer(done.result())

    def finish(self) -> None:
        """Wait until all is written, and tell what came of it."""
        self.begin()
        for future, _ in tuple(self._begun):
            future.result()
        self.settle()

    def has_read(self, event: Event) -> bool:
        """Whether it was shown before, in whatever play."""
        return self._keeper is not None and self._keeper.has_read(event)

    def look(self, playthrough: Playthrough, shown: int, answer: Answer) -> None:
        """So many events of the page have been seen, and all before it: known at once, and soon kept."""
        keeper = self._keeper
        if keeper is not None:
            seen = replace(playthrough, now=replace(playthrough.now, position=shown))
            keeper.glance(seen)
            self._ask(lambda: keeper.look(seen), answer)

    def autosave(self, timeline: Timeline, picture: Callable[[], pygame.Surface], answer: Answer) -> None:
        """Save the run that is played, unless it is kept already."""
        keeper = self._keeper
        if keeper is None or not self._automatic:
            return
        if self._last and not self._last[0].is_like(timeline):
            self._await(self._last[1])
        snapshot = Snapshot(timeline, self._dated(), picture())
        self._newest.append(snapshot)
        self._last = snapshot, self._ask(lambda: self._write_newest(keeper), self._noting(answer))

    def _write_newest(self, keeper: Keeper) -> str | None:
        try:
            newest = self._newest.popleft()
        except IndexError:  # it was written in place of an older one
            return None
        return keeper.autosave(newest.timeline, newest.date, encoded(newest.picture))

    def meet(self, ending: str, playthrough: Playthrough, answer: Answer) -> None:
        """Remember an ending, and the run that met it."""
        keeper = self._keeper
        if keeper is not None:
            self._ask(lambda: keeper.meet(ending, playthrough), answer)

    def save(self, slot: str | None, timeline: Timeline, picture: pygame.Surface, answer: Answer) -> None:
        """To that slot, or to the first that is empty. The answer is what came of it, in any case."""
        keeper, date = self._keeper, self._dated()
        if keeper is None:
            answer(NOT_KEPT.why)
            return

        def write() -> str | None:
            to = _slot_for(keeper, slot)
            return to.why if isinstance(to, Refused) else keeper.save(to, timeline, date, encoded(picture))

        self._ask(write, self._noting(lambda problem: answer(problem or "Saved.")))

    def saved(self) -> tuple[Saved, ...] | Refused:
        """Every save with its picture."""
        keeper = self._keeper
        if keeper is None:
            return ()
        slots = self._wait(keeper.slots)
        if isinstance(slots, Refused):
            return slots
        return tuple(Saved(slot, decoded(keeper.picture(slot.name))) for slot in slots)

    def load(self, slot: str) -> LoadedRun | Refused:
        """A save, as far as it leads in today's story."""
        keeper = self._keeper
        return self._wait(lambda: keeper.load(slot)) if keeper else NOT_KEPT

    def run_of(self, ending: str) -> LoadedRun | Refused:
        """The run that met an ending first."""
        keeper = self._keeper
        return self._wait(lambda: keeper.run_of(ending)) if keeper else NOT_KEPT

    def drop(self, slot: str) -> str | None:
        """Delete a save; why that cannot be, if so."""
        keeper = self._keeper
        problem = self._wait(lambda: keeper.delete(slot)) if keeper else None
        self.holds_any = self._any()
        return problem

    def _any(self) -> bool:
        """Whether there is a save, or a reason to say why none can be listed."""
        slots = self._wait(self._keeper.slots) if self._keeper else ()
        return isinstance(slots, Refused) or bool(slots)

    def _noting(self, answer: Answer) -> Answer:
        """Where it went well, there is a save from then on."""

        def noted(problem: str | None) -> None:
            self.holds_any = self.holds_any or problem is None
            answer(problem)

        return noted

    def _ask(self, act: Callable[[], str | None], answer: Answer) -> _Write:
        write = _Write(act, answer)
        self._due.append(write)
        return write

    def _await(self, write: _Write) -> None:
        if write.future is None:
            self.begin()
        if write.future is not None:
            write.future.result()

    def _wait(self, act: Callable[[], T]) -> T:
        """After all that was asked for before, which is told first."""
        self.begin()
        found = self._writer.submit(act).result()
        self.settle()
        return found


def _choices(timeline: Timeline) -> int:
    return sum(step.choice is not None for step in timeline.at.past)


def _slot_for(keeper: Keeper, slot: str | None) -> str | Refused:
    """That slot, else the first that is empty. Where none can be listed, nothing is saved."""
    slots = keeper.slots()
    if isinstance(slots, Refused):
        return slots
    taken = {each.name for each in slots}
    return (
        slot
        or next((name for name in NUMBERED if name not in taken), None)
        or Refused("All slots are full: write over one, or delete one.")
    )
