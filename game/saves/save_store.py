"""The saves of one story: made, listed, loaded and deleted, by the names of their slots. What fails does so in a sentence."""

from dataclasses import replace

from game.play.timeline import Timeline
from game.saves.formats.fingerprints import Fingerprints
from game.saves.formats.sibling_runs import saved_timeline
from game.saves.formats.summary import cut_for_list
from game.saves.refused import Refused, words_of
from game.saves.runs.migration import TodaysNames
from game.saves.runs.replay import LoadedRun, replay_timeline
from game.saves.slots.save_folder import FoundSave, ListedSave, SaveFolder
from game.saves.summarizer import Summarizer
from game.story.model import Story

SHED = "This is saved without those of the runs that were left longest ago: all of them together are too large for one file."


class SaveStore:
    """Sentences are None where all went well."""

    def __init__(self, story: Story, folder: SaveFolder, fingerprints: Fingerprints) -> None:
        self._story = story
        self._folder = folder
        self._fingerprints = fingerprints
        self._summarizer = Summarizer(story)
        self._titles = ("", cut_for_list(story.title))  # of this story: the first versions told none

    def save(self, slot: str, timeline: Timeline, date: str, picture: bytes) -> str | None:
        """To any slot; `date` is now, as ISO 8601 has it."""
        try:
            saved = saved_timeline(self._story, timeline, self._fingerprints)
            others = (other for _, other in self._folder.summaries())
            summary = self._summarizer.summary_of(timeline.at, saved, date, others)
            shed = self._folder.write(slot, saved, summary, picture)
        except OSError as error:
            return f"This cannot be saved: {words_of(error)}. Check the folder {self._folder.folder}."
        except ValueError as error:
            return f"This cannot be saved: {error}."
        return SHED if shed else None

    def load(self, slot: str) -> LoadedRun | Refused:
        """A save, as far as it leads in today's story."""
        try:
            found = self._folder.read(slot)
        except OSError as error:
            return Refused(f"This save cannot be read: {words_of(error)}. Check the folder {self._folder.folder}.")
        except ValueError as problem:
            return Refused(f"This save cannot be used: {problem}.")
        if found is None:
            return Refused("There is no save here.")
        if found.timeline.run.story != self._story.id:
            return Refused(f"This is a save of another story, ‘{found.timeline.run.story}’.")
        loaded = replay_timeline(self._story, found.timeline, self._fingerprints)
        if loaded.same:
            self._summarizer.know(loaded.playthrough, found.summary.words)
        loaded = replace(loaded, note=" ".join(filter(None, (found.note, loaded.note))))
        return loaded if self.is_of_todays(found.summary.title) else self._of_another_title(loaded, found)

    def _of_another_title(self, loaded: LoadedRun, found: FoundSave) -> LoadedRun | Refused:
        """A save of a story with this id and another title: this story as it was called, or another one."""
        title, names = found.summary.title, TodaysNames(self._story, found.timeline.run, self._fingerprints)
        if not names.knows_any():
            return Refused(
                f"This is a save of another story with the same id, ‘{self._story.id}’: ‘{title}’. It stays as it is. "
                "An id of its own in the story.yaml of one of the two keeps them apart."
            )
        if loaded.same and names.knows_well():
            note = f"The story was called ‘{title}’ when this was saved. {loaded.note}".rstrip()
            return replace(loaded, note=note)
        return replace(loaded, called=title)

    def is_of_todays(self, title: str) -> bool:
        """Whether a save that tells this title may be of no other story."""
        return title in self._titles

    def slots(self) -> tuple[ListedSave, ...] | Refused:
        """Every slot that is not empty, with what is known of it; no save itself is read."""
        try:
            return self._folder.slots()
        except OSError as error:
            return Refused(f"The saves cannot be listed: {words_of(error)}. Check the folder {self._folder.folder}.")

    def picture(self, slot: str) -> bytes:
        """The picture that was saved with it; empty where there is none."""
        return self._folder.picture(slot)

    def delete(self, slot: str) -> str | None:
        """Empties a slot, for ever."""
        try:
            self._folder.delete(slot)
        except OSError as error:
            return f"This save cannot be deleted: {words_of(error)}. Check the folder {self._folder.folder}."
        except ValueError as error:
            return f"This save cannot be deleted: {error}."
        return None
