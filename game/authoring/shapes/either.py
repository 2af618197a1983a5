"""The shape of what may be a text, a list or a mapping."""

from dataclasses import dataclass
from typing import Any

from game.authoring.shapes.record import opens
from game.authoring.shapes.sequence import ListOf
from game.authoring.shapes.shape import ReadContext, Schema, Shape, found
from game.authoring.shapes.words import ProseShape
from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar, Sequence
from game.story.value_hints import dashed


@dataclass(frozen=True, slots=True)
class EitherShape:
    """Different shapes for a text, a list and a mapping."""

    expected: str
    scalar: Shape | None = None
    sequence: Shape | None = None
    mapping: Shape | None = None

    def read(self, node: Node, reading: ReadContext) -> Any | None:
        """What the shape for its kind of node makes of it."""
        match node:
            case Scalar():
                shape = self.scalar
            case Sequence():
                shape = self.sequence
            case Mapping():
                shape = self.mapping
            case Broken():
                return None
        if shape is not None:
            return shape.read(node, reading)
        if isinstance(node, Mapping) and isinstance(self.sequence, ListOf) and opens(node, self.sequence.openings):
            reading.wrong("dash-missing", node, key=node.entries[0][0].text, hint=dashed(node.entries[0][0].text))
            return None
        if isinstance(self.scalar, ProseShape):
            return self.scalar.read(node, reading)
        reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=f"write {self.expected}")
        return None

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {"anyOf": [s.schema() for s in (self.scalar, self.sequence, self.mapping) if s is not None]}
