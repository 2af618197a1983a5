"""The shapes of single texts: prose, conditions, names, numbers and words."""

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace

from game.authoring.shapes.shape import Reading, Schema, found
from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar, Sequence
from game.story.catalogue import diagnostic
from game.story.limits import LONGEST_NAME, LONGEST_STORY
from game.story.model import DIRECTIONS
from game.story.names import RESERVED, id_of, is_device, is_id, near, slug

_STORY_ID = rf"[A-Za-z0-9][A-Za-z0-9_-]{{0,{LONGEST_STORY - 1}}}"
ID_PATTERN = r"^\w*[^\W\d]\w*$"
_SWALLOWED = re.compile(
    r"^[ ]*(?:- +)?(?:choices|silence|ending|aftermath|go|text|say|then|else|locked|once|after"
    rf"|{'|'.join(DIRECTIONS)}):(?=\s|$)|^[ ]*- \|[ ]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Words for a reader; what YAML does to prose is told here."""

    expected: str = "text"

    def read(self, node: Node, reading: Reading) -> Scalar | None:
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
            case _:
                reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint="write plain text")
        return None

    def schema(self) -> Schema:
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}


def swallowed(block: Scalar) -> list[int]:
    """The lines of words in block style that would be keys, did they stand elsewhere."""
    return [block.line + 1 + block.text.count("\n", 0, at.start()) for at in _SWALLOWED.finditer(block.text)]


def cut_short(node: Scalar, reading: Reading) -> None:
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

    def read(self, node: Node, reading: Reading) -> Scalar | None:
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
        return {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True, slots=True)
class Id:
    """A name that the author gives."""

    what: str

    @property
    def expected(self) -> str:
        return f"the name of {self.what}, one word"

    def read(self, node: Node, reading: Reading) -> Scalar | None:
        if not isinstance(node, Scalar):
            if not isinstance(node, Broken):
                reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint="write one word")
            return None
        node = reading.plain(node)
        if not is_id(node.text):
            dash = re.match(r"-(\w+)$", node.text)
            if dash:
                reading.wrong("space-after-dash", node, rest=dash[1])
            else:
                reading.wrong("id-wrong", node, id=node.text, better=id_of(node.text) or "a_word")
            return None
        if node.text in RESERVED:
            reading.wrong("id-reserved", node, id=node.text)
            return None
        return node if short(node, reading) else None

    def schema(self) -> Schema:
        return {
            "type": "string",
            "pattern": ID_PATTERN,
            "not": {"enum": sorted(RESERVED)},
            "maxLength": LONGEST_NAME,
        }


def short(node: Scalar, reading: Reading) -> bool:
    """Whether a save can hold this name."""
    if len(node.text) > LONGEST_NAME:
        reading.wrong("id-long", node, id=node.text, long=f"{len(node.text):,}", most=f"{LONGEST_NAME:,}")
    return len(node.text) <= LONGEST_NAME


