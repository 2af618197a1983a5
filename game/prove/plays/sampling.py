"""Random plays: what is read and how they end."""

from collections.abc import Callable
from dataclasses import dataclass

from game.prove.plays.state_graph import GraphNode, StateGraph
from game.story.source_location import SourceLocation

MOST_SCENES = 1_000


@dataclass(frozen=True, slots=True)
class Sample:
    """One play: how it ended, the words read and the choices made. `ending` is None for a play that got stuck, or that
    was `unfinished` after a thousand scenes."""

    ending: str | None
    words: int
    choices: int
    unfinished: bool = False


class Sampler:
    """Plays at random, every open option as likely as the others, and remembers all that was met."""

    def __init__(self, plays: StateGraph, pick: Callable[[int], int]) -> None:
        self._plays, self._pick = plays, pick
        self._met: dict[int, GraphNode] = {}
        self._taken: set[tuple[int, int]] = set()

    def walk(self) -> Sample:
        """One play from the start, to its end or as far as it is followed."""
        at, words, choices = 0, 0, 0
        for _ in range(MOST_SCENES):
            met = self._look(at)
            words += met.words
            if not met.edges:
                return Sample(met.ending, words, choices)
            index = self._pick(len(met.edges)) if len(met.edges) > 1 else 0
            edge = met.edges[index]
            self._taken.add((at, index))
            at, words, choices = edge.goal, words + edge.words, choices + (edge.choice is not None)
        return Sample(None, words, choices, unfinished=True)

    def _look(self, number: int) -> GraphNode:
        met = self._met.get(number)
        if met is None:
            met = self._met[number] = self._plays.look(number)
        return met

    def scenes(self) -> set[str]:
        """The scenes that were met."""
        return {met.scene for met in self._met.values()}

    def read(self) -> set[SourceLocation]:
        """Where the paragraphs stand that were read."""
        found = {place for met in self._met.values() for place in met.read}
        for at, index in self._taken:
            found.update(self._met[at].edges[index].read)
        return found

    def taken(self) -> set[tuple[str, str]]:
        """The options that were taken, each with its scene."""
        edges = ((self._met[at].scene, self._met[at].edges[index].choice) for at, index in self._taken)
        return {(scene, choice) for scene, choice in edges if choice is not None}


def interval(hits: int, runs: int) -> tuple[float, float]:
    """Between which bounds a share lies, 19 times in 20, of which `hits` of `runs` plays were seen: E. Wilson,
    "Probable Inference, the Law of Succession, and Statistical Inference" (1927)."""
    z = 1.96
    share, square = hits / runs, z * z / runs
    middle = (share + square / 2) / (1 + square)
    half = z / (1 + square) * (share * (1 - share) / runs + square / (4 * runs)) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)
