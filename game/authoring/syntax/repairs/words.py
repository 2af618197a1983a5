"""Words that YAML reads as something else: quotes, escapes, a first sign that means something, a `#` in them."""

import re
from dataclasses import replace

from game.authoring.syntax.parser import tokens
from game.authoring.syntax.repairs.failure import CLOSING, ITEM, KEY, OPENING, VALUE, Failure, Repair, quoted
from game.story.diagnostic import Severity

_SPECIAL = "*&!%@`>|"


def unknown_escape(here: Failure) -> Repair | None:
    """A backslash in double quotes before a sign that YAML has no meaning for."""
    if "quoted scalar" not in here.error.context or not re.search("escape|hexdecimal", here.error.problem):
        return None
    column = here.line.rfind("\\", 0, here.error.column + 1)
    if column < 0:
        return None
    repair = f"{here.line[:column]}\\{here.line[column:]}"
    return here.repair("prose-backslash", here.at, column, repair, sign=here.line[column : column + 2])


def open_quote(here: Failure) -> Repair | None:
    """A quotation that opened in prose: never closed, or closed before the text was over."""
    if "quoted scalar" in here.error.context:
        line, column = here.began, here.error.context_column
        return opened_quote(here, line, column, rest="")
    text = "\n".join(here.lines)
    for _, line, column, end_line, end_column in tokens(text):
        if end_line != here.at or end_column > here.error.column:
            continue
        rest = here.lines[end_line][end_column:].strip()
        if rest and rest[0] not in ":,]}#":
            return opened_quote(here, line, column, rest)
    return None


def opened_quote(here: Failure, line: int, column: int, rest: str) -> Repair:
    """The message for a quote that opens at that line and column, with `rest` after where it closes."""
    source = here.lines[line]
    sign, follows = source[column], source[column + 1 : column + 2]
    repair = source[:column] + quoted(source[column:])
    if sign == "'" and follows.isalpha() and (not rest or rest[0].isalpha() or "'" not in source[column + 1 :]):
        return here.repair("prose-apostrophe", line, column, repair)
    if rest:
        return here.repair("prose-quote", line, column, repair, rest=rest)
    return here.repair("quote-unclosed", line, column, repair)


def special_start(here: Failure) -> Repair | None:
    """A text whose first sign means something to YAML."""
    for number in here.around():
        found = VALUE.match(here.lines[number])
        if not found or not found[2]:
            continue
        head, value = found[1], found[2]
        sign = value[0]
        block = sign in "|>" and re.fullmatch(r"[|>][-+0-9]*\s*(#.*)?", value)
        closing = CLOSING.get(sign)
        prose = closing and re.search(re.escape(closing) + r"\s*[^\s,#\]}]", value)
        if (sign in _SPECIAL and not block) or value.startswith((",", "? ")) or prose:
            return here.repair("prose-start", number, len(head), head + quoted(value), sign=sign)
    return None


def cut_by_hash(here: Failure) -> Repair | None:
    """A `#` that cuts a text over several lines, which therefore does not go on."""
    if not re.search("expected ':'|expected key|block end|document start", here.error.problem):
        return None
    number = min(here.began, here.at) if "expected ':'" in here.error.problem else here.at
    cut = next((n for n in range(number - 1, -1, -1) if here.lines[n].strip()), None)
    if cut is None or cut in here.prose or KEY.match(here.lines[number]) or ITEM.match(here.lines[number]):
        return None
    found = re.match(r"^(\s*[^\s#].*?\S)(\s+)(#.*)$", here.lines[cut])
    words = OPENING.sub(r"\3", found[1]).strip() if found else ""
    if found is None or not words or words[0] in "|>\"'[{":
        return None
    begun = next((n for n in range(cut, -1, -1) if OPENING.match(here.lines[n])), None)
    indent = len(here.lines[number]) - len(here.lines[number].lstrip())
    if begun is None or indent <= len(OPENING.match(here.lines[begun])[1]):  # type: ignore[index]  # it matched
        return None
    slip = here.repair("prose-hash", cut, len(found[1]) + len(found[2]), found[1], cut=found[3][:30])
    return replace(slip, diagnostic=replace(slip.diagnostic, severity=Severity.ERROR))
