"""Goes through a text with a set of situations, and tells of each part which of them come to it."""

from collections.abc import Callable
from typing import TypeAlias, assert_never

from game.prove.program.ir import Body, ChangeIr, ClaimIr, DirectionIr, IfIr, IncludeIr, LineIr, PartIr
from game.prove.sets.space import Members, Space

Watch: TypeAlias = Callable[[PartIr, Members], None]


def watched(space: Space, body: Body, members: Members, watch: Watch) -> Members:
    """The situations at the end of the text. Parts to which none comes are not told of."""
    for part in body.parts:
        if not members:
            break
        watch(part, members)
        match part:
            case ChangeIr(_, _, move):
                members = space.ahead(members, (move,))
            case IfIr(_, test, _, then, other):
                holding = space.restrict(members, test)
                failing = space.minus(members, holding)
                members = space.union(watched(space, then, holding, watch), watched(space, other, failing, watch))
            case IncludeIr(_, passage, count):
                members = space.ahead(watched(space, passage, members, watch), count)
            case LineIr() | DirectionIr() | ClaimIr():
                pass
            case _:
                assert_never(part)
    return members
