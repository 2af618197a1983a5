"""What an author meant by a condition that is written as elsewhere, in the names of the story at hand."""

import re
from collections.abc import Collection, Mapping

from game.story.names import near, suggestion
from game.story.variables import Flag, OneOf, Range, Variable

# How other languages compare; and words that authors write for signs.
SIGNS = {"=": "==", "===": "==", "=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "＝": "==", ":=": "=="}
SIGNS |= dict.fromkeys(("<>", "!==", "≠", "=!", "~=", "/=", "=/="), "!=")
WORDS = {
    "is": "==",
    "eq": "==",
    "equals": "==",
    "isnt": "!=",
    "ne": "!=",
    "neq": "!=",
    "gt": ">",
    "gte": ">=",
    "ge": ">=",
    "lt": "<",
    "lte": "<=",
    "le": "<=",
}
FLAGS = {"true": "yes", "on": "yes", "1": "yes", "y": "yes", "false": "no", "off": "no", "0": "no", "n": "no"}
_CHANCE = frozenset("random rand rnd dice roll chance either shuffle coin randint random_int".split())
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_CHAINED = re.compile(r"\s*(\d+)\s*(<=|>=|==|!=|<|>)\s*(\w+)\s*(?:(<=|>=|<|>)\s*(\d+)\s*)?$")


def sample(variables: Mapping[str, Variable], scenes: Collection[str]) -> str:
    """A condition that this story could ask."""
    parts = []
    for kind, form in ((Range, "{} >= {}"), (OneOf, "{} == {}"), (Flag, "{}")):
        found = next((each for each in variables.values() if isinstance(each.kind, kind)), None)
        if found:
            value = found.kind.low + 1 if isinstance(found.kind, Range) else ""
            value = found.kind.words[-1] if isinstance(found.kind, OneOf) else value
            parts.append(form.format(found.name, value))
    if parts:
        return " and ".join(parts[:2])
    return f"visited({next(iter(scenes))})" if scenes else "variable >= 2"


def turned(text: str, variables: Collection[str]) -> str | None:
    """A comparison that begins with its number, as it is written here: `1 <= trust <= 2`."""
    found = _CHAINED.match(text)
    if not found or found[3] not in variables:
        return None
    low, sign, name, other, high = found.groups()
    first = f"{name} {_TURNED[sign]} {low}"
    return f"write `{first} and {name} {other} {high}`" if other else f"write `{first}`"


def unknown_call(name: str, calls: Collection[str]) -> str:
    """The hint for a word with a parenthesis after it that is no call of the language."""
    if name.lower() in _CHANCE:
        return "a story has no chance in it: `{cycle ? one | another}` takes turns, and so does `times(scene) == 2`"
    guess = near(name.lower(), calls)
    return f"did you mean ‘{guess}’?" if guess else f"the calls are {', '.join(calls)}"


def flag(word: str, name: str) -> str:
    """The hint for what a yes or no cannot be."""
    meant = FLAGS.get(word.lower())
    return f"write `{meant}`" if meant else suggestion(word, ("yes", "no"), f"values of {name}")
