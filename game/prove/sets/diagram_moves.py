"""Changes to one slot of sets held as diagrams, forwards and backwards."""

from collections.abc import Callable, Sequence

from game.prove.sets.diagrams import Diagram, DiagramNode, Diagrams
from game.prove.sets.space import NONE


class DiagramMove:
    """The slot's value becomes `table[value]`."""

    def __init__(self, space: Diagrams, slot: int, table: Sequence[int]) -> None:
        self.space, self.slot, self.table = space, slot, tuple(table)
        self.constant = len(set(self.table)) == 1
        self._level = space.level.get(slot)
        self._ahead: dict[DiagramNode, Diagram] = {}
        self._back: dict[DiagramNode, Diagram] = {}
        if self._level is None:
            self._stride = space.stride[slot]
            self._steps = [] if self.constant else self._masks()
            self._folds = [by * self._stride for by in _folds(len(self.table))]

    def ahead(self, members: Diagram) -> Diagram:
        """The situations after the move."""
        if not members:
            return members
        if self._level is None:
            if type(members) is int:
                return self._bits_ahead(members)
            return self.space.on_bits(members, self._bits_ahead, self._ahead)
        return self._outer(members, self._kids_ahead, self._ahead)

    def back(self, members: Diagram) -> Diagram:
        """All situations from which the move leads to one of the members."""
        if not members:
            return members
        if self._level is None:
            if type(members) is int:
                return self._bits_back(members)
            return self.space.on_bits(members, self._bits_back, self._back)
        return self._outer(members, self._kids_back, self._back)

    def _masks(self) -> list[tuple[int, int]]:
        """Which bits move by how much."""
        stride, masks = self.space.stride[self.slot], dict[int, int]()
        for value, becomes in enumerate(self.table):
            by = (becomes - value) * stride
            masks[by] = masks.get(by, 0) | self.space.mask(self.slot, value)
        return list(masks.items())

    def _bits_ahead(self, bits: int) -> int:
        if self.constant:  # all values folded onto the lowest
            for by in self._folds:
                bits |= bits >> by
            return (bits & self.space.mask(self.slot, 0)) << self.table[0] * self._stride
        made = 0
        for by, mask in self._steps:
            made |= (bits & mask) << by if by >= 0 else (bits & mask) >> -by
        return made

    def _bits_back(self, bits: int) -> int:
        if self.constant:  # the one value spread over all
            bits = (bits >> self.table[0] * self._stride) & self.space.mask(self.slot, 0)
            for by in self._folds:
                bits |= bits << by
            return bits
        made = 0
        for by, mask in self._steps:
            made |= (bits >> by if by >= 0 else bits << -by) & mask
        return made

    def _outer(
        self, members: Diagram, kids: Callable[[tuple[Diagram, ...]], list[Diagram]], done: dict[DiagramNode, Diagram]
    ) -> Diagram:
        space, level = self.space, self._level
        assert level is not None  # noqa: S101
        if not members:
            return members
        if isinstance(members, int) or members.level > level:
            return space.make(level, tuple(kids((members, *[NONE] * (len(self.table) - 1)))))
        made = done.get(members)
        if made is None:
            space.spend(space.cost(members))
            if members.level == level:
                made = space.make(level, tuple(kids(members.kids)))
            else:
                made = space.make(members.level, tuple([self._outer(kid, kids, done) for kid in members.kids]))
            done[members] = made
        return made

    def _kids_ahead(self, kids: tuple[Diagram, ...]) -> list[Diagram]:
        made: list[Diagram] = [NONE] * len(kids)
        for value, becomes in enumerate(self.table):
            made[becomes] = self.space.union(made[becomes], kids[value])
        return made

    def _kids_back(self, kids: tuple[Diagram, ...]) -> list[Diagram]:
        return [kids[becomes] for becomes in self.table]


def _folds(size: int) -> list[int]:
    """Distances that, each gone or not gone, together lead from every value below `size` to the lowest, and no
    further."""
    folds, covered = [], 1
    while covered < size:
        folds.append(min(covered, size - covered))
        covered += folds[-1]
    return folds
