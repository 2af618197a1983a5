"""The shapes of what is written in words: prose and conditions, and what YAML does to them."""

import re
from dataclasses import dataclass

from game.authoring.shapes.shape import ReadContext, Schema, found
from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar, Sequence
from game.story.catalogue import diagnostic
from game.story.model import DIRECTIONS

_SWALLOWED = re.compile(
    r"^[ ]*(?:- +)?(?:choices|silence|ending|aftermath|go|text|say|then|else|locked|once|after"
    rf"|{'|'.join(DIRECTIONS)}):(?=\s|$)|^[ ]*- \|[ ]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class ProseShape:
    """Words for a reader; what YAML does to prose is told here."""

    expected: str = "text"

    def read(self, node: Node, reading: ReadContext) -> Scalar | None:
        """The words with their place; None where there are none."""
        match node:
            case Scalar():
                if not node.text.strip():
                    reading.wrong("text-empty", node)
                    return None
                cut_short(node, reading)
                if node.style == "|":
                    reading.swallowed += swallowed(node)
                return node
            case Mapping(entries=[(key, _), *_]) if not node.flow:
                fix = "put the text in block style: `|`, and the words on the next line, indented deeper"
                reading.wrong("prose-colon", key, before=key.text.split(" ")[-1], fix=fix)
            case Mapping() | Sequence() if node.flow:
                reading.wrong("prose-start", node, sign="{" if isinstance(node, Mapping) else "[")
            case Broken():
                pass
            case Mapping() | Sequence():
                reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint="write plain text")
        return None

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}


def swallowed(block: Scalar) -> list[int]:
    """The lines of words in block style that would be keys, did they stand elsewhere."""
    return [block.line + 1 + block.text.count("\n", 0, at.start()) for at in _SWALLOWED.finditer(block.text)]


def cut_short(node: Scalar, reading: ReadContext) -> None:
    """A `#` in a sentence cuts it. A comment that is meant stands apart, after a sentence that is over."""
    if node.style:
        return
    rest = reading.source.line(node.end_line)[node.end_column - 1 :]
    if not rest:
        return
    cut = re.match(r"(\s+)(#\S*)", rest)
    if cut and (len(cut[2]) > 1 or (len(cut[1]) == 1 and node.text[-1] not in '.!?…”’"')):
        at = reading.source.place(node.end_line, node.end_column + len(cut[1]))
        reading.report(diagnostic("prose-hash", at, cut=rest.strip()[:30]))


@dataclass(frozen=True, slots=True)
class ConditionText:
    """A condition as written; it is parsed once every name is known."""

    expected: str = "a condition"

    def read(self, node: Node, reading: ReadContext) -> Scalar | None:
        """The condition with its place, as it is written."""
        if isinstance(node, Scalar) and node.text.strip():
            cut_short(node, reading)
            return node
        if isinstance(node, Scalar):
            reading.wrong("text-empty", node)
        elif not isinstance(node, Broken):
            hint = "write it without brackets around it, as in `variable >= 2`"
            reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)
        return None

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {"type": "string", "pattern": r"\S"}
