"""From an author's condition to its value, or to what is wrong with it and where.

A recursive-descent parser over `or`, `and`, `not`, comparisons and calls, in rising order of binding.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias, assert_never

from game.story.catalogue import diagnostic
from game.story.condition_hints import SIGNS, WORDS, flag, sample, turned, unknown_call
from game.story.conditions import (
    And,
    Chose,
    Compare,
    Condition,
    Constant,
    Ended,
    Held,
    Not,
    Op,
    Or,
    Term,
    Times,
    Visited,
)
from game.story.diagnostic import Diagnostic
from game.story.names import Doubts, called, suggestion
from game.story.signs import odd_in, spaced
from game.story.source_location import SourceLocation
from game.story.variables import MOST_DIGITS, Flag, Kind, OneOf, Range, Variable, described, value_of

MOST_NESTED = 30
MOST_LETTERS = 2_000
_TOKEN = re.compile(r"\s*(?:(\w+)|(==(?!=)|!=(?!=)|<=|>=|<(?!>)|[>().])|([~/:]=|=!|\S[=<>&|]*))")
_DASHED = re.compile(r"[\w-]+")
_CALLED = re.compile(r"(\w+)\s*\(")
_CALLS = ("visited", "times", "chose", "ended")
_SIGNS = frozenset(op.value for op in Op)
_JOINING = ("and", "or", "not")
_CONNECTORS = {"&": "and", "|": "or", "!": "not"}


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of a story that a condition may use. `choices` holds the choice ids of each scene."""

    variables: Mapping[str, Variable] = field(default_factory=dict)
    scenes: Mapping[str, SourceLocation] = field(default_factory=dict)
    choices: Mapping[str, Collection[str]] = field(default_factory=dict)
    endings: Mapping[str, SourceLocation] = field(default_factory=dict)
    doubts: Doubts = field(default_factory=Doubts)
    known: dict[str, Condition] = field(default_factory=dict, compare=False, repr=False)  # those parsed before


Parsed: TypeAlias = tuple[Condition | None, tuple[Diagnostic, ...]]


def parse_condition(text: str, names: Names, locate: Callable[[int], SourceLocation]) -> Parsed:
    """The condition written in `text`, or None and what is wrong.

    `locate` gives the place of a character of `text` by its index.
    """
    if len(text) > MOST_LETTERS:
        return None, (diagnostic("condition-long", locate(0), most=f"{MOST_LETTERS:,}"),)
    known = names.known.get(text)
    if known is not None:
        return known, ()
    plain = spaced(text)
    odd = odd_in(plain)
    if plain != text and not odd:
        condition, _ = parse_condition(plain, names, locate)
        if condition:
            return condition, ()
        odd = odd_in(text)
    if odd:
        meant, more = parse_condition(odd.meant, names, locate)
        return meant, (odd.told(locate(odd.at)), *(more if meant else ()))
    try:
        condition = names.known[text] = _Parser(text, names, locate).whole()
    except _Wrong as wrong:
        return None, (wrong.diagnostic,)
    except _Doubtful:
        return None, ()
    return condition, ()


class _Doubtful(Exception):
    """A name stands here that was refused where it is declared, and told there."""


