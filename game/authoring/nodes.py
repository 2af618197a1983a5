"""From YAML's events to nodes that know where they stand and how they were quoted.

Built without recursion and with bounds on depth and number, because the composers of PyYAML recurse (the C one
crashes the interpreter on deep nesting), keep the last of two equal keys, and drop anchors from the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.place import Place

MOST_DEEP = 60
MOST_NODES = 500_000

try:
    _Loader: type = yaml.CLoader
except AttributeError:  # PyYAML built without libyaml: slower, same events
    _Loader = yaml.Loader


@dataclass(slots=True)
class Scalar:
    """A piece of text. `style` is '' for plain, else the quote or block sign; lines and columns count from 1."""

    text: str
    line: int
    column: int
    style: str = ""
    end_line: int = 0
    end_column: int = 0


@dataclass(slots=True)
class Sequence:
    line: int
    column: int
    flow: bool
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    line: int
    column: int
    flow: bool
    entries: "list[tuple[Scalar, Node]]" = field(default_factory=list)


@dataclass(slots=True)
class Broken:
    """Something stood here that was already reported; nothing more is said of it."""

    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping | Broken


@dataclass(frozen=True, slots=True)
class SyntaxSlip(Exception):
    """YAML's own view of a syntax error: what, where, and where the thing it was reading began (from 0)."""

    problem: str
    line: int
    column: int
    context: str
    context_line: int
    context_column: int


def parse(text: str, name: str, first_line: int = 1) -> tuple[Node | None, list[Diagnostic]]:
    """The one document in `text`, which begins on `first_line` of the file `name`; None if there is none.

    Raises SyntaxSlip where YAML cannot go on; its lines count from 0 at the start of `text`.
    """
    found: list[Diagnostic] = []
    builder = _Builder(name, first_line, found)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        start = error.context_mark or mark
        raise SyntaxSlip(
            error.problem or "",
            mark.line if mark else 0,
            mark.column if mark else 0,
            error.context or "",
            start.line if start else 0,
            start.column if start else 0,
        ) from None
    return builder.root, found


class _Builder:
    """Takes events one by one; keeps the open collections on a list of its own."""

    def __init__(self, name: str, first_line: int, found: list[Diagnostic]) -> None:
        self.name, self.first, self.found = name, first_line, found
        self.root: Node | None = None
        self.open: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []
        self.seen: list[dict[str, int]] = []
        self.count = 0

    def report(self, code: str, line: int, column: int, /, **details: object) -> None:
        self.found.append(diagnostic(code, Place(self.name, line, column), **details))

    def take(self, event: yaml.Event) -> bool:
        """Whether to go on after this event."""
        mark: Any = event.start_mark  # the type stubs say None is possible; libyaml's events all have one
        line, column = mark.line + self.first, mark.column + 1
        match event:
            case yaml.ScalarEvent():
                self.oddities(event, line, column)
                end: Any = event.end_mark
                # A tagged or aliased text that is empty was prose once: its slip has been reported.
                if event.tag is not None and not event.value:
                    return self.add(Broken(line, column))
                style = "" if event.style is None or event.style == "\0" else event.style
                return self.add(Scalar(event.value, line, column, style, end.line + self.first, end.column + 1))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self.oddities(event, line, column)
                made = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
                return self.begin(made(line, column, bool(event.flow_style)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
                self.keys.pop()
                self.seen.pop()
            case yaml.AliasEvent():
                self.report("yaml-alias", line, column, name=event.anchor)
                return self.add(Broken(line, column))
            case yaml.DocumentStartEvent() if self.root is not None:
                self.report("yaml-document", line, column)
                return False
            case _:
                pass
        return True

    def oddities(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int, column: int) -> None:
        if event.anchor is not None:
            self.report("yaml-anchor", line, column, name=event.anchor)
        if event.tag is not None:
            self.report("yaml-tag", line, column, tag=event.tag)

    def begin(self, node: Sequence | Mapping) -> bool:
        if len(self.open) >= MOST_DEEP:
            self.report("yaml-deep", node.line, node.column, most=MOST_DEEP)
            return False
        going_on = self.add(node)
        self.open.append(node)
        self.keys.append(None)
        self.seen.append({})
        return going_on

    def add(self, node: Node) -> bool:
        self.count += 1
        if self.count > MOST_NODES:
            self.report("yaml-large", node.line, node.column, most=f"{MOST_NODES:,}")
            return False
        if not self.open:
            self.root = node
            return True
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return True
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = self.key(node)
        else:
            self.keys[-1] = None
            self.entry(parent, key, node)
        return True

    def key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        if not isinstance(node, Broken):
            self.report("yaml-key", node.line, node.column)
        return Scalar("", node.line, node.column, "broken")

    def entry(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if key.style == "broken":
            return
        if key.text == "<<" and not key.style:
            self.report("yaml-merge", key.line, key.column)
            return
        if key.text in self.seen[-1]:
            self.report("key-twice", key.line, key.column, key=key.text, line=self.seen[-1][key.text])
            return
        self.seen[-1][key.text] = key.line
        parent.entries.append((key, node))


def tokens(text: str) -> Iterator[tuple[str, int, int, int, int]]:
    """The quoted texts of `text` up to the first slip: quote, start line and column, end line and column, from 0."""
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                start, end = token.start_mark, token.end_mark
                yield token.style, start.line, start.column, end.line, end.column
    except yaml.YAMLError:
        return
