"""What is written, looked up: names that the story has, conditions, paragraphs, and changes that a variable can take."""

from collections.abc import Collection
from dataclasses import dataclass

from game.authoring.shapes.shape import ReadContext
from game.authoring.syntax.locate import locator
from game.authoring.syntax.nodes import Node, Scalar
from game.story.condition_parser import Names, parse_condition
from game.story.conditions import Condition
from game.story.model import Line
from game.story.names import suggestion
from game.story.prose import Prose
from game.story.prose_parser import Cast, parse_inline, parse_paragraphs
from game.story.source_location import SourceLocation
from game.story.value_hints import meant
from game.story.variables import Add, Assign, Change, Range, described, value_of


@dataclass(frozen=True, slots=True)
class Scope:
    """Every name of the story that a scene may use."""

    names: Names
    cast: Cast
    places: Collection[str]
    sounds: Collection[str]


@dataclass(frozen=True, slots=True)
class Resolver:
    """Looks up what stands in the file of a `reading`, to whose report goes what is wrong with it."""

    reading: ReadContext
    scope: Scope

    def at(self, node: Node) -> SourceLocation:
        """Where in the file a node stands."""
        return self.reading.place(node)

    def lines(self, scalar: Scalar) -> tuple[Line, ...]:
        """The paragraphs of a text."""
        block = scalar.style == "|"
        locate = locator(scalar, self.reading.source)
        lines, wrong = parse_paragraphs(scalar.text, block, self.scope.cast, self.scope.names, locate)
        for each in wrong:
            self.reading.report(each)
        return lines

    def inline(self, scalar: Scalar) -> Prose:
        """The words of one paragraph that nobody speaks."""
        prose, wrong = parse_inline(scalar.text.strip(), self.scope.names, locator(scalar, self.reading.source))
        for each in wrong:
            self.reading.report(each)
        return prose

    def condition(self, scalar: Scalar | None) -> Condition | None:
        """The condition, if one is written and can be told."""
        if scalar is None:
            return None
        condition, wrong = parse_condition(scalar.text, self.scope.names, locator(scalar, self.reading.source))
        for each in wrong:
            self.reading.report(each)
        return condition

    def goal(self, scalar: Scalar | None) -> str | None:
        """The scene that is named, if there is one of that name."""
        scenes = self.scope.names.scenes
        return scalar.text if scalar and self.named(scalar, "unknown-scene", scenes, "scenes") else None

    def named(self, scalar: Scalar | None, code: str, known: Collection[str], what: str) -> bool:
        """Whether a name is one of the known, or may be one that could not be read; else `code` is reported."""
        if scalar is None:
            return False
        if scalar.text in known or self.scope.names.doubts.cover(what, scalar.text):
            return True
        self.reading.wrong(code, scalar, name=scalar.text, hint=suggestion(scalar.text, known, what))
        return False

    def changes(self, written: list[tuple[Scalar, Scalar]] | None) -> tuple[Change, ...]:
        """The changes under a `set`, but for those that cannot be made."""
        made = (self._change(name, value) for name, value in written or [])
        return tuple(change for change in made if change)

    def _change(self, name: Scalar, written: Scalar) -> Change | None:
        variables = self.scope.names.variables
        if not self.named(name, "unknown-variable", variables, "variables"):
            return None
        if name.text not in variables:
            return None
        kind, at = variables[name.text].kind, self.at(name)
        sign, digits = written.text[:1], written.text[1:]
        if sign in "+-" and digits.isdecimal():
            if not isinstance(kind, Range):
                self.reading.wrong("set-relative", written, value=written.text, name=name.text, kind=described(kind))
                return None
            amount = min(int(digits[:9]), kind.high)
            return Add(name.text, amount if sign == "+" else -amount, at)
        value = value_of(written.text, kind)
        if value is None:
            hint = meant(name.text, written.text, kind)
            self.reading.wrong(
                "set-outside", written, name=name.text, value=written.text, kind=described(kind), hint=hint
            )
            return None
        return Assign(name.text, value, at)
