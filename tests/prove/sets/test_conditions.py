"""Tests and moves that a story's conditions and changes were compiled to, against these on one state."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.play.state import State
from game.prove.program.compiler import compiled
from game.prove.program.ir import IfIr, Program
from game.prove.program.traversal import alters, parts, texts
from game.prove.sets.space import NONE, Members
from game.story.conditions import holds
from game.story.model import Story
from game.story.variables import changed
from tests.prove.sets.spaces import KINDS, made
from tests.prove.small import KINDS as VARIABLES
from tests.prove.small import small_stories, values_of

often = settings(max_examples=100, suppress_health_check=list(HealthCheck))


@st.composite
def states(draw: st.DrawFn) -> State:
    scenes = st.sampled_from(("s0", "s1", "s2", "s3", "s4", "p0", "p1"))
    return State(
        {name: draw(st.sampled_from(values_of(kind))) for name, kind in VARIABLES.items()},
        draw(st.dictionaries(scenes, st.integers(0, 9))),
        draw(st.frozensets(st.tuples(scenes, st.sampled_from(("c0", "c1"))))),
        draw(st.frozensets(st.sampled_from(("home", "ashes")))),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_set_is_tested_and_changed_as_each_of_its_members(kind: str) -> None:
    @often
    @given(small_stories(), st.lists(states(), max_size=5))
    def check(story: Story, known: list[State]) -> None:
        program = compiled(story)
        slots = program.slots
        space, every = made(kind, [slot.size for slot in slots.all]), range(len(slots.all))

        def numbers(members: Members) -> set[tuple[int, ...]]:
            return set(map(tuple, space.each(members, every)))

        members: Members = NONE
        for state in known:
            members = space.union(members, space.single(slots.numbers(state)))
        assert numbers(members) == {tuple(slots.numbers(state)) for state in known}
        for turn in turns(program):
            passing = {tuple(slots.numbers(s)) for s in known if holds(turn.direction.condition, s)}
            assert numbers(space.restrict(members, turn.test)) == passing
        for alter in alters(program):
            expected = {
                tuple(
                    slots.numbers(
                        State(changed(s.values, [alter.change], story.variables), s.visits, s.chosen, s.ended)
                    )
                )
                for s in known
            }
            assert numbers(space.ahead(members, (alter.move,))) == expected

    check()


def turns(program: Program) -> Iterator[IfIr]:
    for body in texts(program):
        yield from (part for part in parts(body) if isinstance(part, IfIr))
