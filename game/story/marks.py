"""Marks of other tools that are read as prose here and would be shown to the player, and what is written instead.

A mark is told only where plain prose does not have it: a price, an address, a scene break, a footnote or a dash that
opens a line are left alone.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import NamedTuple, TypeAlias

from game.story.condition_parser import Names
from game.story.model import DIRECTIONS
from game.story.names import id_of, near

_OPTION = "write an option under `choices`: `- say: {}`"
_COMMENT = "a comment stands outside the words: a `#` on a line of its own, between keys or the items of a list"
_AROUND = 300  # signs before a mark that may open braces which it stands in
_NONE = "there is nothing of the kind here: delete it, or say it in words"
_CHANCE = "a story has no chance in it: `{cycle ? one | another}` takes turns"


class ForeignMark(NamedTuple):
    """What was read as prose, where it stands in the text, and what to write."""

    start: int
    end: int
    hint: str


@dataclass(frozen=True, slots=True)
class _Story:
    """The names that hints are made of."""

    names: Names
    cast: Collection[str]

    def scene(self, word: str) -> str:
        """The scene that is meant."""
        id = id_of(word) or "a_scene"
        return id if id in self.names.scenes else near(id, self.names.scenes) or id

    def variable(self, word: str) -> str:
        return word if word in self.names.variables else near(word, self.names.variables) or word


_Hint: TypeAlias = Callable[[re.Match[str], _Story], str | None]


def _link(found: re.Match[str], story: _Story) -> str:
    parts = re.split(r"->|\|", found[1]) if "<-" not in found[1] else found[1].split("<-")[::-1]
    words, goal = parts[0].strip(), story.scene(parts[-1].strip())
    return f"{_OPTION.format(words or '…')} with `go: {goal}`"


def _divert(found: re.Match[str], story: _Story) -> str | None:
    goal = found["goal"].strip()
    at_start = not found["before"].strip()
    if goal in ("END", "DONE"):
        return "write `ending: …` beside `text`"
    if not re.fullmatch(r"[\w.]+", goal):  # an option, as some tools write it
        return _OPTION.format(goal) if at_start else None
    if at_start or "_" in goal or goal in story.names.scenes:
        return f"write `go: {story.scene(goal)}` beside `text`"
    return None


def _option(found: re.Match[str], _: _Story) -> str:
    words = re.sub(r"[\[\]]|\s*->.*", "", found["words"]).strip()
    return _OPTION.format(words or "…")


def beside_say(hint: str) -> str:
    """The same hint for words of an option, which have no `text` beside them."""
    return re.sub(r"`- (set: .*)` in a list under `text`", r"`\1` beside `say`", hint).replace(
        "beside `text`", "beside `say`"
    )


def _knot(found: re.Match[str], _: _Story) -> str:
    return f"a scene is a name under `scenes`: `{id_of(found[1]) or 'a_scene'}:`"


def changed(name: str, sign: str, value: str, story: _Story) -> str:
    """A change as it is written here."""
    name = story.variable(name)
    step = re.fullmatch(rf"(?:\$?{re.escape(name)}|it)\s*([-+])\s*(\d+)", value.strip())
    if sign in ("++", "--"):
        new = f"{sign[0]}1"
    elif sign in ("+=", "-="):
        new = f"{sign[0]}{value.strip()}"
    elif step:
        new = f"{step[1]}{step[2]}"
    else:
        new = {"true": "yes", "false": "no"}.get(value.strip(), value.strip().strip("\"'")) or "…"
    return f"write `- set: {{{name}: {new}}}` in a list under `text`"


def _set(found: re.Match[str], story: _Story) -> str:
    return changed(found["name"], found["sign"], found["value"] or "", story)


def _macro(found: re.Match[str], story: _Story) -> str:
    word, rest = found["word"].lower(), found["rest"].strip()
    to = re.match(r"\$?(\w+)\s*(?:to|into|=|\+=|-=)\s*(.*)", rest)
    if word in ("set", "put") and to:
        sign = re.search(r"[-+]=", rest)
        return changed(to[1], sign[0] if sign else "=", to[2], story)
    if word in ("set", "put", "declare", "unset", "move"):
        return "write `- set: {…}` in a list under `text`"
    if word.replace("-", "") in ("if", "unless", "else", "elseif", "endif"):
        return "write `{condition ? words | other words}`, or `- if:` and `then:` in a list under `text`"
    if word.startswith(("link", "click", "button", "choice", "actions")):
        label = re.match(r"\s*[\"“']([^\"”']*)", rest)
        return _OPTION.format(label[1] if label else "…")
    if word.replace("-", "") in ("goto", "jump", "return", "detour", "undo"):
        goal = re.search(r"\w[\w ]*", rest)
        return f"write `go: {story.scene(goal[0]) if goal else '…'}` beside `text`"
    if word in ("print", "="):
        name = re.match(r"\$?(\w+)", rest)
        return f"write `{{{story.variable(name[1]) if name else 'variable'}}}`"
    if word in ("either", "random", "shuffle"):
        return _CHANCE
    if word in ("include", "display"):
        goal = re.search(r"\w[\w ]*", rest)
        return f"write `- include: {story.scene(goal[0]) if goal else '…'}` in a list under `text`"
    return _NONE


def _shown(found: re.Match[str], story: _Story) -> str | None:
    before = found.string[max(0, found.start() - _AROUND) : found.start()].rpartition("\n")[2]
    if before.rfind("{") > before.rfind("}"):  # in braces it is told as what it is there
        return None
    return f"write `{{{story.variable(found[1])}}}` to show it"


def _bracketed(found: re.Match[str], story: _Story) -> str | None:
    return _shown(found, story) if found[1] in story.names.variables else None


def _tag(found: re.Match[str], _: _Story) -> str:
    word, inner = found["tag"].lower(), found["inner"]
    stars = {"b": "**", "strong": "**", "i": "*", "em": "*"}.get(word)
    if stars and inner and inner.strip():
        return f"write `{stars}{inner.strip()}{stars}`"
    if stars:
        return f"write `{stars}words{stars}`"
    if word in ("br", "p", "div", "hr"):
        return "begin a paragraph with a blank line above it"
    return _NONE


def _entity(found: re.Match[str], _: _Story) -> str | None:
    sign = unescape(found[0])
    if sign.isspace():
        return "write a space"
    return f"write the sign itself: ‘{sign}’" if sign != found[0] else None


def _stressed(found: re.Match[str], _: _Story) -> str:
    return f"write `*{found[1]}*`"


def _weighted(found: re.Match[str], _: _Story) -> str:
    return f"write `**{found[1]}**`"


def _spoken(found: re.Match[str], story: _Story) -> str | None:
    return f"write `{found[1]}: {found[2]}`" if found[1] in story.cast else None


def _jumped(found: re.Match[str], story: _Story) -> str | None:
    return f"write `go: {found[1]}` beside `text`" if found[1] in story.names.scenes else None


def _command(found: re.Match[str], story: _Story) -> str:
    word, rest = found["word"], found["rest"].strip()
    if word in ("goto", "goto_scene", "gosub", "gosub_scene"):
        return f"write `go: {story.scene(rest)}` beside `text`"
    if word == "set" and (to := re.match(r"(\w+)\s+([-+%]?)\s*(.*)", rest)):
        return changed(to[1], f"{to[2]}=" if to[2] in "+-" and to[2] else "=", to[3], story)
    if word in ("if", "elseif", "elsif", "else"):
        return "write `- if:` and `then:` in a list under `text`"
    if word in ("choice", "fake_choice", "hide_reuse", "disable_reuse", "selectable_if"):
        return _OPTION.format("…")
    if word in ("create", "temp"):
        return "declare it under `variables` in story.yaml"
    if word in ("finish", "ending"):
        return "write `ending: …` beside `text`"
    if word == "label":
        return f"a scene is a name under `scenes`: `{id_of(rest) or 'a_scene'}:`"
    if word == "comment":
        return _COMMENT
    if word == "rand":
        return _CHANCE
    if word in ("page_break", "line_break"):
        return "begin a paragraph with a blank line above it; a page ends where it is full"
    return _NONE


def _direction(found: re.Match[str], _: _Story) -> str:
    line = found[1].strip()
    if found[2] in ("say", "choices", "go", "ending", "silence"):
        return "it belongs to the scene: write it beside `text`, not in the words"
    return f"make `text` a list: `- |` before the words, and `- {line}` after them, level with that dash"


def _always(hint: str) -> _Hint:
    return lambda _, __: hint


_MACROS = (
    "if|elseif|else|endif|set|unset|print|link|linkappend|linkreplace|goto|return|include|display|button|choice|actions"
    "|back|for|silently|nobr|audio|timed|repeat|stop|jump|detour|declare|wait|call|once|endonce|enum|local|run|widget"
)
_HARLOWE = r"link[\w-]*|click[\w-]*|go-?to|display|print|either|random|shuffled|cycling-link|text-[\w-]+|t8n|enchant"
_HOOKED = (
    "if|unless|else-?if|else|set|put|move|undo|live|stop|transition|alert|prompt|confirm|css|align|show|hide|replace"
)
_TAGS = (
    "a|b|i|u|s|em|strong|br|hr|p|div|span|font|img|h[1-6]|ul|ol|li|small|big|sup|sub|center|blockquote|code|pre|script"
    "|style|audio|video|table|tr|td|input|button|strike|del|ins|mark|tt"
)
_CHOICESCRIPT = (
    "if|elseif|elsif|else|goto|goto_scene|gosub|gosub_scene|set|temp|create|choice|fake_choice|label|finish|ending"
    "|page_break|line_break|hide_reuse|disable_reuse|selectable_if|comment|return|rand|input_text|input_number|image"
    "|sound|achieve|stat_chart|allow_reuse|title|author|scene_list"
)
_DIRECTIONS = "|".join([*DIRECTIONS, "then|else|choices|say|go|ending|silence"])

_ASSIGNED = (
    r"^[ \t]*[~$][ \t]*(?:temp[ \t]+)?(?P<name>[^\W\d]\w*)[ \t]*(?P<sign>\+\+|--|[-+]?=(?!=))"
    r"[ \t]*(?P<value>[^\n]*)$"
)
_TAGGED = rf"(?i:</?(?P<tag>{_TAGS})(?:[ \t]+[\w-]+[ \t]*=[^<>\n]{{0,300}})?[ \t]*/?>)(?:(?P<inner>(?<!/>)[^<>\n]{{0,500}})</\w+[ \t]*>)?"

_RULES: tuple[tuple[str, _Hint], ...] = (
    (r"\[\[([^\[\]\n]+)\]\]", _link),
    (rf"^[ \t]*-[ \t]+((?:({_DIRECTIONS})):(?=[ \t\n]|$).*)$", _direction),
    (r"^[ \t]*-[ \t]+\|[ \t]*$", _always("make `text` a list, with this dash level with the others")),
    (r"^(?P<before>.*?)(?<![-<])(?P<at>->)[ \t]*(?:->[ \t]*)?(?P<goal>\w[^\n>|]*?)[ \t]*(?:->)?[ \t]*$", _divert),
    (r"^[ \t]*<-[ \t]*(\w+)[ \t]*$", lambda f, s: f"write `- include: {s.scene(f[1])}` in a list under `text`"),
    (r"^[ \t]*(?:[*+][ \t]*){1,6}(?:\{[^}\n]*\}[ \t]*)?(?P<words>\[[^\]\n]*\].*|.*[^-]->.*)$", _option),
    (r"^[ \t]*[*+][ \t]+(?P<words>[^*\n]*[^*\s][^*\n]*)\n(?=[ \t]*[*+][ \t]+[^*\n]*[^*\s])", _option),
    (r"^[ \t]*={2,}[ \t]*(?:function[ \t]+)?(\w+)[ \t]*(?:\([^)\n]*\))?[ \t]*=*[ \t]*$", _knot),
    (r"^[ \t]*=[ \t]+(\w+)[ \t]*$", _knot),
    (r"^::[ \t]+(\w[^\n\[{]*)", _knot),
    (r"^[ \t]*label[ \t]+(\w+):[ \t]*$", _knot),
    (_ASSIGNED, _set),
    (r"^[ \t]*~[ \t]*(?:return\b|\w+\()[^\n]*$", _always(_NONE)),
    (
        r"^(?:VAR|CONST|LIST)[ \t]+\w+[ \t]*=|^[ \t]*(?:define|default)[ \t]+\w+[ \t]*=",
        _always("declare it under `variables` in story.yaml"),
    ),
    (r"^INCLUDE[ \t]+\S+\.ink\b", _always("every file in `scenes` is read: delete it")),
    (r"^[ \t]*(?:TODO|FIXME|XXX)\b:?", _always(_COMMENT)),
    (
        rf"<</?(?P<word>{_MACROS}|=)\b(?P<rest>[^<>\n]{{0,300}}(?:(?:<|>=?)(?![<>])[^<>\n]{{0,300}}){{0,5}})>>",
        _macro,
    ),
    (rf"\((?P<word>{_HARLOWE})[ \t]*:(?P<rest>[^\n)]{{0,300}})\)?", _macro),
    (rf"\((?P<word>{_HOOKED})[ \t]*:(?P<rest>[^\n()$]{{0,300}}(?:\$[^\n)]{{0,300}}|(?=\)[ \t]*\[)))\)?", _macro),
    (r"\$!{0,2}\{[ \t]*(\w+)[ \t]*\}", _shown),
    (r"(?<![\w$\\])\$([a-z_]\w+)", _shown),
    (r"\[([^\W\d]\w*)\]", _bracketed),
    (_TAGGED, _tag),
    (r"<!--[^\n]*", _always(_COMMENT)),
    (
        r"\[(?P<word>[biu]|color|size|url|img)(?:=[^\]\n]{0,100})?\][^\[\n]{0,500}\[/(?P=word)\]",
        _always("write `*words*` or `**words**`"),
    ),
    (r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});", _entity),
    (r"(?:^[ \t]*|(?<=[.!?…”\"][ \t]))//[^\n]*", _always(_COMMENT)),
    (r"/\*[^\n]{0,500}?\*/|^[ \t]*/\*[^\n]*|/%[^\n]{0,500}?%/", _always(_COMMENT)),
    (r"^[ \t]*%%[^\n]*|%%[^%\n]+%%", _always(_COMMENT)),
    (r"(?<![\w_/\\])__(?=[^\s_])([^_\n]{1,300}?)(?<=\S)__(?![\w_])", _weighted),
    (r"(?<![\w_/\\])_(?=[^\s_])([^_\n]{1,300}?)(?<=\S)_(?![\w_])", _stressed),
    (
        r"^[ \t]*#{1,6}[ \t]+[^\W\d][^\n]*",
        _always("`#` is no comment inside the words, and makes no heading: write `**words**`, or take the line out"),
    ),
    (r"^[ \t]*#(?P<words>\w[^\n]*)\n(?:[ \t]{2,}[^\n]*\n){0,20}[ \t]*#\w", _option),
    (r"^[ \t]*-{3,}[ \t]*$", _always("a break is a line of its own like `\\* \\* \\*`, or another scene")),
    (r"!?\[[^\[\]\n]{1,200}\]\((?:https?:|[\w./-]{1,100}\.\w)[^)\n]{0,300}\)", _always(_NONE)),
    (rf"^[ \t]*\*(?P<word>{_CHOICESCRIPT})\b(?P<rest>[^*\n]*)$", _command),
    (r"^[ \t]*(\w+)[ \t]+\"([^\"\n]+)\"[ \t]*$", _spoken),
    (r"^[ \t]*(?:jump|call)[ \t]+(\w+)[ \t]*$", _jumped),
    (r"(?<=\w)[ \t]?<>(?=[ \t]*$)", _always("delete it: a line break inside a paragraph is a space")),
)
# Hardly any prose has one of these: what has none need not be looked at by rule. All alternatives begin with a letter
# of their own, and one pattern is for what opens a line: so a search is one pass.
_SUSPECT = re.compile(r"\[|->|<[-<>!/a-zA-Z]|\$|&[#A-Za-z]|//|/[*%]|%%|\"[ \t]*$|\((?:\w|-)+[ \t]*:", re.MULTILINE)
_SUSPECT_LINE = re.compile(
    r"\n[ \t]*(?:[*+~=#]|-[-\w |]|::|label |jump |call |VAR|CONST|LIST|INCLUDE|TODO|FIXME|XXX|define |default )"
)


_UNDERLINED = re.compile(r"(?<![\w/\\])_")


def _is_suspect(text: str) -> bool:
    return bool(
        _SUSPECT.search(text) or _SUSPECT_LINE.search(f"\n{text}") or ("_" in text and _UNDERLINED.search(text))
    )


@cache
def _rules() -> tuple[tuple[re.Pattern[str], _Hint], ...]:
    """Made when first needed: hardly any story needs them, and they take as long to make as a chapter to read."""
    return tuple((re.compile(pattern, re.MULTILINE), hint) for pattern, hint in _RULES)


def marks(text: str, names: Names, cast: Collection[str]) -> Iterator[ForeignMark]:
    """The marks of other tools in a text, in the order of their places: the first on a line of each kind."""
    if not _is_suspect(text):
        return
    story = _Story(names, cast)
    found = []
    for rule, (pattern, hint) in enumerate(_rules()):
        free = 0  # where the line after the last one told begins
        for match in pattern.finditer(text):
            start = match.start("at") if "at" in pattern.groupindex else match.end() - len(match[0].lstrip())
            if start >= free and (told := hint(match, story)):
                found.append((start, rule, ForeignMark(start, match.end(), told)))
                free = text.find("\n", start) % (len(text) + 1) + 1
    end = -1
    for _, _, mark in sorted(found):
        if mark.start >= end:
            yield mark
            end = mark.end
