"""Reads one file into fields; where it has errors, looks for the line that they come from.

A line that stands too deep, or has lost its dash or its colon, makes YAML and the format stumble over others. The line
that was meant otherwise is found by trying: it is the one that, written a little otherwise, takes the errors away. It
alone is told, and the file is read on as if it had been written so: what is told beside it is there in any case.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from collections.abc import Sequence as Sequence_
from contextlib import suppress
from dataclasses import dataclass, replace

from game.authoring.shapes.record import Record
from game.authoring.shapes.shape import Fields, ReadContext
from game.authoring.sources.lines import KEYS, BlockLines, indent
from game.authoring.sources.source import Source
from game.authoring.syntax.documents import read_document
from game.authoring.syntax.nodes import MOST_PROBLEMS, Mapping, Node, Scalar, Sequence, YamlError, last_line, parse
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic

MOST_MENDS = 12  # of one file
MOST_TRIED = 2_000_000  # characters of one file that are read again to find them
MOST_STRETCH = 40_000  # characters that are looked at together
_LINES_BESIDE = 40  # nearest to the line that was stumbled over, that may be the one
_DEPTHS = 5  # that a line may have been meant to stand at
_ACCEPTED = 8  # ways to mend that are held against each other

# What is wrong with a value, and no sign that a line stands elsewhere than it was meant to.
_OF_VALUES = frozenset(
    "not-yes-or-no number-outside not-a-number not-an-option color-wrong range-wrong id-long id-device id-wrong "
    "too-few text-empty value-comment line-break-odd sign-unseen sign-alike letter-alike space-odd quote-alike "
    "control-character prose-unseen sign-turning sign-lost prose-hash conflict yaml-deep yaml-large".split()
)
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
_MEANT = re.compile(r"did you mean ‘(\w+)’\?")
_OPENING = re.compile(r"^( *)((?:- +)*)(.*)$")
_KEY = re.compile(r"^(\w+)\s*:(?=\s|$)")
_NAME = re.compile(r"^ {1,8}(\w+)\s*:\s*(?:#.*)?$")
_TOP = re.compile(r"^\w")


def read_file(source: Source, shape: Record, report: Callable[[Diagnostic], None]) -> tuple[Fields | None, ReadContext]:
    """The fields of a file, and how they were read. What is wrong is reported, as is all that is found later."""
    read, told = _read(source, shape), []
    left = MOST_TRIED
    for _ in range(MOST_MENDS):
        if len(read.found) >= MOST_PROBLEMS or not read.faults:
            break
        search = _Search(read, shape, left)
        mend = search.mend()
        left = search.left
        if mend is None:
            break
        told.append(mend.told)
        read = mend.read
    read.reading.report = report
    for each in (*told, *read.found):
        report(each)
    return read.fields, read.reading


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it was read, and what is wrong with it."""

    source: Source  # without what was mended while it was read
    fields: Fields | None
    reading: ReadContext
    found: list[Diagnostic]

    @property
    def faults(self) -> list[int]:
        """The lines that were stumbled over, in order; those of keys that became part of the words among them."""
        wrong = (each.at.line for each in self.found if each.is_error and each.code not in _OF_VALUES)
        return sorted({*wrong, *self.reading.swallowed})

    @property
    def cost(self) -> int:
        return sum(each.is_error for each in self.found) + len(self.reading.swallowed)


class _Enough(Exception):
    """There are more problems than anybody looks at."""


