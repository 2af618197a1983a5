"""One file as it was read in one form, and what is wrong with it then."""

from contextlib import suppress
from dataclasses import dataclass

from game.authoring.shapes.record import Record
from game.authoring.shapes.shape import Fields, ReadContext
from game.authoring.sources.source import Source
from game.authoring.syntax.documents import read_document
from game.authoring.syntax.nodes import Mapping
from game.authoring.syntax.parser import MOST_PROBLEMS
from game.story.diagnostic import Diagnostic

# What is wrong with a value, and no sign that a line stands elsewhere than it was meant to.
OF_VALUES = frozenset(
    "not-yes-or-no number-outside not-a-number not-an-option color-wrong range-wrong id-long id-device id-wrong "
    "too-few text-empty value-comment line-break-odd sign-unseen sign-alike letter-alike space-odd quote-alike "
    "control-character prose-unseen sign-turning sign-lost prose-hash conflict yaml-deep yaml-large".split()
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A file as it was read, and what is wrong with it."""

    source: Source  # without what was mended while it was read
    fields: Fields | None
    reading: ReadContext
    found: list[Diagnostic]

    @property
    def faults(self) -> list[int]:
        """The lines that were stumbled over, in order; those of keys that became part of the words among them."""
        wrong = (each.at.line for each in self.found if each.is_error and each.code not in OF_VALUES)
        return sorted({*wrong, *self.reading.swallowed})

    @property
    def cost(self) -> int:
        """How much is wrong: errors, and keys that became words."""
        return sum(each.is_error for each in self.found) + len(self.reading.swallowed)


class _Enough(Exception):
    """There are more problems than anybody looks at."""


def attempt(given: Source, shape: Record) -> Attempt:
    """Reads a source by a shape, and gathers what is wrong in place of telling it."""
    node, found, source = read_document(given, shape.fields)

    def gather(each: Diagnostic) -> None:
        found.append(each)
        if len(found) >= MOST_PROBLEMS:
            raise _Enough

    reading = ReadContext(source, gather)
    fields: Fields | None = None
    if not any(each.code in ("yaml-deep", "yaml-large") for each in found):
        with suppress(_Enough):  # what reports so many ends the reading itself
            fields = shape.read(node or Mapping(1, 1, flow=False), reading)
    return Attempt(given, fields, reading, found)
