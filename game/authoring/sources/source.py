"""Reads the files of a story as text: regular files only, UTF-8, of a bounded size, in one form (NFC)."""

import codecs
import os
import re
import stat
import sys
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.authoring.sources.precheck import is_clean
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.source_location import SourceLocation

MOST_BYTES = 8 * 1024 * 1024
MOST_LINES = 400_000
# YAML 1.1 counts three more signs as line breaks, and most editors do not: none of them is left in what is read.
_BREAK = re.compile("\r\n|[\n\r]")
_MARKS = {  # at the start of a file, the longer first
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_OLD = "cp1252"  # the encoding of Windows that western texts in no other are in
_LOOKED_AT = 4096  # bytes
_KINDS = {
    stat.S_ISDIR: "a folder",
    stat.S_ISFIFO: "a pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file. `name` is how messages call it; `text` and `lines` are as they are read: composed (NFC),
    and without the odd signs that `found` tells of.

    `written` are the lines, counted from 1, that stand otherwise in the file, and `moved` says where in them what is
    read stands. `mended` are lines that were read otherwise still, to find the slips after a slip.
    """

    name: str
    text: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    mended: Mapping[int, str] = field(default_factory=dict, repr=False)
    written: Mapping[int, str] = field(default_factory=dict, repr=False)
    moved: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict, repr=False)
    found: tuple[Diagnostic, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, name: str, text: str) -> "Source":
        """The source of a text, after mending the odd signs in it."""
        lines = _BREAK.split(text) if "\r" in text else text.split("\n")
        if is_clean(text):
            return cls(name, text, tuple(lines))
        from game.authoring.sources.normalize import normalized  # noqa: PLC0415 (which hardly any file needs, and is long to load)

        clean = normalized(name, lines)
        text = "\n".join(clean.lines) if clean.written else text
        return cls(name, text, tuple(clean.lines), {}, clean.written, clean.moved, tuple(clean.found))

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing but in comments."""
        return all(not line.strip() or line.lstrip().startswith("#") for line in self.lines)

    def line(self, number: int) -> str:
        """The line, counted from 1, as it was read; empty after the last."""
        if number in self.mended:
            return self.mended[number]
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def place(self, line: int, column: int) -> SourceLocation:
        """The place in the file of a line and column as they were read."""
        if line > len(self.lines):
            return SourceLocation(self.name, len(self.lines), len(self.lines[-1]) + 1)
        if line in self.mended:
            column = _written(self.mended[line], self.lines[line - 1], column - 1) + 1
        if line in self.moved:
            column = _place_written(self.moved[line], column - 1) + 1
        # What mending has added at the end of a line stands, in the file, where the line ends.
        return SourceLocation(self.name, line, min(column, len(self.shown(line)) + 1))

    def shown(self, number: int) -> str:
        """The line, counted from 1, as it stands in the file; empty after the last."""
        if number in self.written:
            return self.written[number]
        return self.lines[number - 1] if number <= len(self.lines) else ""


def _written(read: str, written: str, index: int) -> int:
    """Where in the line as written the character at `index` of the line as read stands. What mending adds, and
    another indentation, are passed over."""
    at, to = (len(line) - len(line.lstrip()) for line in (read, written))
    if index < at:
        return min(index, to)
    same_end = 0
    while same_end < min(len(read) - at, len(written) - to) and read[-1 - same_end] == written[-1 - same_end]:
        same_end += 1
    if len(read) - index <= same_end:
        return len(written) - (len(read) - index)
    for sign in read[at:index]:
        if to < len(written) and sign == written[to]:
            to += 1
    return to


def _place_written(moved: tuple[tuple[int, int], ...], index: int) -> int:
    """Where in the line as written the sign at `index` of the line as read stands."""
    read, written = moved[bisect_right(moved, (index, sys.maxsize)) - 1]
    return written + index - read


def read_source(path: Path, name: str) -> Source | Diagnostic:
    """The text of the file at `path`, or why it cannot be had."""
    at = SourceLocation(name)
    try:
        what = _kind(path.stat().st_mode)
        if what:
            return diagnostic("file-not-regular", at, what=what)
        size = path.stat().st_size
        if size > MOST_BYTES:
            return diagnostic("file-large", at, size=f"{size:,}", most=f"{MOST_BYTES:,}")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return diagnostic("file-unreadable", at, reason=error.strerror or str(error))
    except ValueError as error:  # a NUL in the path
        return diagnostic("file-unreadable", at, reason=str(error))
    if len(data) > MOST_BYTES:
        return diagnostic("file-large", at, size=f"over {MOST_BYTES:,}", most=f"{MOST_BYTES:,}")
    return _decoded(data, name)


def _kind(mode: int) -> str | None:
    if stat.S_ISREG(mode):
        return None
    return next((name for test, name in _KINDS.items() if test(mode)), "no ordinary file")


def _decoded(data: bytes, name: str) -> Source | Diagnostic:
    encoding = _other_encoding(data)
    if encoding:
        return diagnostic("file-not-utf8", SourceLocation(name), what=f"it looks like {encoding}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _no_letter(data, error.start, name)
    source = Source.of(name, text)
    if len(source.lines) > MOST_LINES:
        return diagnostic("file-long", SourceLocation(name), most=f"{MOST_LINES:,}")
    return source


def _other_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by the mark at the start, or by half of what ASCII letters are there."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    start = data[:_LOOKED_AT]
    if start.count(0) * 5 < len(start) * 2 or not start:
        return None
    return "UTF-16"


def _no_letter(data: bytes, at: int, name: str) -> Diagnostic:
    before = _BREAK.split(data[:at].decode("utf-8-sig", "replace"))
    byte = data[at : at + 1]
    letter = byte.decode(_OLD, "replace")
    guess = "" if letter == "\ufffd" else f", and ‘{letter}’ in the old encoding of Windows"
    place = SourceLocation(name, len(before), len(before[-1]) + 1)
    return diagnostic("file-not-utf8", place, what=f"the byte {byte.hex().upper()} (hexadecimal) is no letter{guess}")


def shown_path(path: Path) -> str:
    """The path as messages show it: with forward slashes, so that they read alike everywhere."""
    return os.fspath(path).replace(os.sep, "/")
