"""Every part of a story's texts, passages once."""

from collections.abc import Iterator
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
    MenuIr,
    OptionIr,
    PartIr,
    Program,
    StaticText,
    Wording,
)


def texts(program: Program) -> Iterator[Body]:
    """Every text: of scenes, of what follows options, of passages."""
    for scene in program.scenes.values():
        yield scene.body
        if isinstance(scene.exit, MenuIr):
            yield from (option.then for option in scene.exit.options)
    yield from program.passages.values()


def parts(body: Body) -> Iterator[PartIr]:
    """Every part, outer before inner, in the order written. Included passages are not entered."""
    for part in body.parts:
        yield part
        if isinstance(part, IfIr):
            yield from parts(part.then)
            yield from parts(part.other)


def alters(program: Program) -> Iterator[ChangeIr]:
    """Every change to a variable."""
    for body in texts(program):
        yield from (part for part in parts(body) if isinstance(part, ChangeIr))
    for option in options(program):
        yield from option.changes


def options(program: Program) -> Iterator[OptionIr]:
    """Every option of every menu."""
    for scene in program.scenes.values():
        if isinstance(scene.exit, MenuIr):
            yield from scene.exit.options


def inlines(wording: Wording) -> Iterator[EitherIr | CycleIr]:
    """Every inline part, outer before inner, in the order written."""
    for part in wording:
        match part:
            case EitherIr(_, _, _, then, other):
                yield part
                yield from inlines(then)
                yield from inlines(other)
            case CycleIr(_, _, _, wordings):
                yield part
                for each in wordings:
                    yield from inlines(each)
            case StaticText():
                pass
            case _:
                assert_never(part)


def owned(program: Program) -> Iterator[tuple[ChangeIr, list[IfIr | OptionIr | str]]]:
    """Every change to a variable, with what it depends on: the `if`s around it, its option, its scene by id."""
    for scene in program.scenes.values():
        yield from _owned(scene.body, [scene.id])
        if isinstance(scene.exit, MenuIr):
            for option in scene.exit.options:
                around: list[IfIr | OptionIr | str] = [scene.id, option]
                yield from ((change, around) for change in option.changes)
                yield from _owned(option.then, around)
    for body in program.passages.values():
        yield from _owned(body, [])


def _owned(body: Body, around: list[IfIr | OptionIr | str]) -> Iterator[tuple[ChangeIr, list[IfIr | OptionIr | str]]]:
    for part in body.parts:
        match part:
            case ChangeIr():
                yield part, around
            case IfIr(_, _, _, then, other):
                yield from _owned(then, [*around, part])
                yield from _owned(other, [*around, part])
            case LineIr() | DirectionIr() | IncludeIr() | ClaimIr():
                pass
            case _:
                assert_never(part)
