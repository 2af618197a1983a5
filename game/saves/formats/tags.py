"""The tags under which the parts of a story stand in fingerprints.

Saves hold fingerprints, so a tag stays what it is for ever; what it stands for may be called something else tomorrow. Each
part is told with those of its fields that tell it apart, in this order. A part that is new takes a tag that none has had.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.play.situation import Card
from game.story import conditions, model, prose, variables


@dataclass(frozen=True, slots=True)
class Tagged:
    """`fields` are pairs: the tag of a field, and the attribute that holds it."""

    tag: str
    fields: tuple[tuple[str, str], ...] = ()


def _as(tag: str, **fields: str) -> Tagged:
    return Tagged(tag, tuple(fields.items()))


TAGS: Mapping[type, Tagged] = {
    # What a text is made of
    model.Line: _as("Line", speaker="speaker", prose="prose"),
    model.Arrive: _as("GoTo", background="place"),
    model.Music: _as("Play", track="track", tension="tension"),
    model.Hear: _as("Hear", sound="sound"),
    model.Shake: _as("Shake", strength="strength"),
    model.Pause: _as("Pause", seconds="seconds"),
    model.Set: _as("Set", changes="changes"),
    model.If: _as("If", condition="condition", then="then", other="other"),
    model.Include: _as("Include", scene="scene"),
    model.Claim: _as("Claim", condition="condition"),
    # Where it leads
    model.Menu: _as("Menu", choices="choices", silence="silence"),
    model.Choice: _as(
        "Choice",
        id="id", say="say", go="go", condition="condition", locked="locked", once="once", changes="changes", then="then",
    ),
    model.Silence: _as("Silence", after="after", choice="choice"),
    model.Onward: _as("Onward", forks="forks"),
    model.Fork: _as("Fork", go="go", condition="condition"),
    model.End: _as("End", ending="ending"),
    model.Passage: _as("Passage"),
    # Its words
    prose.Words: _as("Words", text="text"),
    prose.Styled: _as("Styled", style="style", parts="parts"),
    prose.Shown: _as("Shown", variable="variable"),
    prose.Either: _as("Either", condition="condition", then="then", other="other"),
    prose.Cycle: _as("Cycle", wordings="wordings", once="once"),
    # When
    conditions.Constant: _as("Constant", value="value"),
    conditions.Held: _as("Held", variable="variable"),
    conditions.Times: _as("Times", scene="scene"),
    conditions.Compare: _as("Compare", left="left", op="op", right="right"),
    conditions.Visited: _as("Visited", scene="scene"),
    conditions.Chose: _as("Chose", scene="scene", choice="choice"),
    conditions.Ended: _as("Ended", ending="ending"),
    conditions.Not: _as("Not", part="part"),
    conditions.And: _as("And", parts="parts"),
    conditions.Or: _as("Or", parts="parts"),
    # What it changes
    variables.Assign: _as("Assign", variable="variable", value="value"),
    variables.Add: _as("Add", variable="variable", amount="amount"),
    # What a player reads but for paragraphs
    Card: _as("Card", chapter="chapter"),
}  # fmt: skip
