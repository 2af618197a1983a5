"""Reads one file into a node; after a syntax error it reads each part alone, so that a slip costs little."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.nodes import MOST_PROBLEMS, Broken, Mapping, Node, Scalar, SyntaxSlip, parse
from game.authoring.slips import diagnose
from game.authoring.sources import Source
from game.story.diagnostic import Diagnostic

MOST_REPAIRS = 40
_TOP = re.compile(r"^([\w.]+)\s*:(?=\s|$)")
_KEY = re.compile(r"^(\s*)([\w.]+)\s*:(?=\s|$)")


def read_document(source: Source) -> tuple[Node | None, list[Diagnostic]]:
    """The document in `source`, with every slip of its syntax. What cannot be read is a Broken node."""
    try:
        return parse(source.text, source.name)
    except SyntaxSlip:
        root = Mapping(1, 1, flow=False)
        found: list[Diagnostic] = []
        for part in _parts(source.lines, 0, len(source.lines), _TOP):
            if part.key == "scenes":
                root.entries.append(_scenes(source, part, found))
            else:
                root.entries.extend(_entries(source, part, found))
        return root, found


@dataclass(frozen=True, slots=True)
class _Part:
    """Some lines of a file that open with a key; `first` and `end` count from 0."""

    key: str
    column: int
    first: int
    end: int


def _parts(lines: tuple[str, ...], first: int, end: int, opening: re.Pattern[str]) -> Iterator[_Part]:
    starts = [(i, found) for i in range(first, end) if (found := opening.match(lines[i]))]
    for index, (start, found) in enumerate(starts):
        until = starts[index + 1][0] if index + 1 < len(starts) else end
        key = found[found.lastindex or 1]
        yield _Part(key, found.start(found.lastindex or 1), first if index == 0 else start, until)


def _scenes(source: Source, part: _Part, found: list[Diagnostic]) -> tuple[Scalar, Node]:
    """The mapping under `scenes`, each of its scenes read alone."""
    body = range(part.first + 1, part.end)
    indent = next((f[1] for i in body if (f := _KEY.match(source.lines[i])) and f[1]), None)
    scenes = Mapping(part.first + 1, 1, flow=False)
    if indent is not None:
        opening = re.compile(rf"^{indent}([\w.]+)\s*:(?=\s|$)")
        for scene in _parts(source.lines, part.first + 1, part.end, opening):
            scenes.entries.extend(_entries(source, scene, found))
            if len(found) > MOST_PROBLEMS:
                break
    return Scalar(part.key, part.first + 1, part.column + 1), scenes


def _entries(source: Source, part: _Part, found: list[Diagnostic]) -> list[tuple[Scalar, Node]]:
    """What stands under the part's key, slips mended one after another as long as that helps."""
    lines = list(source.lines[part.first : part.end])
    reported = len(found)
    for _ in range(MOST_REPAIRS):
        try:
            node, more = parse("\n".join(lines), source.name, part.first + 1)
        except SyntaxSlip as error:
            slip = diagnose(lines, error, source.name, part.first + 1)
            again = any(d == slip.diagnostic and d.at == slip.diagnostic.at for d in found[reported:])
            if not again:
                found.append(slip.diagnostic)
            if again or slip.repaired is None:  # a repair that did not help would only be made again
                break
            lines = slip.repaired
        else:
            found.extend(more)
            if isinstance(node, Mapping):
                return node.entries
            break
    if len(found) == reported:  # lines that YAML reads as something without a key
        return []
    return [(Scalar(part.key, part.first + 1, part.column + 1), Broken(part.first + 1, part.column + 1))]
