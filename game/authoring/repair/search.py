"""Looks for the edit of one line that takes the errors of a file away."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.authoring.repair.attempt import OF_VALUES, Attempt, attempt
from game.authoring.repair.candidates import KEY, LINE, Candidates, Edit
from game.authoring.shapes.record import Record
from game.authoring.shapes.shape import ReadContext
from game.authoring.sources.lines import KEYS, BlockLines
from game.authoring.sources.source import Source
from game.authoring.syntax.nodes import Mapping, Node, Scalar, Sequence, last_line
from game.authoring.syntax.parser import YamlError, parse
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic

MOST_STRETCH = 40_000  # characters that are looked at together
_ACCEPTED = 8  # ways to mend that are held against each other
# What a line is told of that is wrong with something near it, not itself.
_OF_ANOTHER = frozenset(
    "indentation yaml-syntax wrong-kind id-reserved key-missing value-missing key-twice list-empty prose-start "
    "not-under".split()
)
# What tells where a line should stand as well as can be.
_SAYING_SO = frozenset("tab space-odd indentation-deeper too-deep".split())
# What says no more than that something is wrong here.
_VAGUE = _OF_ANOTHER | {"key-unknown"}
# What holds names that authors give.
_OF_NAMES = frozenset("scenes tests cast variables places sounds endings set values".split())
_NAME = re.compile(r"^ {1,8}(\w+)\s*:\s*(?:#.*)?$")
_TOP = re.compile(r"^\w")


@dataclass(frozen=True, slots=True)
class _Mend:
    told: Diagnostic
    read: Attempt


class Search:
    """Looks for the line of one file that was meant otherwise."""

    def __init__(self, read: Attempt, shape: Record, left: int) -> None:
        self.now, self.shape, self.left = read, shape, left
        source = read.source
        self.lines = [source.mended.get(number, line) for number, line in enumerate(source.lines, 1)]
        blocks = BlockLines()
        self.prose = {number for number, line in enumerate(self.lines) if blocks.add(line)}
        self.prose -= {line - 1 for line in read.reading.swallowed}
        self.prose -= {number for number in self.prose if _NAME.match(self.lines[number])}
        self.usual = Counter(_depth(line) for n, line in enumerate(self.lines) if n not in self.prose and line.strip())
        self.depths = Counter(depth for depth, _ in self.usual.elements())
        self.units = list(self._units())
        self.candidates = Candidates(self.lines, self.prose, self.units, shape, read.found)

    def mend(self) -> _Mend | None:
        """The best mend for the first line that has one, or None; what it cost is taken from `left`."""
        done = -1
        for line in self.now.faults:
            if line - 1 < done or self.left < 0:
                continue
            first, end = self.stretch(line - 1)
            told = next((each for each in self.now.found if each.is_error and each.at.line == line), None)
            alone = None if told is None or told.code in _VAGUE else [line - 1]
            mend = self.searched(line - 1, first, end, alone)
            if alone and not mend and sum(each.is_error and first < each.at.line <= end for each in self.now.found) > 1:
                mend = self.searched(line - 1, first, end, None)
            if mend:
                return mend
            done = end
        return None

    def swallowed(self, first: int, end: int) -> set[int]:
        """The lines from `first` to `end` that read like keys and became words."""
        return {line for line in self.now.reading.swallowed if first < line <= end}

    def _units(self) -> Iterator[int]:
        """The lines, from 0, where something begins that is read alone: a scene, or a section."""
        below = "scenes" in self.shape.fields or "tests" in self.shape.fields
        for number, line in enumerate(self.lines):
            name = _NAME.match(line) if below else None
            if (name and name[1] not in KEYS) or (not below and _TOP.match(line)):
                yield number

    def stretch(self, number: int) -> tuple[int, int]:
        """From where to where the line that is to blame for what is wrong in this one may stand: with the unit before."""
        before = [unit for unit in self.units if unit <= number]
        first = before[-2] if len(before) > 1 else 0
        end = next((unit for unit in self.units if unit > max(number, first)), len(self.lines))
        if len(before) <= 1 and end < len(self.lines):  # of a head by itself nothing can be told
            end = next((unit for unit in self.units if unit > end), len(self.lines))
        return first, end

    def searched(self, number: int, first: int, end: int, only: list[int] | None) -> _Mend | None:
        """The best mend among the lines of one stretch, or among those of `only`."""
        head = [] if first == 0 else _head(self.shape)
        before = {(each.code, each.at.line) for each in self.now.found if first < each.at.line <= end}
        before |= {("swallowed", line) for line in self.swallowed(first, end)}
        text = [*head, *self.lines[first:end]]
        size = sum(map(len, text)) + len(text)
        if size > MOST_STRETCH:
            return None
        accepted: list[tuple[int, float, int, Edit]] = []
        for edit in self.candidates.edits(number, first, end, only):
            self.left -= size
            if self.left < 0 or len(accepted) >= _ACCEPTED:
                break
            at = edit.first - first + len(head)
            tried = [*text[:at], *edit.lines, *text[at + len(edit.lines) :]]
            after = self.strictly(tried, first - len(head), at + 1, whole=not head and end == len(self.lines))
            if after is not None and self.better(before, after):
                accepted.append((edit.rank, self.oddness(edit), len(accepted), edit))
        return self.best([edit for *_, edit in sorted(accepted, key=lambda each: each[:3])])

    def better(self, before: set[tuple[str, int]], after: set[tuple[str, int]]) -> bool:
        """Whether nothing is wrong any more but with values, or with words that were odd before."""
        wrong = {each for each in after if each[0] not in OF_VALUES}
        stumbled = {each for each in before if each[0] not in OF_VALUES}
        new = {code for code, _ in after - before}
        return wrong < stumbled and all(code == "swallowed" for code, _ in wrong) and "text-empty" not in new

    def strictly(self, lines: list[str], offset: int, edited: int, whole: bool) -> set[tuple[str, int]] | None:
        """What is wrong with lines that YAML can read: codes, and lines of the file; None if it cannot."""
        text = "\n".join(lines)
        try:
            node, found = parse(text, self.now.source.name)
        except YamlError:
            return None
        if node is None or not _stands(node, edited):
            return None
        reading = ReadContext(Source(self.now.source.name, text, tuple(lines)), found.append)
        if self.shape.read(node, reading) is None:
            return None
        wrong = {(each.code, each.at.line + offset) for each in found if each.is_error}
        if not whole and self.shape.fields.keys() >= {"id", "title"}:  # the rest of the story stands elsewhere
            wrong -= {("key-missing", each.at.line + offset) for each in found if each.at.line == node.line}
        return wrong | {("swallowed", line + offset) for line in reading.swallowed}

    def oddness(self, edit: Edit) -> float:
        """How much more usual the line is in this file as it stands than as it may be meant."""
        old, new = _depth(self.lines[edit.first]), _depth(edit.lines[0])
        uneven = (new[0] % 2 - old[0] % 2) / 2  # most authors begin lines with an even number of spaces
        rarer = (self.depths[old[0]] - self.depths[new[0]]) / len(self.lines)
        return self.usual[old] - self.usual[new] + rarer + uneven

    def best(self, edits: list[Edit]) -> _Mend | None:
        """The edit that leaves least wrong with the file, if there is less than now."""
        found: tuple[int, Edit, Attempt] | None = None
        for edit in edits:
            self.left -= len(self.now.source.text)
            if found and self.left < 0:
                break
            read = attempt(self.edited(edit), self.shape)
            if read.cost < (found[0] if found else self.now.cost):
                found = read.cost, edit, read
        return _Mend(self.told(found[1]), found[2]) if found else None

    def edited(self, edit: Edit) -> Source:
        """The source as it would be read with that edit."""
        source = self.now.source
        after = edit.first + len(edit.lines)
        lines = [*self.lines[: edit.first], *edit.lines, *self.lines[after:]]
        mended = {**source.mended, **dict(enumerate(edit.lines, edit.first + 1))}
        return replace(source, text="\n".join(lines), mended=mended)

    def told(self, edit: Edit) -> Diagnostic:
        """What the author is told: the message that is there if it says as much, else the edit’s own."""
        line = self.lines[edit.first]
        column = len(line) - len(line.lstrip()) if edit.column is None else edit.column
        at = self.now.source.place(edit.first + 1, column + 1)
        there = [each for each in self.now.found if each.at.line == edit.first + 1 and each.is_error]
        if edit.code == "indentation":
            kept = [each for each in there if each.code in _SAYING_SO or each.hint.startswith("indent it")]
        elif edit.code in ("bracket-unopened", "value-stray"):
            kept = [each for each in there if each.code.startswith("yaml-")]
        else:
            kept = [each for each in there if each.code not in _OF_ANOTHER and (edit.details == {} or _says(each))]
        return kept[0] if kept else diagnostic(edit.code, at, **edit.details)


def _stands(node: Node, line: int) -> bool:
    """Whether something of its own begins on the line: no part of the words before it, and no word of the format as a
    name that an author gives."""
    waiting = [("", node)]
    while waiting:
        under, node = waiting.pop()
        if isinstance(node, Scalar):
            if node.line < line <= last_line(node):
                return False
        elif isinstance(node, Sequence):
            waiting += [("", each) for each in node.items if last_line(each) >= line]
        elif isinstance(node, Mapping):
            for key, value in (*node.entries, *node.twice):
                if key.line == line and under in _OF_NAMES and key.text in KEYS:
                    return False
                waiting += [(key.text, each) for each in (key, value) if last_line(each) >= line]
    return True


def _says(each: Diagnostic) -> bool:
    """Whether a message says more than that a key is not known."""
    return each.code != "key-unknown"


def _head(shape: Record) -> list[str]:
    """What a scene or a test stands under in a file."""
    return {"scenes": ["chapter: x", "scenes:"], "tests": ["tests:"]}.get(list(shape.fields)[-1], [])


def _depth(line: str) -> tuple[int, str]:
    """How deep a line stands, and what it begins with."""
    spaces, dashes, rest = LINE.match(line).groups()  # type: ignore[union-attr]  # it matches any line
    key = KEY.match(rest)
    word = key[1] if key and key[1] in KEYS else "name" if key else ""
    return len(spaces), ("-" if dashes else "") + word
