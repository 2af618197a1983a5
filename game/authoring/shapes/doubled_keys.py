"""Mappings that an indent or a dash too few has run together: what stands twice in them, and how they come apart."""

from collections.abc import Sequence
from itertools import takewhile
from typing import TypeAlias

from game.authoring.shapes.shape import ReadContext
from game.authoring.syntax.nodes import Mapping, Node, Scalar

KeyEntry: TypeAlias = tuple[Scalar, Node]


def report_doubled(node: Mapping, reading: ReadContext) -> None:
    """Tells what stands twice in a mapping. The first stays."""
    first = {key.text: key.line for key, _ in node.entries} if node.twice else {}
    for key, value in node.twice:
        reading.wrong("key-twice", key, key=key.text, line=first.get(key.text, node.line))
        reading.lose(key, value)


def split_entries(entries: Sequence[KeyEntry], at: Scalar) -> tuple[list[KeyEntry], list[KeyEntry]]:
    """The entries before `at`, and those from it on."""
    order = sorted(entries, key=lambda entry: (entry[0].line, entry[0].column))
    before = list(takewhile(lambda entry: (entry[0].line, entry[0].column) < (at.line, at.column), order))
    return before, order[len(before) :]


def split_mapping(node: Mapping, at: Scalar) -> tuple[Mapping, Mapping]:
    """The mapping up to `at`, and what follows as a mapping of its own, in which all stands that stood twice."""
    before, after = split_entries([*node.entries, *node.twice], at)
    made = []
    for part in (before, after):
        line, column = (part[0][0].line, part[0][0].column) if part else (node.line, node.column)
        mapping = Mapping(line, column, node.flow)
        seen: set[str] = set()
        for key, value in part:
            (mapping.twice if key.text in seen else mapping.entries).append((key, value))
            seen.add(key.text)
        made.append(mapping)
    return made[0], made[1]
