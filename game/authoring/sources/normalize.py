"""The lines of a file as they were meant: composed (NFC), and without what cannot be seen or passes for another sign.

Each such sign is told at its own place, and what was meant is read in its stead, so that nothing else is told of it.
In prose most of them are right and stay; they are slips in indentation, before and after keys, and in names.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from game.authoring.sources.lines import KEYS, BlockLines, indent
from game.authoring.sources.merge_conflicts import Conflict, conflicts
from game.authoring.sources.odd_signs import (
    _NEVER,
    BLANK,
    DASHES_BEFORE,
    KEY,
    MOST_NEAR,
    PROSE,
    WIDE,
    SignEdit,
    apart,
    blanks,
    in_prose,
    line_kind,
    never_right,
    odd_word,
    turning,
)
from game.authoring.sources.precheck import LOST, ODD
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.signs import COLONS, DASHES, SPACES, Odd, odd_in
from game.story.source_location import SourceLocation

MOST_CONTROLS = 20  # told in one file: one with more is no text
_DASH = re.compile(rf"([-{DASHES}])({BLANK}+)")
_SIGNS_OF_YAML = tuple("|>'\"[{")
_OPENS_BLOCK = re.compile(rf"(?:[|>][-+0-9]*)?{BLANK}*")
_BRACKETS = {"｛": "{", "｝": "}", "［": "[", "］": "]", "，": ", ", "：": ": ", "｜": "|", "＞": ">"}
_SUSPECT = re.compile(rf"[{ODD}{COLONS}｛｝［］，｜＞]|^\s*(?:- +)*[{DASHES}]\s|{_NEVER.pattern}")


@dataclass(slots=True)
class Normalized:
    """`lines` as they are read; `written` are those that stand otherwise in the file, by number from 1, and `moved`
    says for each where: pairs of an index in the line as read and the index in the line as written."""

    lines: list[str]
    written: dict[int, str] = field(default_factory=dict)
    moved: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)


def normalized(name: str, lines: Sequence[str]) -> Normalized:
    """The lines of the file `name` as they were meant."""
    return _Normalizer(name, lines).whole()


class _Normalizer:
    def __init__(self, name: str, lines: Sequence[str]) -> None:
        self.name = name
        self.done = Normalized(list(lines))
        self.blocks = BlockLines()
        self.begins: int | None = None  # how far the text of the block is indented
        self.levels: dict[str, set[int]] = {}  # how far lines of each kind were indented
        self.above = ""  # the last line outside of blocks that is not blank
        self.controls = 0

    def whole(self) -> Normalized:
        self.resolve(conflicts(self.done.lines))
        for number, line in enumerate(self.done.lines):
            edits = self.edits(number, line) if not line.isascii() or not line.isprintable() else []
            if edits:
                self.apply(number, line, edits)
            self.follow(self.done.lines[number])
        return self.done

    def follow(self, line: str) -> None:
        if not self.blocks.add(line):
            self.begins = None
            if line.strip():
                self.above = line
                for column in (indent(line), len(DASHES_BEFORE.match(line)[0])):  # type: ignore[index]  # matches any
                    self.levels.setdefault(line_kind(line, column), set()).add(column)
        elif self.begins is None and line.strip():
            self.begins = indent(line)

    def in_block(self, line: str) -> bool:
        """Whether the line is text of a block: an odd space or sign before that begins is indentation."""
        first = indent(line)
        early = first < (self.begins or 0) and line[first : first + 1] in ODD
        return self.blocks.holds(line) and not (early and first < len(line))

    def resolve(self, found: Iterable[Conflict]) -> None:
        """One side of each conflict is read, and nothing else of it."""
        for each in found:
            self.done.found.append(
                diagnostic(
                    "conflict",
                    SourceLocation(self.name, each.first + 1, each.column + 1),
                    what=each.what,
                    hint=each.mend,
                )
            )
            for number in each.dropped:
                self.done.written[number + 1] = self.done.lines[number]
                self.done.moved[number + 1] = ((0, 0),)
                self.done.lines[number] = ""

    def edits(self, number: int, line: str) -> list[SignEdit]:
        if not _SUSPECT.search(line):
            return list(apart(line))
        in_block = self.in_block(line)
        edits = list(never_right(line, in_block=in_block))
        told = {edit.start for edit in edits if edit.text != LOST}
        plain = "".join("\0" if at in told else sign for at, sign in enumerate(line)) if told else line
        more = in_prose(plain) if in_block else self.structure(number, plain)
        edits += more
        edits += turning(line, {edit.start for edit in edits})
        if not any(edit.word for edit in edits):
            edits += apart(plain)
        once = {edit.start: edit for edit in reversed(edits)}  # what is wrong comes before what is only odd
        return sorted(once.values(), key=lambda edit: edit.start)

    def structure(self, number: int, line: str) -> Iterator[SignEdit]:
        """A line outside of blocks: its indentation, its dashes, its key, and what follows."""
        at = len(line) - len(line.lstrip(f" \t{ODD}"))
        yield from blanks(line, 0, at, extra=not line[:at].isascii() and not self.is_level(number, line, at))
        if line[at : at + 1] == "#":
            return
        while (dash := _DASH.match(line, at)) and (dash[1] == "-" or self.is_item(number, line, dash)):
            if dash[1] != "-":
                yield SignEdit(at, at + 1, "-", "sign-alike")
            yield from blanks(line, *dash.span(2), extra=" " in dash[2])
            at = dash.end()
        key = KEY.match(line, at)
        word = odd.meant if key and (odd := odd_in(key[1])) else key[1] if key else ""
        rest = line[key.end() :] if key else ""
        if _OPENS_BLOCK.fullmatch(line, at) and line[at:].rstrip(f" \t{ODD}"):
            yield from blanks(line, len(line.rstrip(f" \t{ODD}")), len(line), extra=True)
            return
        if not key or not (word in KEYS or not rest.split("#")[0].strip()):
            yield from in_prose(line, at)
            return
        if word in KEYS:
            yield from odd_word(line, *key.span(1))
        yield from blanks(line, *key.span(2))
        if key[3] != ":":
            yield SignEdit(key.start(3), key.end(3), ":" if key[4][:1] == " " or not rest else ": ", "sign-alike")
        if key[4][:1] != " " or word not in PROSE or rest[:1] in _SIGNS_OF_YAML:
            yield from blanks(line, *key.span(4), extra=" " in key[4])
        if word not in PROSE or _OPENS_BLOCK.fullmatch(rest):
            yield from blanks(line, len(line.rstrip(f" \t{ODD}")), len(line), extra=True)
        if word in PROSE and rest not in ("｜", "＞"):
            yield from in_prose(line, key.start(4) + len(key[4][:1]))
        elif rest[:1] in _BRACKETS or rest[:1] in ("{", "["):
            for place, sign in enumerate(rest, key.end()):
                if sign in _BRACKETS:
                    yield SignEdit(place, place + 1, _BRACKETS[sign], "sign-alike")

    def is_level(self, number: int, line: str, at: int) -> bool:
        """Whether a line that is indented up to `at` stands right with each odd space counted, and not rather with
        none: level with the line above or under what that opens, or as others of its kind do."""
        kind = line_kind(line, at)
        words = kind in ("", "name") and self.blocks.holds(" " * at + "x")
        above = self.beside(number, -1) if words else self.above
        key, opened = len(DASHES_BEFORE.match(above)[0]), above.rstrip()[-1:]  # type: ignore[index]  # matches any
        sides, deeper = [key], [indent(above) + 2, key + 2]
        levels = sorted(self.levels.get(kind, ()))
        if opened == ":" or (opened and opened in "|>" and kind == ""):
            levels = [*deeper, *levels, *sides]
        elif kind in ("", "key"):
            levels = [*sides, *levels]
        wide = sum(2 if sign in WIDE else sign in SPACES or sign not in ODD for sign in line[:at])
        plain = sum(sign not in ODD for sign in line[:at])
        return next((level for level in levels if level in (wide, plain)), wide) == wide

    def beside(self, number: int, step: int) -> str:
        """The nearest line above or below that is not blank; nothing if none is near."""
        near = range(number + step, number + step * MOST_NEAR, step)
        lines = (self.done.lines[each] for each in near if 0 <= each < len(self.done.lines))
        return next((line for line in lines if line.strip()), "")

    def is_item(self, number: int, line: str, dash: re.Match[str]) -> bool:
        """Whether a dash stands where the one of a list should: before a key, or level with others."""
        key = KEY.match(line, dash.end())
        if key and key[1] in KEYS:
            return True
        above = self.beside(number, -1)
        indent = " " * dash.start()
        return above.startswith(f"{indent}- ") or (above.startswith(indent[2:]) and above.rstrip().endswith(":"))

    def apply(self, number: int, line: str, edits: list[SignEdit]) -> None:
        for _, alike in groupby((edit for edit in edits if edit.code), key=lambda edit: edit.code):
            self.tell(number, line, list(alike))
        read, moved, at, shift = [], [(0, 0)], 0, 0
        for edit in edits:
            read += [line[at : edit.start], edit.text]
            at, shift = edit.end, shift + edit.end - edit.start - len(edit.text)
            moved.append((edit.end - shift, edit.end))
        self.done.lines[number] = "".join((*read, line[at:]))
        self.done.written[number + 1] = line
        self.done.moved[number + 1] = tuple(moved)

    def tell(self, number: int, line: str, alike: list[SignEdit]) -> None:
        """One message for all of a kind in a row."""
        first = alike[0]
        self.controls += len(alike) if first.code == "control-character" else 0
        if self.controls <= MOST_CONTROLS:
            odd = Odd(first.code, 0, line[first.start], first.text.strip(), first.word, first.meant)
            self.done.found.append(odd.told(SourceLocation(self.name, number + 1, first.start + 1)))
