"""What a syntax error of YAML means in an author's words, and the repair that lets the reading go on.

YAML notices a slip where it can no longer go on, which may be lines after it; each case here looks for the place
where the author slipped. A repair only serves to find the next slip: the author's file is never touched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.authoring.sources.lines import BLOCK, KEYS, in_blocks, indent
from game.authoring.syntax.nodes import YamlError, tokens
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic, Severity
from game.story.limits import LONGEST_NAME
from game.story.signs import sign_name
from game.story.source_location import SourceLocation
from game.story.value_hints import dashed

_OF_A_SCENE = frozenset(("text", "choices", "silence", "ending", "aftermath"))  # and of nothing else
# The keys whose value is a mapping or a condition, where quoting a colon would be no help.
_LISTS = ("choices", "text", "then", "else", "go", "notes", "credits", "one_of")
_MAPPINGS, _CONDITIONS = ("set", "silence"), ("if", "claim")
_KEY = re.compile(r"^(\s*(?:- +)*)(\w+):(?=\s|$)")
_NAME = re.compile(r"^(\s*)([\w.]+):\s*(?:#.*)?$")
_ITEM = re.compile(r"^(\s*)- ")
_SPACE = re.compile(r"^[^\S\n]*(?:-[^\S\n]+)*")
_VALUE = re.compile(r"^(\s*(?:- +)*(?:[\w.]+:\s+)?)(.*)$")
_LONG = re.compile(rf"\b\w{{{LONGEST_NAME + 1},}}(?=\s*:)")
_SPECIAL = "*&!%@`>|"
# A key or a dash, and the words that may follow it on its line.
_OPENING = re.compile(r"^(\s*(?:- +)*)(\w+:|-)(?:\s+|$)(.*)$")
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Repair:
    """One slip found: `repaired` are the lines with it mended, or None where nothing sensible can be done."""

    diagnostic: Diagnostic
    repaired: list[str] | None


def diagnose(lines: Sequence[str], error: YamlError, name: str, first_line: int) -> Repair:
    """What went wrong in `lines`, of which the first is line `first_line` of the file `name`."""
    return _Diagnosis(lines, error, name, first_line).slip()


class _Diagnosis:
    def __init__(self, lines: Sequence[str], error: YamlError, name: str, first_line: int) -> None:
        self.lines, self.error, self.name, self.first = list(lines), error, name, first_line
        last = max(len(self.lines) - 1, 0)
        self.at = min(error.line, last)
        self.began = min(error.context_line, last)
        self.line = self.lines[self.at] if self.lines else ""
        self.prose = frozenset(in_blocks(self.lines[: max(self.at, self.began) + 1]))

    def found(self, code: str, line: int, column: int, repair: str | None, **details: object) -> Repair:
        """The slip at a line and column counted from 0; `repair` is what the line should be."""
        repaired = None
        if repair is not None and repair != self.lines[line]:
            repaired = [*self.lines[:line], repair, *self.lines[line + 1 :]]
        return Repair(diagnostic(code, SourceLocation(self.name, line + self.first, column + 1), **details), repaired)

    def slip(self) -> Repair:
        for case in (
            self.space,
            self.escape,
            self.long,
            self.comma,
            self.quote,
            self.start,
            self.dash,
            self.deeper,
            self.comment,
            self.same_line,
            self.undashed,
            self.named,
            self.missing,
            self.colon,
            self.bracket,
            self.closing,
            self.key,
        ):
            found = case()
            if found:
                return found
        return self.found("yaml-syntax", self.at, self.error.column, None, problem=self.error.problem)

    def around(self) -> Iterator[int]:
        """The lines where the slip may be: where YAML noticed, where it began to read, and the one before."""
        for number in dict.fromkeys((self.at, self.began, max(self.at - 1, 0))):
            if number not in self.prose:
                yield number

    def space(self) -> Repair | None:
        """A tab, or a space brought from elsewhere, where a line begins or after its `-`."""
        for number in self.around():
            line = self.lines[number]
            before = _SPACE.match(line)[0]  # type: ignore[index]  # it matches any line
            odd = next((sign for sign in before if sign not in " -"), None)
            if odd is None or not line.strip():
                continue
            if "-" in before[: before.index(odd)]:
                repair = line.replace(odd, " ", 1)
            else:
                repair = " " * self.depth(number) + line.lstrip()
            code = "tab" if odd == "\t" else "space-odd"
            return self.found(code, number, line.index(odd), repair, name=sign_name(odd))
        return None

    def depth(self, number: int) -> int:
        """How far a line should be indented to belong to those above it: keys like keys, names like names."""
        line = self.lines[number].replace("\t", "  ")
        key, above = _KEY.match(line), self.lines[:number]
        if _ITEM.match(line):
            columns = [len(found[1]) for each in above if (found := _ITEM.match(each))]
        elif key and key[2] in KEYS:
            kin = _OF_A_SCENE if key[2] in _OF_A_SCENE else KEYS
            columns = [len(found[1]) for each in above if (found := _KEY.match(each)) and found[2] in kin]
        elif _NAME.match(line):
            columns = [len(found[1]) for each in above if (found := _NAME.match(each)) and found[2] not in KEYS]
        else:
            columns = []
        indent = len(line) - len(line.lstrip())
        tabs = self.lines[number][:indent].count("\t")
        tabbed = next((each for each in reversed(columns) if tabs and each in (2 * tabs, 4 * tabs, 8 * tabs)), None)
        if tabbed is not None:
            return tabbed
        if columns:
            return min(reversed(columns), key=lambda column: abs(column - indent))
        last = next((each.rstrip() for each in reversed(above) if each.strip()), "")
        opened = _KEY.match(last)
        deeper = last.endswith((":", "|", ">"))
        return len(opened[1]) + 2 * deeper if opened else len(last) - len(last.lstrip()) + 2 * deeper

    def indented(self, number: int) -> Repair:
        """The line stands at the wrong depth."""
        line, depth = self.lines[number], self.depth(number)
        repair = " " * depth + line.lstrip()
        indent = len(line) - len(line.lstrip())
        hint = f"begin it with {depth} spaces, or as its neighbours do"
        if depth == indent:  # then it is not this line that slipped
            hint = "it may stand right: look at the line above it, for an indent, a quote or a bracket that is wrong"
        return self.found("indentation", number, indent, repair, hint=hint)

    def escape(self) -> Repair | None:
        """A backslash in double quotes before a sign that YAML has no meaning for."""
        if "quoted scalar" not in self.error.context or not re.search("escape|hexdecimal", self.error.problem):
            return None
        column = self.line.rfind("\\", 0, self.error.column + 1)
        if column < 0:
            return None
        repair = f"{self.line[:column]}\\{self.line[column:]}"
        return self.found("prose-backslash", self.at, column, repair, sign=self.line[column : column + 2])

    def quote(self) -> Repair | None:
        """A quotation that opened in prose: never closed, or closed before the text was over."""
        if "quoted scalar" in self.error.context:
            line, column = self.began, self.error.context_column
            return self.opened(line, column, rest="")
        text = "\n".join(self.lines)
        for _, line, column, end_line, end_column in tokens(text):
            if end_line != self.at or end_column > self.error.column:
                continue
            rest = self.lines[end_line][end_column:].strip()
            if rest and rest[0] not in ":,]}#":
                return self.opened(line, column, rest)
        return None

    def opened(self, line: int, column: int, rest: str) -> Repair:
        source = self.lines[line]
        sign, follows = source[column], source[column + 1 : column + 2]
        repair = source[:column] + _quoted(source[column:])
        if sign == "'" and follows.isalpha() and (not rest or rest[0].isalpha() or "'" not in source[column + 1 :]):
            return self.found("prose-apostrophe", line, column, repair)
        if rest:
            return self.found("prose-quote", line, column, repair, rest=rest)
        return self.found("quote-unclosed", line, column, repair)

    def start(self) -> Repair | None:
        """A text whose first sign means something to YAML."""
        for number in self.around():
            found = _VALUE.match(self.lines[number])
            if not found or not found[2]:
                continue
            head, value = found[1], found[2]
            sign = value[0]
            block = sign in "|>" and re.fullmatch(r"[|>][-+0-9]*\s*(#.*)?", value)
            closing = _CLOSING.get(sign)
            prose = closing and re.search(re.escape(closing) + r"\s*[^\s,#\]}]", value)
            if (sign in _SPECIAL and not block) or value.startswith((",", "? ")) or prose:
                return self.found("prose-start", number, len(head), head + _quoted(value), sign=sign)
        return None

    def dash(self) -> Repair | None:
        for number in self.around():
            found = re.match(r"^(\s*(?:- +)*)-([^\s-].*)$", self.lines[number])
            if found:
                repair = f"{found[1]}- {found[2]}"
                return self.found("space-after-dash", number, len(found[1]), repair, rest=_short(found[2]))
        return None

    def deeper(self) -> Repair | None:
        """A text in block style whose first line is indented deeper than the rest, so that it ends there."""
        opened = next((n for n in range(self.at - 1, -1, -1) if n not in self.prose), None)
        if opened is None or not BLOCK.search(self.lines[opened]):
            return None
        first = next((n for n in range(opened + 1, self.at) if self.lines[n].strip()), None)
        key = _KEY.match(self.line)
        if first is None or not self.line.strip() or (key and key[2] in KEYS):
            return None
        outer = re.match(r"\s*(?=- +[|>])|\s*(?:- +)*", self.lines[opened])[0]  # type: ignore[index]  # it matches any
        above, here = (len(each) - len(each.lstrip(" ")) for each in (self.lines[first], self.line))
        if not len(outer) < here < above:
            return None
        repaired = list(self.lines)
        for number in range(first, self.at):
            if len(repaired[number]) - len(repaired[number].lstrip(" ")) >= above:
                repaired[number] = repaired[number][above - here :]
        slip = self.found("indentation-deeper", first, above, None, count=here)
        return Repair(slip.diagnostic, repaired)

    def comment(self) -> Repair | None:
        """A `#` that cuts a text over several lines, which therefore does not go on."""
        if not re.search("expected ':'|expected key|block end|document start", self.error.problem):
            return None
        number = min(self.began, self.at) if "expected ':'" in self.error.problem else self.at
        cut = next((n for n in range(number - 1, -1, -1) if self.lines[n].strip()), None)
        if cut is None or cut in self.prose or _KEY.match(self.lines[number]) or _ITEM.match(self.lines[number]):
            return None
        found = re.match(r"^(\s*[^\s#].*?\S)(\s+)(#.*)$", self.lines[cut])
        words = _OPENING.sub(r"\3", found[1]).strip() if found else ""
        if found is None or not words or words[0] in "|>\"'[{":
            return None
        begun = next((n for n in range(cut, -1, -1) if _OPENING.match(self.lines[n])), None)
        indent = len(self.lines[number]) - len(self.lines[number].lstrip())
        if begun is None or indent <= len(_OPENING.match(self.lines[begun])[1]):  # type: ignore[index]  # it matched
            return None
        slip = self.found("prose-hash", cut, len(found[1]) + len(found[2]), found[1], cut=found[3][:30])
        return replace(slip, diagnostic=replace(slip.diagnostic, severity=Severity.ERROR))

    def same_line(self) -> Repair | None:
        """A list that begins on the line of its key, or words that begin with a dash."""
        column = self.error.column
        if "block sequence entries are not allowed" not in self.error.problem:
            return None
        key = _KEY.match(self.line)
        if key and key[2] in _LISTS:  # nothing on one line can mend that
            return self.found("list-same-line", self.at, column, None)
        return self.found("prose-start", self.at, column, self.line[:column] + _quoted(self.line[column:]), sign="-")

    def undashed(self) -> Repair | None:
        """The first item of a list, without its dash: YAML trips over the dash of the second."""
        item = _ITEM.match(self.line)
        if item is None:
            return None
        for number in range(self.at - 1, -1, -1):
            opened = _KEY.match(self.lines[number])
            if opened is None or opened[2] not in _LISTS or len(opened[1]) > len(item[1]) or number in self.prose:
                continue
            first = next((n for n in range(number + 1, self.at) if self.lines[n].strip()), self.at)
            key = _KEY.match(self.lines[first])
            if (
                key is None
                or key[2] not in KEYS
                or first == self.at
                or _ITEM.match(self.lines[first])
                or len(key[1]) < len(item[1])
            ):
                return None
            repair = f"{item[1]}- {self.lines[first].lstrip()}"
            return self.found("dash-missing", first, len(key[1]), repair, key=key[2], hint=dashed(key[2]))
        return None

    def named(self) -> Repair | None:
        """An item of a list under a name, like a scene, in place of its dash."""
        name = _NAME.match(self.line)
        if "'-' indicator" not in self.error.problem or name is None or name[2] in KEYS or not self.heads(self.at):
            return None
        depth = len(name[1])
        end = next(
            (
                n
                for n in range(self.at + 1, len(self.lines))
                if self.lines[n].strip() and indent(self.lines[n]) <= depth
            ),
            len(self.lines),
        )
        inner = min(indent(line) for line in self.lines[self.at + 1 : end] if line.strip())
        below = [" " * (indent(line) - inner + depth + 2) + line.strip(" ") for line in self.lines[self.at + 1 : end]]
        item = f"- id: {name[2]}"
        slip = self.found(
            "dash-missing", self.at, depth, None, key=name[2], hint=f"write `{item}` in place of `{name[2]}:`"
        )
        return Repair(slip.diagnostic, [*self.lines[: self.at], name[1] + item, *below, *self.lines[end:]])

    def missing(self) -> Repair | None:
        """A key alone on its line without its colon, or a colon without its space, which made prose of them."""
        for number in (self.at, *range(self.at - 1, -1, -1)):
            line = self.lines[number]
            if number in self.prose:
                continue
            bare = re.match(r"^\s*(?:- +)?(\w+)\s*$", line)
            if bare and (bare[1] in KEYS or self.heads(number)):
                fix = f"write `{bare[1]}:` followed by its value"
                return self.found("colon-missing", number, bare.start(1), f"{line.rstrip()}:", text=bare[1], fix=fix)
            glued = self.glued(number)
            if glued:
                return glued
            if number < self.at and _KEY.match(line):
                return None
        return None

    def heads(self, number: int) -> bool:
        """Whether keys stand under the line, as under a name."""
        line = self.lines[number]
        below = next((each for each in self.lines[number + 1 :] if each.strip()), "")
        key = _KEY.match(below)
        indent = len(line) - len(line.lstrip())
        return key is not None and key[2] in KEYS and len(key[1]) > indent and not line.lstrip().startswith("-")

    def glued(self, number: int) -> Repair | None:
        found = re.match(r"^(\s*(?:- +)?)(\w+):([^\s:].*)$", self.lines[number])
        if found is None or (found[2] not in KEYS and number != self.at):
            return None
        repair, rest = f"{found[1]}{found[2]}: {found[3]}", _short(found[3])
        return self.found("space-after-colon", number, len(found[1]), repair, key=found[2], rest=rest)

    def colon(self) -> Repair | None:
        """A colon inside a sentence, or a key at the wrong depth, which YAML reports alike."""
        if "mapping values are not allowed" not in self.error.problem:
            return None
        before = self.line[: self.error.column]
        word = re.fullmatch(r"\s*(?:- +)*(\w+)", before)
        if word and word[1] in KEYS:
            return self.indented(self.at)
        block = self.block()
        if block:
            return block
        found = _VALUE.match(self.line)
        head = found[1] if found and len(found[1]) <= self.error.column else re.match(r"\s*", self.line)[0]  # type: ignore[index]
        repair = head + _quoted(self.line[len(head) :])
        opening = before.strip().split()
        key = head.strip().removeprefix("- ").rstrip(": ")
        rest = self.line[len(head) :]
        if key in _MAPPINGS:
            repair = head + "{" + rest.strip().strip("{}") + "}"
            fix = f"write `{repair.strip().removeprefix('- ')}`"
        elif key in _CONDITIONS:
            repair = head + re.sub(r"\s*:\s*", " == ", rest, count=1)
            fix = f"write `{repair.strip().removeprefix('- ')}`"
        elif key in KEYS:
            fix = f"write `{key}: |` and put the words on the next line, indented deeper"
            if self.goes_on(len(head) - len(head.lstrip())):
                repair = f"{head}|"
        else:
            fix = "put the text in block style: `|`, and the words on the next line, indented deeper"
        return self.found(
            "prose-colon", self.at, self.error.column, repair, before=opening[-1] if opening else "", fix=fix
        )

    def goes_on(self, indent: int) -> bool:
        """Whether the words of this line, whose key is indented so far, go on in the next one."""
        below = next((each for each in self.lines[self.at + 1 :] if each.strip()), "")
        return len(below) - len(below.lstrip()) > indent and not _KEY.match(below) and not _ITEM.match(below)

    def block(self) -> Repair | None:
        """Prose over several lines whose `|` was forgotten: the slip is where the prose was begun."""
        if _OPENING.match(self.line[: self.error.column]):
            return None
        indent = len(self.line) - len(self.line.lstrip())
        for number in range(self.at - 1, -1, -1):
            line = self.lines[number]
            opening = _OPENING.match(line)
            if not line.strip() or (opening is None and len(line) - len(line.lstrip()) >= indent):
                continue
            if opening is None or len(opening[1]) >= indent or opening[3][:1] in ("|", ">", '"', "'"):
                return None
            written = f"{opening[2]} |"
            return self.found("block-missing", number, len(opening[1]), f"{opening[1]}{written}", written=written)
        return None

    def long(self) -> Repair | None:
        """A key that is longer than YAML takes one, which therefore goes on looking for its end."""
        for number in self.around():
            key = _LONG.search(self.lines[number])
            if key:
                length = {"long": f"{len(key[0]):,}", "most": f"{LONGEST_NAME:,}"}
                return self.found("id-long", number, key.start(), None, id=_short(key[0]), **length)
        return None

    def comma(self) -> Repair | None:
        """Two entries in braces, or words and an entry, with no comma between them."""
        if "flow" not in self.error.context:
            return None
        before, after = self.line[: self.error.column], self.line[self.error.column :]
        key = re.search(r"(\w+)\s*$", before) if after.startswith(":") else re.match(r"(\w+):(?=\s)", after)
        if key is None:
            return None
        column = key.start(1) if after.startswith(":") else len(before)
        above = self.at > self.began  # then it may be the next key, after a bracket that is never closed
        if self.line[:column].rstrip().endswith(("{", "[", ",")) or (above and not re.search(r"[}\]]", after)):
            return None
        repair = f"{self.line[:column].rstrip()}, {self.line[column:]}"
        if not self.line[:column].strip():  # the entry before stands on the line above
            repair = f"{self.line[:column]}, {self.line[column:]}"
        return self.found("comma-missing", self.at, column, repair, key=key[1])

    def bracket(self) -> Repair | None:
        if "flow" not in self.error.context:
            return None
        opening = self.lines[self.began][self.error.context_column : self.error.context_column + 1]
        closing = _CLOSING.get(opening)
        if closing is None:
            return None
        line = self.lines[self.began]
        return self.found(
            "bracket-unclosed",
            self.began,
            self.error.context_column,
            line.rstrip() + closing,
            sign=opening,
            close=closing,
        )

    def closing(self) -> Repair | None:
        """A bracket that closes nothing."""
        for number, column in ((self.at, self.error.column), (self.began, self.error.context_column)):
            sign = self.lines[number][column : column + 1] if number < len(self.lines) else ""
            if sign in ("]", "}"):
                run = re.match(r"[\]}]+", self.lines[number][column:])
                repair = self.lines[number][:column] + self.lines[number][column + len(run[0] if run else sign) :]
                return self.found("bracket-unopened", number, column, repair, sign=sign)
        return None

    def key(self) -> Repair | None:
        """A line where a key should stand and none does."""
        if "expected ':'" in self.error.problem:
            number = self.began
        elif (
            "expected key" in self.error.problem
            or "'-' indicator" in self.error.problem
            or "document start" in self.error.problem
        ):
            number = self.at
        else:
            return None
        return self.indented(number)


def _quoted(text: str) -> str:
    """The text as one that YAML reads whole."""
    return "'" + text.replace("'", "''") + "'"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
