"""Reads one file into a node; after a syntax error it reads each part alone, so that a slip costs little."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from game.authoring.sources.source import Source
from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar
from game.authoring.syntax.parser import MOST_PROBLEMS, YamlError, parse
from game.authoring.syntax.repairs.diagnose import diagnose
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.names import near

MOST_REPAIRS = 40
MOST_READ_AGAIN = 16_000_000  # characters of one file; bounds what thousands of slips can cost
_TOP = re.compile(r"^([\w.]+)\s*:(?=\s|$)")
_NAME = re.compile(r"^(\s+)(\w+)\s*:\s*(?:#.*)?$")
_DASHED = re.compile(r"^(\s+)- +(\w+)\s*:\s*$")
_KEY = re.compile(r"^(\s*)([\w.]+)\s*:(?=\s|$)")


def read_document(source: Source, keys: Collection[str]) -> tuple[Node | None, list[Diagnostic], Source]:
    """The document in `source`, with every slip of its syntax, and the source as it was read for that.

    What cannot be read is a Broken node, and so is, in a document with a slip, what stands under none of its `keys`.
    """
    try:
        node, found = parse(source.text, source.name)
        return node, [replace(each, at=source.place(each.at.line, each.at.column)) for each in found], source
    except YamlError:
        root = Mapping(1, 1, flow=False)
        again = _Again(source, tuple(source.mended.get(n, line) for n, line in enumerate(source.lines, 1)), [])
        parts = list(_parts(again.lines, 0, len(again.lines), _TOP))
        if "scenes" in keys and all(part.key not in ("scenes", near("scenes", [part.key])) for part in parts):
            headless = again.headless(keys)
            if headless:
                return headless, again.found, source
        for part in parts:
            if part.key == "scenes":
                root.entries.append(again.scenes(part))
            elif part.key not in keys:
                root.entries.append(_broken(part))
            else:
                root.entries.extend(again.entries(part))
        return root, again.found, replace(source, mended={**source.mended, **again.mended})


@dataclass(frozen=True, slots=True)
class _Part:
    """Some lines of a file with a key on `line`; `line`, `first` and `end` count from 0."""

    key: str
    line: int
    column: int
    first: int
    end: int


def _parts(lines: tuple[str, ...], first: int, end: int, opening: re.Pattern[str]) -> Iterator[_Part]:
    starts = [(i, found) for i in range(first, end) if (found := opening.match(lines[i]))]
    for index, (start, found) in enumerate(starts):
        until = starts[index + 1][0] if index + 1 < len(starts) else end
        key = found[found.lastindex or 1]
        yield _Part(key, start, found.start(found.lastindex or 1), first if index == 0 else start, until)


def _broken(part: _Part) -> tuple[Scalar, Node]:
    """The part's key, and all that stands under it as one piece that nothing comes of."""
    key = Scalar(part.key, part.line + 1, part.column + 1, "", part.line + 1, part.column + 1 + len(part.key))
    return key, Broken(key.line, key.column, part.end)


@dataclass(slots=True)
class _Again:
    """Reads the parts of a file that has a slip somewhere, as long as that costs little."""

    source: Source
    lines: tuple[str, ...]  # of the source, those that were mended before as they are then
    found: list[Diagnostic]
    mended: dict[int, str] = field(default_factory=dict)
    left: int = MOST_READ_AGAIN

    def scenes(self, part: _Part) -> tuple[Scalar, Node]:
        """The mapping under `scenes`, each of its scenes read alone."""
        body = range(part.line + 1, part.end)
        first = next((i for i in body if self.lines[i].strip()), part.line)
        dashed = _DASHED.match(self.lines[first])
        if dashed:
            at = self.source.place(first + 1, dashed.end(1) + 1)
            self.report(diagnostic("dash-unwanted", at, name=dashed[2]))
            return _broken(part)
        indent = next((f[1] for i in body if (f := _KEY.match(self.lines[i])) and f[1]), None)
        scenes = Mapping(part.line + 1, 1, flow=False)
        if indent is not None:
            opening = re.compile(rf"^{indent}([\w.]+)\s*:(?=\s|$)")
            for scene in _parts(self.lines, part.line + 1, part.end, opening):
                scenes.entries.extend(self.entries(scene))
                if len(self.found) > MOST_PROBLEMS:
                    break
        return Scalar(part.key, part.line + 1, part.column + 1), scenes

    def entries(self, part: _Part) -> list[tuple[Scalar, Node]]:
        """What stands under the part's key, slips mended one after another as long as that helps."""
        lines = list(self.lines[part.first : part.end])
        reported = len(self.found)
        for _ in range(MOST_REPAIRS):
            text = "\n".join(lines)
            self.left -= len(text)
            try:
                node, more = parse(text, self.source.name, part.first + 1)
            except YamlError as error:
                slip = diagnose(lines, error, self.source.name, part.first + 1)
                new = self.report(slip.diagnostic)
                if slip.repaired is None or not new or self.left < 0:  # what did not help would not help again
                    break
                self.mend(part, lines, slip.repaired)
                lines = slip.repaired
            else:
                for each in more:
                    self.report(each)
                if isinstance(node, Mapping):
                    return node.entries
                break
        if len(self.found) == reported:  # lines that YAML reads as something without a key
            return []
        return [_broken(part)]

    def headless(self, keys: Collection[str]) -> Mapping | None:
        """A file of scenes without the `scenes` that they should stand under, in which nothing more is looked for."""
        lines = self.lines
        first = next((i for i, line in enumerate(lines) if (f := _NAME.match(line)) and f[2] not in keys), None)
        if first is None:
            return None
        name = _NAME.match(lines[first])[2]  # type: ignore[index]  # it was found by that
        at = self.source.place(first + 1, len(lines[first]) - len(lines[first].lstrip()) + 1)
        self.report(diagnostic("scenes-unopened", at, name=name))
        return Mapping(1, 1, False, [(Scalar(key, 1, 1), Broken(1, 1, len(lines))) for key in keys])

    def report(self, each: Diagnostic) -> bool:
        """Tells what was found in the lines as mended so far at its place in the file; whether it is new."""
        at = replace(self.source, mended={**self.source.mended, **self.mended}).place(each.at.line, each.at.column)
        told = replace(each, at=at)
        new = not any((d.code, d.at) == (told.code, at) for d in self.found[-MOST_REPAIRS:])
        if new:
            self.found.append(told)
        return new

    def mend(self, part: _Part, before: list[str], after: list[str]) -> None:
        for number, (old, line) in enumerate(zip(before, after, strict=True), part.first + 1):
            if old != line:
                self.mended[number] = line
