"""The shape of a mapping that is one of several records."""

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field

from game.authoring.shapes.record import FOREIGN, Record, with_keys
from game.authoring.shapes.shape import Fields, ReadContext, Schema, is_empty
from game.authoring.syntax.nodes import Mapping, Node, Scalar
from game.story.names import is_id, near

_MOST_QUOTED = 60


@dataclass(frozen=True, slots=True)
class ByKey:
    """A mapping that is one of several records, told apart by a key that only it has."""

    what: str
    records: MappingOf[str, Record]
    outside: MappingOf[str, str] = field(default_factory=dict)  # keys that stand elsewhere, and where

    @property
    def expected(self) -> str:
        """What should stand here, in words for messages."""
        return self.what

    def read(self, node: Node, reading: ReadContext) -> tuple[str, Fields] | None:
        """The key that tells which record it is, and the fields of that; None where no key does."""
        if not isinstance(node, Mapping):
            return None
        node = with_keys(node, self.records, reading)
        for key, _ in node.entries:
            record = self.records.get(key.text)
            if record is not None:
                fields = self.alone(key.text, record, node, reading)
                return (key.text, fields) if fields else None
        self.unknown(node, reading)
        return None

    def alone(self, leading: str, record: Record, node: Mapping, reading: ReadContext) -> Fields | None:
        """The record of `leading`, after telling of any other that stands under the same dash."""
        entries = []
        for key, value in node.entries:
            if key.text != leading and key.text in self.records and key.text not in record.fields:
                hint = f"give it a dash of its own: `- {key.text}: …`"
                reading.wrong("key-unknown", key, what=record.what, key=key.text, hint=hint)
                reading.lose(key, value)
            else:
                entries.append((key, value))
        return record.read(Mapping(node.line, node.column, node.flow, entries, node.twice), reading)

    def unknown(self, node: Mapping, reading: ReadContext) -> None:
        """Tells of a mapping that no key makes one of the records."""
        if not node.entries or node.flow:
            reading.wrong("prose-start", node, sign="{")
            return
        key, value = node.entries[0]
        above = next((each for each, record in self.records.items() if key.text in record.fields), None)
        if above:
            hint = f"it belongs to the `{above}` above it: write it without a dash, level with `{above}`"
            reading.wrong("key-unknown", key, what=self.what, key=key.text, hint=hint)
            return
        if key.text in self.outside:
            reading.wrong("key-unknown", key, what=self.what, key=key.text, hint=self.outside[key.text])
            return
        guess = near(key.text, self.records) or (key.text if key.text in FOREIGN else None)
        if guess and is_id(key.text):
            hint = FOREIGN.get(key.text, f"did you mean ‘{guess}’?")
            reading.wrong("key-unknown", key, what=self.what, key=key.text, hint=hint)
            return
        opening = re.match(r"(\w+)\s+(\S.*)$", key.text, re.DOTALL)
        if opening and opening[1] in self.records and (is_empty(value) or not isinstance(value, Scalar)):
            fix = f"write `- {opening[1]}: {opening[2]}`"
            reading.wrong("colon-missing", key, text=opening[1], fix=fix)
            return
        quoted = f"{key.text}: {value.text}" if isinstance(value, Scalar) else key.text
        shown = quoted if len(quoted) <= _MOST_QUOTED else f"{quoted[:_MOST_QUOTED]}…"
        fix = f"write `- |` and ‘{shown}’ on the next line"
        reading.wrong("prose-colon", key, before=key.text.split(" ")[-1], fix=fix)

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {
            "anyOf": [{**record.schema(), "required": _required(key, record)} for key, record in self.records.items()]
        }


def _required(key: str, record: Record) -> list[str]:
    return sorted({key, *(name for name, f in record.fields.items() if f.required)})
