"""The options of a scene as it was read, and the id that each has from its author or from its words."""

import re
from dataclasses import dataclass
from itertools import count

from game.authoring.shapes.shape import Fields, ReadContext
from game.authoring.syntax.locate import locator
from game.authoring.syntax.nodes import Scalar
from game.story.condition_parser import Names
from game.story.marks import marks
from game.story.names import RESERVED, bounded, id_of, is_id
from game.story.prose_parser import parse_inline, plain_words
from game.story.source_location import SourceLocation

SILENCE = "Say nothing."
_SIGNS = re.compile(r"[{*\\]")


@dataclass(frozen=True, slots=True)
class SceneDraft:
    """A scene as it was read, before the names in it are looked up."""

    id: Scalar
    fields: Fields
    chapter: int
    reading: ReadContext


def choice_ids(draft: SceneDraft) -> tuple[list[str], dict[str, Scalar]]:
    """The id of each option of a scene, silence last, and the node that gives each; what is missing or doubled
    is reported."""
    ids: list[str] = []
    found: dict[str, Scalar] = {}
    options = options_of(draft.fields)
    every = {_choice_id(fields, default) for fields, default in options}
    for fields, default in options:
        given: Scalar | None = fields.get("id")
        id = _choice_id(fields, default)
        ids.append(id)
        node = given or fields.get("say") or fields.keys.get("after")
        if node is None or ("id" in fields.keys and given is None):
            continue
        if not id or id in RESERVED:
            if node.line not in draft.reading.source.mended:  # there the words are not what they will be
                why, better = _unnamed(fields, id, default, every)
                draft.reading.wrong("choice-needs-id", node, why=why, better=better)
        elif id in found:
            draft.reading.wrong("choice-twice", node, scene=draft.id.text, id=id, line=found[id].line)
        else:
            found[id] = node
    return ids, found


def foreign_in(draft: SceneDraft, names: Names) -> list[SourceLocation]:
    """Where marks of other tools stand in the words that name an option: without them it will have another name."""
    said = [fields.get("say") for fields, _ in options_of(draft.fields) if not fields.get("id")]
    return [
        locator(say, draft.reading.source)(mark.start)
        for say in said
        if say
        for mark in marks(say.text.strip(), names, ())
    ]


def options_of(fields: Fields) -> list[tuple[Fields, str]]:
    """The fields of each option, silence last, with the words that stand in where it says none."""
    silence: Fields | None = fields.get("silence")
    return [(choice, "") for choice in fields.get("choices") or []] + ([(silence, SILENCE)] if silence else [])


def _choice_id(fields: Fields, default: str) -> str:
    """The id that its author gives an option, else what its words give; empty where they depend on the state."""
    given: Scalar | None = fields.get("id")
    said: Scalar | None = fields.get("say")
    if given:
        return given.text
    say = said.text if said else default
    if not _SIGNS.search(say):
        return id_of(say)
    prose, wrong = parse_inline(say, Names(), _nowhere)
    return "" if wrong else id_of(plain_words(prose) or "")


def _unnamed(fields: Fields, id: str, default: str, taken: set[str]) -> tuple[str, str]:
    """Why the words of an option give it no name, and one that it can have, which is `taken` then."""
    said: Scalar | None = fields.get("say")
    words = said.text if said else default
    signs = re.sub(r"\W", "", words)
    goal: Scalar | None = fields.get("go")
    if id:
        why, better = f"‘{id}’ is a word of the story language", f"say_{id}"
    elif signs.isdigit():
        why, better = "a name is not digits alone", f"say_{signs}"
    elif _SIGNS.search(words):
        why, better = "they change with what has happened", f"to_{goal.text}" if goal else "this_way"
    else:
        why, better = "there is no letter in them", f"to_{goal.text}" if goal else "this_way"
    better = bounded(better) if is_id(better) else "this_way"
    name = next(each for n in count(1) if (each := f"{better}_{n}" if n > 1 else better) not in taken)
    taken.add(name)
    return why, name


def _nowhere(_: int) -> SourceLocation:
    return SourceLocation("")
