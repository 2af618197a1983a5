"""The situations of one play, each looked at once, as a graph of what a reader meets and may do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from game.play.situation import Event, Paragraph
from game.play.state import State, beginning
from game.prove.plays.successors import Chosen, successors
from game.prove.program.ir import Program
from game.prove.program.liveness import live_at, slots_of
from game.story.model import End
from game.story.source_location import SourceLocation

NodeKey: TypeAlias = tuple[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class StateEdge:
    """A way on: the option taken, or None where the scene leads on; the number of the situation it leads to, the
    words read on the way, and the places of the paragraphs."""

    choice: str | None
    goal: int
    words: int
    read: tuple[SourceLocation, ...]


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A situation: its scene, the words read there and their places, the ways on, and the ending, if it is one.

    Skips are left out: this is what somebody meets who reads everything.
    """

    scene: str
    words: int
    read: tuple[SourceLocation, ...]
    edges: tuple[StateEdge, ...]
    ending: str | None


class StateGraph:
    """Situations by number, heard of as others are looked at; number 0 begins the first play.

    Situations that differ only in what is dead are one: they read alike and lead to the same.
    """

    def __init__(self, program: Program) -> None:
        self.story, self._slots = program.story, program.slots
        live = live_at(program, changes_read=False)
        self._live = {id: slots_of(bits) for id, bits in live.items()}
        self._numbers: dict[NodeKey, int] = {}
        self._keys: list[NodeKey] = []
        self._number(self.story.start, beginning(self.story))

    def __len__(self) -> int:
        """How many situations were heard of."""
        return len(self._keys)

    def look(self, number: int) -> GraphNode:
        """What is met in a situation that was heard of."""
        scene, numbers = self._keys[number]
        here = successors(self.story, scene, self._slots.state(dict(zip(self._live[scene], numbers, strict=True))))
        edges = tuple(
            StateEdge(
                lead.how.choice if isinstance(lead.how, Chosen) else None,
                self._number(lead.to.goal, lead.to.state),
                _words(lead.to.events),
                _places(lead.to.events),
            )
            for lead in here.leads
        )
        way = self.story.scenes[scene].exit
        return GraphNode(
            scene, _words(here.events), _places(here.events), edges, way.ending if isinstance(way, End) else None
        )

    def _number(self, scene: str, state: State) -> int:
        key = (scene, self._slots.some_numbers(state, self._live[scene]))
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
        return number


def _words(events: Iterable[Event]) -> int:
    return sum(len(event.text.split()) for event in events if isinstance(event, Paragraph))


def _places(events: Iterable[Event]) -> tuple[SourceLocation, ...]:
    return tuple(event.at for event in events if isinstance(event, Paragraph))
