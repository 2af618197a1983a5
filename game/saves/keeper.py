"""All that is kept of a player in one story: saves, the run left open and the profile. What fails does so in a sentence."""

from dataclasses import dataclass, replace
from pathlib import Path

from game.play.history import last_choice
from game.play.playthrough import Playthrough, Step, ending_of, is_finished
from game.play.progress import Counted, ahead_of, counted, place_in_chapter, words_on
from game.play.situation import Event
from game.play.timeline import Timeline
from game.saves.formats.fingerprints import Fingerprints, event_fingerprint
from game.saves.formats.saved_run import saved_run
from game.saves.formats.seen import Seen, seen_in
from game.saves.formats.sibling_runs import SavedTimeline, saved_timeline
from game.saves.formats.summary import NEVER, Summary, cut_for_list, in_turn
from game.saves.profile import Profile
from game.saves.runs import legacy
from game.saves.runs.migration import TodaysNames
from game.saves.runs.replay import LoadedRun, replay_run, replay_timeline
from game.saves.slots.names import AUTOMATIC
from game.saves.slots.open_runs import OpenRun, OpenRuns
from game.saves.slots.save_folder import FoundSave, ListedSave, SaveFolder
from game.story.model import Story

SHED = "This is saved without those of the runs that were left longest ago: all of them together are too large for one file."


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is nothing to load, in a sentence."""

    why: str


class Keeper:
    """Keeps one story's play. Sentences are None where all went well; whatever they say, play can go on.

    Each run that is played saves by itself to a slot of its own: the one it was left in, else one that holds nothing
    chosen, so that none is lost to another. A run is known by the origin it was started with. What was only loaded and
    looked at is not saved, and changes nothing.
    """

    def __init__(self, root: Path, story: Story) -> None:
        self._story = story
        self._folder = root / story.id
        self._profile = Profile(self._folder)
        self._shelf = SaveFolder(self._folder / "saves")
        self._open = OpenRuns(self._folder, self._shelf)
        self._fingerprints = Fingerprints(story)
        self._titles = (
            "",
            cut_for_list(story.title),
        )  # that a save of this story may tell: the first versions told none
        self._ahead = ahead_of(story)
        self._counted = Counted()
        self._looked: tuple[int, Step | None] = (0, None)
        self._unwritten = False
        self._last: Playthrough | None = None
        self._old_run, self._old_is_brought = self._folder / "run.json", False
        self._old: OpenRun | None = None
        self.seen = Seen()

    # Saves

    def save(self, slot: str, timeline: Timeline, date: str, picture: bytes = b"") -> str | None:
        """Saves to a slot: `quick`, or a number from 1 to 999. `date` is now, as ISO 8601 has it."""
        try:
            kept = saved_timeline(self._story, timeline, self._fingerprints)
            shed = self._shelf.write(slot, kept, self._about(timeline.at, kept, date), picture)
        except OSError as error:
            return f"This cannot be saved: {_said(error)}. Check the folder {self._shelf.folder}."
        except ValueError as error:
            return f"This cannot be saved: {error}."
        return SHED if shed else None

    def load(self, slot: str) -> LoadedRun | Refused:
        """A save, as far as it leads in today's story."""
        loaded = self._load(slot)
        if isinstance(loaded, LoadedRun):
            self._opened(loaded, slot)
        return loaded

    def _opened(self, loaded: LoadedRun, slot: str) -> OpenRun:
        """A save that does not lead the same way any more is kept whole: playing on goes to another slot."""
        own = slot in AUTOMATIC and loaded.same and not loaded.called and not loaded.shorter
        return self._open.loaded(loaded.timeline, slot if own else None)

    def _load(self, slot: str) -> LoadedRun | Refused:
        try:
            found = self._shelf.read(slot)
        except OSError as error:
            return Refused(f"This save cannot be read: {_said(error)}. Check the folder {self._shelf.folder}.")
        except ValueError as problem:
            return Refused(f"This save cannot be used: {problem}.")
        if found is None:
            return Refused("There is no save here.")
        return self._understood(found)

    def _understood(self, found: FoundSave) -> LoadedRun | Refused:
        kept, title = found.timeline, found.summary.title
        if kept.run.story != self._story.id:
            return Refused(f"This is a save of another story, ‘{kept.run.story}’.")
        loaded = replay_timeline(self._story, kept, self._fingerprints)
        past, now = loaded.playthrough.past, loaded.playthrough.now
        if loaded.same and past:  # so that the next save need not count them all
            self._counted = Counted(len(past), found.summary.words - words_on(self._story, now), past[-1])
        note, called = " ".join(filter(None, (found.note, loaded.note))), ""
        if title not in self._titles:
            names = TodaysNames(self._story, kept.run, self._fingerprints)
            if not names.knows_any():
                return Refused(
                    f"This is a save of another story with the same id, ‘{self._story.id}’: ‘{title}’. It stays as it is. "
                    "An id of its own in the story.yaml of one of the two keeps them apart."
                )
            if loaded.same and names.knows_well():
                note = f"The story was called ‘{title}’ when this was saved. {note}".rstrip()
            else:
                called = title
        return replace(loaded, note=note, called=called)

    def slots(self) -> tuple[ListedSave, ...] | Refused:
        """Every slot that is not empty, with what is known of it; no save itself is read."""
        self._bring_old_run()
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
        """Saves by itself, as the run left open, unless it is kept already."""
        self._bring_old_run()
        self._last = timeline.at
        run = self._open.play(timeline)
        if run.slot is None and run.holds(timeline):
            return None
        if run.slot and run.there == timeline and self._shelf.stamp(run.slot):
            return None
        try:
            slot = self._open.slot_for(run)
        except OSError as error:
            return f"This play cannot be kept: {_said(error)}. Check the folder {self._shelf.folder}."
        except ValueError as error:
            return f"This play cannot be kept: {error}."
        problem = self.save(slot, timeline, date, picture)
        if problem in (None, SHED):
            self._open.saved(run, timeline)
            if run is self._old:
                legacy.retire(self._old_run)
        return problem

    def resume(self) -> LoadedRun | Refused | None:
        """The run left open last, or None if there is none. Of one that cannot be used the next best is found.

        Runs in which something was chosen come before those that were only begun, and those of a story that had
        today's title before others of its id.
        """
        refused = ""
        self._bring_old_run()
        for slot in self._left_open():
            loaded = self._load(slot)
            if isinstance(loaded, LoadedRun):
                if is_finished(self._story, loaded.playthrough):
                    continue
                self._open.take_up(self._opened(loaded, slot))
                return replace(loaded, note=" ".join(filter(None, (refused, loaded.note))))
            refused = refused or loaded.why
        return Refused(refused) if refused else self._resume_old()

    def _left_open(self) -> list[str]:
        """The slots that save by themselves and hold a run that has not come to its end, the best to go on with first;
        before them those of which nothing can be told, for what is damaged is to be said."""
        try:
            slots = [slot for slot in self._shelf.slots() if slot.file.automatic]
        except OSError:
            return []
        order = {
            slot.name: (
                slot.summary is None,
                slot.summary is None or slot.summary.title in self._titles,
                self._shelf.holds_choices(slot.name),
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
        self._last = None

    def _bring_old_run(self) -> None:
        """Gives the run that the first versions left a slot as every other has, before any is listed or taken. What cannot
        be, or leads less far today, stays as it is."""
        if self._old_is_brought:
            return
        self._old_is_brought = True
        try:
            resumed, date = legacy.resume(self._old_run, self._story), legacy.date_of(self._old_run)
        except (OSError, ValueError):
            return
        if resumed and not resumed.lost:
            timeline = Timeline(resumed.playthrough)
            self._old = self._open.play(timeline)
            self.autosave(timeline, date)
            self.let_go()

    def _resume_old(self) -> LoadedRun | Refused | None:
        try:
            resumed = legacy.resume(self._old_run, self._story)
        except (OSError, ValueError) as error:
            return Refused(f"The play that was left cannot be gone on with: {error}.")
        if resumed is None:
            return None
        stopped = resumed.playthrough.now.scene if resumed.lost else None
        loaded = LoadedRun(resumed.playthrough, not resumed.lost, resumed.lost, stopped)
        self._old = self._open.loaded(loaded.timeline)
        return loaded

    # The profile

    def recall(self) -> str | None:
        """Reads what was seen in earlier plays, to be found in `seen`."""
        problem, here = self._remember(None), self._titles[1]
        others = sorted(self.seen.titles - {here}) if here not in self.seen.titles else ()
        if not others or self.endings.isdisjoint(self._story.endings):
            return problem
        said = (
            f"The endings met in a story called ‘{others[0]}’, which has the same id, ‘{self._story.id}’, count in this one, "
            "too. If they are two stories, an id of its own in the story.yaml of one keeps them apart."
        )
        return f"{problem} {said}" if problem else said

    @property
    def endings(self) -> frozenset[str]:
        return frozenset(self.seen.endings)

    def meet(self, ending: str, playthrough: Playthrough | None = None) -> str | None:
        """Remembers an ending, and the run that met it: the one given, else the one last kept."""
        run = playthrough or self._last
        save = saved_run(self._story, run, self._fingerprints) if run else None
        return self._remember(Seen(endings={ending: save}))

    def run_of(self, ending: str) -> LoadedRun | Refused:
        """The run that first met an ending, as far as it leads in today's story."""
        run = self.seen.endings.get(ending)
        if run is None:
            return Refused("How this ending was met is not known any more.")
        loaded = replay_run(self._story, run, self._fingerprints)
        self._open.loaded(loaded.timeline)
        return loaded

    def look(self, playthrough: Playthrough) -> str | None:
        """Remembers what has been seen of a playthrough since it was looked at before."""
        pages, last = self._looked
        past = playthrough.past
        same = 0 < pages <= len(past) and past[pages - 1] is last
        new = replace(seen_in(self._story, playthrough, pages if same else 0), titles=frozenset({self._titles[1]}))
        self._looked = (len(past), past[-1] if past else None)
        return None if self.seen.holds(new) and not self._unwritten else self._remember(new)

    def has_read(self, event: Event) -> bool:
        """Whether a paragraph or a card has been read in some play, as far as `look` was told of it."""
        return event_fingerprint(event) in self.seen.lines

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

    def _about(self, playthrough: Playthrough, kept: SavedTimeline, date: str) -> Summary:
        story = self._story
        self._counted = counted(story, playthrough, self._counted)
        chapter = story.chapters[story.scenes[playthrough.now.scene].chapter].title
        place = place_in_chapter(story, playthrough, self._ahead)
        words = self._counted.words + words_on(story, playthrough.now)
        ending = ending_of(story, playthrough)
        name = ending.name if ending else ""
        chosen = last_choice(story, playthrough)
        about = Summary(story.id, chapter, place, date, words, name, chosen, story.title, kept.choices)
        return in_turn(about, (other for _, other in self._shelf.summaries()))


def _said(error: OSError) -> str:
    return error.strerror or str(error)
