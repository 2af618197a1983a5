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
_CACHED = 1 << 16


class Bdds:
    """Sets over slots of these sizes. `order` has every slot once, the topmost first.

    Raises MemoryError where more than `most_nodes` would be needed at once.
    """

    def __init__(self, sizes: Sequence[int], order: Iterable[int], most_nodes: int = MOST_NODES) -> None:
        self.sizes = tuple(sizes)
        self._manager = BDDManager(most_nodes, _CACHED, 1)
        self._bits: list[range] = [range(0)] * len(self.sizes)
        first = 0
        for slot in order:
            bits = max(1, (self.sizes[slot] - 1).bit_length())
            self._bits[slot] = range(first, first + bits)
            first += bits
        self._manager.add_vars(first)
        self.none, self.every = self._manager.false(), self._manager.true()
        self._ones = [self._manager.var(bit) for bit in range(first)]
        self._zeros = [self._manager.not_var(bit) for bit in range(first)]
        self._moves: dict[tuple[int, tuple[int, ...]], BDDSubstitution] = {}

    def among(self, slot: int, values: Iterable[int]) -> BDDFunction:
        found = self.none
        for value in values:
            for code in self._codes(slot, value):
                found = found | self._coded(slot, code)
        return found

    def union(self, a: BDDFunction, b: BDDFunction) -> BDDFunction:
        return a | b

    def meet(self, a: BDDFunction, b: BDDFunction) -> BDDFunction:
        return a & b

    def minus(self, a: BDDFunction, b: BDDFunction) -> BDDFunction:
        return b.imp_strict(a)

    def preimage(self, slot: int, table: Sequence[int]) -> Callable[[BDDFunction], BDDFunction]:
        key = (slot, tuple(table))
        move = self._moves.get(key)
        if move is None:
            move = self._moves[key] = BDDFunction.make_substitution(self._bitwise(slot, table))
        return methodcaller("substitute", move)

    def has(self, members: BDDFunction, numbers: Sequence[int]) -> bool:
        return members.eval(
            (bit, bool(number >> place & 1))
            for bits, number in zip(self._bits, numbers, strict=True)
            for place, bit in enumerate(bits)
        )

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
