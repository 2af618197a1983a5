"""Lines of a story file, as they look before YAML reads them: how deep they stand, which open a text, which are one."""

import re
from collections.abc import Iterator, Sequence

from game.story.model import DIRECTIONS

# The words that open a line of a story file: what they end is a key, never a sentence.
KEYS = frozenset(DIRECTIONS) | frozenset(
    "id title start cast variables places sounds endings notes credits renamed name color range one_of about image side air "
    "ambience caption hint scenes choices chapter as text silence say locked then go once after ending aftermath else track "
    "tension".split()
)
BLOCK = re.compile(r"(?:^|[-:]) *[|>][-+0-9]*\s*(?:#.*)?$")


class BlockLines:
    """Lines one after another, and which of them are text in block style: no sign in them can be a slip of YAML."""

    def __init__(self) -> None:
        self._opened: int | None = None  # how far the line is indented that opened a block

    def holds(self, line: str) -> bool:
        """Whether the line, if it came now, would belong to a block."""
        return self._opened is not None and (not line.strip() or indent(line) > self._opened)

    def add(self, line: str) -> bool:
        """Takes the next line; whether it belongs to a block."""
        held = self.holds(line)
        if not held:
            self._opened = indent(line) if BLOCK.search(line) else None
        return held


def indent(line: str) -> int:
    """How many spaces the line begins with."""
    return len(line) - len(line.lstrip(" "))


def in_blocks(lines: Sequence[str]) -> Iterator[int]:
    """The lines of text in block style."""
    blocks = BlockLines()
    return (number for number, line in enumerate(lines) if blocks.add(line))
