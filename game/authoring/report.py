"""Diagnostics as an author reads them: the place and the sentence, the line with a caret, the hint; or as JSON."""

import json
import unicodedata
from collections.abc import Iterable, Mapping

from game.authoring.sources.source import Source
from game.story.diagnostic import Diagnostic, Severity
from game.story.letters import is_mark
from game.story.signs import BREAKS, TURNING, UNSEEN

MOST_SHOWN = 200
_WIDTH = 100
_BOX = "▯"
_COLORS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def as_text(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], color: bool) -> str:
    """Each diagnostic in the form `file:line:column: severity CODE message`, its source line, and its hint."""
    found = list(diagnostics)
    shown = [_one(each, sources.get(each.at.file), color) for each in found[:MOST_SHOWN]]
    if len(found) > MOST_SHOWN:
        shown.append(f"… and {len(found) - MOST_SHOWN:,} more: mend these first")
    return "\n".join(shown)


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or `no errors`."""
    found = list(diagnostics)
    errors = sum(each.is_error for each in found)
    parts = [plural(errors, "error")] if errors else ["no errors"]
    if len(found) > errors:
        parts.append(plural(len(found) - errors, "warning"))
    return ", ".join(parts)


def as_json(diagnostics: Iterable[Diagnostic], more: Mapping[str, object] | None = None) -> str:
    """One object: the diagnostics, how many errors and warnings there are, and whatever `more` there is to tell."""
    found = list(diagnostics)
    errors = sum(each.is_error for each in found)
    listed = [
        {
            "code": each.code,
            "severity": each.severity.value,
            "file": each.at.file,
            "line": each.at.line,
            "column": each.at.column,
            "message": each.message,
            "hint": each.hint,
        }
        for each in found
    ]
    return json.dumps(
        {"diagnostics": listed, "errors": errors, "warnings": len(found) - errors, **(more or {})},
        ensure_ascii=False,
        indent=2,
    )


def plural(count: int, word: str) -> str:
    """`1 scene`, `2 scenes`."""
    return f"{count:,} {word}" + ("s" if count != 1 else "")


def _one(each: Diagnostic, source: Source | None, color: bool) -> str:
    head = (
        f"{_BOLD}{each.at}:{_PLAIN} {_COLORS[each.severity]}{each.severity} {each.code}{_PLAIN} {each.message}"
        if color
        else f"{each.at}: {each.severity} {each.code} {each.message}"
    )
    lines = [head]
    line = source.shown(each.at.line) if source else ""
    if line.strip():
        lines.extend(_excerpt(line, each.at.column - 1))
    hint = f"  hint: {each.hint}"
    lines.append(f"{_DIM}{hint}{_PLAIN}" if color else hint)
    return "\n".join(lines)


def _excerpt(line: str, column: int) -> list[str]:
    """The line, cut to what fits around the column, and a caret under it. What a terminal would not show, or would
    be led by, is a box."""
    line = "".join(_BOX if _hides(sign) or (at == column and sign in UNSEEN) else sign for at, sign in enumerate(line))
    start = max(0, min(column - _WIDTH // 2, len(line) - _WIDTH))
    shown = line[start : start + _WIDTH]
    left, right = "… " if start else "", " …" if start + _WIDTH < len(line) else ""
    before = "".join(sign if sign == "\t" else " " * _columns(sign) for sign in left + shown[: column - start])
    return [f"  | {left}{shown}{right}", f"  | {before}^"]


def _hides(sign: str) -> bool:
    return sign in TURNING or sign in BREAKS or (sign != "\t" and unicodedata.category(sign) == "Cc")


def _columns(sign: str) -> int:
    """How many columns of a terminal the sign fills."""
    if is_mark(sign) or sign in UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
