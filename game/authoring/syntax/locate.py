"""Finds the place in the file of a character of a text that YAML has unfolded, unquoted and dedented."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate, islice

from game.authoring.sources.source import Source
from game.authoring.syntax.nodes import Scalar
from game.story.source_location import SourceLocation


def locator(scalar: Scalar, source: Source) -> Callable[[int], SourceLocation]:
    """A function from an index in the scalar's text to its place in the source."""
    if scalar.style == "|":
        return _literal(scalar, source)
    if scalar.style == "" and scalar.line == scalar.end_line:
        return lambda index: source.place(scalar.line, scalar.column + index)
    return _aligned(scalar, source)


def _literal(scalar: Scalar, source: Source) -> Callable[[int], SourceLocation]:
    """Each line of a literal block is a line of the file, less its indentation."""
    lines = scalar.text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    first = scalar.line + 1  # the block begins on the line after its sign
    written = next((number for number, line in enumerate(lines) if line), 0)
    indent = max(0, len(source.line(first + written)) - len(lines[written]))

    def locate(index: int) -> SourceLocation:
        number = min(bisect_right(starts, index), len(lines)) - 1
        return source.place(first + number, indent + index - starts[number] + 1)

    return locate


def _aligned(scalar: Scalar, source: Source) -> Callable[[int], SourceLocation]:
    """Walks text and file side by side, once for all that is asked. The file has quotes, escapes and folds that the
    text has not."""
    walk = _walked(scalar, source)
    spots: list[tuple[int, int]] = []
    end = (scalar.end_line, max(scalar.end_column, 1))

    def locate(index: int) -> SourceLocation:
        if len(spots) <= index:
            spots.extend(islice(walk, index + 1 - len(spots)))
        return source.place(*(spots[index] if index < len(spots) else end))

    return locate


def _walked(scalar: Scalar, source: Source) -> Iterator[tuple[int, int]]:
    """The line and the column, from 1, of each character of the text in turn."""
    line, column = scalar.line - 1, scalar.column - 1
    if scalar.style:
        line, column = (line + 1, 0) if scalar.style == ">" else (line, column + 1)
    text, at = scalar.text, 0
    while line < min(scalar.end_line, len(source.lines)):
        raw = source.line(line + 1)
        while column < len(raw):
            sign, wanted = raw[column], text[at] if at < len(text) else ""
            if sign != wanted and not sign.isspace() and wanted.isspace():
                yield line + 1, column + 1  # a fold: the break of the line, told where the next word stands
                at += 1
                continue
            if sign == wanted or not sign.isspace():
                yield line + 1, column + 1
                at += 1
                if sign != wanted or (scalar.style == "'" and sign == "'"):
                    column += 1  # an escape is two signs for one
            column += 1
        line, column = line + 1, 0
