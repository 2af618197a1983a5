"""Lines of JSON under a header, which is a first line with the checksum of each of the others, so that damage is known as such
and each can be read, and trusted, without those after it.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from game.saves.files.atomic import check_file, parse_json
from game.story.limits import MOST_BYTES, MOST_HEADER_BYTES

VERSION = 1


class Damaged(ValueError):
    """The file is not as it was written."""


class Newer(ValueError):
    """The file is whole, and written by a later version of the game. Every version keeps the form of the first line."""


def checksummed(parts: Iterable[Any], version: int = VERSION) -> bytes:
    """A file of these parts, each of which JSON can hold."""
    lines = [json.dumps(part, separators=(",", ":")).encode() for part in parts]
    header = [version, *(sha256(line).hexdigest() for line in lines)]
    return b"\n".join([json.dumps([*header, _sum(header)]).encode(), *lines]) + b"\n"


def holds_same(content: bytes, other: bytes, name: str, first: int) -> bool:
    """Whether all parts from the one of that number on are the same, and `other` is whole. Raises as `verified` does."""
    sums, others = (_sums(each.split(b"\n", 1)[0], name)[first:] for each in (content, other))
    return sums == others and bool(verified(other, name, range(first + len(sums))))


def verified(content: bytes, name: str, wanted: Iterable[int]) -> list[Any]:
    """The parts of these numbers. Raises Damaged or Newer, in a sentence that tells the name."""
    first, *lines = content.split(b"\n")
    sums = _sums(first, name)
    return [_part(lines[number] if number < len(lines) else b"", sums, number, name) for number in wanted]


def count_parts(content: bytes, name: str) -> int:
    """How many parts there are. Raises Damaged or Newer."""
    return len(_sums(content.split(b"\n", 1)[0], name))


def read_part(path: Path, number: int) -> Any:
    """One part, with no more of the file read than goes before it.

    Raises OSError where the disk does, Damaged and Newer.
    """
    try:
        check_file(path)
    except ValueError as problem:
        raise Damaged(str(problem)) from problem
    with path.open("rb") as file:
        sums = _sums(_line(file, MOST_HEADER_BYTES), path.name)
        for _ in range(number):
            _line(file, MOST_BYTES)
        return _part(_line(file, MOST_BYTES), sums, number, path.name)


def _line(file: BinaryIO, longest: int) -> bytes:
    return file.readline(longest).removesuffix(b"\n")


def _sums(line: bytes, name: str) -> list[str]:
    try:
        version, *sums, whole = parse_json(line)
        sums = list(map(str, sums))
        known = type(version) is int and whole == _sum([version, *sums])
    except (ValueError, TypeError, RecursionError):
        raise Damaged(f"{name} is damaged") from None
    if not known:
        raise Damaged(f"{name} is damaged")
    if version > VERSION:
        raise Newer(f"{name} was written by a newer version of the game")
    return sums


def _part(line: bytes, sums: list[str], number: int, name: str) -> Any:
    if number >= len(sums) or sha256(line).hexdigest() != sums[number]:
        raise Damaged(f"{name} is damaged")
    try:
        return parse_json(line)
    except (ValueError, RecursionError):
        raise Damaged(f"{name} is not one of ours") from None


def _sum(header: list[Any]) -> str:
    return sha256(json.dumps(header).encode()).hexdigest()
