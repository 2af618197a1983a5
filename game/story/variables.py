"""What a story may remember: bounded variables, and the changes made to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from game.story.source_location import SourceLocation

Value: TypeAlias = bool | int | str

MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from `low` to `high`, both included; 0 <= low <= high."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a list."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""


Kind: TypeAlias = Range | OneOf | Flag


@dataclass(frozen=True, slots=True)
class Variable:
    """One thing the story remembers, what it may be, and what it is at the start."""

    name: str
    kind: Kind
    start: Value
    about: str = ""
    at: SourceLocation = field(default=SourceLocation(""), compare=False)


@dataclass(frozen=True, slots=True)
class Assign:
    """The variable becomes `value`, which is of its kind."""

    variable: str
    value: Value
    at: SourceLocation = field(default=SourceLocation(""), compare=False)


@dataclass(frozen=True, slots=True)
class Add:
    """`amount` is added to a range; the sum stays inside it."""

    variable: str
    amount: int
    at: SourceLocation = field(default=SourceLocation(""), compare=False)


Change: TypeAlias = Assign | Add


def allows(kind: Kind, value: Value) -> bool:
    """Whether a variable of this kind may hold `value`."""
    match kind:
        case Range(low, high):
            return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        case OneOf(words):
            return isinstance(value, str) and value in words
        case Flag():
            return isinstance(value, bool)
        case _:
            assert_never(kind)


def value_of(word: str, kind: Kind) -> Value | None:
    """The value that `word` writes for a variable of this kind, or None if it writes none."""
    match kind:
        case Range(low, high):
            known = word.isdecimal() and len(word) <= MOST_DIGITS and low <= int(word) <= high
            return int(word) if known else None
        case OneOf(words):
            return word if word in words else None
        case Flag():
            return {"yes": True, "true": True, "no": False, "false": False}.get(word)
        case _:
            assert_never(kind)


def changed(
    values: Mapping[str, Value], changes: Iterable[Change], variables: Mapping[str, Variable]
) -> Mapping[str, Value]:
    """The values after `changes`, made in order. The mapping given is left as it was."""
    after = dict(values)
    for change in changes:
        match change:
            case Assign(name, value):
                after[name] = value
            case Add(name, amount):
                kind, old = variables[name].kind, after[name]
                if not isinstance(kind, Range) or not isinstance(old, int):
                    raise TypeError(f"{name} is not a range, so nothing can be added to it")
                after[name] = min(max(old + amount, kind.low), kind.high)
            case _:
                assert_never(change)
    return after


def described(kind: Kind) -> str:
    """The kind in the author's words, for messages: `0..4`, `one of none, taken`, `yes or no`."""
    match kind:
        case Range(low, high):
            return f"a whole number from {low} to {high}"
        case OneOf(words):
            return "one of " + ", ".join(words)
        case Flag():
            return "yes or no"
        case _:
            assert_never(kind)
