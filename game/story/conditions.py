"""Conditions: a small closed union of values, and what it means for one to hold."""

import operator
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol, TypeAlias, assert_never

from game.story.variables import Value


class Known(Protocol):
    """What a condition may ask about: the state of one play."""

    @property
    def values(self) -> Mapping[str, Value]:
        """What each variable holds."""
        ...

    @property
    def visits(self) -> Mapping[str, int]:
        """How often each scene has been left; a scene never left may be absent."""
        ...

    @property
    def chosen(self) -> Collection[tuple[str, str]]:
        """(scene, choice) of every option taken."""
        ...

    @property
    def ended(self) -> Collection[str]:
        """Endings met in earlier plays."""
        ...


class Op(Enum):
    """How two sides are compared, as it is written."""

    EQ = "=="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="


COMPARE: Mapping[Op, Callable[[Any, Any], bool]] = {
    Op.EQ: operator.eq,
    Op.NE: operator.ne,
    Op.LT: operator.lt,
    Op.LE: operator.le,
    Op.GT: operator.gt,
    Op.GE: operator.ge,
}


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that is written out."""

    value: Value


@dataclass(frozen=True, slots=True)
class Held:
    """What a variable holds."""

    variable: str


@dataclass(frozen=True, slots=True)
class Times:
    """How often a scene has been left."""

    scene: str


Term: TypeAlias = Constant | Held | Times


@dataclass(frozen=True, slots=True)
class Compare:
    """Both sides are of one kind. A flag alone is written as its comparison with yes."""

    left: Held | Times
    op: Op
    right: Term


@dataclass(frozen=True, slots=True)
class Visited:
    """The scene was left before."""

    scene: str


@dataclass(frozen=True, slots=True)
class Chose:
    """The option of that scene was taken."""

    scene: str
    choice: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An earlier play came to that ending."""

    ending: str


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class And:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Some part holds."""

    parts: tuple["Condition", ...]


Condition: TypeAlias = Compare | Visited | Chose | Ended | Not | And | Or


def holds(condition: Condition, known: Known) -> bool:
    """Whether `condition` is true of what is known."""
    match condition:
        case Compare(left, op, right):
            return COMPARE[op](_value(left, known), _value(right, known))
        case Visited(scene):
            return known.visits.get(scene, 0) > 0
        case Chose(scene, choice):
            return (scene, choice) in known.chosen
        case Ended(ending):
            return ending in known.ended
        case Not(part):
            return not holds(part, known)
        case And(parts):
            return all(holds(part, known) for part in parts)
        case Or(parts):
            return any(holds(part, known) for part in parts)
        case _:
            assert_never(condition)


def _value(term: Term, known: Known) -> Value:
    match term:
        case Constant(value):
            return value
        case Held(variable):
            return known.values[variable]
        case Times(scene):
            return known.visits.get(scene, 0)
        case _:
            assert_never(term)


def atoms(condition: Condition) -> Iterator[Compare | Visited | Chose | Ended]:
    """The comparisons and calls that a condition is made of, left to right."""
    match condition:
        case Not(part):
            yield from atoms(part)
        case And(parts) | Or(parts):
            for each in parts:
                yield from atoms(each)
        case Compare() | Visited() | Chose() | Ended():
            yield condition
        case _:
            assert_never(condition)
