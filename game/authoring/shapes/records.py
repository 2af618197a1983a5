"""The shapes of lists, of mappings by name, and of mappings with known keys."""

import re
from collections.abc import Collection, Iterator
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from game.authoring.shapes.doubled_keys import Entry, divided, parted, twice_told
from game.authoring.shapes.scalars import Prose
from game.authoring.shapes.shape import Fields, Named, Reading, Schema, Shape, found, is_empty
from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar, Sequence
from game.story.names import is_id, near
from game.story.signs import odd_in, sign_name
from game.story.value_hints import dashed, step


def opens(node: Mapping, keys: Collection[str]) -> bool:
    """Whether the mapping begins with one of these keys."""
    return bool(node.entries) and node.entries[0][0].text in keys and not node.flow


def with_keys(node: Mapping, known: Collection[str], reading: Reading) -> Mapping:
    """The mapping with its keys as they were meant, where a sign in one that passes for another keeps it unknown."""
    entries = []
    for key, value in node.entries:
        odd = None if key.text in known else odd_in(key.text)
        slipped = odd is not None and odd.meant.replace(" ", "") in known
        entries.append((reading.plain(key) if slipped else key, value))
    return replace(node, entries=entries)


@dataclass(frozen=True, slots=True)
class ListOf:
    item: Shape
    expected: str
    least: int = 1
    example: str = ""
    openings: Collection[str] = ()  # the keys that an item may open with, where its shape does not tell

    def read(self, node: Node, reading: Reading) -> list[Any] | None:
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
                if not isinstance(self.item, Prose | Named | Record) and len(words) > 1 and all(map(is_id, words)):
                    hint = f"write `[{', '.join(words)}]`"
                reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)
            return None
        if not node.items:
            reading.wrong("list-empty", node, expected=self.expected)
            return None
        if len(node.items) < self.least:
            reading.wrong("too-few", node, expected=self.expected, hint=f"write at least {self.least}")
            return None
        if node.flow and isinstance(self.item, Prose | Named):
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

    def items(self, node: Sequence, reading: Reading) -> Iterator[Node]:
        """The items, of which one that says its first key again is two with a `- ` forgotten between them."""
        for item in node.items:
            rest = item
            while isinstance(rest, Mapping) and rest.twice and rest.twice[0][0].text == rest.entries[0][0].text:
                again = rest.twice[0][0]
                reading.wrong("key-twice", again, key=again.text, line=rest.entries[0][0].line)
                before, rest = parted(rest, again)
                yield before
            yield rest

    def commas(self, node: Sequence, reading: Reading) -> None:
        """Prose in brackets that a comma cut in two: the second half goes on in lower case."""
        for before, after in zip(node.items, node.items[1:], strict=False):
            if not isinstance(before, Scalar) or not isinstance(after, Scalar) or before.style or after.style:
                continue
            if after.text[:1].islower() and before.text[-1:] not in ".!?…":
                comma = Scalar(",", before.end_line, before.end_column)
                reading.wrong("prose-comma", comma, before=before.text.split(" ")[-1])

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema(), "minItems": self.least}


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping whose keys are names."""

    key: Shape
    value: Shape
    expected: str
    may_be_empty: bool = False
    braced: str = ""  # the key that it is written under, in braces, where it usually is

    def read(self, node: Node, reading: Reading) -> list[tuple[Scalar, Any]] | None:
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
            if is_empty(value) and not isinstance(self.value, OrNothing):
                reading.wrong("value-missing", key, key=key.text, hint=f"give it {self.value.expected}, or delete it")
                reading.lose(key, key)
                continue
            content = self.value.read(value, reading)
            if name is not None and content is not None:
                read.append((name, content))
            else:
                reading.lose(key, value)
        return read

    def apart(self, node: Mapping, reading: Reading) -> Iterator[Entry]:
        """The entries, and those that stand too deep, inside the one before, as entries of their own."""
        twice_told(node, reading)
        record = _record(self.value)
        for entry in node.entries:
            key, value = entry
            while record and isinstance(value, Mapping) and not value.flow:
                stray = next((each for each in value.entries[:_MOST_KEYS] if record.is_stray(*each, value)), None)
                if stray is None:
                    break
                name, inner = stray
                if isinstance(inner, Mapping):
                    hint = f"begin it, and all that belongs to it, {name.column - key.column} spaces further left"
                    before, (_, *after) = divided(value.entries, name)
                    value = Mapping(value.line, value.column, False, [*before, *after], value.twice)
                else:
                    hint = f"begin its line with {key.column - 1} spaces, like ‘{key.text}’"
                    value, rest = parted(value, name)
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

    def no_colon(self, key: Scalar, reading: Reading) -> None:
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
        least = {} if self.may_be_empty else {"minProperties": 1}
        return {
            "type": "object",
            "propertyNames": self.key.schema(),
            "additionalProperties": self.value.schema(),
            **least,
        }


@dataclass(frozen=True, slots=True)
class OrNothing:
    """The value of a key may be left out."""

    shape: "Record"

    @property
    def expected(self) -> str:
        return self.shape.expected

    def read(self, node: Node, reading: Reading) -> Fields | None:
        if is_empty(node):
            return self.shape.read(Mapping(node.line, node.column, flow=False), reading)
        return self.shape.read(node, reading)

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "null"}, self.shape.schema()]}


@dataclass(frozen=True, slots=True)
class Field:
    shape: Shape
    about: str
    required: bool = False


# Words that authors bring from elsewhere, and what they mean here.
_FOREIGN = {
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
_MOST_QUOTED = 60
_MOST_KEYS = 30  # of a record that are looked at for something else that stands among them
_MEANT = {word: hint.split("`")[1] for word, hint in _FOREIGN.items() if hint.startswith("the word here is ")}


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys. `what` names it, as in `a scene`."""

    what: str
    fields: MappingOf[str, Field]
    repair: str = ""  # what to write instead of something that is no mapping; {} is what stands there
    outside: MappingOf[str, str] = field(default_factory=dict)  # keys that stand elsewhere, and where; {} is the value

    @property
    def expected(self) -> str:
        return self.what

    def read(self, node: Node, reading: Reading) -> Fields | None:
        if isinstance(node, Broken):
            return None
        if not isinstance(node, Mapping):
            self.no_mapping(node, reading)
            return None
        node = with_keys(node, self.fields, reading)
        values: dict[str, Any] = {}
        keys: dict[str, Scalar] = {}
        strange: list[Scalar] = []
        twice_told(node, reading)
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
                fallen = self.fallen(known, node.entries[number + 1 : number + _MOST_KEYS])
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
        return sum(isinstance(field.shape, MapOf) for field in self.fields.values()) == 1

    def fallen(self, known: Field, after: Sequence_[Entry]) -> list[Entry]:
        """The entries after a key without a value that would stand under it, were they indented."""
        shape = known.shape
        below = shape.fields if isinstance(shape, Record) else None
        if below is None and not isinstance(shape, MapOf):
            return []
        fallen = list(takewhile(lambda e: e[0].text in below if below else e[0].text not in self.fields, after))
        return fallen if fallen and fallen[0][0].text not in self.fields else []

    def section(self, stray: Scalar, value: Node, node: Mapping) -> str | None:
        """The mapping by name right above an unknown key, if that may be one of its names."""
        above = [key.text for key, _ in node.entries if key.line < stray.line and key.text in self.fields]
        shape = self.fields[above[-1]].shape if above else None
        if not isinstance(shape, MapOf) or near(stray.text, self.fields) or not is_id(stray.text):
            return None
        record = _record(shape.value)
        if is_empty(value):
            fits = isinstance(shape.value, OrNothing)
        elif isinstance(value, Mapping) and record:
            fits = all(key.text in record.fields for key, _ in value.entries)
        else:
            fits = isinstance(value, Broken)
        return above[-1] if fits else None

    def foreign(self, word: str) -> str | None:
        """What a word of another tool is here, if it is anything here."""
        hint = _FOREIGN.get(word)
        return hint if hint and _MEANT.get(word, word) in (*self.fields, word) else None

    def stands_under(self, node: Mapping) -> bool:
        """Whether this is one such record or more, each under a name as scenes are, and may have an `id`."""
        under = [isinstance(value, Mapping) and opens(value, self.fields) for _, value in node.entries]
        return "id" in self.fields and bool(under) and all(under)

    def is_stray(self, key: Scalar, value: Node, node: Mapping) -> bool:
        """Whether this is no key of the record but the name of another record, indented too deep."""
        if key.text in self.fields or not is_id(key.text) or key.text in _FOREIGN or near(key.text, self.fields):
            return False
        if isinstance(value, Mapping):
            return bool(value.entries) and all(below.text in self.fields for below, _ in value.entries)
        after = [*node.entries[:_MOST_KEYS], *node.twice[:_MOST_KEYS]]
        return is_empty(value) and any(each.line > key.line and each.text in self.fields for each, _ in after)

    def missing(self, node: Mapping, keys: Collection[str], strange: Sequence_[Scalar], reading: Reading) -> None:
        """Tells which keys are not there, but for those that an unknown one may have been meant for."""
        here = [key.text for key in strange if key.text not in self.outside or key.text in _REPLACING]
        meant = [near(_MEANT.get(each, each), self.fields) for each in here]
        if None in meant:
            return
        for name, known in self.fields.items():
            if known.required and name not in keys and name not in meant:
                reading.wrong("key-missing", node, what=self.what, key=name, expected=known.shape.expected)

    def nothing(self, key: Scalar, known: Field, reading: Reading) -> None:
        """A key without a value; a `#` may have made a comment of it."""
        rest = reading.source.line(key.end_line)[key.end_column - 1 :] if key.end_line else ""
        cut = re.match(r"\s*:\s+(#\w[^\s#]*)\s*$", rest)
        if cut:
            reading.wrong("value-comment", key, key=key.text, cut=cut[1].strip("\"'"))
        else:
            hint = f"give it {known.shape.expected}" + ("" if known.required else ", or delete the line")
            reading.wrong("value-missing", key, key=key.text, hint=hint)

    def no_mapping(self, node: Node, reading: Reading) -> None:
        glued = re.match(r"(\w+):(\S.*)$", node.text) if isinstance(node, Scalar) and not node.style else None
        if glued and glued[1] in self.fields:
            reading.wrong("space-after-colon", node, key=glued[1], rest=glued[2])
            return
        word = node.text if isinstance(node, Scalar) else "…"
        hint = self.repair.replace("{}", word) or "its keys are: " + ", ".join(self.fields)
        reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)

    def unknown(self, key: Scalar, value: Node, node: Mapping, reading: Reading) -> None:
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
            names = [name for name, field in self.fields.items() if isinstance(field.shape, MapOf)]
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
        return {
            "type": "object",
            "properties": {name: {**f.shape.schema(), "description": f.about} for name, f in self.fields.items()},
            "required": [name for name, f in self.fields.items() if f.required],
            "additionalProperties": False,
        }


