"""What may be left out, and what stands under names."""

from dataclasses import dataclass
from typing import Any

from game.authoring.shapes.shape import ReadContext, Schema, Shape, is_empty
from game.authoring.syntax.nodes import Mapping, Node


class ByName:
    """A shape whose keys are names that authors give; what stands under them is all of one shape."""

    __slots__ = ()
    value: Shape


@dataclass(frozen=True, slots=True)
class Nullable:
    """The value of a key may be left out."""

    shape: Shape

    @property
    def expected(self) -> str:
        """What should stand here, in words for messages."""
        return self.shape.expected

    def read(self, node: Node, reading: ReadContext) -> Any | None:
        """What the shape makes of the value, or of an empty mapping where there is none."""
        if is_empty(node):
            return self.shape.read(Mapping(node.line, node.column, flow=False), reading)
        return self.shape.read(node, reading)

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {"anyOf": [{"type": "null"}, self.shape.schema()]}
