"""Every space, against sets of situations written down one by one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import Any, assert_never

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from game.prove.sets import bdd_space
from game.prove.sets.diagrams import Diagrams
from game.prove.sets.space import NONE, All, Among, Exhausted, Forget, Members, Move, SlotStep, Some, Space, Test
from tests.prove.sets.spaces import KINDS, held_as, made

often = settings(max_examples=150, suppress_health_check=list(HealthCheck))

Draw = Callable[..., Any]
Numbers = tuple[int, ...]
SIZES = st.lists(st.integers(1, 6), min_size=1, max_size=5).filter(lambda sizes: prod(sizes) <= 400)


def drawn_set(draw: Draw, sizes: Sequence[int]) -> frozenset[Numbers]:
    dense = draw(st.sampled_from((1, 4, 30)))
    return frozenset(draw(st.lists(st.tuples(*(st.integers(0, size - 1) for size in sizes)), max_size=dense)))


def drawn_test(draw: Draw, sizes: Sequence[int], of: Sequence[int], depth: int = 2) -> Test:
    kind = draw(st.sampled_from((Among, Among, All, Some))) if depth else Among
    if kind is Among and of:
        slot = draw(st.sampled_from(of))
        return Among(slot, draw(st.integers(0, (1 << sizes[slot]) - 1)))
    tests = tuple(drawn_test(draw, sizes, of, depth - 1) for _ in range(draw(st.integers(0, 3)))) if depth else ()
    return Some(tests) if kind is Some else All(tests)


def drawn_steps(draw: Draw, sizes: Sequence[int]) -> tuple[SlotStep, ...]:
    """Moves of some slots, and others that are forgotten in the end, as in a story."""
    slots = draw(st.lists(st.sampled_from(range(len(sizes))), max_size=4))
    forgotten = draw(st.lists(st.sampled_from(range(len(sizes))), unique=True, max_size=2))
    moves = [Move(slot, draw(st.tuples(*[st.integers(0, sizes[slot] - 1)] * sizes[slot]))) for slot in slots]
    return (*moves, Forget(tuple(forgotten))) if forgotten else tuple(moves)


def passes(numbers: Numbers, test: Test) -> bool:
    match test:
        case Among(slot, wanted):
            return bool(wanted >> numbers[slot] & 1)
        case All(tests):
            return all(passes(numbers, each) for each in tests)
        case Some(tests):
            return any(passes(numbers, each) for each in tests)
        case _:
            assert_never(test)


def taken(numbers: Numbers, steps: Iterable[SlotStep]) -> Numbers:
    """Where the steps lead from one situation, 0 for what is forgotten."""
    now = list(numbers)
    for step in steps:
        match step:
            case Move(slot, table):
                now[slot] = table[now[slot]]
            case Forget(slots):
                for slot in slots:
                    now[slot] = 0
            case _:
                assert_never(step)
    return tuple(now)


def held(space: Space, situations: Iterable[Numbers]) -> Members:
    members: Members = NONE
    for numbers in situations:
        members = space.union(members, space.single(numbers))
    return members


def told(space: Space, members: Members, but: Sequence[int] = ()) -> set[Numbers]:
    slots = [slot for slot in range(len(space.sizes)) if slot not in but]
    each = list(map(tuple, space.each(members, slots)))
    assert len(set(each)) == len(each) == space.count(members, but)
    return set(each)


def check_all(kind: str, examples: settings = often) -> None:
    @examples
    @given(st.data())
    def check(data: st.DataObject) -> None:
        draw = data.draw
        sizes = draw(SIZES)
        space = made(kind, sizes)
        one, other = drawn_set(draw, sizes), drawn_set(draw, sizes)
        a, b = held(space, one), held(space, other)
        assert (a == b, bool(a)) == (one == other, bool(one))
        assert told(space, a) == one
        assert told(space, space.union(a, b)) == one | other
        assert told(space, space.meet(a, b)) == one & other
        assert told(space, space.minus(a, b)) == one - other
        assert all(space.has(a, numbers) == (numbers in one) for numbers in product(*map(range, sizes)))
        if one:
            assert tuple(space.one(a)) in one
        assert space.meet(space.around(a), a) == a
        check_test(space, a, one, drawn_test(draw, sizes, range(len(sizes))))
        check_steps(draw, space, a, one)

    check()


def check_test(space: Space, members: Members, situations: frozenset[Numbers], test: Test) -> None:
    passing = {numbers for numbers in situations if passes(numbers, test)}
    assert told(space, space.restrict(members, test)) == passing
    assert space.intersects(members, test) == bool(passing)
    assert space.escapes(members, test) == bool(situations - passing)


def check_steps(draw: Draw, space: Space, members: Members, situations: frozenset[Numbers]) -> None:
    steps = drawn_steps(draw, space.sizes)
    forgotten = [slot for step in steps if isinstance(step, Forget) for slot in step.slots]
    kept = [slot for slot in range(len(space.sizes)) if slot not in forgotten]
    after = space.ahead(members, steps)
    assert told(space, after, forgotten) == {taken(numbers, steps) for numbers in situations}
    test = drawn_test(draw, space.sizes, kept)
    before = space.back(space.restrict(after, test), steps, members)
    assert told(space, before) == {numbers for numbers in situations if passes(taken(numbers, steps), test)}
    for numbers in list(situations)[:1]:
        there = taken(numbers, steps)
        assert space.has(after, there)
        single = space.single(there, forgotten)
        same = {each for each in situations if taken(each, steps) == there}
        assert told(space, space.back(single, steps, members)) == same
    narrow = space.narrow(members, kept)
    assert space.intersects(narrow, test) == space.intersects(members, test)
    alike = {tuple(numbers[slot] for slot in kept) for numbers in situations}
    spread = space.spread(members, forgotten)
    assert told(space, spread) == {
        numbers for numbers in product(*map(range, space.sizes)) if tuple(numbers[slot] for slot in kept) in alike
    }


@pytest.mark.parametrize("kind", KINDS)
def test_it_does_with_sets_what_is_done_with_their_members(kind: str) -> None:
    check_all(kind)


def careless(self: Diagrams, a: Members, b: Members) -> Members:
    """Takes nothing away from a set that is no integer."""
    return a & ~b if isinstance(a, int) and isinstance(b, int) else a


def unjoined(steps: Iterable[SlotStep]) -> Iterator[SlotStep]:
    """Leaves out what is forgotten."""
    return (step for step in steps if isinstance(step, Move))


def test_a_space_that_takes_too_little_away_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Diagrams, "minus", careless)
    with pytest.raises(AssertionError):
        check_all(
            "diagrams", settings(often, max_examples=2_000, derandomize=True, database=None, phases=[Phase.generate])
        )


def test_a_space_that_remembers_what_is_forgotten_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    joined = bdd_space.joined
    monkeypatch.setattr(bdd_space, "joined", lambda steps: joined(unjoined(steps)))
    with pytest.raises(AssertionError):
        check_all(
            "binary diagrams",
            settings(often, max_examples=2_000, derandomize=True, database=None, phases=[Phase.generate]),
        )


@pytest.mark.parametrize("kind", ["diagrams", "binary diagrams"])
def test_the_budget_ends(kind: str) -> None:
    """Sixty things, each of which may have happened or not."""
    with held_as(kind):
        space = made(kind, [2] * 60)
    members = space.single([0] * 60)
    space.left = 300

    def grow(members: Members) -> None:
        for slot in range(60):
            space.spend(1)
            members = space.union(members, space.ahead(members, (Move(slot, (1, 1)),)))

    with pytest.raises(Exhausted):
        grow(members)
