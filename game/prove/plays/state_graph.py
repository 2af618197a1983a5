"""The situations of one play, each looked at once, as a graph of what a reader meets and may do."""

from dataclasses import dataclass
from typing import TypeAlias

from game.prove.plays.stretches import Numbers, Way
from game.prove.plays.tables import Tables
from game.prove.program.liveness import live_at, slots_of

NodeKey: TypeAlias = tuple[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class StateEdge:
    """A way on: the option taken, or None where the scene leads on; the number of the situation it leads to, and the
    words read before it is entered, those of this one among them."""

    choice: str | None
    goal: int
    words: int


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A situation: its scene, the ways on, and where there are none the words read there, and the ending, if it is one.

    Skips are left out: this is what somebody meets who reads everything.
    """

    scene: str
    edges: tuple[StateEdge, ...]
    words: int = 0
    ending: str | None = None


class StateGraph:
    """Situations by number, heard of as others are looked at; number 0 begins the first play.

    Situations that differ only in what is dead are one: they read alike and lead to the same.
    """

    def __init__(self, tables: Tables) -> None:
        self.story, self._tables = tables.program.story, tables
        live = live_at(tables.program, changes_read=False)
        self._live = {id: slots_of(bits) for id, bits in live.items()}
        self._numbers: dict[NodeKey, int] = {}
        self._keys: list[NodeKey] = []
        self._number(self.story.start, tables.beginning)

    def __len__(self) -> int:
        """How many situations were heard of."""
        return len(self._keys)

    def look(self, number: int) -> GraphNode:
        """What is met in a situation that was heard of."""
        scene, held = self._keys[number]
        numbers = [0] * len(self._tables.beginning)
        for slot, value in zip(self._live[scene], held, strict=True):
            numbers[slot] = value
        words, ways = self._exit(scene, numbers)
        if ways[0].goal is None:
            return GraphNode(scene, (), words + ways[0].words, ways[0].ending)
        return GraphNode(scene, tuple(self._edge(way, words, numbers) for way in ways))

    def _exit(self, scene: str, numbers: Numbers) -> tuple[int, tuple[Way, ...]]:
        """The words read before the last stretch of the scene, and the ways out of that. The numbers become those there."""
        words, stretch = 0, self._tables.scenes[scene]
        while True:
            ways = stretch.ways(numbers)
            first = ways[0]
            if first.enters or first.goal is None:
                return words, ways
            words, stretch = words + first.words, first.goal
            _change(numbers, first)

    def _edge(self, way: Way, words: int, numbers: Numbers) -> StateEdge:
        after = numbers.copy()
        _change(after, way)
        assert way.goal is not None  # noqa: S101
        return StateEdge(way.choice, self._number(way.goal.scene, after), words + way.words)

    def _number(self, scene: str, numbers: Numbers) -> int:
        key = (scene, tuple([numbers[slot] for slot in self._live[scene]]))
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
        return number


def _change(numbers: Numbers, way: Way) -> None:
    for slot, number in way.changes:
        numbers[slot] = number
