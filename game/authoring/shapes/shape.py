"""What a shape is: it reads a node of a story file, and tells its own JSON Schema.

A shape reports what is wrong with a node and returns None for it, so that one slip never hides another.
"""

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeAlias

from game.authoring.sources.source import Source
from game.authoring.syntax.locate import locator
from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar, Sequence, last_line
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.signs import Odd, odd_in
from game.story.source_location import SourceLocation

Schema: TypeAlias = dict[str, Any]
_QUOTED = re.compile(r"[“”„‟«»‘’‚‛](.*)[“”„‟«»‘’‚‛]")


@dataclass(slots=True)
class ReadContext:
    """One file being read: its source, where messages about it go, and which lines of it nothing came of: the first
    and the last of each stretch. What stands there is unknown through no fault of what names it. `swallowed` are lines of
    words that read like keys."""

    source: Source
    report: Callable[[Diagnostic], None]
    lost: list[tuple[int, int]] = field(default_factory=list)
    swallowed: list[int] = field(default_factory=list)

    def lose(self, first: Node, last: Node) -> None:
        """Nothing came of what stands from one node to the other."""
        self.lost.append((first.line, last_line(last)))

    def place(self, node: Node) -> SourceLocation:
        """Where in the file a node stands."""
        return self.source.place(node.line, node.column)

    def wrong(self, code: str, node: Node, **details: object) -> None:
        """Tells what is wrong with a node: a message of the catalogue, filled in with `details`."""
        self.report(diagnostic(code, self.place(node), **details))

    def plain(self, scalar: Scalar) -> Scalar:
        """A name, a number or a word of the language as it was meant, after telling of a sign in it that cannot be
        seen or passes for another."""
        quoted = _QUOTED.fullmatch(scalar.text)
        odd = Odd("quote-alike", 0, scalar.text[0], "", "", quoted[1]) if quoted else odd_in(scalar.text)
        if odd is None:
            return scalar
        self.report(odd.told(locator(scalar, self.source)(odd.at)))
        kept = odd.meant if " " in scalar.text.strip() else odd.meant.replace(" ", "")  # an odd space parts no name
        return replace(scalar, text=kept.strip())


class Shape(Protocol):
    """What may stand somewhere in a file, and how it is read."""

    @property
    def expected(self) -> str:
        """What should stand here, as in `here should be …`."""
        ...

    def read(self, node: Node, reading: ReadContext) -> Any | None:
        """What the node says, or None, after telling what is wrong with it."""
        ...

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        ...


def found(node: Node) -> str:
    """What a node is, in an author's words."""
    match node:
        case Scalar(text, style="") if text in ("", "~"):
            return "nothing"
        case Scalar(text):
            return f"‘{text}’" if len(text) <= 30 else "text"
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping of keys"
        case Broken():
            return "something unreadable"


def is_empty(node: Node) -> bool:
    """Whether nothing was written there."""
    return isinstance(node, Scalar) and node.style == "" and node.text in ("", "~")


@dataclass(frozen=True, slots=True)
class Fields:
    """A record that was read: its fields by key, and the nodes of keys and values."""

    node: Mapping
    values: dict[str, Any]
    keys: dict[str, Scalar]

    @property
    def whole(self) -> bool:
        """Whether every key was known; what is said with one that was not is anybody's guess."""
        return len(self.keys) == len(self.node.entries)

    def get(self, key: str, otherwise: Any = None) -> Any:
        """What was read of a key; `otherwise` where it is not there, or could not be read."""
        return self.values.get(key, otherwise)


@dataclass(frozen=True, slots=True)
class Ref:
    """A shape that others, and itself, can refer to by name."""

    name: str
    shapes: MappingOf[str, Shape]

    @property
    def expected(self) -> str:
        """What should stand here, in words for messages."""
        return self.shapes[self.name].expected

    def read(self, node: Node, reading: ReadContext) -> Any | None:
        """What the shape of that name makes of the node."""
        return self.shapes[self.name].read(node, reading)

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {"$ref": f"#/$defs/{self.name}"}