class _Wrong(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    at: int
    is_word: bool


class _Parser:
    def __init__(self, text: str, names: Names, locate: Callable[[int], SourceLocation]) -> None:
        self.names = names
        self.locate = locate
        self.text = text
        self.depth = 0
        self.next = 0
        self.tokens: list[_Token] = []
        called = self.called()
        for found in _TOKEN.finditer(text):
            kind = found.lastindex
            if kind is None:
                continue
            token = _Token(found[kind], found.start(kind), kind == 1)
            if called and token.at >= called.at:
                self.wrong("condition-function", called, name=called.text, hint=unknown_call(called.text, _CALLS))
            if kind == 3:
                self.stray(token)
            self.tokens.append(token)
        self.end = _Token("", len(text.rstrip()), False)

    def called(self) -> _Token | None:
        """The first word that is called like one of the calls and is none."""
        for found in _CALLED.finditer(self.text):
            word = found[1]
            if word not in _CALLS and word.lower() not in _JOINING and word not in self.names.variables:
                return _Token(word, found.start(1), True)
        return None

    def wrong(self, code: str, at: _Token, **details: object) -> NoReturn:
        raise _Wrong(diagnostic(code, self.locate(at.at), **details))

    def stray(self, token: _Token) -> NoReturn:
        """A sign that the language does not have."""
        sign = token.text
        if sign in SIGNS:
            self.wrong("condition-equals", token, sign=sign, meant=SIGNS[sign])
        if sign[0] in _CONNECTORS:
            sign = sign.rstrip("=<>") or sign
            self.wrong("condition-sign", token, sign=sign, meant=_CONNECTORS[sign[0]])
        if sign[0] in "\"'“”‘’":
            self.wrong("condition-quote", token, sign=sign[0])
        if sign == "-":
            name = next(found[0] for found in _DASHED.finditer(self.text) if found.end() > token.at)
            if name != "-" and self.names.doubts.cover("variables", name):
                raise _Doubtful
        rest = self.text[token.at + len(sign) :].lstrip()
        word = re.match(r"\w+", rest)
        hint = self.comparing()
        match [each.text for each in self.tokens[-3:]]:
            case _ if not word:
                pass
            case _ if sign == "$":
                hint = f"write `{word[0]}` without the $"
            case ["chose", "(", scene]:
                hint = f"write `chose({scene}.{word[0]})`"
            case [call, "(", name] if sign == "," and call in _CALLS:
                hint = f"write `{call}({name}) and {call}({word[0]})`"
        self.wrong("condition-stray", token, sign=sign, hint=hint)

    def comparing(self) -> str:
        return f"a condition compares, as in `{sample(self.names.variables, self.names.scenes)}`"

    def peek(self) -> _Token:
        return self.tokens[self.next] if self.next < len(self.tokens) else self.end

    def take(self) -> _Token:
        token = self.peek()
        self.next += 1
        return token

    def whole(self) -> Condition:
        if not self.tokens:
            self.wrong("condition-empty", self.end)
        found = self.either()
        left = self.peek()
        if left.text.lower() in ("and", "or", "not"):
            self.wrong("condition-sign", left, sign=left.text, meant=left.text.lower())
        if left is not self.end:
            self.wrong("condition-more", left, word=left.text)
        return found

    def either(self) -> Condition:
        parts = [self.every()]
        while self.peek().text == "or":
            self.take()
            parts.append(self.every(after=parts[-1], connector="or"))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def every(self, after: Condition | None = None, connector: str = "") -> Condition:
        parts = [self.negation(after, connector)]
        while self.peek().text == "and":
            self.take()
            parts.append(self.negation(parts[-1], "and"))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def negation(self, after: Condition | None, connector: str) -> Condition:
        if self.peek().text == "not":
            self.enter(self.take())
            part = Not(self.negation(None, ""))
            self.depth -= 1
            return part
        return self.single(after, connector)

    def enter(self, token: _Token) -> None:
        self.depth += 1
        if self.depth > MOST_NESTED:
            self.wrong("condition-deep", token, most=MOST_NESTED)

    def single(self, after: Condition | None, connector: str) -> Condition:
        token = self.take()
        if token.text == "(":
            self.enter(token)
            inner = self.either()
            closing = self.take()
            if closing is self.end:
                self.wrong("condition-parenthesis", token)
            if closing.text != ")":
                self.wrong("condition-more", closing, word=closing.text)
            self.depth -= 1
            return inner
        if not token.is_word or token.text in ("and", "or"):
            self.wrong("condition-expected", token, found=token.text or "the end", hint=self.first())
        if token.text not in self.names.variables and token.text.lower() in _JOINING:
            self.wrong("condition-sign", token, sign=token.text, meant=token.text.lower())
        if token.text in _CALLS:
            return self.call(token)
        if token.text not in self.names.variables:
            if self.names.doubts.cover("variables", token.text):
                return self.doubtful()
            self.unknown_left(token, after, connector)
        variable = self.names.variables[token.text]
        return self.comparison(token, Held(variable.name), variable.kind)

    def doubtful(self) -> Condition:
        """What a variable is compared with that may be of any kind. It stands for nothing: its story is not played."""
        if self.peek().text in _SIGNS:
            self.take()
            if self.peek().is_word:
                self.take()
        return And(())

    def unknown_left(self, token: _Token, after: Condition | None, connector: str) -> NoReturn:
        """A word that is no variable stands where one should."""
        word, variables = token.text, self.names.variables
        match after:
            case Compare(Held(name), op, _) if op in (Op.EQ, Op.NE):
                kind = variables[name].kind
                same = (isinstance(kind, OneOf) and word in kind.words) or (
                    isinstance(kind, Range) and word.isdecimal()
                )
                if same and self.peek().text in ("", "or", "and", ")"):
                    self.wrong(
                        "condition-or-value",
                        token,
                        word=word,
                        connector=connector,
                        meant=f"{connector} {name} {op.value} {word}",
                    )
            case Compare() | Visited() | Chose() | Ended() | Not() | And() | Or() | None:
                pass
            case _:
                assert_never(after)
        owners = [v.name for v in variables.values() if isinstance(v.kind, OneOf) and word in v.kind.words]
        if owners:
            self.wrong("condition-value-first", token, word=word, variable=owners[0])
        if word.isdecimal():
            hint = turned(self.text, variables)
            self.wrong("condition-expected", token, found=word, hint=hint or self.first())
        if word in self.names.scenes:
            self.wrong("condition-scene", token, word=word)
        hint = suggestion(word, variables, "variables")
        self.wrong("unknown-variable", token, name=word, hint=hint)

    def first(self) -> str:
        example = sample(self.names.variables, self.names.scenes)
        return f"the variable comes first, as in `{example}`; the calls are {', '.join(_CALLS)}"

    def comparison(self, token: _Token, left: Held | Times, kind: Kind) -> Condition:
        sign = self.peek()
        try:
            op = Op(sign.text)
        except ValueError:
            if sign.text.lower() in WORDS and sign.text not in self.names.variables:
                self.next += 1
                word, meant = sign.text, WORDS[sign.text.lower()]
                if self.peek().text == "not":
                    word, meant = f"{word} not", "!="
                self.wrong("condition-equals", sign, sign=word, meant=meant)
            if isinstance(kind, Flag):
                return Compare(left, Op.EQ, Constant(True))
            self.wrong("condition-alone", token, name=token.text, kind=described(kind), sign=_example(kind))
        self.take()
        if not isinstance(kind, Range) and op not in (Op.EQ, Op.NE):
            self.wrong("condition-operator", sign, sign=sign.text, name=token.text, kind=described(kind))
        return Compare(left, op, self.right(token, sign, kind))

    def right(self, left: _Token, sign: _Token, kind: Kind) -> Term:
        token = self.take()
        if not token.is_word:
            self.wrong("condition-expected-value", sign, sign=sign.text, kind=described(kind))
        word = token.text
        value = value_of(word, kind)
        if value is not None:
            return Constant(value)
        if word in self.names.variables:
            other = self.names.variables[word].kind
            comparable = other == kind or (isinstance(kind, Range) and isinstance(other, Range))
            if not comparable:
                self.wrong("condition-kinds", token, left=left.text, right=word)
            return Held(word)
        if self.names.doubts.cover("variables", word):
            return Constant(True)
        if isinstance(kind, Range) and word.isdecimal():
            self.wrong("condition-outside", token, value=word, name=left.text, kind=described(kind))
        if isinstance(kind, Flag):
            hint = flag(word, left.text)
        elif isinstance(kind, OneOf):
            hint = suggestion(word, kind.words, f"values of {left.text}")
        else:
            hint = f"it is {described(kind)}"
        self.wrong("unknown-value", token, value=word, name=left.text, hint=hint)

    def call(self, token: _Token) -> Condition:
        name = token.text
        opened = self.take()
        if opened.text != "(":
            self.wrong("condition-call", token, name=name, example=_CALL_EXAMPLES[name])
        inner = self.take()
        if not inner.is_word:
            self.wrong("condition-call", token, name=name, example=_CALL_EXAMPLES[name])
        result: Condition | None = None
        match name:
            case "ended":
                if not self.exists("endings", inner.text, self.names.endings):
                    hint = suggestion(inner.text, self.names.endings, "endings")
                    self.wrong("unknown-ending", inner, name=inner.text, hint=hint)
                result = Ended(inner.text)
            case "chose":
                result = self.chose(token, inner)
            case _:
                if not self.exists("scenes", inner.text, self.names.scenes):
                    hint = suggestion(inner.text, self.names.scenes, "scenes")
                    self.wrong("unknown-scene", inner, name=inner.text, hint=hint)
                result = Visited(inner.text) if name == "visited" else None
        closing = self.take()
        if closing is self.end:
            self.wrong("condition-parenthesis", opened)
        if closing.text != ")":
            self.wrong("condition-call", token, name=name, example=_CALL_EXAMPLES[name])
        if result is not None:
            return result
        counted = _Token(f"times({inner.text})", token.at, True)
        return self.comparison(counted, Times(inner.text), Range(0, 10**MOST_DIGITS - 1))

    def exists(self, kind: str, name: str, known: Collection[str]) -> bool:
        return name in known or self.names.doubts.cover(kind, name)

    def chose(self, token: _Token, scene: _Token) -> Condition:
        dot, choice = self.take(), self.take()
        if dot.text != "." or not choice.is_word:
            self.wrong("condition-call", token, name="chose", example=_CALL_EXAMPLES["chose"])
        if not self.exists("scenes", scene.text, self.names.scenes):
            hint = suggestion(scene.text, self.names.scenes, "scenes")
            self.wrong("unknown-scene", scene, name=scene.text, hint=hint)
        known = self.names.choices.get(scene.text, ())
        id = called(choice.text, known)
        if id is None and scene.text in self.names.scenes and not self.names.doubts.cover("choices", scene.text):
            hint = suggestion(choice.text, known, f"choices of {scene.text}")
            self.wrong("unknown-choice", choice, name=choice.text, scene=scene.text, hint=hint)
        return Chose(scene.text, id or choice.text)


_CALL_EXAMPLES: Mapping[str, str] = {
    "visited": "visited(scene)",
    "times": "times(scene) >= 2",
    "chose": "chose(scene.choice)",
    "ended": "ended(ending)",
}


def _example(kind: Kind) -> str:
    return f"== {kind.words[-1]}" if isinstance(kind, OneOf) else ">= 1"
