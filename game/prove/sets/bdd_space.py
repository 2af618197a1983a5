"""A space whose sets are held as binary decision diagrams: the smallest where a story remembers a great many things."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from math import prod
from operator import and_, or_
from typing import assert_never

from oxidd.bdd import BDDFunction
from oxidd.util import BooleanOperator

from game.prove.sets.bdds import Bdds
from game.prove.sets.space import NONE, All, Among, Exhausted, Forget, Members, Move, SlotStep, Some, Test

MOST_NODES = 1 << 24  # more than any budget, so that none is thrown away and made again
CACHED = 1 << 20
MOST_BITS = 8_000  # each a call within a call, of which a thread's stack has room for twice as many, wherever it runs
_MAKING = 2  # what making a node takes off the budget; going through one takes less by far, and is seldom counted

_Change = Callable[[BDDFunction], BDDFunction]


class BddSpace:
    """Sets over slots of these sizes. `order` has every slot once, the topmost first. What was forgotten is free.

    Of a story that remembers too much for a thread's stack, everything is too much.
    """

    weight = 1
    by_parts = True

    def __init__(self, sizes: Sequence[int], order: Iterable[int], budget: int, most_nodes: int = MOST_NODES) -> None:
        self.sizes, self.left = tuple(sizes), budget
        self._slots = range(len(self.sizes))
        self._sets = Bdds(sizes, order, most_nodes, CACHED)
        self._made = self._sets.made()
        self._too_deep = self._sets.bits > MOST_BITS
        self._told = self._sets.every if self._too_deep else self._sets.told(self._slots)
        self._tests: dict[Test, BDDFunction] = {}
        self._ahead: dict[tuple[SlotStep, ...], list[_Change]] = {}
        self._back: dict[tuple[SlotStep, ...], list[_Change]] = {}

    def spend(self, nodes: int) -> None:
        """Takes something off the budget, and the nodes made since. Raises Exhausted where there is not so much left."""
        made = self._sets.made()
        self.left -= nodes + _MAKING * max(0, made - self._made)
        self._made = made
        if self.left < 0 or self._too_deep:
            raise Exhausted

    def single(self, numbers: Sequence[int], forgotten: Sequence[int] = ()) -> Members:
        """The one situation, free in what was forgotten."""
        known = set(self._slots).difference(forgotten)
        return self._values({slot: numbers[slot] for slot in known})

    def around(self, members: Members) -> Members:
        """Every situation: no set is smaller."""
        return self._sets.every if members else members

    def narrow(self, members: Members, slots: Sequence[int]) -> Members:
        """The members, free in all other slots."""
        if members:
            self.spend(members.node_count())
        return self.spread(members, sorted(set(self._slots).difference(slots)))

    def union(self, a: Members, b: Members) -> Members:
        """The members of either."""
        return a | b if a and b else a or b

    def meet(self, a: Members, b: Members) -> Members:
        """The members of both."""
        return _held(a & b) if a and b else NONE

    def minus(self, a: Members, b: Members) -> Members:
        """The members of `a` that are none of `b`."""
        return _held(b.imp_strict(a)) if a and b else a

    def restrict(self, members: Members, test: Test) -> Members:
        """The members that pass the test."""
        return _held(members & self._test(test)) if members else NONE

    def intersects(self, members: Members, test: Test) -> bool:
        """Whether a member passes the test."""
        return bool(members) and (members & self._test(test)).satisfiable()

    def escapes(self, members: Members, test: Test) -> bool:
        """Whether a member fails the test."""
        return bool(members) and (members & self._test(test)) != members

    def ahead(self, members: Members, steps: tuple[SlotStep, ...]) -> Members:
        """The situations after the steps; those that set or forget something one after another are taken at once."""
        if members and steps:
            changes = self._ahead.get(steps)
            if changes is None:
                changes = self._ahead[steps] = [self._image(each) for each in joined(steps)]
            for change in changes:
                members = change(members)
        return members

    def back(self, members: Members, steps: tuple[SlotStep, ...], within: Members) -> Members:
        """Those `within` from which the steps lead to the members."""
        if members and steps:
            changes = self._back.get(steps)
            if changes is None:
                changes = self._back[steps] = [self._preimage(each) for each in joined(steps)][::-1]
            for change in changes:
                members = change(members)
        return self.meet(members, within)

    def spread(self, members: Members, slots: Sequence[int]) -> Members:
        """The members, free in these slots."""
        return members.exists(self._sets.cube(slots)) if members else members

    def has(self, members: Members, numbers: Sequence[int]) -> bool:
        """Whether the situation is a member."""
        return bool(members) and self._sets.has(members, numbers)

    def count(self, members: Members, forgotten: Sequence[int]) -> int:
        """How many members there are."""
        if not members:
            return 0
        return self._sets.count(members & self._told) // prod(self.sizes[slot] for slot in forgotten)

    def one(self, members: Members) -> list[int]:
        """The numbers of a member."""
        return self._sets.one(members)

    def each(self, members: Members, slots: Sequence[int]) -> Iterator[list[int]]:
        """All that members have in these slots."""
        if not members:
            return
        others = set(self._slots).difference(slots)
        first = members.exists(self._sets.cube(others)) if others else members
        order = sorted(slots)
        waiting = [(first, len(order), [0] * len(self.sizes))]
        while waiting:
            these, left, numbers = waiting.pop()
            if not left:
                yield numbers
                continue
            slot, more = order[left - 1], []
            for number in range(self.sizes[slot]):
                those = these & self._sets.among(slot, [number])
                if those.satisfiable():
                    more.append((those, left - 1, [*numbers[:slot], number, *numbers[slot + 1 :]]))
            waiting.extend(reversed(more))

    def _test(self, test: Test) -> BDDFunction:
        made = self._tests.get(test)
        if made is None:
            match test:
                case Among(slot, numbers):
                    made = self._sets.among(slot, [n for n in range(self.sizes[slot]) if numbers >> n & 1])
                case All(tests):
                    made = reduce(and_, map(self._test, tests), self._sets.every)
                case Some(tests):
                    made = reduce(or_, map(self._test, tests), self._sets.none)
                case _:
                    assert_never(test)
            self._tests[test] = made
        return made

    def _values(self, values: Mapping[int, int]) -> BDDFunction:
        """The situations that have these numbers in their slots."""
        return reduce(and_, (self._sets.among(slot, [value]) for slot, value in values.items()), self._sets.every)

    def _image(self, change: "_Constants | Move") -> _Change:
        if isinstance(change, Move):
            return self._moved(change)
        cube = self._sets.cube((*change.values, *change.forgotten))
        if not change.values:
            return lambda members: members.exists(cube)
        values = self._values(change.values)
        return lambda members: members.exists(cube) & values

    def _moved(self, move: Move) -> _Change:
        """Goes back to where each number came from, but for numbers that several became."""
        slot, cube = move.slot, self._sets.cube([move.slot])
        sources: dict[int, list[int]] = {}
        for number, becomes in enumerate(move.table):
            sources.setdefault(becomes, []).append(number)
        one = {becomes: numbers[0] for becomes, numbers in sources.items() if len(numbers) == 1}
        from_one = self._sets.preimage(slot, [one.get(number, number) for number in range(self.sizes[slot])])
        of_one = self._sets.among(slot, one)
        several = [
            (self._sets.among(slot, numbers), self._sets.among(slot, [becomes]))
            for becomes, numbers in sources.items()
            if len(numbers) > 1
        ]

        def change(members: BDDFunction) -> BDDFunction:
            found = from_one(members) & of_one
            for test, value in several:
                found = found | (members.apply_exists(BooleanOperator.AND, test, cube) & value)
            return found

        return change

    def _preimage(self, change: "_Constants | Move") -> _Change:
        if isinstance(change, Move):
            return self._sets.preimage(change.slot, change.table)
        cube = self._sets.cube((*change.values, *change.forgotten))
        if not change.values:
            return lambda members: members.exists(cube)
        values = self._values(change.values)
        return lambda members: members.apply_exists(BooleanOperator.AND, values, cube)


class _Constants:
    """What some slots hold in the end, and which are forgotten."""

    def __init__(self) -> None:
        self.values: dict[int, int] = {}
        self.forgotten: set[int] = set()


def joined(steps: Iterable[SlotStep]) -> Iterator[_Constants | Move]:
    """The steps, with all that follow one another and depend on nothing made one."""
    together = _Constants()
    for step in steps:
        match step:
            case Move(slot, table) if step.constant:
                together.values[slot] = table[0]
                together.forgotten.discard(slot)
            case Forget(slots):
                together.forgotten.update(slots)
                for slot in slots:
                    together.values.pop(slot, None)
            case Move():
                if together.values or together.forgotten:
                    yield together
                    together = _Constants()
                yield step
            case _:
                assert_never(step)
    if together.values or together.forgotten:
        yield together


def _held(found: BDDFunction) -> Members:
    return found if found.satisfiable() else NONE
