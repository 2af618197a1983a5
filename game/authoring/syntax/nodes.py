"""The nodes of a document, which know where they stand and how they were quoted."""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Scalar:
    """A piece of text. `style` is '' for plain, else the quote or block sign; lines and columns count from 1."""

    text: str
    line: int
    column: int
    style: str = ""
    end_line: int = 0
    end_column: int = 0


@dataclass(slots=True)
class Sequence:
    """A list, in brackets if it is `flow`; its place counts from 1."""

    line: int
    column: int
    flow: bool
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """`twice` are the entries whose key stands here already."""

    line: int
    column: int
    flow: bool
    entries: "list[tuple[Scalar, Node]]" = field(default_factory=list)
    twice: "list[tuple[Scalar, Node]]" = field(default_factory=list)


@dataclass(slots=True)
class Broken:
    """Something stood here that was already reported; nothing more is said of it."""

    line: int
    column: int
    end_line: int = 0


Node: TypeAlias = Scalar | Sequence | Mapping | Broken


def last_line(node: Node) -> int:
    """The last line that the node stands on."""
    match node:
        case Scalar():  # a block ends at the start of the line after it
            return max(node.line, node.end_line - (node.end_column == 1))
        case Sequence():
            return last_line(node.items[-1]) if node.items else node.line
        case Mapping():
            ends = [*node.entries[-1:], *node.twice[-1:]]
            return max((max(key.line, last_line(value)) for key, value in ends), default=node.line)
        case Broken():
            return max(node.line, node.end_line)
