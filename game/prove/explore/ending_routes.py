"""Shortest routes to endings, gone forwards by the outlook: at each page to where the ending is one choice nearer."""

from dataclasses import dataclass

from game.play.situation import Situation
from game.play.state import beginning
from game.prove.explore.outlook import MOST_BEGINNINGS, Outlook
from game.prove.explore.witnesses import Route
from game.prove.plays.stretches import words_in
from game.prove.plays.successors import Chosen, ReadOn, Skipped, successors
from game.prove.program.reads import Reads
from game.story.model import End, Story


@dataclass(frozen=True, slots=True)
class EndingRoute:
    """A shortest route to an ending, and the words that are read in its last play."""

    route: Route
    words: int


@dataclass(frozen=True, slots=True)
class _Beginning:
    """A play begins after others met these endings. `last` are the beginnings, one play earlier, of plays that could come
    right before it, each with the ending that this one then met."""

    ended: frozenset[str]
    last: "tuple[tuple[_Beginning, str], ...]" = ()


class EndingRoutes:
    """Of one story, whatever can be worked out from its end. Every skip on a route counts as a choice."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._outlook = Outlook(story, skips_count=True)
        self._asked = frozenset(Reads(story).ended)

    def reachable(self, ending: str) -> bool | None:
        """Whether the ending can ever be met, if in a later play; None if that takes too much to find out."""
        found, complete = self._beginnings(ending)
        return True if found else False if complete else None

    def shortest(self, ending: str) -> EndingRoute | None:
        """The fewest plays; then the fewest choices in the last one, and so on backwards. None if none was found."""
        starts, _ = self._beginnings(ending)
        wanted, plays, words = [(start, ending) for start in starts], list[tuple[str, ...]](), 0
        while wanted:
            away = [self._from_the_start(to, start.ended) for start, to in wanted]
            nearest = min((each for each in away if each is not None), default=None)
            if nearest is None:
                return None  # how far it is takes too much to hold
            start, to = wanted[away.index(nearest)]
            choices, read = self._play(to, start.ended, nearest)
            plays, words, wanted = [choices, *plays], words if plays else read, list(start.last)
        return EndingRoute(Route(tuple(plays)), words) if plays else None

    def _beginnings(self, ending: str) -> tuple[list[_Beginning], bool]:
        """How plays can begin that meet the ending, after as few others as can be; and whether all were looked at."""
        layer, met = [_Beginning(frozenset())], {frozenset[str]()}
        while layer:
            found = [each for each in layer if self._can_meet(ending, each.ended)]
            if found:
                return found, True
            if len(met) > MOST_BEGINNINGS:
                return [], False
            following: dict[frozenset[str], list[tuple[_Beginning, str]]] = {}
            for each in layer:
                for other in sorted(self._asked - each.ended):
                    if self._can_meet(other, each.ended):
                        following.setdefault(each.ended | {other}, []).append((each, other))
            layer = [_Beginning(ended, tuple(last)) for ended, last in following.items() if ended not in met]
            met.update(following)
        return [], all(map(self._outlook.known, self.story.endings))

    def _play(self, ending: str, ended: frozenset[str], away: int) -> tuple[tuple[str, ...], int]:
        """The choices of a play that comes to the ending after so many, and the words read in it."""
        scene, state = self.story.start, beginning(self.story, ended)
        choices, words = list[str](), 0
        while True:
            here = successors(self.story, scene, state)
            if self.story.scenes[scene].exit == End(ending):
                return tuple(choices), words + words_in(here.events)
            for lead in (here.skip, *here.leads):  # a skip first, for reading on could go round
                if lead is None:
                    continue
                left = away - (not isinstance(lead.how, ReadOn))
                if self._outlook.choices_from(ending, lead.to.goal, lead.to.state) == left:
                    break
            else:
                raise AssertionError(f"what is known of {scene} is not what is played")
            match lead.how:
                case Chosen(choice):
                    choices.append(choice)
                case Skipped():
                    choices.append(f"(skip {scene})")
                case ReadOn():
                    pass
            if not isinstance(lead.how, Skipped):
                words += words_in(here.events) + words_in(lead.to.events)
            scene, state, away = lead.to.goal, lead.to.state, left

    def _from_the_start(self, ending: str, ended: frozenset[str]) -> int | None:
        return self._outlook.choices_from(ending, self.story.start, beginning(self.story, ended))

    def _can_meet(self, ending: str, ended: frozenset[str]) -> bool:
        first = beginning(self.story, ended)
        return self._outlook.can_meet(ending, Situation(self.story.start, first.values, ended=ended))
