"""What the reference of the format is held to: the fields of every record, and the messages, as the page writes them."""

import re
from collections.abc import Iterator

from game.authoring.building.directions import DEFINITIONS
from game.authoring.format import SCENE_FILE, STORY_FILE, TEST_FILE
from game.authoring.shapes.by_key import ByKey
from game.authoring.shapes.either import EitherShape
from game.authoring.shapes.mapping import MapOf
from game.authoring.shapes.nullable import Nullable
from game.authoring.shapes.record import Record
from game.authoring.shapes.sequence import ListOf
from game.authoring.shapes.shape import Shape
from game.story.catalogue import CATALOGUE
from game.story.diagnostic import Severity

_FILLED = re.compile(r"\{\w+\}")


def records() -> Iterator[tuple[str, Record]]:
    """Every record of the format by what it is called, each once."""
    met: list[Record] = []
    for shape in (STORY_FILE, SCENE_FILE, TEST_FILE, *DEFINITIONS.values()):
        for record in _within(shape):
            if record not in met:
                met.append(record)
                yield record.what, record


def rows(record: Record) -> list[str]:
    """The table of a record's fields: what each is for, in the words of the format itself."""
    needed = {
        key: " Needed." if field.required and len(record.fields) > 1 else "" for key, field in record.fields.items()
    }
    return [f"| `{key}` | {field.about}{needed[key]} |" for key, field in record.fields.items()]


def message(code: str) -> str:
    """The row of a message: its code, and what it says, with … for what each case fills in."""
    entry = CATALOGUE[code]
    text = entry.message.replace("{{", "\0").replace("}}", "\1")
    said = _FILLED.sub("…", text).replace("\0", "{").replace("\1", "}")
    said = said.replace("|", "\\|").replace("`", "")
    return f"| `{code}`{' (warning)' if entry.severity is Severity.WARNING else ''} | {said} |"


def _within(shape: Shape | None) -> Iterator[Record]:
    match shape:
        case Record():
            yield shape
            for field in shape.fields.values():
                yield from _within(field.shape)
        case ByKey(records=records):
            for record in records.values():
                yield from _within(record)
        case MapOf(value=inner) | ListOf(item=inner) | Nullable(shape=inner):
            yield from _within(inner)
        case EitherShape(scalar=scalar, sequence=sequence, mapping=mapping):
            for each in (scalar, sequence, mapping):
                yield from _within(each)
        case _:
            return
