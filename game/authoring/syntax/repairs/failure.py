"""A syntax error of YAML, the lines that it stands in, and what is looked for in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.authoring.sources.lines import in_blocks
from game.authoring.syntax.parser import YamlError
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.source_location import SourceLocation

# The keys whose value is a mapping or a condition, where quoting a colon would be no help.
LISTS = ("choices", "text", "then", "else", "go", "notes", "credits", "one_of")
KEY = re.compile(r"^(\s*(?:- +)*)(\w+):(?=\s|$)")
NAME = re.compile(r"^(\s*)([\w.]+):\s*(?:#.*)?$")
ITEM = re.compile(r"^(\s*)- ")
VALUE = re.compile(r"^(\s*(?:- +)*(?:[\w.]+:\s+)?)(.*)$")
# A key or a dash, and the words that may follow it on its line.
OPENING = re.compile(r"^(\s*(?:- +)*)(\w+:|-)(?:\s+|$)(.*)$")
CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Repair:
    """One slip found: `repaired` are the lines with it mended, or None where nothing sensible can be done."""

    diagnostic: Diagnostic
    repaired: list[str] | None


class Failure:
    """A syntax error in some lines: where YAML noticed it, where what it was reading there began, both counted from 0, and
    which of the lines are words in block style."""

    def __init__(self, lines: Sequence[str], error: YamlError, name: str, first_line: int) -> None:
        self.lines, self.error, self.name, self.first = list(lines), error, name, first_line
        last = max(len(self.lines) - 1, 0)
        self.at = min(error.line, last)
        self.began = min(error.context_line, last)
        self.line = self.lines[self.at] if self.lines else ""
        self.prose = frozenset(in_blocks(self.lines[: max(self.at, self.began) + 1]))

    def repair(self, code: str, line: int, column: int, repair: str | None, **details: object) -> Repair:
        """The slip at a line and column counted from 0; `repair` is what the line should be."""
        repaired = None
        if repair is not None and repair != self.lines[line]:
            repaired = [*self.lines[:line], repair, *self.lines[line + 1 :]]
        return Repair(diagnostic(code, SourceLocation(self.name, line + self.first, column + 1), **details), repaired)

    def around(self) -> Iterator[int]:
        """The lines where the slip may be: where YAML noticed, where it began to read, and the one before."""
        for number in dict.fromkeys((self.at, self.began, max(self.at - 1, 0))):
            if number not in self.prose:
                yield number


def quoted(text: str) -> str:
    """The text as one that YAML reads whole."""
    return "'" + text.replace("'", "''") + "'"


def shortened(text: str) -> str:
    """The text as messages show it, 40 letters at most."""
    return text if len(text) <= 40 else text[:39] + "…"
