"""The shapes of numbers, of a few words, and of values."""

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace

from game.authoring.shapes.shape import ReadContext, Schema, found
from game.authoring.syntax.nodes import Broken, Node, Scalar
from game.story.names import near


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word of a certain form. `slip` is how it is often written instead, and what that becomes."""

    expected: str
    pattern: str
    code: str
    details: MappingOf[str, object] = field(default_factory=dict)
    slip: tuple[str, str] | None = None

    def read(self, node: Node, reading: ReadContext) -> Scalar | None:
        """The word, if it has the form, or a slip of it that leaves no doubt."""
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
        """The same as JSON Schema, for editors."""
        return {"type": "string", "pattern": self.pattern}


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no, or true or false."""

    expected: str = "yes or no"

    def read(self, node: Node, reading: ReadContext) -> bool | None:
        """Whether it says yes."""
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
        """The same as JSON Schema, for editors."""
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
        """What should stand here, in words for messages."""
        kind = "a whole number" if self.whole else "a number"
        return f"{kind} {'above' if self.above else 'from'} {self.low:g} {'up ' if self.above else ''}to {self.high:g}"

    def read(self, node: Node, reading: ReadContext) -> float | None:
        """The number, if it is one within the bounds."""
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
        """The same as JSON Schema, for editors."""
        bottom = "exclusiveMinimum" if self.above else "minimum"
        return {"type": "integer" if self.whole else "number", bottom: self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Word:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        """What should stand here, in words for messages."""
        return " or ".join(self.words)

    def read(self, node: Node, reading: ReadContext) -> str | None:
        """The word, if it is one of them."""
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
        """The same as JSON Schema, for editors."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class ValueShape:
    """What a variable holds, or with `signed` what is added to it; checked against its kind later."""

    expected: str = "a value"

    def read(self, node: Node, reading: ReadContext) -> Scalar | None:
        """The value as it is written; whether the variable may hold it is seen later."""
        if isinstance(node, Scalar) and node.text:
            return reading.plain(node)
        if not isinstance(node, Broken):
            hint = "write a word, a number, or yes or no"
            reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)
        return None

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {"type": ["string", "integer", "boolean"], "minLength": 1}
