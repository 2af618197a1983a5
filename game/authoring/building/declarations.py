"""What story.yaml declares: cast, variables, places, sounds and endings, from fields to values."""

import re
from typing import Any, assert_never

from game.authoring.shapes.shape import Fields, ReadContext
from game.authoring.syntax.nodes import Scalar, Sequence
from game.story.limits import MOST_RANGE
from game.story.model import Ending, Person, Place, Sound
from game.story.value_hints import nearest
from game.story.variables import Flag, Kind, OneOf, Range, Value, Variable, described, value_of


def one_line(scalar: Scalar | None) -> str:
    """The text of a name, a title or a caption, on one line."""
    return " ".join(scalar.text.split()) if scalar else ""


def named(story: Fields, key: str) -> list[tuple[Scalar, Any]]:
    """The names declared under a key of story.yaml, each with its fields."""
    return story.get(key) or []


def cast_of(story: Fields, reading: ReadContext) -> dict[str, Person]:
    """Who may speak, by id; a person whose name is missing is called by the id."""
    return {
        id.text: Person(id.text, one_line(f.get("name")) or id.text, _text(f.get("color")), reading.place(id))
        for id, f in named(story, "cast")
    }


def places_of(story: Fields, reading: ReadContext) -> dict[str, Place]:
    """Where scenes happen, by id, with what holds unless it is said otherwise."""
    return {
        id.text: Place(
            id.text,
            _text(f.get("image")),
            f.get("side", "right"),
            one_line(f.get("about")),
            f.get("air", "dust"),
            _text(f.get("ambience")),
            _text(f.get("lit_by")),
            reading.place(id),
        )
        for id, f in named(story, "places")
    }


def sounds_of(story: Fields, reading: ReadContext) -> dict[str, Sound]:
    """The sounds, by id."""
    return {id.text: Sound(id.text, one_line(f.get("caption")), reading.place(id)) for id, f in named(story, "sounds")}


def endings_of(story: Fields, reading: ReadContext) -> dict[str, Ending]:
    """The endings, by id."""
    return {
        id.text: Ending(
            id.text, one_line(f.get("name")), one_line(f.get("hint")), _text(f.get("image")), reading.place(id)
        )
        for id, f in named(story, "endings")
    }


def variables_of(story: Fields, reading: ReadContext) -> dict[str, Variable]:
    """The variables whose kind could be told, by name."""
    made = (_variable(id, fields, reading) for id, fields in named(story, "variables"))
    return {variable.name: variable for variable in made if variable}


def _variable(id: Scalar, fields: Fields, reading: ReadContext) -> Variable | None:
    if "range" in fields.keys and "one_of" in fields.keys:
        reading.wrong("kind-of-variable", fields.keys["one_of"], name=id.text)
        return None
    kind: Kind | None = Flag() if fields.whole else None  # what is said with another key is anybody's guess
    if "range" in fields.keys:
        kind = _range(fields.get("range"), reading)
    elif "one_of" in fields.keys:
        kind = _one_of(fields, reading)
    if kind is None:
        return None
    return Variable(id.text, kind, _start(id, kind, fields, reading), one_line(fields.get("about")), reading.place(id))


def _range(written: Scalar | None, reading: ReadContext) -> Range | None:
    if written is None:
        return None
    low, high = (int(number) for number in re.findall(r"\d+", written.text))
    if low >= high or high > MOST_RANGE:
        reading.wrong("range-wrong", written, text=written.text, most=f"{MOST_RANGE:,}")
        return None
    return Range(low, high)


def _one_of(fields: Fields, reading: ReadContext) -> OneOf | None:
    """The words that could be read, if all could."""
    written: list[Scalar] | None = fields.get("one_of")
    node = next((value for key, value in fields.node.entries if key.text == "one_of"), None)
    if not written or not isinstance(node, Sequence) or len(written) < len(node.items):
        return None
    distinct = dict.fromkeys(word.text for word in written)
    seen: set[str] = set()
    for word in written:
        if word.text in seen:
            reading.wrong("value-twice", word, value=word.text)
        seen.add(word.text)
    return OneOf(tuple(distinct))


def _start(id: Scalar, kind: Kind, fields: Fields, reading: ReadContext) -> Value:
    first = _first(kind)
    written: Scalar | None = fields.get("start")
    if written is None:
        return first
    value = value_of(written.text, kind)
    if value is None:
        example = nearest(written.text, kind, first)
        reading.wrong("start-wrong", written, name=id.text, value=written.text, kind=described(kind), example=example)
        return first
    return value


def _first(kind: Kind) -> Value:
    match kind:
        case Range(low):
            return low
        case OneOf(words):
            return words[0]
        case Flag():
            return False
        case _:
            assert_never(kind)


def _text(scalar: Scalar | None) -> str | None:
    return scalar.text if scalar else None
