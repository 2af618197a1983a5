"""Conflicts that git left in a file: both versions of some lines, with a line of signs before, between and after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MARK = re.compile(r"\s*(?P<sign><{7}|\|{7}|={7}|>{7})(?: .*)?$")
_PARTS = "<|=>"  # what opens a conflict, the version both come from, the other version, and the end
_SIGNS = frozenset(sign * 7 for sign in _PARTS)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict, or signs left of one; lines count from 0. `dropped` are those that are not read: the signs, and
    all but the first version."""

    first: int
    column: int
    what: str
    mend: str
    dropped: tuple[int, ...]


def conflicts(lines: Sequence[str]) -> Iterator[Conflict]:
    """Every conflict in `lines`, in order. A line of = alone may be meant, as in prose."""
    marks = [
        (number, found["sign"][0], found.start("sign")) for number, line in enumerate(lines) if (found := _mark(line))
    ]
    at = 0
    while at < len(marks):
        end = _end(marks, at)
        if marks[at][1] != "=":
            yield _conflict(marks[at:end])
        at = end


def _mark(line: str) -> re.Match[str] | None:
    return _MARK.match(line) if line.lstrip()[:7] in _SIGNS else None


def _end(marks: Sequence[tuple[int, str, int]], at: int) -> int:
    """Where the marks of the conflict that begins at `at` end: each kind comes once, in order."""
    order, end = _PARTS.index(marks[at][1]), at + 1
    while end < len(marks) and (more := _PARTS.index(marks[end][1])) > order and marks[at][1] == "<":
        order, end = more, end + 1
    return end


def _conflict(marks: Sequence[tuple[int, str, int]]) -> Conflict:
    (first, _, column), last = marks[0], marks[-1][0]
    numbers = {sign: number for number, sign, _ in marks}
    whole = {"<", "=", ">"} <= numbers.keys()
    if not whole:
        listed = " and ".join(str(number + 1) for number, _, _ in marks)
        what = f"a sign of a conflict of git was left here, on line {listed}"
        return Conflict(first, column, what, f"delete line {listed}", tuple(number for number, _, _ in marks))
    parted = numbers.get("|", numbers["="])
    one, other = (_lines(first, parted), _lines(numbers["="], last))
    what = f"a conflict of git stands here: lines {first + 1} to {last + 1} hold two versions of one place"
    signs = ", ".join(str(number + 1) for number, _, _ in marks[:-1]) + f" and {last + 1}"
    base = f", and the older {_lines(numbers['|'], numbers['='])}" if "|" in numbers else ""
    mend = f"keep {one}, or {other}; delete the other{base}, and the signs on lines {signs}"
    return Conflict(first, column, what, mend, (first, *range(parted, last + 1)))


def _lines(after: int, before: int) -> str:
    """The lines between two others, counted from 1 for a reader."""
    if before - after < 2:
        return "nothing"
    return f"line {after + 2}" if before - after == 2 else f"lines {after + 2} to {before}"
