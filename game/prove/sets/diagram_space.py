"""A space whose sets are held as diagrams: the quickest where a story remembers few things, or in few ways."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from game.prove.sets.diagram_moves import DiagramMove
from game.prove.sets.diagram_tests import DiagramTests
from game.prove.sets.diagrams import Diagram, Diagrams
from game.prove.sets.space import Forget, Move, SlotStep


class DiagramSpace:
    """Sets over slots of these sizes, of which `inner` are wanted as bits, best first. What was forgotten is 0."""

    by_parts = False

    def __init__(self, sizes: Sequence[int], inner: Sequence[int], budget: int, most_bits: int | None = None) -> None:
        self.diagrams = Diagrams(sizes, inner, budget, most_bits)
        self.sizes, self.weight = self.diagrams.sizes, self.diagrams.weight
        tests = DiagramTests(self.diagrams)
        self.restrict, self.intersects, self.escapes = tests.restrict, tests.intersects, tests.escapes
        self.union, self.meet, self.minus = self.diagrams.union, self.diagrams.meet, self.diagrams.minus
        self.spend, self.has = self.diagrams.spend, self.diagrams.has
        self._moves: dict[tuple[int, tuple[int, ...]], DiagramMove] = {}
        self._prepared: dict[tuple[SlotStep, ...], tuple[DiagramMove, ...]] = {}

    @property
    def left(self) -> int:
        """What is left of the budget."""
        return self.diagrams.left

    @left.setter
    def left(self, budget: int) -> None:
        self.diagrams.left = budget

    def single(self, numbers: Sequence[int], forgotten: Sequence[int] = ()) -> Diagram:  # noqa: ARG002 (these are 0)
        """The one situation."""
        return self.diagrams.single(numbers)

    def around(self, members: Diagram) -> Diagram:
        """The members alone: all others are as large."""
        return members

    def narrow(self, members: Diagram, slots: Sequence[int]) -> Diagram:  # noqa: ARG002 (it costs more than it saves)
        """The members as they are."""
        return members

    def ahead(self, members: Diagram, steps: tuple[SlotStep, ...]) -> Diagram:
        """The situations after the steps."""
        for move in self._prepare(steps):
            members = move.ahead(members)
        return members

    def back(self, members: Diagram, steps: tuple[SlotStep, ...], within: Diagram) -> Diagram:
        """Those `within` from which the steps lead to the members."""
        moves = self._prepare(steps)
        if isinstance(members, int) and isinstance(within, int):
            for move in reversed(moves):
                members = move.back(members)
            return self.meet(members, within)
        stages = [within]  # what is kept at each stage keeps diagrams small
        for move in moves:
            stages.append(move.ahead(stages[-1]))
        members = self.meet(members, stages[-1])
        for move, stage in zip(reversed(moves), reversed(stages[:-1]), strict=True):
            members = self.meet(move.back(members), stage)
        return members

    def spread(self, members: Diagram, slots: Sequence[int]) -> Diagram:
        """All that differ from a member in these slots alone."""
        moves = tuple(self._each_move((Forget(tuple(slots)),)))
        for move in moves:
            members = move.ahead(members)
        for move in moves:  # the deepest level first, so that each change is made at the top
            members = move.back(members)
        return members

    def count(self, members: Diagram, forgotten: Sequence[int]) -> int:  # noqa: ARG002 (these are 0)
        """How many members there are."""
        return self.diagrams.count(members)

    def one(self, members: Diagram) -> list[int]:
        """The numbers of a member."""
        return next(self.diagrams.every(members))

    def each(self, members: Diagram, slots: Sequence[int]) -> Iterator[list[int]]:
        """All that members have in these slots."""
        others = sorted(set(range(len(self.sizes))).difference(slots))
        for move in self._each_move((Forget(tuple(others)),)):
            members = move.ahead(members)
        return self.diagrams.every(members)

    def _prepare(self, steps: tuple[SlotStep, ...]) -> tuple[DiagramMove, ...]:
        made = self._prepared.get(steps)
        if made is None:
            made = self._prepared[steps] = tuple(self._each_move(steps))
        return made

    def _each_move(self, steps: Iterable[SlotStep]) -> Iterator[DiagramMove]:
        for step in steps:
            match step:
                case Move(slot, table):
                    yield self._move(slot, table)
                case Forget(slots):
                    yield from (self._move(slot, (0,) * self.sizes[slot]) for slot in slots)
                case _:
                    assert_never(step)

    def _move(self, slot: int, table: tuple[int, ...]) -> DiagramMove:
        move = self._moves.get((slot, table))
        if move is None:
            move = self._moves[slot, table] = DiagramMove(self.diagrams, slot, table)
        return move
