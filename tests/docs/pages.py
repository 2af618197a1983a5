"""The pages of the repository as tests read them: their headings, their fenced blocks, and what is in backticks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^```(.*)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: what it says it is, the lines in it, and the line of the page that its fence opens on."""

    kind: str
    text: str
    line: int


def page(path: str) -> str:
    """A page of the repository, by its path from the root."""
    return (ROOT / path).read_text(encoding="utf-8")


def blocks(text: str) -> Iterator[Block]:
    """Every fenced block of a page, in its order. Raises ValueError where a fence is never closed."""
    kind: str | None = None
    lines: list[str] = []
    began = 0
    for number, line in enumerate(text.splitlines(), start=1):
        fence = _FENCE.match(line)
        if fence and kind is None:
            kind, lines, began = fence[1], [], number
        elif fence and not fence[1]:
            yield Block(kind or "", "".join(f"{each}\n" for each in lines), began)
            kind = None
        elif kind is not None:
            lines.append(line)
    if kind is not None:
        raise ValueError(f"the fence of line {began} is never closed")


def prose(text: str) -> str:
    """The page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def quoted(text: str) -> list[str]:
    """What stands in backticks outside of fenced blocks."""
    return re.findall(r"`([^`\n]+)`", prose(text))


def links(text: str) -> list[str]:
    """Where the page leads to within the repository, without anchors."""
    return [path for path in re.findall(r"\]\((?![a-z]+:|#)([^)#\s]+)", text) if path]
