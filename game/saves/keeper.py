"""All that is kept of a player in one story: saves, the run left open and the profile. What fails does so in a sentence."""

from pathlib import Path

from game.play.playthrough import Playthrough
from game.play.situation import Event
from game.play.timeline import Timeline
from game.saves.autosaves import Autosaves
from game.saves.formats.fingerprints import Fingerprints
from game.saves.formats.seen import Seen
from game.saves.memory import Memory
from game.saves.profile import Profile
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.saves.save_store import SaveStore
from game.saves.slots.save_folder import ListedSave, SaveFolder
from game.story.model import Story


class Keeper:
    """Keeps one story's play, in a folder of `root`. Sentences are None where all went well; whatever they say, play can
    go on. A run is known by the origin it was started with.

    One thread at a time may ask anything; meanwhile another may `glance` and ask what was read.
    """

    def __init__(self, root: Path, story: Story) -> None:
        folder, fingerprints = root / story.id, Fingerprints(story)
        saves = SaveFolder(folder / "saves")
        self._store = SaveStore(story, saves, fingerprints)
        self._autosaves = Autosaves(story, folder, saves, self._store)
        self._memory = Memory(story, Profile(folder), fingerprints)

    # Saves

    def save(self, slot: str, timeline: Timeline, date: str, picture: bytes = b"") -> str | None:
        """Saves to a slot: `quick`, or a number from 1 to 999. `date` is now, as ISO 8601 has it."""
        return self._store.save(slot, timeline, date, picture)

    def load(self, slot: str) -> LoadedRun | Refused:
        """A save, as far as it leads in today's story."""
        loaded = self._store.load(slot)
        if isinstance(loaded, LoadedRun):
            self._autosaves.opened(loaded, slot)
        return loaded

    def slots(self) -> tuple[ListedSave, ...] | Refused:
        """Every slot that is not empty, with what is known of it; no save itself is read."""
        self._autosaves.bring_old_run()
        return self._store.slots()

    def picture(self, slot: str) -> bytes:
        """The picture that was saved with it; empty where there is none."""
        return self._store.picture(slot)

    def delete(self, slot: str) -> str | None:
        """Empties a slot, for ever."""
        return self._store.delete(slot)

    # The run left open

    def autosave(self, timeline: Timeline, date: str, picture: bytes = b"") -> str | None:
        """Saves by itself, as the run left open, unless it is kept already."""
        return self._autosaves.autosave(timeline, date, picture)

    def resume(self) -> LoadedRun | Refused | None:
        """The run left open last, or None if there is none. Of one that cannot be used the next best is found."""
        return self._autosaves.resume()

    @property
    def slot(self) -> str | None:
        """Where the run that is played saves by itself; None as long as nothing was played that is not kept elsewhere."""
        return self._autosaves.slot

    @property
    def next_slot(self) -> str | None:
        """The slot that would be gone on with."""
        return self._autosaves.next_slot

    def let_go(self) -> None:
        """Leaves the run where it is saved, to be gone on with by another copy of the game."""
        self._autosaves.let_go()

    # The profile

    @property
    def seen(self) -> Seen:
        """What was seen in all plays."""
        return self._memory.seen

    @property
    def endings(self) -> frozenset[str]:
        """Those met in all plays."""
        return self._memory.endings

    def recall(self) -> str | None:
        """Reads what was seen in earlier plays, to be found in `seen`."""
        return self._memory.recall()

    def meet(self, ending: str, playthrough: Playthrough | None = None) -> str | None:
        """Remembers an ending, and the run that met it: the one given, else the one last kept."""
        return self._memory.meet(ending, playthrough or self._autosaves.last)

    def run_of(self, ending: str) -> LoadedRun | Refused:
        """The run that first met an ending, as far as it leads in today's story."""
        loaded = self._memory.run_of(ending)
        if isinstance(loaded, LoadedRun):
            self._autosaves.opened(loaded)
        return loaded

    def glance(self, playthrough: Playthrough) -> None:
        """Knows what is shown of its page from now on, and writes nothing yet: `look` does."""
        self._memory.glance(playthrough)

    def look(self, playthrough: Playthrough) -> str | None:
        """Remembers what has been seen of a playthrough since it was looked at before."""
        return self._memory.look(playthrough)

    def has_read(self, event: Event) -> bool:
        """Whether a paragraph or a card has been read in some play, as far as was glanced or looked at."""
        return self._memory.has_read(event)
