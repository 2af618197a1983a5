"""What the player has seen in all plays of one story: told of each page, asked by the next, and kept in the profile."""

from dataclasses import replace
from threading import Lock

from game.play.playthrough import Playthrough, Step
from game.play.situation import Event
from game.saves.formats.fingerprints import Fingerprints, event_fingerprint
from game.saves.formats.saved_run import saved_run
from game.saves.formats.seen import Seen, seen_in
from game.saves.formats.summary import cut_for_list
from game.saves.profile import Profile
from game.saves.refused import Refused, words_of
from game.saves.runs.replay import LoadedRun, replay_run
from game.story.model import Story


class Memory:
    """Sentences are None where all went well. What cannot be written stays in `seen`, and is written the next time.

    A page may be `glance`d at by one thread while another `look`s, which writes.
    """

    def __init__(self, story: Story, profile: Profile, fingerprints: Fingerprints) -> None:
        self._story = story
        self._profile = profile
        self._fingerprints = fingerprints
        self._title = cut_for_list(story.title)
        self._looked: tuple[int, Step | None] = (0, None)
        self._written = Seen()
        self._merging = Lock()
        self.seen = Seen()

    @property
    def endings(self) -> frozenset[str]:
        """Those met in all plays."""
        return frozenset(self.seen.endings)

    def recall(self) -> str | None:
        """Reads what was seen in earlier plays, to be found in `seen`."""
        problem = self._synchronise(write=False)
        others = sorted(self.seen.titles - {self._title}) if self._title not in self.seen.titles else ()
        if not others or self.endings.isdisjoint(self._story.endings):
            return problem
        said = (
            f"The endings met in a story called ‘{others[0]}’, which has the same id, ‘{self._story.id}’, count in this one, "
            "too. If they are two stories, an id of its own in the story.yaml of one keeps them apart."
        )
        return f"{problem} {said}" if problem else said

    def has_read(self, event: Event) -> bool:
        """Whether a paragraph or a card has been read in some play, as far as was looked at."""
        return event_fingerprint(event) in self.seen.lines

    def glance(self, playthrough: Playthrough) -> None:
        """Knows what is shown of its page from now on, and writes nothing yet."""
        self._merge(seen_in(self._story, playthrough, len(playthrough.past)))

    def look(self, playthrough: Playthrough) -> str | None:
        """Remembers what has been seen of a playthrough since it was looked at before."""
        pages, last = self._looked
        past = playthrough.past
        same = 0 < pages <= len(past) and past[pages - 1] is last
        self._merge(replace(seen_in(self._story, playthrough, pages if same else 0), titles=frozenset({self._title})))
        self._looked = (len(past), past[-1] if past else None)
        return None if self._written.holds(self.seen) else self._synchronise(write=True)

    def meet(self, ending: str, run: Playthrough | None) -> str | None:
        """Remembers an ending, and the run that met it, if that is known."""
        saved = saved_run(self._story, run, self._fingerprints) if run else None
        self._merge(Seen(endings={ending: saved}))
        return self._synchronise(write=True)

    def run_of(self, ending: str) -> LoadedRun | Refused:
        """The run that first met an ending, as far as it leads in today's story."""
        run = self.seen.endings.get(ending)
        if run is None:
            return Refused("How this ending was met is not known any more.")
        return replay_run(self._story, run, self._fingerprints)

    def _merge(self, more: Seen) -> None:
        with self._merging:
            if not self.seen.holds(more):
                self.seen = self.seen.merged(more)

    def _synchronise(self, *, write: bool) -> str | None:
        try:
            recalled = self._profile.add(self.seen) if write else self._profile.recall()
        except OSError as error:
            return (
                f"What you have seen cannot be remembered: {words_of(error)}. Check the folder {self._profile.folder}."
            )
        except ValueError as error:
            return f"What you have seen cannot be remembered: {error}."
        self._written = recalled.seen
        self._merge(recalled.seen)
        return recalled.note or None
