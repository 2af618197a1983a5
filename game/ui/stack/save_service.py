"""What the window has kept, in the terms of its screens: whatever cannot be done is a sentence."""

from collections.abc import Callable
from dataclasses import replace

from game.play.playthrough import Playthrough
from game.play.situation import Event
from game.play.timeline import Timeline
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.saves.slots.names import NUMBERED
from game.ui.scenery.thumbnail import decoded
from game.ui.screens.menus.saves import Saved

NOT_KEPT = Refused("This play is not kept.")


class SaveService:
    """Without a `keeper` nothing is kept; `dated` tells what time it is, as ISO 8601 has it. A play that is not
    `automatic` is only saved where the player says so. `holds_any` says whether there is a save to load."""

    def __init__(self, keeper: Keeper | None, dated: Callable[[], str], *, automatic: bool) -> None:
        self._keeper = keeper
        self._dated = dated
        self._automatic = automatic
        self.holds_any = self._any()

    def has_read(self, event: Event) -> bool:
        return self._keeper is not None and self._keeper.has_read(event)

    def look(self, playthrough: Playthrough, shown: int) -> str | None:
        """So many events of the page have been seen, and all before it."""
        if self._keeper is None:
            return None
        seen = replace(playthrough, now=replace(playthrough.now, position=shown))
        return self._keeper.look(seen)

    def autosave(self, timeline: Timeline, picture: Callable[[], bytes]) -> str | None:
        if self._keeper is None or not self._automatic:
            return None
        problem = self._keeper.autosave(timeline, self._dated(), picture())
        self.holds_any = self.holds_any or problem is None
        return problem

    def meet(self, ending: str, playthrough: Playthrough) -> str | None:
        return self._keeper.meet(ending, playthrough) if self._keeper else None

    def save(self, slot: str | None, timeline: Timeline, picture: bytes) -> str:
        """To that slot, or to the first that is empty. What came of it, in a sentence."""
        if self._keeper is None:
            return NOT_KEPT.why
        slots = self._keeper.slots()
        if isinstance(slots, Refused):
            return slots.why
        taken = {each.name for each in slots}
        slot = slot or next((name for name in NUMBERED if name not in taken), None)
        if slot is None:
            return "All slots are full: write over one, or delete one."
        problem = self._keeper.save(slot, timeline, self._dated(), picture)
        self.holds_any = self.holds_any or problem is None
        return problem or "Saved."

    def _any(self) -> bool:
        """Whether there is a save, or a reason to say why none can be listed."""
        slots = self._keeper.slots() if self._keeper else ()
        return isinstance(slots, Refused) or bool(slots)

    def saved(self) -> tuple[Saved, ...] | Refused:
        """Every save with its picture."""
        if self._keeper is None:
            return ()
        slots = self._keeper.slots()
        if isinstance(slots, Refused):
            return slots
        return tuple(Saved(slot, decoded(self._keeper.picture(slot.name))) for slot in slots)

    def load(self, slot: str) -> LoadedRun | Refused:
        return self._keeper.load(slot) if self._keeper else NOT_KEPT

    def run_of(self, ending: str) -> LoadedRun | Refused:
        """The run that met an ending first."""
        return self._keeper.run_of(ending) if self._keeper else NOT_KEPT

    def drop(self, slot: str) -> str | None:
        problem = self._keeper.delete(slot) if self._keeper else None
        self.holds_any = self._any()
        return problem
