"""Tests and moves on sets of situations, against conditions and changes on one state."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.play.state import State
from game.prove.program.compiler import compiled
from game.prove.program.ir import ChangeIr, IfIr, Program
from game.prove.program.predicates import escapes, intersects, restrict
from game.prove.program.traversal import alters, parts, texts
from game.prove.sets import diagrams as space
from game.prove.sets.moves import Move
from game.story.conditions import holds
from game.story.model import Story
from game.story.variables import changed
from tests.prove.small import KINDS, small_stories, values_of

often = settings(max_examples=100, suppress_health_check=list(HealthCheck))


@st.composite
def states(draw: st.DrawFn) -> State:
    scenes = st.sampled_from(("s0", "s1", "s2", "s3", "s4", "p0", "p1"))
    return State(
        {name: draw(st.sampled_from(values_of(kind))) for name, kind in KINDS.items()},
        draw(st.dictionaries(scenes, st.integers(0, 9))),
        draw(st.frozensets(st.tuples(scenes, st.sampled_from(("c0", "c1"))))),
        draw(st.frozensets(st.sampled_from(("home", "ashes")))),
    )


@pytest.mark.parametrize("most_bits", [1, 12, 8_192])
def test_a_set_is_tested_and_changed_as_each_of_its_members(most_bits: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "MOST_BITS", most_bits)

    @often
    @given(small_stories(), st.lists(states(), max_size=5))
    def check(story: Story, known: list[State]) -> None:
        program = compiled(story, 100_000)
        sets, slots = program.space, program.slots
        members: space.Members = space.NONE
        for state in known:
            members = sets.union(members, sets.single(slots.numbers(state)))
        numbers = {tuple(slots.numbers(state)) for state in known}
        assert set(map(tuple, sets.each(members))) == numbers
        assert sets.count(members) == len(numbers)
        for turn in turns(program):
            passing = restrict(sets, members, turn.test)
            expected = {tuple(slots.numbers(s)) for s in known if holds(turn.direction.condition, s)}
            assert set(map(tuple, sets.each(passing))) == expected
            assert intersects(sets, members, turn.test) == bool(expected)
            assert escapes(sets, members, turn.test) == bool(numbers - expected)
        for alter in alters(program):
            expected = {
                tuple(
                    slots.numbers(
                        State(changed(s.values, [alter.change], story.variables), s.visits, s.chosen, s.ended)
                    )
                )
                for s in known
            }
            after = alter.move.ahead(members)
            assert set(map(tuple, sets.each(after))) == expected
            assert sets.meet(alter.move.back(after), members) == members
            assert no_other(sets, alter, members, after)

    check()


def no_other(sets: space.Space, alter: ChangeIr, members: space.Members, after: space.Members) -> bool:
    """Whether going back from what was not come to leads to no member."""
    elsewhere = sets.minus(alter.move.back(after), members)
    move: Move = alter.move
    return not sets.minus(move.ahead(elsewhere), after)


def turns(program: Program) -> Iterator[IfIr]:
    for body in texts(program):
        yield from (part for part in parts(body) if isinstance(part, IfIr))
