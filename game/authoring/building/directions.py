"""Texts and the directions in them: what an author may write under each key, and beside it what is made of that."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from game.authoring.building.declarations import one_line
from game.authoring.building.resolver import Resolver
from game.authoring.shapes.by_key import ByKey
from game.authoring.shapes.either import EitherShape
from game.authoring.shapes.mapping import MapOf
from game.authoring.shapes.names import Name
from game.authoring.shapes.record import Field, Record
from game.authoring.shapes.scalar import Number, ValueShape
from game.authoring.shapes.sequence import ListOf
from game.authoring.shapes.shape import Fields, Ref, Shape
from game.authoring.shapes.words import ConditionText, ProseShape
from game.authoring.syntax.nodes import Scalar
from game.story.model import (
    Arrive,
    Block,
    Claim,
    Direction,
    Hear,
    If,
    Include,
    Music,
    Pause,
    Set,
    Shake,
    Text,
)
from game.story.source_location import SourceLocation

PROSE = ProseShape()
CONDITION = ConditionText()
SCENE = Name("a scene")
SECONDS = Number(0, 600, "1.5", above=True)
SET = Field(
    MapOf(Name("a variable"), ValueShape(), "the variables to change", braced="set"),
    "Variables to change: `+1` and `-1` add, anything else is the new value.",
)
MUSIC = EitherShape(
    "the name of a track, or `none`",
    scalar=Name("a track", free=True),
    mapping=Record(
        "a music",
        {
            "track": Field(Name("a track", free=True), "The name of the track.", required=True),
            "tension": Field(
                Number(0, 9, "2", whole=True),
                "How much of it is heard, if it is in stems: from 0, the least, to 3, all.",
            ),
        },
    ),
)
DEFINITIONS: dict[str, Shape] = {}
TEXT = Ref("text", DEFINITIONS)

Build: TypeAlias = Callable[[Resolver, Fields, SourceLocation], Direction | None]
"""Makes a direction of its fields, that of its key among them; None if what it needs was already reported."""


def build_text(resolver: Resolver, written: Scalar | list[Any] | None) -> Text:
    """The paragraphs and directions of a text, with every name in it looked up."""
    if written is None:
        return ()
    if isinstance(written, Scalar):
        return resolver.lines(written)
    blocks: list[Block] = []
    for item in written:
        if isinstance(item, Scalar):
            blocks.extend(resolver.lines(item))
        else:
            blocks.extend(_direction(resolver, *item))
    return tuple(blocks)


def build_place(resolver: Resolver, name: Scalar | None, at: SourceLocation) -> Arrive | None:
    """On to the place of that name, if there is one."""
    places = resolver.scope.places
    return Arrive(name.text, at) if name and resolver.named(name, "unknown-place", places, "places") else None


def build_music(music: Scalar | Fields, at: SourceLocation) -> Music:
    """A track by its name alone, or with its tension."""
    if isinstance(music, Scalar):
        return Music(None if music.text == "none" else music.text, at=at)
    return Music(one_line(music.get("track")), int(music.get("tension", 0)), at)


def _direction(resolver: Resolver, key: str, fields: Fields) -> list[Direction]:
    if fields.get(key) is None:
        return []
    _, build = _FORMS[key]
    made = build(resolver, fields, resolver.at(fields.node))
    return [made] if made else []


def _if(resolver: Resolver, fields: Fields, at: SourceLocation) -> If | None:
    condition = resolver.condition(fields.get("if"))
    then, other = build_text(resolver, fields.get("then")), build_text(resolver, fields.get("else"))
    return If(condition, then, other, at) if condition else None


def _sound(resolver: Resolver, fields: Fields, at: SourceLocation) -> Hear | None:
    name: Scalar = fields.get("sound")
    return Hear(name.text, at) if resolver.named(name, "unknown-sound", resolver.scope.sounds, "sounds") else None


def _include(resolver: Resolver, fields: Fields, at: SourceLocation) -> Include | None:
    goal = resolver.goal(fields.get("include"))
    return Include(goal, at) if goal else None


def _claim(resolver: Resolver, fields: Fields, at: SourceLocation) -> Claim | None:
    condition = resolver.condition(fields.get("claim"))
    return Claim(condition, at) if condition else None


_FORMS: Mapping[str, tuple[Record, Build]] = {
    "if": (
        Record(
            "an `if`",
            {
                "if": Field(CONDITION, "The condition.", required=True),
                "then": Field(TEXT, "What is told where it holds.", required=True),
                "else": Field(TEXT, "What is told where it does not."),
            },
        ),
        _if,
    ),
    "place": (
        Record("a `place`", {"place": Field(Name("a place"), "The picture changes to this place.")}),
        lambda resolver, fields, at: build_place(resolver, fields.get("place"), at),
    ),
    "music": (
        Record("a `music`", {"music": Field(MUSIC, "This music from here on; `none` stops it.")}),
        lambda _, fields, at: build_music(fields.get("music"), at),
    ),
    "sound": (Record("a `sound`", {"sound": Field(Name("a sound"), "This sound is heard.")}), _sound),
    "shake": (
        Record(
            "a `shake`",
            {"shake": Field(Number(0, 1, "0.5", above=True), "The picture shakes, this strongly: above 0, at most 1.")},
        ),
        lambda _, fields, at: Shake(fields.get("shake"), at),
    ),
    "pause": (
        Record("a `pause`", {"pause": Field(SECONDS, "Nothing comes for so many seconds.")}),
        lambda _, fields, at: Pause(fields.get("pause"), at),
    ),
    "set": (
        Record("a `set`", {"set": SET}),
        lambda resolver, fields, at: Set(resolver.changes(fields.get("set")), at),
    ),
    "include": (
        Record("an `include`", {"include": Field(SCENE, "The text of that scene stands here.")}),
        _include,
    ),
    "claim": (
        Record(
            "a `claim`",
            {"claim": Field(CONDITION, "Says nothing to the player: the proof shows that it always holds here.")},
        ),
        _claim,
    ),
}

_DIRECTIONS = ByKey(
    "a text",
    {key: record for key, (record, _) in _FORMS.items()},
    outside={
        **dict.fromkeys(
            ("go", "choices", "ending", "silence"), "it belongs to the scene: write it under `text`, not in it"
        ),
        **dict.fromkeys(("say", "text"), "put the words in the list by themselves, under `- |`"),
    },
)
DEFINITIONS["block"] = EitherShape("text or a direction", scalar=PROSE, mapping=_DIRECTIONS)
DEFINITIONS["text"] = EitherShape(
    "text, or a list of text and directions",
    scalar=PROSE,
    sequence=ListOf(
        Ref("block", DEFINITIONS),
        "text, or a list of text and directions",
        example="|",
        openings=_DIRECTIONS.records,
    ),
)
