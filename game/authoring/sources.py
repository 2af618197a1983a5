"""Reads the files of a story as text: regular files only, strict UTF-8, of a bounded size."""

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.place import Place

MOST_BYTES = 8 * 1024 * 1024
MOST_LINES = 400_000
# YAML 1.1 counts all of these as line breaks, so lines must be counted alike.
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
# What YAML 1.1 (5.1, c-printable) does not allow in a stream.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KINDS = {
    stat.S_ISDIR: "a folder",
    stat.S_ISFIFO: "a pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file. `name` is how messages call it; `lines` are split as YAML splits them.

    `mended` are lines, counted from 1, that were read otherwise than written, to find the slips after a slip.
    """

    name: str
    text: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    mended: Mapping[int, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, name: str, text: str) -> "Source":
        plain = not any(sign in text for sign in "\r\x85\u2028\u2029")
        return cls(name, text, tuple(text.split("\n") if plain else _BREAK.split(text)))

    def line(self, number: int) -> str:
        """The line, counted from 1, as it was read; empty after the last."""
        if number in self.mended:
            return self.mended[number]
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def place(self, line: int, column: int) -> Place:
        """The place in the file of a line and column as they were read."""
        if line > len(self.lines):
            return Place(self.name, len(self.lines), len(self.lines[-1]) + 1)
        if line in self.mended:
            column = _written(self.mended[line], self.lines[line - 1], column - 1) + 1
        # What mending has added at the end of a line stands, in the file, where the line ends.
        return Place(self.name, line, min(column, len(self.lines[line - 1]) + 1))


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


def read_source(path: Path, name: str) -> Source | Diagnostic:
    """The text of the file at `path`, or why it cannot be had."""
    at = Place(name)
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
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return diagnostic("file-not-utf8", Place(name), what="it looks like UTF-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        place = _place_at(name, before, len(before))
        return diagnostic("file-not-utf8", place, what=f"the byte {data[error.start]:02X} (hexadecimal) is no letter")
    found = _UNPRINTABLE.search(text)
    if found:
        return diagnostic("control-character", _place_at(name, text, found.start()), number=f"{ord(found[0]):04X}")
    source = Source.of(name, text)
    if len(source.lines) > MOST_LINES:
        return diagnostic("file-long", Place(name), most=f"{MOST_LINES:,}")
    return source


def _place_at(name: str, text: str, index: int) -> Place:
    lines = _BREAK.split(text[:index])
    return Place(name, len(lines), len(lines[-1]) + 1)


def shown_path(path: Path) -> str:
    """The path as messages show it: with forward slashes, so that they read alike everywhere."""
    return os.fspath(path).replace(os.sep, "/")
