"""What is meant by braces that are written as other tools write them, and how it is written here."""

import re
from typing import NamedTuple

from game.story.condition_parser import Names
from game.story.names import near

# How other tools call wordings that change; what comes of it here, and whether it was left to chance.
CHANGING = {
    "shuffle": "cycle",
    "random": "cycle",
    "either": "cycle",
    "any": "cycle",
    "loop": "cycle",
    "rotate": "cycle",
    "stopping": "first",
    "sequence": "first",
    "once": "first",
}
_CHANCE = "; a story has no chance in it"
_IF = re.compile(r"\s*#?if\b:?\s*(.+?):?\s*$")
_END = re.compile(r"\{\s*(?:/if|endif|end if|end|fi)\s*\}")
_ELSE = re.compile(r"\{\s*else:?\s*\}")
_PART = re.compile(r"\s*(?:else|endif|end if|end|fi|/if|(?:elif|elseif|else if)\b.*)\s*:?\s*$")
_TAG = re.compile(r"\s*/?(?:b|i|u|s|size|color|font|alpha|w|p|nw|fast|cps|k)(?:=[^}]*)?\s*$")
_OPERATION = re.compile(r"\s*(\w+)\s*(\+\+|--|[-+]?=(?!=))\s*(\w*)\s*$")


class ForeignBlock(NamedTuple):
    """Words between `{if …}` and `{endif}`, as they are written here, and where they end."""

    hint: str
    end: int


def wordings(inside: str) -> list[str]:
    """The wordings of what stands in braces without nested ones."""
    return [each.strip() for each in inside.split("|")]


def changing(name: str, inside: str) -> str:
    """The hint for a word of another tool before `?`."""
    word = CHANGING[name]
    parts = wordings(inside)
    if word == "first" and len(parts) != 2:
        word = "cycle"
    chance = _CHANCE if name in ("shuffle", "random", "either", "any") else ""
    return f"write `{{{word} ? {' | '.join(parts)}}}`{chance}"


def without_question(inside: str, before: str) -> str:
    """The hint for braces with a `|` and no `?`; `before` is the sign before them."""
    written = inside.strip()
    sign = written[:1]
    if sign == "~":
        return changing("shuffle", written[1:])
    if sign == "&":
        return changing("loop", written[1:])
    if sign == "!":
        return changing("once", written[1:])
    condition = re.match(r"([^|{}:]*[^|{}:\s])\s*:\s*(.*)", written, re.DOTALL)
    if condition:
        return f"write `{{{condition[1]} ? {' | '.join(wordings(condition[2]))}}}`"
    if before == "@":
        asked = re.match(r"(\([^|{}]*?\)|\w+)\s+(.*)", written, re.DOTALL)
        if asked:
            return f"write `{{{asked[1]} ? {' | '.join(wordings(asked[2]))}}}`, without the @"
    parts = wordings(written)
    if any("{" in part for part in parts) or not all(parts):
        return "write `{condition ? these words | or these}`"
    kind = "first" if len(parts) == 2 else "cycle"
    changes = "words that change with each visit" if kind == "cycle" else "words for the first visit and for later ones"
    return f"write `{{condition ? these words | or these}}`, or for {changes} `{{{kind} ? {' | '.join(parts)}}}`"


def not_shown(inside: str, names: Names) -> str:
    """The hint for braces with neither a name nor a question in them."""
    written = inside.strip()
    if found := re.fullmatch(r"\$!{0,2}(\w+)", written):
        return f"write `{{{found[1]}}}`, without the $"
    if found := _OPERATION.match(written):
        name = found[1] if found[1] in names.variables else near(found[1], names.variables) or found[1]
        value = f"{found[2][0]}{found[3] or 1}" if found[2] != "=" else found[3]
        return f"write `- set: {{{name}: {value}}}` in a list under `text`"
    condition = re.match(r"([^|{}:]*[^|{}:\s])\s*:\s*(\S.*)", written, re.DOTALL)
    if condition:
        return f"write `{{{condition[1]} ? {condition[2]}}}`"
    if _TAG.match(written) and written:
        return "write `*words*` or `**words**` for stress; there are no other tags"
    return "write `{variable}` or `{condition ? words | other words}`, or `\\{` for the sign"


def is_part(inside: str) -> bool:
    """Whether this is an `{else}` or an `{endif}` of a block."""
    return _PART.match(inside) is not None


def is_tag(inside: str) -> bool:
    """Whether this is a tag of another tool's markup."""
    return _TAG.match(inside) is not None


def block(inside: str, text: str, at: int, end: int) -> ForeignBlock | None:
    """The block that begins with braces around `inside`, if they say `if`; `at` is where they end."""
    found = _IF.match(inside)
    if not found:
        return None
    over = _END.search(text, at, end)
    if not over:
        return ForeignBlock(f"write `{{{found[1]} ? words | other words}}`", at)
    words = text[at : over.start()]
    parts = [" ".join(part.split()) for part in _ELSE.split(words)]
    if len(parts) > 2 or "{" in words.replace("{else", ""):
        return ForeignBlock("use `- if:`, `then:` and `else:` in a list under `text`", over.end())
    return ForeignBlock(f"write `{{{found[1]} ? {' | '.join(parts)}}}`", over.end())
