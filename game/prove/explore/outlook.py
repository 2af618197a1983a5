"""The outlook from anywhere in a play: which endings can still be met, by which options, and how far they are."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import TypeVar

from oxidd.bdd import BDDFunction

from game.play.leaving import offered, take_option
from game.play.opening import open_page
from game.play.situation import Situation
from game.play.state import State, beginning
from game.prove.explore.backwards import Backwards
from game.prove.explore.distances import Distances
from game.prove.program.compiler import compiled
from game.prove.program.ir import Program
from game.prove.sets.bdds import MOST_NODES, Bdds
from game.prove.sets.bitsets import Bitsets
from game.prove.sets.interface import Sets
from game.story.model import Story

S = TypeVar("S")
MOST_BEGINNINGS = 2_000  # looked at for what an ending needs


class Outlook:
    """What can still come of a play, exactly, for every ending of the story.

    Making one works nothing out yet: `prepare` does, in steps, and what is asked before is worked out then. Of an ending
    that takes more than may be held (diagrams of `most_nodes`) nothing is `known`, and it is as if it could not be met.
    With `skips_count` each scene that is skipped counts as a choice.
    """

    def __init__(self, story: Story, most_nodes: int = MOST_NODES, *, skips_count: bool = False) -> None:
        self.story = story
        program = compiled(story)
        self._slots = program.slots
        sizes = [slot.size for slot in self._slots.all]
        self._endings: Mapping[str, Distances[int]] | Mapping[str, Distances[BDDFunction]]
        if Bitsets.fit(sizes):
            self._endings = _distances(program, Bitsets(sizes), skips_count)
        else:
            self._endings = _distances(program, Bdds(sizes, reversed(self._slots.handy()), most_nodes), skips_count)

    def prepare(self) -> Iterator[None]:
        """Works out from where each ending can be met, a little between two yields (some 50 µs)."""
        for ending in self._endings.values():
            yield from ending.work_out()

    def known(self, ending: str) -> bool:
        """Whether it could be worked out from where the ending can be met."""
        return ending in self._endings and self._endings[ending].known()

    def can_meet(self, ending: str, situation: Situation) -> bool:
        """Whether the ending can be met from here in this play, by reading, choosing and skipping, or is met here."""
        return self._can_meet(ending, situation.scene, situation.state)

    def endings(self, situation: Situation) -> tuple[str, ...]:
        """All endings that can be met from here in this play, in the order written."""
        numbers = self._slots.numbers(situation.state)
        return tuple(e for e in self.story.endings if self.known(e) and self._endings[e].has(situation.scene, numbers))

    def options(self, ending: str, situation: Situation) -> tuple[str, ...]:
        """The ids of those options at the end of this page after which the ending can still be met; silence last."""
        scene, state = self.story.scenes[situation.scene], open_page(self.story, situation).state
        keeping = []
        for choice, enabled in offered(scene, state):
            if enabled:
                to = take_option(self.story, scene, choice, state)
                if self._can_meet(ending, to.goal, to.state):
                    keeping.append(choice.id)
        return tuple(keeping)

    def choices_away(self, ending: str, situation: Situation) -> int | None:
        """After how few choices, silences among them, the ending can be met from here; 0 on its own page.

        None if it cannot be met, or finding out how far it is takes more than may be held.
        """
        return self.choices_from(ending, situation.scene, situation.state)

    def choices_from(self, ending: str, scene: str, entering: State) -> int | None:
        """The same from where a scene is entered with this known."""
        numbers = self._slots.numbers(entering)
        return self._endings[ending].choices(scene, numbers) if self.known(ending) else None

    def earlier(self, ending: str, ended: frozenset[str] = frozenset()) -> tuple[str, ...] | None:
        """The endings that plays must meet, one each and in this order, before one from the beginning can meet this one.

        `ended` are those met already. As few as can be, none if a play that begins now can meet it. None if it can never be
        met so, or that is not found among the first `MOST_BEGINNINGS` ways in which plays can begin.
        """
        asked = frozenset(self._slots.ended)
        waiting: deque[tuple[frozenset[str], tuple[str, ...]]] = deque([(ended & asked, ())])
        met = {ended & asked}
        while waiting:
            before, plays = waiting.popleft()
            reachable = [each for each in self.story.endings if self._from_the_beginning(each, before)]
            if ending in reachable:
                return plays
            for each in reachable:
                then = before | ({each} & asked)
                if then not in met and len(met) < MOST_BEGINNINGS:
                    met.add(then)
                    waiting.append((then, (*plays, each)))
        return None

    def _from_the_beginning(self, ending: str, ended: frozenset[str]) -> bool:
        return self._can_meet(ending, self.story.start, beginning(self.story, ended))

    def _can_meet(self, ending: str, scene: str, state: State) -> bool:
        return self.known(ending) and self._endings[ending].has(scene, self._slots.numbers(state))


def _distances(program: Program, sets: Sets[S], skips_count: bool) -> dict[str, Distances[S]]:
    """One for every ending; none where not even the story's conditions can be held."""
    try:
        backwards = Backwards(program, sets, skips_count=skips_count)
    except MemoryError:
        return {}
    return {ending: Distances(backwards, ending) for ending in program.story.endings}
