"""The shape of a list."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from game.authoring.shapes.doubled_keys import split_mapping
from game.authoring.shapes.record import Record, opens
from game.authoring.shapes.shape import ReadContext, Ref, Schema, Shape, found
from game.authoring.shapes.words import ProseShape
from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar, Sequence
from game.story.names import is_id
from game.story.value_hints import dashed


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of items of one shape, `least` of them or more; `example` opens one in hints."""

    item: Shape
    expected: str
    least: int = 1
    example: str = ""
    openings: Collection[str] = ()  # the keys that an item may open with, where its shape does not tell

    def read(self, node: Node, reading: ReadContext) -> list[Any] | None:
        """The items that could be read; None where there is no list, or one that is too short."""
        if not isinstance(node, Sequence):
            if isinstance(node, Mapping) and isinstance(self.item, Record) and opens(node, self.item.fields):
                reading.wrong("dash-missing", node, key=node.entries[0][0].text, hint=dashed(node.entries[0][0].text))
            elif isinstance(node, Mapping) and isinstance(self.item, Record) and self.item.stands_under(node):
                name = node.entries[0][0].text
                hint = f"write `- id: {name}` in place of `{name}:`, and so for each"
                reading.wrong("dash-missing", node, key=name, hint=hint)
            elif not isinstance(node, Broken):
                hint = f"begin each item on a line of its own with `- {self.example}`".rstrip("`").rstrip() + "`"
                words = re.split(r"\s*[,;|/]\s*|\s+", node.text.strip()) if isinstance(node, Scalar) else []
                if not isinstance(self.item, ProseShape | Ref | Record) and len(words) > 1 and all(map(is_id, words)):
                    hint = f"write `[{', '.join(words)}]`"
                reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)
            return None
        if not node.items:
            reading.wrong("list-empty", node, expected=self.expected)
            return None
        if len(node.items) < self.least:
            reading.wrong("too-few", node, expected=self.expected, hint=f"write at least {self.least}")
            return None
        if node.flow and isinstance(self.item, ProseShape | Ref):
            self.commas(node, reading)
        if node.flow and isinstance(self.item, Record) and all(isinstance(each, Scalar) for each in node.items):
            self.item.no_mapping(node.items[0], reading)  # of them all
            return None
        read = []
        for item in self.items(node, reading):
            made = self.item.read(item, reading)
            if made is None:
                reading.lose(item, item)
            else:
                read.append(made)
        return read

    def items(self, node: Sequence, reading: ReadContext) -> Iterator[Node]:
        """The items, of which one that says its first key again is two with a `- ` forgotten between them."""
        for item in node.items:
            rest = item
            while isinstance(rest, Mapping) and rest.twice and rest.twice[0][0].text == rest.entries[0][0].text:
                again = rest.twice[0][0]
                reading.wrong("key-twice", again, key=again.text, line=rest.entries[0][0].line)
                before, rest = split_mapping(rest, again)
                yield before
            yield rest

    def commas(self, node: Sequence, reading: ReadContext) -> None:
        """Prose in brackets that a comma cut in two: the second half goes on in lower case."""
        for before, after in zip(node.items, node.items[1:], strict=False):
            if not isinstance(before, Scalar) or not isinstance(after, Scalar) or before.style or after.style:
                continue
            if after.text[:1].islower() and before.text[-1:] not in ".!?…":
                comma = Scalar(",", before.end_line, before.end_column)
                reading.wrong("prose-comma", comma, before=before.text.split(" ")[-1])

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {"type": "array", "items": self.item.schema(), "minItems": self.least}