def _record(shape: Shape) -> Record | None:
    """The record that a shape comes to, if it is one."""
    while isinstance(shape, Named | OrNothing):
        shape = shape.shapes[shape.name] if isinstance(shape, Named) else shape.shape
    return shape if isinstance(shape, Record) else None


@dataclass(frozen=True, slots=True)
class ByKey:
    """A mapping that is one of several records, told apart by a key that only it has."""

    what: str
    records: MappingOf[str, Record]
    outside: MappingOf[str, str] = field(default_factory=dict)  # keys that stand elsewhere, and where

    @property
    def expected(self) -> str:
        return self.what

    def read(self, node: Node, reading: Reading) -> tuple[str, Fields] | None:
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

    def alone(self, leading: str, record: Record, node: Mapping, reading: Reading) -> Fields | None:
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

    def unknown(self, node: Mapping, reading: Reading) -> None:
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
        guess = near(key.text, self.records) or (key.text if key.text in _FOREIGN else None)
        if guess and is_id(key.text):
            hint = _FOREIGN.get(key.text, f"did you mean ‘{guess}’?")
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
        return {
            "anyOf": [{**record.schema(), "required": _required(key, record)} for key, record in self.records.items()]
        }


def _required(key: str, record: Record) -> list[str]:
    return sorted({key, *(name for name, f in record.fields.items() if f.required)})
