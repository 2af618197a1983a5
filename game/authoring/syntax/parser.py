"""From YAML's events to nodes that know where they stand and how they were quoted.

Built without recursion and with bounds on depth and number, because the composers of PyYAML recurse (the C one
crashes the interpreter on deep nesting), keep the last of two equal keys, and drop anchors from the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from game.authoring.syntax.nodes import Broken, Mapping, Node, Scalar, Sequence
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.letters import to_nfc
from game.story.signs import sign_name
from game.story.source_location import SourceLocation

MOST_DEEP = 60
MOST_NODES = 500_000
MOST_PROBLEMS = 500
_NO_KEY = "no key"
# What YAML 1.1 (5.1, c-printable) does not allow in a stream, and the line breaks that few editors know.
NEVER_WRITTEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)  # without libyaml it is slower, with the same events


@dataclass(frozen=True, slots=True)
class YamlError(Exception):
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
    builder = _Builder(name, first_line)
    loader = _Loader(text)
    try:
        while builder.take(loader.get_event()):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        start = error.context_mark or mark
        raise YamlError(
            error.problem or "",
            mark.line if mark else 0,
            mark.column if mark else 0,
            error.context or "",
            start.line if start else 0,
            start.column if start else 0,
        ) from None
    finally:
        loader.dispose()
    return builder.root, builder.found


class _Frame:
    """A collection that is still open: a mapping with the key that waits for its value, or a sequence."""

    __slots__ = ("entries", "items", "key", "seen", "twice")

    def __init__(self, node: "Sequence | Mapping") -> None:
        self.items = node.items if isinstance(node, Sequence) else None
        self.entries = node.entries if isinstance(node, Mapping) else []
        self.twice = node.twice if isinstance(node, Mapping) else []
        self.key: Scalar | None = None
        self.seen: set[str] = set()


class _Builder:
    """Takes events one by one. This is the loader's inner loop: scalars come first, as most events are."""

    def __init__(self, name: str, first_line: int) -> None:
        self.name, self.first = name, first_line
        self.found: list[Diagnostic] = []
        self.root: Node | None = None
        self.open: list[_Frame] = []
        self.count = self.doubled = 0

    def report(self, code: str, line: int, column: int, /, **details: object) -> None:
        self.found.append(diagnostic(code, SourceLocation(self.name, line, column), **details))

    def take(self, event: Any) -> bool:
        """Whether to go on after this event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            start, end = event.start_mark, event.end_mark
            line, column = start.line + self.first, start.column + 1
            if event.anchor is not None or event.tag is not None:
                self.oddities(event, line, column)
                if event.tag is not None or not event.value:  # what is left of it is not what was written
                    return self.add(Broken(line, column))
            text = event.value
            if event.style == '"' and not text.isprintable():  # an escape may write any sign
                text = self.printable(text, line, column)
            return self.add(
                Scalar(to_nfc(text), line, column, event.style or "", end.line + self.first, end.column + 1)
            )
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.open.pop()
            return True
        if kind is yaml.StreamEndEvent:
            return False
        line, column = event.start_mark.line + self.first, event.start_mark.column + 1
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self.oddities(event, line, column)
            made = Mapping if kind is yaml.MappingStartEvent else Sequence
            return self.begin(made(line, column, bool(event.flow_style)))
        if kind is yaml.AliasEvent:
            self.report("yaml-alias", line, column, name=event.anchor)
            return self.add(Broken(line, column))
        if kind is yaml.DocumentStartEvent and self.root is not None:
            self.report("yaml-document", line, column)
            return False
        return True

    def printable(self, text: str, line: int, column: int) -> str:
        """The text without what no text holds, however it was written."""
        found = NEVER_WRITTEN.search(text)
        if found:
            self.report("control-character", line, column, name=sign_name(found[0]))
        return NEVER_WRITTEN.sub(" ", text)

    def oddities(self, event: Any, line: int, column: int) -> None:
        if event.anchor is not None:
            self.report("yaml-anchor", line, column, name=event.anchor)
        if event.tag is not None:
            self.report("yaml-tag", line, column, tag=event.tag)

    def begin(self, node: Sequence | Mapping) -> bool:
        if len(self.open) >= MOST_DEEP:
            self.report("yaml-deep", node.line, node.column, most=MOST_DEEP)
            return False
        going_on = self.add(node)
        self.open.append(_Frame(node))
        return going_on

    def add(self, node: Node) -> bool:
        self.count += 1
        if self.count > MOST_NODES:
            self.report("yaml-large", node.line, node.column, most=f"{MOST_NODES:,}")
            return False
        if not self.open:
            self.root = node
            return True
        frame = self.open[-1]
        key = frame.key
        if frame.items is not None:
            frame.items.append(node)
        elif key is None:
            frame.key = node if type(node) is Scalar else self.no_key(node)
        else:
            frame.key = None
            if key.text in frame.seen:
                self.doubled += 1
                frame.twice.append((key, node))
            elif key.text == "<<" and not key.style:
                self.report("yaml-merge", key.line, key.column)
            elif key.style != _NO_KEY:
                frame.seen.add(key.text)
                frame.entries.append((key, node))
                return True
        return len(self.found) + self.doubled <= MOST_PROBLEMS

    def no_key(self, node: Node) -> Scalar:
        """Stands for a key that is a collection, or that was reported already; its value is passed over."""
        if not isinstance(node, Broken):
            self.report("yaml-key", node.line, node.column)
        return Scalar("", node.line, node.column, _NO_KEY)


def tokens(text: str) -> Iterator[tuple[str, int, int, int, int]]:
    """The quoted texts of `text` up to the first slip: quote, start line and column, end line and column, from 0."""
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                start, end = token.start_mark, token.end_mark
                yield token.style, start.line, start.column, end.line, end.column
    except yaml.YAMLError:
        return