@dataclass(frozen=True, slots=True)
class StoryId:
    """The name of the folder that saves are kept in, on any system."""

    expected: str = f"letters without accents, digits, `-` and `_`, {LONGEST_STORY} at most"

    def read(self, node: Node, reading: Reading) -> Scalar | None:
        if isinstance(node, Broken):
            return None
        node = reading.plain(node) if isinstance(node, Scalar) else node
        text = node.text if isinstance(node, Scalar) else found(node)
        if isinstance(node, Scalar) and re.fullmatch(_STORY_ID, text):
            if not is_device(text):
                return node
            reading.wrong("id-device", node, id=text)
            return None
        hint = f"write it as {(slug(text) if isinstance(node, Scalar) else '') or 'my-story'}"
        reading.wrong("not-an-option", node, text=text, expected=self.expected, hint=hint)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_STORY_ID}$"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name given elsewhere: in the story, or if it is `free`, to a file that need not be there."""

    what: str
    free: bool = False

    @property
    def expected(self) -> str:
        return f"the name of {self.what}"

    def read(self, node: Node, reading: Reading) -> Scalar | None:
        if not isinstance(node, Scalar) or not node.text.strip():
            if not isinstance(node, Broken):
                items = node.items if isinstance(node, Sequence) else []
                first = items[0] if items else None
                hint = f"write the name of {self.what}"
                hint += f", one alone: `{first.text}`" if isinstance(first, Scalar) and is_id(first.text) else ""
                reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)
            return None
        if self.free:  # and any sign may stand in it
            return node if short(node, reading) else None
        return reading.plain(node)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"\S", **({"maxLength": LONGEST_NAME} if self.free else {})}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word of a certain form. `slip` is how it is often written instead, and what that becomes."""

    expected: str
    pattern: str
    code: str
    details: MappingOf[str, object] = field(default_factory=dict)
    slip: tuple[str, str] | None = None

    def read(self, node: Node, reading: Reading) -> Scalar | None:
        if isinstance(node, Broken):
            return None
        if isinstance(node, Scalar):
            meant = re.sub(*self.slip, node.text) if self.slip else node.text
            if meant != node.text:  # plain enough to go on with
                reading.wrong(self.code, node, text=node.text, expected=self.expected, **self.details)
            node = reading.plain(replace(node, text=meant))
            if re.search(self.pattern, node.text):
                return node
        text = node.text if isinstance(node, Scalar) else found(node)
        reading.wrong(self.code, node, text=text, expected=self.expected, **self.details)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": self.pattern}


@dataclass(frozen=True, slots=True)
class YesNo:
    expected: str = "yes or no"

    def read(self, node: Node, reading: Reading) -> bool | None:
        if isinstance(node, Broken):
            return None
        node = reading.plain(node) if isinstance(node, Scalar) else node
        value = {"yes": True, "true": True, "no": False, "false": False}.get(
            node.text if isinstance(node, Scalar) else ""
        )
        if value is None:
            reading.wrong("not-yes-or-no", node, text=node.text if isinstance(node, Scalar) else found(node))
        return value

    def schema(self) -> Schema:
        return {"enum": [True, False, "yes", "no", "true", "false"]}


@dataclass(frozen=True, slots=True)
class Number:
    """A number from `low` to `high`, both included; `above` leaves `low` itself out."""

    low: float
    high: float
    example: str
    whole: bool = False
    above: bool = False

    @property
    def expected(self) -> str:
        kind = "a whole number" if self.whole else "a number"
        return f"{kind} {'above' if self.above else 'from'} {self.low:g} {'up ' if self.above else ''}to {self.high:g}"

    def read(self, node: Node, reading: Reading) -> float | None:
        if isinstance(node, Broken):
            return None
        node = reading.plain(node) if isinstance(node, Scalar) else node
        text = node.text if isinstance(node, Scalar) and node.style == "" else ""
        form = r"\d{1,9}" if self.whole else r"\d{1,9}(\.\d{1,9})?"
        if re.fullmatch(form, text, re.ASCII):
            value = float(text)
            if self.low <= value <= self.high and not (self.above and value == self.low):
                return value
        shown = node.text if isinstance(node, Scalar) else found(node)
        code = "number-outside" if re.fullmatch(r"[-+]?\d+(\.\d+)?", text, re.ASCII) else "not-a-number"
        reading.wrong(code, node, text=shown, expected=self.expected, example=self.example)
        return None

    def schema(self) -> Schema:
        bottom = "exclusiveMinimum" if self.above else "minimum"
        return {"type": "integer" if self.whole else "number", bottom: self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Word:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        return " or ".join(self.words)

    def read(self, node: Node, reading: Reading) -> str | None:
        if isinstance(node, Broken):
            return None
        node = reading.plain(node) if isinstance(node, Scalar) else node
        text = node.text if isinstance(node, Scalar) else found(node)
        if text in self.words:
            return text
        hint = f"did you mean ‘{guess}’?" if (guess := near(text, self.words)) else f"write {self.expected}"
        reading.wrong("not-an-option", node, text=text, expected=self.expected, hint=hint)
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable holds, or with `signed` what is added to it; checked against its kind later."""

    expected: str = "a value"

    def read(self, node: Node, reading: Reading) -> Scalar | None:
        if isinstance(node, Scalar) and node.text:
            return reading.plain(node)
        if not isinstance(node, Broken):
            hint = "write a word, a number, or yes or no"
            reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)
        return None

    def schema(self) -> Schema:
        return {"type": ["string", "integer", "boolean"], "minLength": 1}
