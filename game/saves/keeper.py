"""All that is kept of a player in one story: saves, the run left open and the profile. What fails does so in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from game.play.history import last_choice
from game.play.moment import Beat
from game.play.playthrough import Playthrough, Step, ending_of, is_finished
from game.play.progress import Counted, ahead_of, counted, place_in_chapter, words_on
from game.play.timeline import Timeline, beside
from game.saves import legacy
from game.saves.about import About
from game.saves.beside import MOST
from game.saves.lock import Lock
from game.saves.prints import Prints, of_beat
from game.saves.profile import Profile
from game.saves.replay import Loaded, replayed
from game.saves.save import save_of
from game.saves.seen import Seen, seen_in
from game.saves.shelf import Shelf, Slot
from game.story.model import Story

AUTOMATIC = ("auto", *(f"auto-{number}" for number in range(2, 10)))


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is nothing to load, in a sentence."""

    why: str


class Keeper:
    """Keeps one story's play. Sentences are None where all went well; whatever they say, play can go on.

    Each running copy of the game saves by itself to a slot of its own: that of the run it took up where it was, else
    one that is empty, so that no run left open is lost to another. A run is known by the origin it was started with.
    """

    def __init__(self, root: Path, story: Story) -> None:
        self._story = story
        self._folder = root / story.id
        self._profile = Profile(self._folder)
        self._shelf = Shelf(self._folder / "saves")
        self._prints = Prints(story)
        self._ahead = ahead_of(story)
        self._counted = Counted()
        self._looked: tuple[int, Step | None] = (0, None)
        self._own: tuple[str, Lock] | None = None
        self._unwritten = False
        self._last: Playthrough | None = None
        self.seen = Seen()

    # Saves

    def save(self, slot: str, timeline: Timeline, date: str, picture: bytes = b"") -> str | None:
        """Saves to a slot: `quick`, or a number from 1 to 999. `date` is now, as ISO 8601 has it."""
        try:
            save, *others = (save_of(self._story, run, self._prints) for run in (timeline.at, *beside(timeline)[:MOST]))
            self._shelf.write(slot, save, self._about(timeline.at, date), picture, others)
        except OSError as error:
            return f"This cannot be saved: {_said(error)}. Check the folder {self._shelf.folder}."
        except ValueError as error:
            return f"This cannot be saved: {error}."
        return None

    def load(self, slot: str) -> Loaded | Refused:
        """A save, as far as it leads in today's story."""
        try:
            found = self._shelf.read(slot)
        except OSError as error:
            return Refused(f"This save cannot be read: {_said(error)}. Check the folder {self._shelf.folder}.")
        except ValueError as problem:
            return Refused(f"This save cannot be used: {problem}.")
        if found is None:
            return Refused("There is no save here.")
        if found.save.story != self._story.id:
            return Refused(f"This is a save of another story, ‘{found.save.story}’.")
        loaded = replayed(self._story, found.save, self._prints)
        past, now = loaded.playthrough.past, loaded.playthrough.now
        if loaded.same and past:  # so that the next save need not count them all
            self._counted = Counted(len(past), found.about.words - words_on(self._story, now), past[-1])
        others = tuple(replayed(self._story, each, self._prints).playthrough for each in found.beside)
        return replace(loaded, note=found.note, beside=others)

    def slots(self) -> tuple[Slot, ...] | Refused:
        """Every slot that is not empty, with what is known of it; no save itself is read."""
        try:
            return self._shelf.slots()
        except OSError as error:
            return Refused(f"The saves cannot be listed: {_said(error)}. Check the folder {self._shelf.folder}.")

    def picture(self, slot: str) -> bytes:
        return self._shelf.picture(slot)

    def delete(self, slot: str) -> str | None:
        try:
            self._shelf.delete(slot)
        except OSError as error:
            return f"This save cannot be deleted: {_said(error)}. Check the folder {self._shelf.folder}."
        except ValueError as error:
            return f"This save cannot be deleted: {error}."
        return None

    # The run left open

    def autosave(self, timeline: Timeline, date: str, picture: bytes = b"") -> str | None:
        """Saves by itself, as the run left open."""
        playthrough = timeline.at
        if self._last and self._last.past and self._last.origin is not playthrough.origin:
            self.let_go()
        self._last = playthrough
        try:
            slot = self._own_slot(AUTOMATIC)
        except OSError as error:
            return f"This play cannot be kept: {_said(error)}. Check the folder {self._shelf.folder}."
        if slot is None:
            return "This play cannot be kept: too many copies of the game are running."
        problem = self.save(slot, timeline, date, picture)
        if problem is None:
            self._retire_old_run()
        return problem

    def resume(self) -> Loaded | Refused | None:
        """The run left open last, or None if there is none. Of one that cannot be used the next best is found."""
        slots = sorted(AUTOMATIC, key=self._shelf.changed, reverse=True)
        refused = ""
        for slot in (each for each in slots if self._shelf.changed(each)):
            loaded = self.load(slot)
            if isinstance(loaded, Loaded):
                if is_finished(self._story, loaded.playthrough):
                    continue
                self.let_go()
                if loaded.same:  # else that save is kept whole
                    self._take_up(slot, loaded.playthrough)
                return replace(loaded, note=" ".join(filter(None, (refused, loaded.note))))
            refused = refused or loaded.why
        return Refused(refused) if refused else self._resume_old()

    def let_go(self) -> None:
        """Leaves the run where it is saved; what is kept next is another one, even of another copy of the game."""
        if self._own:
            self._own[1].release()
        self._own = self._last = None

    def _own_slot(self, slots: Iterable[str]) -> str | None:
        """The slot of this copy of the game: of these that no other holds, one that is empty, else the oldest. Its lock
        is let go of when the game ends."""
        for slot in () if self._own else sorted(slots, key=self._shelf.changed):
            lock = Lock(self._folder / f"{slot}.lock")
            if lock.take():
                self._own = (slot, lock)
                break
        return self._own[0] if self._own else None

    def _take_up(self, slot: str, playthrough: Playthrough) -> None:
        self._last = playthrough
        try:
            self._own_slot((slot,))
        except OSError:  # it can be played, and the first save will say what is wrong
            return

    def _resume_old(self) -> Loaded | Refused | None:
        try:
            resumed = legacy.resume(self._folder / "run.json", self._story)
        except (OSError, ValueError) as error:
            return Refused(f"The play that was left cannot be gone on with: {error}.")
        if resumed is None:
            return None
        stopped = resumed.playthrough.now.scene if resumed.lost else None
        return Loaded(resumed.playthrough, not resumed.lost, resumed.lost, stopped)

    def _retire_old_run(self) -> None:
        old = self._folder / "run.json"
        try:
            old.replace(old.with_name("run.old.json"))
        except OSError:  # most often there is none; else it counts for nothing beside the save just made
            return

    # The profile

    def recall(self) -> str | None:
        """Reads what was seen in earlier plays, to be found in `seen`."""
        return self._remember(None)

    @property
    def endings(self) -> frozenset[str]:
        return frozenset(self.seen.endings)

    def meet(self, ending: str, playthrough: Playthrough | None = None) -> str | None:
        """Remembers an ending, and the run that met it: the one given, else the one last kept."""
        run = playthrough or self._last
        save = save_of(self._story, run, self._prints) if run else None
        return self._remember(Seen(endings={ending: save}))

    def run_of(self, ending: str) -> Loaded | Refused:
        """The run that first met an ending, as far as it leads in today's story."""
        run = self.seen.endings.get(ending)
        if run is None:
            return Refused("How this ending was met is not known any more.")
        return replayed(self._story, run, self._prints)

    def look(self, playthrough: Playthrough) -> str | None:
        """Remembers what has been seen of a playthrough since it was looked at before."""
        pages, last = self._looked
        past = playthrough.past
        same = 0 < pages <= len(past) and past[pages - 1] is last
        new = seen_in(self._story, playthrough, pages if same else 0)
        self._looked = (len(past), past[-1] if past else None)
        return None if self.seen.holds(new) and not self._unwritten else self._remember(new)

    def has_read(self, beat: Beat) -> bool:
        """Whether a paragraph or a card has been read in some play, as far as `look` was told of it."""
        return of_beat(beat) in self.seen.lines

    def _remember(self, more: Seen | None) -> str | None:
        # what cannot be written stays in `seen`, and is written the next time
        self.seen = self.seen.merged(more) if more else self.seen
        self._unwritten = self._unwritten or more is not None
        try:
            recalled = self._profile.add(self.seen) if more else self._profile.recall()
        except OSError as error:
            return f"What you have seen cannot be remembered: {_said(error)}. Check the folder {self._folder}."
        except ValueError as error:
            return f"What you have seen cannot be remembered: {error}."
        self.seen = self.seen.merged(recalled.seen)
        self._unwritten = self._unwritten and more is None
        return recalled.note or None

    def _about(self, playthrough: Playthrough, date: str) -> About:
        story = self._story
        self._counted = counted(story, playthrough, self._counted)
        chapter = story.chapters[story.scenes[playthrough.now.scene].chapter].title
        place = place_in_chapter(story, playthrough, self._ahead)
        words = self._counted.words + words_on(story, playthrough.now)
        ending = ending_of(story, playthrough)
        name = ending.name if ending else ""
        return About(story.id, chapter, place, date, words, name, last_choice(story, playthrough))


def _said(error: OSError) -> str:
    return error.strerror or str(error)
