"""Plays at random: what is read and how they end."""

from collections.abc import Callable
from dataclasses import dataclass

from game.prove.plays.stretches import Way
from game.prove.plays.tables import Tables

MOST_SCENES = 1_000


@dataclass(frozen=True, slots=True)
class Sample:
    """One play, by the ways taken in it; `unfinished` after a thousand scenes."""

    ways: tuple[Way, ...]
    unfinished: bool = False

    @property
    def ending(self) -> str | None:
        """How it ended; None for a play that got stuck, or that is unfinished."""
        return self.ways[-1].ending

    @property
    def words(self) -> int:
        """How many words were read."""
        return sum(way.words for way in self.ways)

    @property
    def choices(self) -> int:
        """How many options were taken, silences among them."""
        return sum(way.choice is not None for way in self.ways)


def sample(tables: Tables, draw: Callable[[int], int]) -> Sample:
    """A first play in which nothing is skipped, every open option as likely as the others.

    `draw` gives a number of that many random bits, as `random.Random.getrandbits` does; of what is drawn, as much is used
    as `randrange` uses, so that a seed plays the same as ever.
    """
    stretch, numbers, left = tables.first, tables.beginning.copy(), MOST_SCENES
    taken: list[Way] = []
    while left:
        ways = stretch.table.get(stretch.key(numbers)) or stretch.look(numbers)
        index, count = 0, len(ways)
        if count > 1:
            width = count.bit_length()
            while (index := draw(width)) >= count:
                pass
        way = ways[index]
        taken.append(way)
        if way.goal is None:
            return Sample(tuple(taken))
        for slot, number in way.changes:
            numbers[slot] = number
        left -= way.enters
        stretch = way.goal
    return Sample(tuple(taken), unfinished=True)


def interval(hits: int, runs: int) -> tuple[float, float]:
    """Between which bounds a share lies, 19 times in 20, of which `hits` of `runs` plays were seen: E. Wilson,
    "Probable Inference, the Law of Succession, and Statistical Inference" (1927)."""
    z = 1.96
    share, square = hits / runs, z * z / runs
    middle = (share + square / 2) / (1 + square)
    half = z / (1 + square) * (share * (1 - share) / runs + square / (4 * runs)) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)
