"""Sets of states as binary decision diagrams, by OxiDD: the smallest where many slots are free.

A slot's number is coded in bits, its lowest first. Codes that stand for no number are taken for the highest one, so that
a set of all states is one node.

Source: R. E. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation" (1986); N. Husung, C. Dubslaff,
H. Hermanns, M. Köhl, "OxiDD: A Safe, Concurrent, Modular, and Performant Decision Diagram Framework in Rust" (2024).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import methodcaller

from oxidd.bdd import BDDFunction, BDDManager, BDDSubstitution

MOST_NODES = 1 << 20  # some 30 MB, taken as they are needed
CACHED = 1 << 16  # results of operations, 24 bytes each


class Bdds:
    """Sets over slots of these sizes. `order` has every slot once, the topmost first.

    Raises MemoryError where more than `most_nodes` would be needed at once.
    """

    def __init__(
        self, sizes: Sequence[int], order: Iterable[int], most_nodes: int = MOST_NODES, cached: int = CACHED
    ) -> None:
        self.sizes = tuple(sizes)
        self._manager = BDDManager(most_nodes, cached, 1)
        self._bits: list[range] = [range(0)] * len(self.sizes)
        first = 0
        for slot in order:
            bits = max(1, (self.sizes[slot] - 1).bit_length())
            self._bits[slot] = range(first, first + bits)
            first += bits
        self.bits = first
        self._manager.add_vars(first)
        self.none, self.every = self._manager.false(), self._manager.true()
        self._ones = [self._manager.var(bit) for bit in range(first)]
        self._zeros = [self._manager.not_var(bit) for bit in range(first)]
        self._moves: dict[tuple[int, tuple[int, ...]], BDDSubstitution] = {}

    def among(self, slot: int, values: Iterable[int]) -> BDDFunction:
        """The states whose number in the slot is one of these."""
        found = self.none
        for value in values:
            for code in self._codes(slot, value):
                found = found | self._coded(slot, code)
        return found

    def union(self, a: BDDFunction, b: BDDFunction) -> BDDFunction:
        """The members of either."""
        return a | b

    def meet(self, a: BDDFunction, b: BDDFunction) -> BDDFunction:
        """The members of both."""
        return a & b

    def minus(self, a: BDDFunction, b: BDDFunction) -> BDDFunction:
        """The members of `a` that are none of `b`."""
        return b.imp_strict(a)

    def preimage(self, slot: int, table: Sequence[int]) -> Callable[[BDDFunction], BDDFunction]:
        """Makes of a set the states that are in it once the number in the slot is `table[number]`."""
        key = (slot, tuple(table))
        move = self._moves.get(key)
        if move is None:
            move = self._moves[key] = BDDFunction.make_substitution(self._bitwise(slot, table))
        return methodcaller("substitute", move)

    def has(self, members: BDDFunction, numbers: Sequence[int]) -> bool:
        """Whether the state is a member."""
        return members.eval(
            (bit, bool(number >> place & 1))
            for bits, number in zip(self._bits, numbers, strict=True)
            for place, bit in enumerate(bits)
        )

    def cube(self, slots: Iterable[int]) -> BDDFunction:
        """All bits of these slots, as sets are quantified over them."""
        found = self.every
        for bit in sorted((bit for slot in slots for bit in self._bits[slot]), reverse=True):  # the deepest first
            found = self._ones[bit] & found
        return found

    def told(self, slots: Iterable[int]) -> BDDFunction:
        """The states in which codes that stand for no number occur in none of these slots."""
        found = self.every
        for slot in slots:
            for code in range(self.sizes[slot], 1 << len(self._bits[slot])):
                found = self._coded(slot, code).imp_strict(found)
        return found

    def one(self, members: BDDFunction) -> list[int]:
        """The numbers of a member, which there must be; those that may be anything are 0."""
        picked = members.pick_cube()
        assert picked is not None  # noqa: S101
        return [
            min(size - 1, sum(1 << place for place, bit in enumerate(bits) if picked[bit]))
            for bits, size in zip(self._bits, self.sizes, strict=True)
        ]

    def made(self) -> int:
        """How many nodes were made."""
        return self._manager.approx_num_inner_nodes()

    def count(self, members: BDDFunction) -> int:
        """How many codes the set has."""
        return members.sat_count(self.bits)

    def _bitwise(self, slot: int, table: Sequence[int]) -> Iterator[tuple[int, BDDFunction]]:
        """Each bit of what the slot's number becomes, as a function of the bits that it has."""
        for place, bit in enumerate(self._bits[slot]):
            yield bit, self.among(slot, [value for value, becomes in enumerate(table) if becomes >> place & 1])

    def _codes(self, slot: int, value: int) -> range:
        highest = value == self.sizes[slot] - 1
        return range(value, 1 << len(self._bits[slot])) if highest else range(value, value + 1)

    def _coded(self, slot: int, code: int) -> BDDFunction:
        found = self.every
        for place, bit in enumerate(self._bits[slot]):
            found = found & (self._ones[bit] if code >> place & 1 else self._zeros[bit])
        return found
