"""Paragraphs whose words depend on many slots: their words are counted piece by piece."""

from collections.abc import Sequence
from functools import partial

from game.play.perform import wording
from game.prove.plays.stretches import MOST_KEPT, Numbers, Rules, Stretch, Way, by_slots
from game.story.model import Line
from game.story.prose import Piece, Prose, is_blank, pieces_of


class LongLine(Stretch):
    """A paragraph written in `home` that leads to the stretch `then`, in pieces each of which depends on few slots."""

    def __init__(
        self,
        rules: Rules,
        scene: str,
        home: str,
        line: Line,
        pieces: Sequence[tuple[Prose, Sequence[int]]],
        then: Stretch,
    ) -> None:
        super().__init__(scene)
        self._pieces = [_Piece(rules, home, prose, slots) for prose, slots in pieces]
        self._line, self._then = line, then
        self._by_words: dict[int, tuple[Way, ...]] = {}

    def look(self, numbers: Numbers) -> tuple[Way, ...]:
        """Adds the words up; where one runs on from piece to piece it is one. None are read where none can be seen."""
        words, seen, inside = 0, False, False
        for piece in self._pieces:
            count, begins, ends, blank, empty = piece.counted(numbers)
            if not empty:
                words += count - (inside and begins)
                seen, inside = seen or not blank, ends
        words = words if seen else 0
        found = self._by_words.get(words)
        if found is None:
            read = (self._line.at,) if seen else ()
            found = self._by_words[words] = (Way(self.scene, words, read, goal=self._then),)
        return found


class _Piece:
    """Some of a paragraph. What is counted of it: its words, whether it begins and ends inside of one, whether it is blank
    and whether there is nothing at all."""

    def __init__(self, rules: Rules, home: str, prose: Prose, slots: Sequence[int]) -> None:
        self._rules, self._home, self._prose, self._slots = rules, home, prose, slots
        self._key = by_slots(slots)
        self._table: dict[object, tuple[int, bool, bool, bool, bool]] = {}

    def counted(self, numbers: Numbers) -> tuple[int, bool, bool, bool, bool]:
        key = self._key(numbers)
        found = self._table.get(key)
        if found is None:
            if len(self._table) >= MOST_KEPT:
                self._table.clear()
            state = self._rules.slots.some_state(self._slots, [numbers[slot] for slot in self._slots])
            pieces = pieces_of(self._prose, partial(wording, scene=self._home, state=state))
            text = "".join(each.text for each in pieces if isinstance(each, Piece))
            begins, ends = not text[:1].isspace(), not text[-1:].isspace()
            found = self._table[key] = (len(text.split()), begins, ends, is_blank(text), not text)
        return found
