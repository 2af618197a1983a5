"""What a syntax error of YAML means in an author's words, and the repair that lets the reading go on.

YAML notices a slip where it can no longer go on, which may be lines after it; each case here looks for the place
where the author slipped. A repair only serves to find the next slip: the author's file is never touched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.authoring.nodes import SyntaxSlip, tokens
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.place import Place

# The words that open a line of a story file: what they end is a key, never a sentence.
KEYS = frozenset(
    "id title start cast variables places sounds endings notes renamed name color range one_of about image side "
    "caption hint scenes choices chapter as place music text silence say if locked set then go once after ending "
    "aftermath sound shake pause else include claim track tension".split()
)
_VALUE = re.compile(r"^(\s*(?:- +)*(?:[\w.]+:\s+)?)(.*)$")
_SPECIAL = "*&!%@`>|"
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip found: `repaired` are the lines with it mended, or None where nothing sensible can be done."""

    diagnostic: Diagnostic
    repaired: list[str] | None


def diagnose(lines: Sequence[str], error: SyntaxSlip, name: str, first_line: int) -> Slip:
    """What went wrong in `lines`, of which the first is line `first_line` of the file `name`."""
    return _Diagnosis(lines, error, name, first_line).slip()


class _Diagnosis:
    def __init__(self, lines: Sequence[str], error: SyntaxSlip, name: str, first_line: int) -> None:
        self.lines, self.error, self.name, self.first = list(lines), error, name, first_line
        last = max(len(self.lines) - 1, 0)
        self.at = min(error.line, last)
        self.began = min(error.context_line, last)
        self.line = self.lines[self.at] if self.lines else ""

    def found(self, code: str, line: int, column: int, repair: str | None, **details: object) -> Slip:
        """The slip at a line and column counted from 0; `repair` is what the line should be."""
        repaired = None
        if repair is not None and repair != self.lines[line]:
            repaired = [*self.lines[:line], repair, *self.lines[line + 1 :]]
        return Slip(diagnostic(code, Place(self.name, line + self.first, column + 1), **details), repaired)

    def slip(self) -> Slip:
        for case in (self.tab, self.quote, self.start, self.dash, self.missing, self.colon, self.bracket, self.key):
            found = case()
            if found:
                return found
        return self.found("yaml-syntax", self.at, self.error.column, None, problem=self.error.problem)

    def around(self) -> Iterator[int]:
        """The lines where the slip may be: where YAML noticed, where it began to read, and the one before."""
        yield from dict.fromkeys((self.at, self.began, max(self.at - 1, 0)))

    def tab(self) -> Slip | None:
        for number in self.around():
            line = self.lines[number]
            indent = line[: len(line) - len(line.lstrip())]
            if "\t" in indent and line.strip():
                column = indent.index("\t")
                above = next((each for each in reversed(self.lines[:number]) if each.strip()), "")
                wanted = above[: len(above) - len(above.lstrip())].replace("\t", "  ")
                wanted += "  " if above.rstrip().endswith((":", "|")) else ""
                return self.found("tab", number, column, wanted + line.lstrip())
        return None

    def quote(self) -> Slip | None:
        """A quotation that opened in prose: never closed, or closed before the text was over."""
        if "quoted scalar" in self.error.context:
            line, column = self.began, self.error.context_column
            if "escape" in self.error.problem:
                return None
            return self.opened(line, column, rest="")
        text = "\n".join(self.lines)
        for _, line, column, end_line, end_column in tokens(text):
            if end_line != self.at or end_column > self.error.column:
                continue
            rest = self.lines[end_line][end_column:].strip()
            if rest and rest[0] not in ":,]}#":
                return self.opened(line, column, rest)
        return None

    def opened(self, line: int, column: int, rest: str) -> Slip:
        source = self.lines[line]
        sign, follows = source[column], source[column + 1 : column + 2]
        repair = source[:column] + _quoted(source[column:])
        if sign == "'" and follows.isalpha() and (not rest or rest[0].isalpha() or "'" not in source[column + 1 :]):
            return self.found("prose-apostrophe", line, column, repair)
        if rest:
            return self.found("prose-quote", line, column, repair, rest=rest)
        return self.found("quote-unclosed", line, column, repair)

    def start(self) -> Slip | None:
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
            if (sign in _SPECIAL and not block) or prose:
                return self.found("prose-start", number, len(head), head + _quoted(value), sign=sign)
        return None

    def dash(self) -> Slip | None:
        for number in self.around():
            found = re.match(r"^(\s*(?:- +)*)-([^\s-].*)$", self.lines[number])
            if found:
                repair = f"{found[1]}- {found[2]}"
                return self.found("space-after-dash", number, len(found[1]), repair, rest=_short(found[2]))
        return None

    def missing(self) -> Slip | None:
        """A key alone on its line, without its colon."""
        for at in self.around():
            bare = re.match(r"^\s*(?:- +)?(\w+)\s*$", self.lines[at])
            if bare and bare[1] in KEYS:
                return self.found("colon-missing", at, bare.start(1), f"{self.lines[at].rstrip()}:", text=bare[1])
        return None

    def colon(self) -> Slip | None:
        """A colon inside a sentence, or a key at the wrong depth, which YAML reports alike."""
        if "mapping values are not allowed" not in self.error.problem:
            return None
        before = self.line[: self.error.column]
        word = re.fullmatch(r"\s*(?:- +)*(\w+)", before)
        if word and word[1] in KEYS:
            return self.found("indentation", self.at, len(before) - len(before.lstrip()), self.aligned())
        found = _VALUE.match(self.line)
        head = found[1] if found and len(found[1]) <= self.error.column else re.match(r"\s*", self.line)[0]  # type: ignore[index]
        repair = head + _quoted(self.line[len(head) :])
        opening = before.strip().split()
        key = head.strip().removeprefix("- ").rstrip(": ")
        fix = (
            f"write `{key}: |` and put the words on the next line"
            if key in KEYS
            else "put the text in block style: `|`, and the words on the next line"
        )
        return self.found(
            "prose-colon", self.at, self.error.column, repair, before=opening[-1] if opening else "", fix=fix
        )

    def aligned(self) -> str:
        """This line with the indentation of the nearest line above that opens with a key and stands no deeper."""
        indent = len(self.line) - len(self.line.lstrip())
        for above in reversed(self.lines[: self.at]):
            depth = len(above) - len(above.lstrip())
            if above.strip() and depth < indent:
                item = re.match(r"\s*(?:- +)?", above)
                return " " * len(item[0] if item else "") + self.line.lstrip()
        return self.line

    def bracket(self) -> Slip | None:
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

    def key(self) -> Slip | None:
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
        line = self.lines[number]
        indent = len(line) - len(line.lstrip())
        missing = re.match(r"^(\s*(?:- +)?)(\w+):(\S.*)$", line)
        if missing:
            repair = f"{missing[1]}{missing[2]}: {missing[3]}"
            return self.found(
                "space-after-colon", number, len(missing[1]), repair, key=missing[2], rest=_short(missing[3])
            )
        above = next((each for each in reversed(self.lines[:number]) if each.strip()), "")
        return self.found("indentation", number, indent, above[: len(above) - len(above.lstrip())] + line.lstrip())


def _quoted(text: str) -> str:
    """The text as one that YAML reads whole."""
    return "'" + text.replace("'", "''") + "'"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
