"""What texts do to sets of situations, forwards and backwards, and for whom words show."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from game.prove.program.ir import (
    Body,
    ChangeIr,
    ClaimIr,
    CycleIr,
    DirectionIr,
    EitherIr,
    IfIr,
    IncludeIr,
    LineIr,
    PartIr,
    StaticText,
    Wording,
)
from game.prove.sets.space import NONE, Members, Space, Test


def passing(space: Space, members: Members, test: Test | None) -> Members:
    """The members that pass the test, if there is one."""
    return members if test is None else space.restrict(members, test)


def after(space: Space, body: Body, members: Members) -> Members:
    """The situations at the end of a text."""
    for part in body.effects:
        if not members:
            break
        members = after_part(space, part, members)
    return members


def after_part(space: Space, part: PartIr, members: Members) -> Members:
    """The situations after one part of a text, of those that come to it."""
    match part:
        case ChangeIr(_, _, move):
            return space.ahead(members, (move,))
        case IfIr(_, test, _, then, other):
            if not then.effects and not other.effects:
                return members
            holding = space.restrict(members, test)
            failing = space.minus(members, holding)
            return space.union(after(space, then, holding), after(space, other, failing))
        case IncludeIr(_, passage, count):
            return space.ahead(after(space, passage, members), count)
        case LineIr() | DirectionIr() | ClaimIr():
            return members
        case _:
            assert_never(part)


def predecessors(space: Space, body: Body, members: Members, within: Members) -> Members:
    """Those `within` from which the text leads to the members."""
    return to_marks(space, body.effects, members, {}, within)


def to_marks(
    space: Space, parts: Sequence[PartIr], members: Members, marks: Mapping[PartIr, Members], within: Members
) -> Members:
    """Those `within` from which the text leads to the members, or comes to a part in a situation marked there."""
    if not parts:
        return space.meet(members, within)
    stages = [within]
    for part in parts:
        stages.append(after_part(space, part, stages[-1]))
    members = space.meet(members, stages[-1])
    for part, stage in zip(reversed(parts), reversed(stages[:-1]), strict=True):
        match part:
            case ChangeIr(_, _, move):
                members = space.back(members, (move,), stage)
            case IfIr(_, test, _, then, other):
                holding = space.restrict(stage, test)
                members = space.union(
                    to_marks(space, _of(then, marks), members, marks, holding),
                    to_marks(space, _of(other, marks), members, marks, space.minus(stage, holding)),
                )
            case IncludeIr(_, passage, count):
                members = space.back(members, count, after(space, passage, stage))
                members = to_marks(space, _of(passage, marks), members, marks, stage)
            case LineIr() | DirectionIr() | ClaimIr():
                pass
            case _:
                assert_never(part)
        if part in marks:
            members = space.union(members, space.meet(marks[part], stage))
    return members


def _of(body: Body, marks: Mapping[PartIr, Members]) -> Sequence[PartIr]:
    return body.parts if marks else body.effects


def visible(space: Space, wording: Wording, members: Members) -> Members:
    """Those for whom some word of it shows."""
    if _solid(wording):
        return members
    seen: Members = NONE
    for part in wording:
        if not members:
            break
        match part:
            case StaticText():
                found = members
            case EitherIr(_, test, _, then, other):
                holding = space.restrict(members, test)
                found = space.union(visible(space, then, holding), visible(space, other, space.minus(members, holding)))
            case CycleIr(_, tests, _, wordings):
                found = NONE
                for test, each in zip(tests, wordings, strict=True):
                    found = space.union(found, visible(space, each, space.restrict(members, test)))
            case _:
                assert_never(part)
        seen, members = space.union(seen, found), space.minus(members, found)
    return seen


def shows(space: Space, wording: Wording, members: Members) -> bool:
    """Whether some word of it shows for some member."""
    if not members:
        return False
    for part in wording:
        match part:
            case StaticText():
                return True
            case EitherIr(_, test, _, then, other) if _solid(then) and _solid(other):
                return True
            case EitherIr(_, test, _, then, _) if _solid(then) and space.intersects(members, test):
                return True
            case EitherIr(_, test, _, _, other) if _solid(other) and space.escapes(members, test):
                return True
            case EitherIr() | CycleIr() | StaticText():  # it depends on several parts together
                pass
            case _:
                assert_never(part)
    return bool(visible(space, wording, members))


def _solid(wording: Wording) -> bool:
    return any(isinstance(part, StaticText) for part in wording)
