"""Brackets and braces, and the commas in them."""

import re

from game.authoring.syntax.repairs.failure import CLOSING, Failure, Repair


def missing_comma(here: Failure) -> Repair | None:
    """Two entries in braces, or words and an entry, with no comma between them."""
    if "flow" not in here.error.context:
        return None
    before, after = here.line[: here.error.column], here.line[here.error.column :]
    key = re.search(r"(\w+)\s*$", before) if after.startswith(":") else re.match(r"(\w+):(?=\s)", after)
    if key is None:
        return None
    column = key.start(1) if after.startswith(":") else len(before)
    above = here.at > here.began  # then it may be the next key, after a bracket that is never closed
    if here.line[:column].rstrip().endswith(("{", "[", ",")) or (above and not re.search(r"[}\]]", after)):
        return None
    repair = f"{here.line[:column].rstrip()}, {here.line[column:]}"
    if not here.line[:column].strip():  # the entry before stands on the line above
        repair = f"{here.line[:column]}, {here.line[column:]}"
    return here.repair("comma-missing", here.at, column, repair, key=key[1])


def open_bracket(here: Failure) -> Repair | None:
    """A bracket or a brace that is never closed."""
    if "flow" not in here.error.context:
        return None
    opening = here.lines[here.began][here.error.context_column : here.error.context_column + 1]
    closing = CLOSING.get(opening)
    if closing is None:
        return None
    line = here.lines[here.began]
    return here.repair(
        "bracket-unclosed",
        here.began,
        here.error.context_column,
        line.rstrip() + closing,
        sign=opening,
        close=closing,
    )


def stray_bracket(here: Failure) -> Repair | None:
    """A bracket that closes nothing."""
    for number, column in ((here.at, here.error.column), (here.began, here.error.context_column)):
        sign = here.lines[number][column : column + 1] if number < len(here.lines) else ""
        if sign in ("]", "}"):
            run = re.match(r"[\]}]+", here.lines[number][column:])
            repair = here.lines[number][:column] + here.lines[number][column + len(run[0] if run else sign) :]
            return here.repair("bracket-unopened", number, column, repair, sign=sign)
    return None