def _read(given: Source, shape: Record) -> _Read:
    node, found, source = read_document(given, shape.fields)

    def gather(each: Diagnostic) -> None:
        found.append(each)
        if len(found) >= MOST_PROBLEMS:
            raise _Enough

    reading = ReadContext(source, gather)
    fields: Fields | None = None
    if not any(each.code in ("yaml-deep", "yaml-large") for each in found):
        with suppress(_Enough):  # what reports so many ends the reading itself
            fields = shape.read(node or Mapping(1, 1, flow=False), reading)
    return _Read(given, fields, reading, found)


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines of the file, from `first` on, counted from 0, as they may have been meant; and what their author is told,
    unless the first of them is told something as good already."""

    first: int
    lines: tuple[str, ...]
    code: str
    details: dict[str, object]
    rank: int = 1  # the lower, the more often it is that
    column: int | None = None  # where in the line it is, from 0, if not where that begins


@dataclass(frozen=True, slots=True)
class _Mend:
    told: Diagnostic
    read: _Read


class _Search:
    """Looks for the line of one file that was meant otherwise."""

    def __init__(self, read: _Read, shape: Record, left: int) -> None:
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

    def mend(self) -> _Mend | None:
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
        return {line for line in self.now.reading.swallowed if first < line <= end}

    def respelt(self, number: int) -> _Edit | None:
        """The line with its unknown key as the message about it says."""
        for each in self.now.found:
            meant = _MEANT.search(each.hint) if each.code == "key-unknown" and each.at.line == number + 1 else None
            if meant:
                old = re.search(r"no ‘(\w+)’", each.message)
                new = meant[1]
                if old and new in KEYS:
                    line = re.sub(rf"\b{re.escape(old[1])}(?=\s*:)", new, self.lines[number], count=1)
                    return _Edit(number, (line,), each.code, {}, -1)
        return None

    # Where to look

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
        head = [] if first == 0 else _head(self.shape)
        before = {(each.code, each.at.line) for each in self.now.found if first < each.at.line <= end}
        before |= {("swallowed", line) for line in self.swallowed(first, end)}
        text = [*head, *self.lines[first:end]]
        size = sum(map(len, text)) + len(text)
        if size > MOST_STRETCH:
            return None
        accepted: list[tuple[int, float, int, _Edit]] = []
        for edit in self.edits(number, first, end, only):
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
        wrong = {each for each in after if each[0] not in _OF_VALUES}
        stumbled = {each for each in before if each[0] not in _OF_VALUES}
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

    def oddness(self, edit: _Edit) -> float:
        """How much more usual the line is in this file as it stands than as it may be meant."""
        old, new = _depth(self.lines[edit.first]), _depth(edit.lines[0])
        uneven = (new[0] % 2 - old[0] % 2) / 2  # most authors begin lines with an even number of spaces
        rarer = (self.depths[old[0]] - self.depths[new[0]]) / len(self.lines)
        return self.usual[old] - self.usual[new] + rarer + uneven

    # What may have been meant

    def edits(self, number: int, first: int, end: int, only: list[int] | None) -> Iterator[_Edit]:
        """Of the lines `only`, or of any near the line of this number, the nearest first."""
        beside = [n for n in range(first, end) if n not in self.prose or n == number]
        beside = [n for n in beside if self.lines[n].strip() and not self.lines[n].lstrip().startswith("#")]
        beside.sort(key=lambda n: (abs(n - number) if n not in self.units else 0, n))
        for n in beside[:_LINES_BESIDE] if only is None else only:
            yield from self.of_line(n, beside)

    def of_line(self, number: int, beside: Sequence_[int]) -> Iterator[_Edit]:
        line = self.lines[number]
        spaces, dashes, rest = _OPENING.match(line.replace("\t", "  ")).groups()  # type: ignore[union-attr]  # any does
        key = _KEY.match(rest)
        respelt = self.respelt(number)
        if respelt:
            yield respelt
        yield from self.at_other_depths(number, beside)
        yield from self.otherwise(number, spaces, dashes, rest)
        if dashes:
            code, details = "dash-stray", {"key": key[1] if key else rest[:30]}
            if key and key[1] not in KEYS and "scenes" in self.shape.fields and not rest[len(key[0]) :].strip():
                code, details = "dash-unwanted", {"name": key[1]}
            for depth in (len(spaces) + 2, len(spaces)):
                yield _Edit(number, (" " * depth + rest,), code, details)
        else:
            details = {"key": key[1] if key else rest[:30], "hint": f"write `- {rest.strip()[:60]}`"}
            for depth in dict.fromkeys((len(spaces), max(len(spaces) - 2, 0))):
                hint = f"begin the line with {_spaces(depth)} and `- {key[1]}: …`" if key else details["hint"]
                details = {**details, "hint": hint}
                yield _Edit(number, (" " * depth + "- " + rest,), "dash-missing", details)

    def at_other_depths(self, number: int, beside: Sequence_[int]) -> Iterator[_Edit]:
        line = self.lines[number].replace("\t", "  ")
        here, body = indent(line), line.lstrip()
        depths = {d for n in beside if n != number for d in (indent(self.lines[n]), indent(self.lines[n]) + 2)}
        below = number + 1
        while below < len(self.lines) and (not self.lines[below].strip() or indent(self.lines[below]) > here):
            below += 1
        for depth in sorted(
            (d for d in depths if d != here or "\t" in self.lines[number]), key=lambda d: abs(d - here)
        )[:_DEPTHS]:
            hint = f"begin it with {_spaces(depth)}"
            yield _Edit(number, (" " * depth + body,), "indentation", {"hint": hint}, 0)
            moved = tuple(_moved(each, depth - here) for each in self.lines[number + 1 : below])
            if any(each.strip() for each in moved):
                way = "further in" if depth > here else "further left"
                hint = f"begin it, and all that belongs to it, {_spaces(abs(depth - here))} {way}"
                yield _Edit(number, (" " * depth + body, *moved), "indentation", {"hint": hint}, 2)

    def otherwise(self, number: int, spaces: str, dashes: str, rest: str) -> Iterator[_Edit]:
        """A colon that is missing, or another sign in its place; a `|` that is; what stands after either for nothing."""
        start = spaces + dashes
        if number and self.lines[number - 1].strip() == (spaces + dashes + rest).strip():
            if dashes:
                yield _Edit(number, ("",), "line-twice", {})
            else:
                yield _Edit(number, ("",), "key-twice", {"key": rest.split(":", maxsplit=1)[0], "line": number})
        stray = re.search(r"\s*([\"'])$", rest)
        if stray and rest.count(stray[1]) % 2:
            at = len(start) + stray.start(1)
            yield _Edit(number, (start + rest[: stray.start()],), "bracket-unopened", {"sign": stray[1]}, column=at)
        bare = re.match(r"^[*•–—]\s+(.*)$", rest)
        if bare:
            yield _Edit(number, (f"{start}- {bare[1]}",), "bullet", {"sign": rest[0], "rest": bare[1][:60]})
        split = re.match(r"^(\w+)\s*(?:[;=,.]|:=|::|$|\s)\s*(.*)$", rest)
        if split and not _KEY.match(rest) and (split[1] in KEYS or not split[2]):
            fixed = f"{split[1]}: {split[2]}".rstrip()
            fix = f"write `{fixed[:60]}`"
            yield _Edit(number, (start + fixed,), "colon-missing", {"text": rest[:60], "fix": fix})
        key = re.match(r"^(\w+)\s*:\s*(.*?)\s*(?:\s#.*)?$", rest)
        below = next((each for each in self.lines[number + 1 :] if each.strip()), "")
        deeper = indent(below) > len(spaces)
        words = deeper and not re.match(r"\s*(?:-|\w+\s*:)", below)
        if key and key[2] and deeper:
            details = {"key": key[1], "value": key[2][:60]}
            if re.fullmatch(r"\W{1,3}", key[2]) and words:
                yield _Edit(number, (f"{start}{key[1]}: |",), "block-missing", {"written": f"{key[1]}: |"})
            elif not words:
                yield _Edit(number, (f"{start}{key[1]}:",), "value-stray", details)
        elif key and not key[2] and words:
            yield _Edit(number, (f"{start}{key[1]}: |",), "block-missing", {"written": f"{key[1]}: |"})
        elif dashes and re.fullmatch(r"\W{0,3}", rest.strip()) and words:
            yield _Edit(number, (f"{start}|",), "block-missing", {"written": "- |"})

    # Which of them it was

    def best(self, edits: list[_Edit]) -> _Mend | None:
        """The edit that leaves least wrong with the file, if there is less than now."""
        found: tuple[int, _Edit, _Read] | None = None
        for edit in edits:
            self.left -= len(self.now.source.text)
            if found and self.left < 0:
                break
            read = _read(self.edited(edit), self.shape)
            if read.cost < (found[0] if found else self.now.cost):
                found = read.cost, edit, read
        return _Mend(self.told(found[1]), found[2]) if found else None

    def edited(self, edit: _Edit) -> Source:
        source = self.now.source
        after = edit.first + len(edit.lines)
        lines = [*self.lines[: edit.first], *edit.lines, *self.lines[after:]]
        mended = {**source.mended, **dict(enumerate(edit.lines, edit.first + 1))}
        return replace(source, text="\n".join(lines), mended=mended)

    def told(self, edit: _Edit) -> Diagnostic:
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
    spaces, dashes, rest = _OPENING.match(line).groups()  # type: ignore[union-attr]  # it matches any line
    key = _KEY.match(rest)
    word = key[1] if key and key[1] in KEYS else "name" if key else ""
    return len(spaces), ("-" if dashes else "") + word


def _moved(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * max(indent(line) + by, 0) + line.lstrip(" ")


def _spaces(count: int) -> str:
    return "one space" if count == 1 else "no space" if not count else f"{count} spaces"
