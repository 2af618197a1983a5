"""The shape of a mapping with known keys, and what an unknown one may have been meant for."""

import re
from collections.abc import Collection
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from game.authoring.shapes.doubled_keys import KeyEntry, report_doubled
from game.authoring.shapes.nullable import ByName, Nullable
from game.authoring.shapes.shape import Fields, ReadContext, Ref, Schema, Shape, found, is_empty
from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar
from game.story.names import is_id, near
from game.story.signs import odd_in, sign_name


def opens(node: Mapping, keys: Collection[str]) -> bool:
    """Whether the mapping begins with one of these keys."""
    return bool(node.entries) and node.entries[0][0].text in keys and not node.flow


def with_keys(node: Mapping, known: Collection[str], reading: ReadContext) -> Mapping:
    """The mapping with its keys as they were meant, where a sign in one that passes for another keeps it unknown."""
    entries = []
    for key, value in node.entries:
        odd = None if key.text in known else odd_in(key.text)
        slipped = odd is not None and odd.meant.replace(" ", "") in known
        entries.append((reading.plain(key) if slipped else key, value))
    return replace(node, entries=entries)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record: what may stand under it, and what it is `about`, for editors."""

    shape: Shape
    about: str
    required: bool = False


# Words that authors bring from elsewhere, and what they mean here.
FOREIGN = {
    "elif": "put a second `if` inside `else`, as a list item",
    "else if": "put a second `if` inside `else`, as a list item",
    "goto": "the word here is `go`",
    "next": "the word here is `go`",
    "jump": "the word here is `go`",
    "target": "the word here is `go`",
    "options": "the word here is `choices`",
    "option": "the word here is `say`",
    "label": "the word here is `say`",
    "condition": "the word here is `if`",
    "when": "the word here is `if`",
    "requires": "the word here is `if`",
    "end": "the word here is `ending`",
    "background": "the word here is `place`",
    "location": "the word here is `place`",
    "type": "a variable says `range: 0..4` or `one_of: [a, b]`, or neither for yes or no",
    "values": "the word here is `one_of`",
    "default": "the word here is `start`",
    "colour": "the word here is `color`",
}
_REPLACING = ("choices", "ending")  # keys from elsewhere that stand for the whole of what they stand in
MOST_KEYS = 30  # of a record that are looked at for something else that stands among them
_MEANT = {word: hint.split("`")[1] for word, hint in FOREIGN.items() if hint.startswith("the word here is ")}


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys. `what` names it, as in `a scene`."""

    what: str
    fields: MappingOf[str, Field]
    repair: str = ""  # what to write instead of something that is no mapping; {} is what stands there
    outside: MappingOf[str, str] = field(default_factory=dict)  # keys that stand elsewhere, and where; {} is the value

    @property
    def expected(self) -> str:
        """What should stand here, in words for messages."""
        return self.what

    def read(self, node: Node, reading: ReadContext) -> Fields | None:
        """The fields by key, with the nodes of their keys; None where there is no mapping."""
        if isinstance(node, Broken):
            return None
        if not isinstance(node, Mapping):
            self.no_mapping(node, reading)
            return None
        node = with_keys(node, self.fields, reading)
        values: dict[str, Any] = {}
        keys: dict[str, Scalar] = {}
        strange: list[Scalar] = []
        report_doubled(node, reading)
        scattered, passed = self.scattered, 0
        for number, (key, value) in enumerate(node.entries):
            if number < passed:
                continue
            known = self.fields.get(key.text)
            if known is None:
                strange.append(key)
                if not (scattered and len(strange) > 1):
                    self.unknown(key, value, node, reading)
                reading.lose(key, value)
                continue
            keys[key.text] = key
            if is_empty(value):
                fallen = self.fallen(known, node.entries[number + 1 : number + MOST_KEYS])
                if fallen:
                    reading.wrong("not-under", fallen[0][0], key=key.text, first=fallen[0][0].text)
                    reading.lose(fallen[0][0], fallen[-1][1])
                    passed = number + 1 + len(fallen)
                else:
                    self.nothing(key, known, reading)
                continue
            read = known.shape.read(value, reading)
            if read is not None:
                values[key.text] = read
            else:
                reading.lose(key, value)
        self.missing(node, keys, strange, reading)
        return Fields(node, values, keys)

    @property
    def scattered(self) -> bool:
        """Whether all that is unknown here belongs under the one mapping by name that it has, and is told once."""
        return sum(isinstance(field.shape, ByName) for field in self.fields.values()) == 1

    def fallen(self, known: Field, after: Sequence_[KeyEntry]) -> list[KeyEntry]:
        """The entries after a key without a value that would stand under it, were they indented."""
        shape = known.shape
        below = shape.fields if isinstance(shape, Record) else None
        if below is None and not isinstance(shape, ByName):
            return []
        fallen = list(takewhile(lambda e: e[0].text in below if below else e[0].text not in self.fields, after))
        return fallen if fallen and fallen[0][0].text not in self.fields else []

    def section(self, stray: Scalar, value: Node, node: Mapping) -> str | None:
        """The mapping by name right above an unknown key, if that may be one of its names."""
        above = [key.text for key, _ in node.entries if key.line < stray.line and key.text in self.fields]
        shape = self.fields[above[-1]].shape if above else None
        if not isinstance(shape, ByName) or near(stray.text, self.fields) or not is_id(stray.text):
            return None
        record = record_in(shape.value)
        if is_empty(value):
            fits = isinstance(shape.value, Nullable)
        elif isinstance(value, Mapping) and record:
            fits = all(key.text in record.fields for key, _ in value.entries)
        else:
            fits = isinstance(value, Broken)
        return above[-1] if fits else None

    def foreign(self, word: str) -> str | None:
        """What a word of another tool is here, if it is anything here."""
        hint = FOREIGN.get(word)
        return hint if hint and _MEANT.get(word, word) in (*self.fields, word) else None

    def stands_under(self, node: Mapping) -> bool:
        """Whether this is one such record or more, each under a name as scenes are, and may have an `id`."""
        under = [isinstance(value, Mapping) and opens(value, self.fields) for _, value in node.entries]
        return "id" in self.fields and bool(under) and all(under)

    def is_stray(self, key: Scalar, value: Node, node: Mapping) -> bool:
        """Whether this is no key of the record but the name of another record, indented too deep."""
        if key.text in self.fields or not is_id(key.text) or key.text in FOREIGN or near(key.text, self.fields):
            return False
        if isinstance(value, Mapping):
            return bool(value.entries) and all(below.text in self.fields for below, _ in value.entries)
        after = [*node.entries[:MOST_KEYS], *node.twice[:MOST_KEYS]]
        return is_empty(value) and any(each.line > key.line and each.text in self.fields for each, _ in after)

    def missing(self, node: Mapping, keys: Collection[str], strange: Sequence_[Scalar], reading: ReadContext) -> None:
        """Tells which keys are not there, but for those that an unknown one may have been meant for."""
        here = [key.text for key in strange if key.text not in self.outside or key.text in _REPLACING]
        meant = [near(_MEANT.get(each, each), self.fields) for each in here]
        if None in meant:
            return
        for name, known in self.fields.items():
            if known.required and name not in keys and name not in meant:
                reading.wrong("key-missing", node, what=self.what, key=name, expected=known.shape.expected)

    def nothing(self, key: Scalar, known: Field, reading: ReadContext) -> None:
        """A key without a value; a `#` may have made a comment of it."""
        rest = reading.source.line(key.end_line)[key.end_column - 1 :] if key.end_line else ""
        cut = re.match(r"\s*:\s+(#\w[^\s#]*)\s*$", rest)
        if cut:
            reading.wrong("value-comment", key, key=key.text, cut=cut[1].strip("\"'"))
        else:
            hint = f"give it {known.shape.expected}" + ("" if known.required else ", or delete the line")
            reading.wrong("value-missing", key, key=key.text, hint=hint)

    def no_mapping(self, node: Node, reading: ReadContext) -> None:
        """Tells of something that stands where the record should."""
        glued = re.match(r"(\w+):(\S.*)$", node.text) if isinstance(node, Scalar) and not node.style else None
        if glued and glued[1] in self.fields:
            reading.wrong("space-after-colon", node, key=glued[1], rest=glued[2])
            return
        word = node.text if isinstance(node, Scalar) else "…"
        hint = self.repair.replace("{}", word) or "its keys are: " + ", ".join(self.fields)
        reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)

    def unknown(self, key: Scalar, value: Node, node: Mapping, reading: ReadContext) -> None:
        """Tells of a key that the record does not have, and what it may have been meant for."""
        dash = re.match(r"-(\w+)$", key.text)
        odd = re.match(r"[^\S ]", key.text)
        if odd:
            reading.wrong("space-odd", key, name=sign_name(odd[0]))
        elif dash and dash[1] in self.fields:
            reading.wrong("space-after-dash", key, rest=f"{dash[1]}: …")
        elif node.flow and is_empty(value) and len(node.entries) > 1:
            cut = next((v for (_, v), (k, _) in zip(node.entries, node.entries[1:], strict=False) if k is key), key)
            text = cut if isinstance(cut, Scalar) else key
            comma = Scalar(",", text.end_line, text.end_column)
            reading.wrong("prose-comma", comma, before=text.text.split(" ")[-1])
        else:
            hint = self.foreign(key.text)
            if hint is None and key.text in self.outside:
                hint = self.outside[key.text].replace("{}", value.text if isinstance(value, Scalar) else "…")
            names = [name for name, field in self.fields.items() if isinstance(field.shape, ByName)]
            if hint is None and len(names) == 1 and isinstance(value, Mapping | Broken) and is_id(key.text):
                opened = any(each.text == names[0] for each, _ in node.entries)
                first = "" if opened else f"write `{names[0]}:` on a line of its own above it, and "
                hint = f"{first}indent it, with all that belongs to it, to stand under `{names[0]}`"
            if hint is None and (section := self.section(key, value, node)):
                hint = f"indent it, with all that belongs to it, to stand under `{section}`"
            if hint is None:
                guess = near(key.text, self.fields)
                hint = f"did you mean ‘{guess}’?" if guess else "it has: " + ", ".join(self.fields)
            reading.wrong("key-unknown", key, what=self.what, key=key.text, hint=hint)

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {
            "type": "object",
            "properties": {name: {**f.shape.schema(), "description": f.about} for name, f in self.fields.items()},
            "required": [name for name, f in self.fields.items() if f.required],
            "additionalProperties": False,
        }


def record_in(shape: Shape) -> Record | None:
    """The record that a shape comes to, if it is one."""
    while isinstance(shape, Ref | Nullable):
        shape = shape.shapes[shape.name] if isinstance(shape, Ref) else shape.shape
    return shape if isinstance(shape, Record) else None
