"""The shape of a mapping whose keys are names that authors give."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from game.authoring.shapes.doubled_keys import KeyEntry, report_doubled, split_entries, split_mapping
from game.authoring.shapes.nullable import ByName, Nullable
from game.authoring.shapes.record import MOST_KEYS, record_in
from game.authoring.shapes.shape import ReadContext, Schema, Shape, found, is_empty
from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar, Sequence
from game.story.names import is_id
from game.story.signs import odd_in
from game.story.value_hints import step


@dataclass(frozen=True, slots=True)
class MapOf(ByName):
    """A mapping whose keys are names."""

    key: Shape
    value: Shape
    expected: str
    may_be_empty: bool = False
    braced: str = ""  # the key that it is written under, in braces, where it usually is

    def read(self, node: Node, reading: ReadContext) -> list[tuple[Scalar, Any]] | None:
        """The names with what stands under each, in order. What cannot be read is lost, and not the rest."""
        if not isinstance(node, Mapping):
            if not isinstance(node, Broken):
                hint = self.in_braces(node)
                hint = hint or "write a name, a colon and what belongs to it, on lines of their own, indented"
                reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)
            return None
        if not node.entries and not self.may_be_empty:
            reading.wrong("list-empty", node, expected=self.expected)
            return None
        read: list[tuple[Scalar, Any]] = []
        for key, value in self.apart(node, reading):
            if node.flow and is_empty(value) and not is_id(key.text):
                self.no_colon(key, reading)
                reading.lose(key, key)
                continue
            name = self.key.read(key, reading)
            if is_empty(value) and not isinstance(self.value, Nullable):
                reading.wrong("value-missing", key, key=key.text, hint=f"give it {self.value.expected}, or delete it")
                reading.lose(key, key)
                continue
            content = self.value.read(value, reading)
            if name is not None and content is not None:
                read.append((name, content))
            else:
                reading.lose(key, value)
        return read

    def apart(self, node: Mapping, reading: ReadContext) -> Iterator[KeyEntry]:
        """The entries, and those that stand too deep, inside the one before, as entries of their own."""
        report_doubled(node, reading)
        record = record_in(self.value)
        for entry in node.entries:
            key, value = entry
            while record and isinstance(value, Mapping) and not value.flow:
                stray = next((each for each in value.entries[:MOST_KEYS] if record.is_stray(*each, value)), None)
                if stray is None:
                    break
                name, inner = stray
                if isinstance(inner, Mapping):
                    hint = f"begin it, and all that belongs to it, {name.column - key.column} spaces further left"
                    before, (_, *after) = split_entries(value.entries, name)
                    value = Mapping(value.line, value.column, False, [*before, *after], value.twice)
                else:
                    hint = f"begin its line with {key.column - 1} spaces, like ‘{key.text}’"
                    value, rest = split_mapping(value, name)
                    inner = Mapping(rest.line, rest.column, False, rest.entries[1:], rest.twice)
                reading.wrong("too-deep", name, name=name.text, within=key.text, hint=hint)
                yield key, value
                key, value = name, inner
            yield key, value

    def in_braces(self, node: Node) -> str | None:
        """What a text or a list of changes is as a mapping: `set: {carrying: oil, trust: +1}`."""
        parts: list[str] = []
        items = node.items if isinstance(node, Sequence) else [node]
        for item in items:
            if isinstance(item, Mapping) and all(isinstance(value, Scalar) for _, value in item.entries):
                parts += [f"{key.text}: {value.text}" for key, value in item.entries if isinstance(value, Scalar)]
            elif isinstance(item, Scalar):
                for piece in re.split(r"\s*(?:[,;]|\band\b)\s*", item.text.strip("{} ")):
                    pair = re.fullmatch(r"(\w+)\s*((?:[:=]|to\b)?)\s*(\S.*)", piece)
                    if pair is None:
                        return None
                    parts.append(f"{pair[1]}: {step(pair[3], pair[1]) or pair[3]}")
            else:
                return None
        return f"write `{self.braced}: {{{', '.join(parts)}}}`" if self.braced and parts else None

    def no_colon(self, key: Scalar, reading: ReadContext) -> None:
        """`trust +1`, `trust=1` or `trust:+1` in braces, which YAML reads as a key without a value."""
        odd = odd_in(key.text)
        key = reading.plain(key) if odd else key
        if odd and ":" in odd.meant:  # with that mended the colon is one
            return
        name, sign, value = re.match(r"(\w*)\s*([:=]?)\s*(.*)", key.text, re.DOTALL).groups()  # type: ignore[union-attr]
        if sign == ":":
            reading.wrong("space-after-colon", key, key=name, rest=value)
        else:
            value = step(value, name) or value
            reading.wrong("colon-missing", key, text=key.text, fix=f"write `{name or 'name'}: {value}`")

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        least = {} if self.may_be_empty else {"minProperties": 1}
        return {
            "type": "object",
            "propertyNames": self.key.schema(),
            "additionalProperties": self.value.schema(),
            **least,
        }
