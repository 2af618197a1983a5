"""Sets as diagrams: bitsets where few slots are concerned, decision diagrams above them.

A set is a Python integer or a `DiagramNode`. The slots are put in one order: first `outer` ones, a level of the diagram
each, then `inner` ones, whose values together count the bits of an integer, so that a condition on them is a mask
and a change a shift. A level where only the value 0 occurs is left out, so what is dead (and therefore 0) costs
nothing.

Sources: R. E. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation" (1986), for shared diagrams with a
unique table and memoized operations; S. Minato, "Zero-Suppressed BDDs for Set Manipulation in Combinatorial Problems"
(1993), for leaving out levels that are 0; A. Srinivasan, T. Kam, S. Malik, R. Brayton, "Algorithms for Discrete
Function Manipulation" (1990), for more than two values a level.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias, Union

from game.prove.sets.space import NONE, Exhausted

MOST_BITS = 1 << 13
_MOST_BITS_OF_ONE = 2 * MOST_BITS  # a single long range is better off as bits, too
_BITS_A_NODE = 8_192


class DiagramNode:
    """A set whose members differ at `level`: `kids[value]` are those with this value there. Equal nodes are one."""

    __slots__ = ("kids", "level")

    def __init__(self, level: int, kids: "tuple[Diagram, ...]") -> None:
        self.level, self.kids = level, kids


Diagram: TypeAlias = Union[int, DiagramNode]  # noqa: UP007 (DiagramNode is no type yet where it is named)


class Diagrams:
    """All sets over slots of these sizes, and what can be done with them within a budget.

    `inner` are the slots wanted as bits, best first. The budget counts nodes made or gone through, and integers by
    their length; never seconds. Raises Exhausted where it ends.
    """

    def __init__(self, sizes: Sequence[int], inner: Sequence[int], budget: int, most_bits: int | None = None) -> None:
        self.sizes = tuple(sizes)
        self.left = budget
        self.bits = 1
        self.stride: dict[int, int] = {}
        most = MOST_BITS if most_bits is None else most_bits
        for slot in inner:
            if self.bits * sizes[slot] <= most or (not self.stride and sizes[slot] <= _MOST_BITS_OF_ONE):
                self.stride[slot] = self.bits
                self.bits *= sizes[slot]
        self.outer = tuple(slot for slot in reversed(range(len(sizes))) if slot not in self.stride)
        self.level = {slot: level for level, slot in enumerate(self.outer)}
        self.full = (1 << self.bits) - 1
        self.place = [self.bits, *(self.bits + n for n in accumulate(sizes[slot] for slot in self.outer))]
        self._zeros = [0, *accumulate(1 << place for place in self.place[:-1])]
        self.weight = 1 + self.bits // _BITS_A_NODE
        self._nodes: dict[tuple[int, tuple[Diagram, ...]], DiagramNode] = {}
        self._united: dict[tuple[Diagram, Diagram], Diagram] = {}
        self._met: dict[tuple[Diagram, Diagram], Diagram] = {}
        self._less: dict[tuple[Diagram, Diagram], Diagram] = {}
        self._masks: dict[tuple[int, int], int] = {}
        self._occurs: dict[DiagramNode, int] = {}

    def spend(self, nodes: int) -> None:
        """Takes something off the budget. Raises Exhausted where there is not so much left."""
        self.left -= nodes
        if self.left < 0:
            raise Exhausted

    def cost(self, node: DiagramNode) -> int:
        """What going through the kids of a node takes off the budget: integers may be among them."""
        return self.weight * (len(node.kids) >> 1)

    def make(self, level: int, kids: tuple[Diagram, ...]) -> Diagram:
        """The set with these members at `level`."""
        if not any(kids[1:]):
            return kids[0]
        key = (level, kids)
        node = self._nodes.get(key)
        if node is None:
            self.spend(len(kids))
            node = self._nodes[key] = DiagramNode(level, kids)
        return node

    def single(self, numbers: Sequence[int]) -> Diagram:
        """The set of one situation, given by its number in each slot."""
        made: Diagram = 1 << self.bit(numbers)
        for level in range(len(self.outer) - 1, -1, -1):
            made = self.placed(level, numbers[self.outer[level]], made)
        return made

    def placed(self, level: int, value: int, kid: Diagram) -> Diagram:
        """The members of `kid`, which have 0 at `level`, with `value` there instead."""
        if value == 0 or not kid:
            return kid
        return self.make(level, tuple(kid if v == value else NONE for v in range(self.sizes[self.outer[level]])))

    def bit(self, numbers: Sequence[int]) -> int:
        """Which bit stands for the inner slots of a situation."""
        return sum(stride * numbers[slot] for slot, stride in self.stride.items())

    def has(self, members: Diagram, numbers: Sequence[int]) -> bool:
        """Whether the situation is a member."""
        at = 0
        while members:
            level = len(self.outer) if isinstance(members, int) else members.level
            if any(numbers[self.outer[skipped]] for skipped in range(at, level)):
                return False
            if isinstance(members, int):
                return bool(members >> self.bit(numbers) & 1)
            at, members = level + 1, members.kids[numbers[self.outer[level]]]
        return False

    def union(self, a: Diagram, b: Diagram) -> Diagram:
        """The members of either."""
        if type(a) is int and type(b) is int:
            return a | b
        if a is b or not b:
            return a
        if not a:
            return b
        key = (a, b)
        made = self._united.get(key)
        if made is None:
            if type(a) is int or (type(b) is not int and a.level > b.level):  # type: ignore[union-attr]
                a, b = b, a
            assert isinstance(a, DiagramNode)  # noqa: S101 (two integers were answered above)
            self.spend(self.cost(a))
            if isinstance(b, DiagramNode) and b.level == a.level:
                pairs = zip(a.kids, b.kids, strict=True)
                made = self.make(a.level, tuple([self.union(one, other) for one, other in pairs]))
            else:
                made = self.make(a.level, (self.union(a.kids[0], b), *a.kids[1:]))
            self._united[key] = made
        return made

    def meet(self, a: Diagram, b: Diagram) -> Diagram:
        """The members of both."""
        if type(a) is int and type(b) is int:
            return a & b
        if a is b or not a:
            return a
        if not b:
            return b
        key = (a, b)
        made = self._met.get(key)
        if made is None:
            if type(a) is int or (type(b) is not int and a.level > b.level):  # type: ignore[union-attr]
                a, b = b, a
            assert isinstance(a, DiagramNode)  # noqa: S101
            self.spend(self.cost(a))
            if isinstance(b, DiagramNode) and b.level == a.level:
                pairs = zip(a.kids, b.kids, strict=True)
                made = self.make(a.level, tuple([self.meet(one, other) for one, other in pairs]))
            else:
                made = self.meet(a.kids[0], b)
            self._met[key] = made
        return made

    def minus(self, a: Diagram, b: Diagram) -> Diagram:
        """The members of `a` that are none of `b`."""
        if type(a) is int and type(b) is int:
            return a & ~b
        if a is b:
            return NONE
        if not a or not b:
            return a
        key = (a, b)
        made = self._less.get(key)
        if made is None:
            self.spend(self.cost(a) if isinstance(a, DiagramNode) else 1)
            if isinstance(a, DiagramNode) and isinstance(b, DiagramNode) and a.level == b.level:
                pairs = zip(a.kids, b.kids, strict=True)
                made = self.make(a.level, tuple([self.minus(one, other) for one, other in pairs]))
            elif isinstance(a, DiagramNode) and (isinstance(b, int) or a.level < b.level):
                made = self.make(a.level, (self.minus(a.kids[0], b), *a.kids[1:]))
            else:
                assert isinstance(b, DiagramNode)  # noqa: S101
                made = self.minus(a, b.kids[0])
            self._less[key] = made
        return made

    def on_bits(self, members: Diagram, change: Callable[[int], int], done: dict[DiagramNode, Diagram]) -> Diagram:
        """The members with `change` made to every integer; `done` remembers what was changed before."""
        if type(members) is int:
            return change(members)
        assert isinstance(members, DiagramNode)  # noqa: S101
        made = done.get(members)
        if made is None:
            self.spend(self.cost(members))
            kids = tuple([self.on_bits(kid, change, done) if kid else kid for kid in members.kids])
            made = done[members] = self.make(members.level, kids)
        return made

    def mask(self, slot: int, value: int) -> int:
        """The bits of all situations that have this value in an inner slot."""
        found = self._masks.get((slot, value))
        if found is None:
            stride = self.stride[slot]
            found = self._masks[slot, value] = self._lowest(slot) << value * stride
        return found

    def _lowest(self, slot: int) -> int:
        """The bits of all situations that have 0 in an inner slot."""
        found = self._masks.get((slot, 0))
        if found is None:
            stride, size = self.stride[slot], self.sizes[slot]
            found, length = (1 << stride) - 1, stride * size
            while length < self.bits:  # repeated, by twice as many at a time
                found |= found << length
                length *= 2
            found = self._masks[slot, 0] = found & self.full
        return found

    def occurring(self, members: DiagramNode) -> int:
        """What occurs in the set, slot by slot: the bits of the inner slots together, and above them, from the
        `place` of each level on, a bit for each value there."""
        return self._occurring(members) | self._skipped(0, members.level)

    def _occurring(self, members: DiagramNode) -> int:
        """The same from the node's level on."""
        found = self._occurs.get(members)
        if found is None:
            self.spend(1)
            found, level = 0, members.level
            for value, kid in enumerate(members.kids):
                if kid:
                    found |= 1 << self.place[level] + value
                    if type(kid) is int:
                        found |= kid | self._skipped(level + 1, len(self.outer))
                    else:
                        found |= self._occurring(kid) | self._skipped(level + 1, kid.level)  # type: ignore[union-attr,arg-type]
            self._occurs[members] = found
        return found

    def _skipped(self, first: int, end: int) -> int:
        """The value 0 at levels that are left out."""
        return self._zeros[end] - self._zeros[first]

    def count(self, members: Diagram) -> int:
        """How many members there are."""
        done: dict[DiagramNode, int] = {}

        def counted(of: Diagram) -> int:
            if isinstance(of, int):
                return of.bit_count()
            if of not in done:
                done[of] = sum([counted(kid) for kid in of.kids])  # a list: no frames of C between these calls
            return done[of]

        return counted(members)

    def every(self, members: Diagram) -> Iterator[list[int]]:
        """The numbers of every member, those with low numbers first."""
        waiting = [(members, [0] * len(self.sizes))]
        while waiting:
            these, numbers = waiting.pop()
            if isinstance(these, DiagramNode):
                slot = self.outer[these.level]
                waiting.extend(
                    (these.kids[value], [*numbers[:slot], value, *numbers[slot + 1 :]])
                    for value in range(len(these.kids) - 1, -1, -1)
                    if these.kids[value]
                )
                continue
            while these:
                lowest = these & -these
                these ^= lowest
                yield self._with_bit(numbers, lowest.bit_length() - 1)

    def _with_bit(self, numbers: list[int], bit: int) -> list[int]:
        numbers = list(numbers)
        for slot, stride in self.stride.items():
            numbers[slot] = bit // stride % self.sizes[slot]
        return numbers
