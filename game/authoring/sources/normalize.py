"""The lines of a file as they were meant: composed (NFC), and without what cannot be seen or passes for another sign.

Each such sign is told at its own place, and what was meant is read in its stead, so that nothing else is told of it.
In prose most of them are right and stay; they are slips in indentation, before and after keys, and in names.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from game.authoring.sources.lines import KEYS, BlockLines, indent
from game.authoring.sources.merge_conflicts import Conflict, conflicts
from game.authoring.sources.precheck import LOST, ODD, UNPRINTABLE
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.letters import is_crowded
from game.story.signs import BREAKS, COLONS, DASHES, SPACES, TURNING, UNSEEN, Odd, odd_in
from game.story.source_location import SourceLocation

MOST_CONTROLS = 20  # told in one file: one with more is no text
_TURNS = re.compile(f"[{TURNING}]")
# The keys whose values are words for a reader.
_PROSE = frozenset("say locked text then else title chapter as name about caption hint notes credits".split())
MOST_NEAR = 50  # lines looked at on either side of one
_DASHES = re.compile(r" *(?:- +)*")
_WIDE = "\u3000\u2001\u2003"  # spaces as wide as two
_BLANK = rf"[ \t{SPACES}{UNSEEN}{TURNING}]"
_KEY = re.compile(rf"([\w{UNSEEN}{TURNING}]+)({_BLANK}*)([:{COLONS}])({_BLANK}*)")
_WORD_END = re.compile(r"^\s*(?:- +)*\w+$")
_DASH = re.compile(rf"([-{DASHES}])({_BLANK}+)")
_SIGNS_OF_YAML = tuple("|>'\"[{")
_OPENS_BLOCK = re.compile(rf"(?:[|>][-+0-9]*)?{_BLANK}*")
_BRACKETS = {"｛": "{", "｝": "}", "［": "[", "］": "]", "，": ", ", "：": ": ", "｜": "|", "＞": ">"}
# Between two of these, or beside one, nothing that joins or parts letters unseen is right.
_PLAIN = re.compile(r"[\s0-9A-Za-z\u00c0-\u024f]|$")
_JUNK = re.compile("[\ufeff\u200b\u200d\u2060-\u2064\u180e\u034f\u115f\u1160\u17b4\u17b5]+")
_OPENING, _CLOSING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
_NEVER = re.compile(f"[{BREAKS}{LOST}]|(?!\ufeff){UNPRINTABLE.pattern}")
_SUSPECT = re.compile(rf"[{ODD}{COLONS}｛｝［］，｜＞]|^\s*(?:- +)*[{DASHES}]\s|{_NEVER.pattern}")


@dataclass(frozen=True, slots=True)
class _Edit:
    """What stands from `start` to `end` of a line is read as `text`; `code` is the message for it, if there is
    one, `word` the one that it stands in and `meant` what that should be."""

    start: int
    end: int
    text: str
    code: str = ""
    word: str = ""
    meant: str = ""


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
                for column in (indent(line), len(_DASHES.match(line)[0])):  # type: ignore[index]  # matches any
                    self.levels.setdefault(_kind(line, column), set()).add(column)
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

    def edits(self, number: int, line: str) -> list[_Edit]:
        if not _SUSPECT.search(line):
            return list(_apart(line))
        in_block = self.in_block(line)
        edits = list(_never_right(line, in_block=in_block))
        told = {edit.start for edit in edits if edit.text != LOST}
        plain = "".join("\0" if at in told else sign for at, sign in enumerate(line)) if told else line
        more = _in_prose(plain) if in_block else self.structure(number, plain)
        edits += more
        edits += _turning(line, {edit.start for edit in edits})
        if not any(edit.word for edit in edits):
            edits += _apart(plain)
        once = {edit.start: edit for edit in reversed(edits)}  # what is wrong comes before what is only odd
        return sorted(once.values(), key=lambda edit: edit.start)

    def structure(self, number: int, line: str) -> Iterator[_Edit]:
        """A line outside of blocks: its indentation, its dashes, its key, and what follows."""
        at = len(line) - len(line.lstrip(f" \t{ODD}"))
        yield from _blanks(line, 0, at, extra=not line[:at].isascii() and not self.is_level(number, line, at))
        if line[at : at + 1] == "#":
            return
        while (dash := _DASH.match(line, at)) and (dash[1] == "-" or self.is_item(number, line, dash)):
            if dash[1] != "-":
                yield _Edit(at, at + 1, "-", "sign-alike")
            yield from _blanks(line, *dash.span(2), extra=" " in dash[2])
            at = dash.end()
        key = _KEY.match(line, at)
        word = odd.meant if key and (odd := odd_in(key[1])) else key[1] if key else ""
        rest = line[key.end() :] if key else ""
        if _OPENS_BLOCK.fullmatch(line, at) and line[at:].rstrip(f" \t{ODD}"):
            yield from _blanks(line, len(line.rstrip(f" \t{ODD}")), len(line), extra=True)
            return
        if not key or not (word in KEYS or not rest.split("#")[0].strip()):
            yield from _in_prose(line, at)
            return
        if word in KEYS:
            yield from _odd(line, *key.span(1))
        yield from _blanks(line, *key.span(2))
        if key[3] != ":":
            yield _Edit(key.start(3), key.end(3), ":" if key[4][:1] == " " or not rest else ": ", "sign-alike")
        if key[4][:1] != " " or word not in _PROSE or rest[:1] in _SIGNS_OF_YAML:
            yield from _blanks(line, *key.span(4), extra=" " in key[4])
        if word not in _PROSE or _OPENS_BLOCK.fullmatch(rest):
            yield from _blanks(line, len(line.rstrip(f" \t{ODD}")), len(line), extra=True)
        if word in _PROSE and rest not in ("｜", "＞"):
            yield from _in_prose(line, key.start(4) + len(key[4][:1]))
        elif rest[:1] in _BRACKETS or rest[:1] in ("{", "["):
            for place, sign in enumerate(rest, key.end()):
                if sign in _BRACKETS:
                    yield _Edit(place, place + 1, _BRACKETS[sign], "sign-alike")

    def is_level(self, number: int, line: str, at: int) -> bool:
        """Whether a line that is indented up to `at` stands right with each odd space counted, and not rather with
        none: level with the line above or under what that opens, or as others of its kind do."""
        kind = _kind(line, at)
        words = kind in ("", "name") and self.blocks.holds(" " * at + "x")
        above = self.beside(number, -1) if words else self.above
        key, opened = len(_DASHES.match(above)[0]), above.rstrip()[-1:]  # type: ignore[index]  # matches any
        sides, deeper = [key], [indent(above) + 2, key + 2]
        levels = sorted(self.levels.get(kind, ()))
        if opened == ":" or (opened and opened in "|>" and kind == ""):
            levels = [*deeper, *levels, *sides]
        elif kind in ("", "key"):
            levels = [*sides, *levels]
        wide = sum(2 if sign in _WIDE else sign in SPACES or sign not in ODD for sign in line[:at])
        plain = sum(sign not in ODD for sign in line[:at])
        return next((level for level in levels if level in (wide, plain)), wide) == wide

    def beside(self, number: int, step: int) -> str:
        """The nearest line above or below that is not blank; nothing if none is near."""
        near = range(number + step, number + step * MOST_NEAR, step)
        lines = (self.done.lines[each] for each in near if 0 <= each < len(self.done.lines))
        return next((line for line in lines if line.strip()), "")

    def is_item(self, number: int, line: str, dash: re.Match[str]) -> bool:
        """Whether a dash stands where the one of a list should: before a key, or level with others."""
        key = _KEY.match(line, dash.end())
        if key and key[1] in KEYS:
            return True
        above = self.beside(number, -1)
        indent = " " * dash.start()
        return above.startswith(f"{indent}- ") or (above.startswith(indent[2:]) and above.rstrip().endswith(":"))

    def apply(self, number: int, line: str, edits: list[_Edit]) -> None:
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

    def tell(self, number: int, line: str, alike: list[_Edit]) -> None:
        """One message for all of a kind in a row."""
        first = alike[0]
        self.controls += len(alike) if first.code == "control-character" else 0
        if self.controls <= MOST_CONTROLS:
            odd = Odd(first.code, 0, line[first.start], first.text.strip(), first.word, first.meant)
            self.done.found.append(odd.told(SourceLocation(self.name, number + 1, first.start + 1)))


def _never_right(line: str, *, in_block: bool) -> Iterator[_Edit]:
    """What no line of a story holds, wherever it stands."""
    for number, found in enumerate(_NEVER.finditer(line)):
        sign, span = found[0], found.span()
        if sign in BREAKS:
            parts = number > MOST_NEAR or _parts_words(line, *span, in_block=in_block)  # one line has few
            yield _Edit(*span, " " if parts else "", "line-break-odd")
        elif sign == LOST:
            yield _Edit(*span, sign, "sign-lost")
        elif sign not in TURNING:
            yield _Edit(*span, "", "control-character")


def _kind(line: str, at: int) -> str:
    """What a line is that begins at `at`: an item of a list, a key of the language, a name, or words."""
    if line[at : at + 1] == "-":
        return "item"
    key = _KEY.match(line, at)
    return "" if key is None else "key" if key[1] in KEYS else "name"


def _parts_words(line: str, first: int, end: int, *, in_block: bool) -> bool:
    """Whether what stands there is all that parts two words for a reader."""
    before, after = line[:first], line[end:]
    if not before.strip() or not after.strip() or before[-1].isspace() or after[0].isspace() or after[0] == ":":
        return False
    inside = before[before.rfind("{") :] if "{" in before else "}"
    if "?" not in inside and "}" not in inside:  # of a condition
        return False
    key = _KEY.match(line, len(_DASHES.match(line)[0]))  # type: ignore[index]  # matches any
    if in_block or key is None or line.startswith("#"):
        return in_block or not (_WORD_END.search(before) and _KEY.match(after))
    return key.end() <= first and key[1] in _PROSE


def _turns_well(line: str) -> bool:
    """Whether signs that turn the direction stand beside letters written to the left, each ended on its line."""
    depth = 0
    for sign in line:
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth < 0:
            return False
    return depth == 0 and any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in line)


def _turning(line: str, told: Collection[int]) -> Iterator[_Edit]:
    """Signs that turn the direction of a line, where no letters of it need that. Among words they stay."""
    if _TURNS.search(line) and not _turns_well(line):
        for found in _TURNS.finditer(line):
            if found.start() not in told:
                yield _Edit(*found.span(), found[0], "sign-turning")


def _in_prose(line: str, first: int = 0) -> Iterator[_Edit]:
    """Signs that part or join letters of scripts that need it, among letters that do not. They stay."""
    for found in _JUNK.finditer(line, first):
        if "\ufeff" in found[0] or (
            _PLAIN.match(line[found.start() - 1 : found.start()]) and _PLAIN.match(line[found.end() : found.end() + 1])
        ):
            yield _Edit(*found.span(), found[0], "prose-unseen")


def _blanks(line: str, first: int, end: int, *, extra: bool = False) -> Iterator[_Edit]:
    """The spaces from `first` to `end`: those that are not plain, which may be one too many, and what cannot be seen
    between them."""
    for at in range(first, end):
        if line[at] in SPACES:
            yield _Edit(at, at + 1, "" if extra else "  " if line[at] in _WIDE else " ", "space-odd")
        elif line[at] in ODD:
            yield _Edit(at, at + 1, "", "sign-unseen")


def _odd(line: str, first: int, end: int) -> Iterator[_Edit]:
    """What is odd in the word from `first` to `end`, which is read as it was meant."""
    word = line[first:end]
    odd = odd_in(word)
    if odd:
        yield _Edit(first + odd.at, end, odd.meant[odd.at :], odd.code, word, odd.meant)


def _apart(line: str) -> Iterator[_Edit]:
    """Letters typed as several signs that are one when composed."""
    if is_crowded(line) or unicodedata.is_normalized("NFC", line):
        return
    start = 0
    for at in range(1, len(line) + 1):
        if at < len(line) and (unicodedata.combining(line[at]) or _composes(line[start:at], line[at])):
            continue
        letter = unicodedata.normalize("NFC", line[start:at])
        if letter != line[start:at]:
            yield _Edit(start, at, letter)
        start = at


def _composes(before: str, sign: str) -> bool:
    """Whether a sign becomes one with what stands before it."""
    if sign.isascii():
        return False
    normal = unicodedata.normalize
    return normal("NFC", before + sign) != normal("NFC", before) + normal("NFC", sign)
