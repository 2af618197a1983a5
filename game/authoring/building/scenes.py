"""From the fields of a scene to the scene: every name in it looked up, every condition and paragraph parsed."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from game.authoring.building.declarations import words
from game.authoring.building.options import SceneDraft, options_of
from game.authoring.shapes.shape import Fields
from game.authoring.syntax.locate import locator
from game.authoring.syntax.nodes import Scalar
from game.story.condition_parser import Names, parse_condition
from game.story.conditions import Condition
from game.story.model import (
    Arrive,
    Block,
    Choice,
    Claim,
    End,
    Exit,
    Fork,
    Hear,
    If,
    Include,
    Line,
    Menu,
    Music,
    Onward,
    Passage,
    Pause,
    Scene,
    Set,
    Shake,
    Silence,
    Text,
)
from game.story.names import suggestion
from game.story.prose import Prose, Words
from game.story.prose_parser import Cast, parse_inline, parse_paragraphs
from game.story.value_hints import meant
from game.story.variables import Add, Assign, Change, Range, described, value_of


@dataclass(frozen=True, slots=True)
class Scope:
    """Every name of the story that a scene may use."""

    names: Names
    cast: Cast
    places: Collection[str]
    sounds: Collection[str]


def build_scene(draft: SceneDraft, known: Scope, ids: list[str]) -> Scene:
    """The scene of a draft, whose options have these `ids`; what is wrong goes to the report of its reading."""
    return _Builder(draft, known).scene(ids)


class _Builder:
    def __init__(self, draft: SceneDraft, known: Scope) -> None:
        self.draft, self.known, self.reading = draft, known, draft.reading

    def scene(self, ids: list[str]) -> Scene:
        fields, place = self.draft.fields, self.reading.place
        text: list[Block] = []
        if (where := fields.get("place")) is not None and self.named(
            where, "unknown-place", self.known.places, "places"
        ):
            text.append(Arrive(where.text, place(where)))
        if (music := fields.get("music")) is not None:
            text.append(self.music(music, fields.keys["music"]))
        text.extend(self.text(fields.get("text")))
        aftermath = self.goal(fields.get("aftermath"))
        if aftermath == self.draft.id.text:
            self.reading.wrong("aftermath-itself", fields.get("aftermath"), scene=aftermath)
            aftermath = None
        return Scene(
            self.draft.id.text, self.draft.chapter, tuple(text), self.exit(ids), aftermath, place(self.draft.id)
        )

    def exit(self, ids: list[str]) -> Exit:
        """The one way out of the scene; several are reported, and none is a matter for the whole story."""
        fields = self.draft.fields
        given = [key for key in ("choices", "go", "ending") if key in fields.keys]
        if len(given) > 1:
            self.reading.wrong(
                "ways-several", fields.keys[given[1]], scene=self.draft.id.text, one=given[0], other=given[1]
            )
        if "silence" in fields.keys and "choices" not in fields.keys:
            self.reading.wrong("silence-alone", fields.keys["silence"], scene=self.draft.id.text)
        match given[:1]:
            case ["choices"]:
                return self.menu(fields, ids)
            case ["go"]:
                return Onward(self.forks(fields.get("go")))
            case ["ending"]:
                ending: Scalar | None = fields.get("ending")
                self.named(ending, "unknown-ending", self.known.names.endings, "endings")
                return End(ending.text if ending else "")
        return Passage()

    def menu(self, fields: Fields, ids: list[str]) -> Menu:
        made = [self.choice(each, id, default) for (each, default), id in zip(options_of(fields), ids, strict=True)]
        silence: Fields | None = fields.get("silence")
        if silence is None:
            return Menu(tuple(made))
        return Menu(tuple(made[:-1]), Silence(silence.get("after", 1.0), made[-1]))

    def choice(self, fields: Fields, id: str, default: str) -> Choice:
        said: Scalar | None = fields.get("say")
        say = self.inline(said) if said else (Words(default),)
        if "locked" in fields.keys and "if" not in fields.keys:
            self.reading.wrong("locked-without-if", fields.keys["locked"])
        locked: Scalar | None = fields.get("locked")
        return Choice(
            id=id,
            say=say,
            go=self.goal(fields.get("go")) or "",
            condition=self.condition(fields.get("if")),
            locked=self.inline(locked) if locked else None,
            once=bool(fields.get("once", False)),
            changes=self.changes(fields.get("set")),
            then=self.text(fields.get("then")),
            at=self.reading.place(fields.node),
        )

    def forks(self, go: Scalar | list[Fields] | None) -> tuple[Fork, ...]:
        if isinstance(go, Scalar):
            return (Fork(self.goal(go) or "", at=self.reading.place(go)),)
        return tuple(
            Fork(self.goal(fork.get("go")) or "", self.condition(fork.get("if")), self.reading.place(fork.node))
            for fork in go or []
        )

    def text(self, written: Scalar | list[Any] | None) -> Text:
        if written is None:
            return ()
        if isinstance(written, Scalar):
            return self.lines(written)
        blocks: list[Block] = []
        for item in written:
            if isinstance(item, Scalar):
                blocks.extend(self.lines(item))
            else:
                blocks.extend(self.direction(*item))
        return tuple(blocks)

    def lines(self, scalar: Scalar) -> tuple[Line, ...]:
        lines, wrong = parse_paragraphs(
            scalar.text,
            scalar.style == "|",
            self.known.cast,
            self.known.names,
            locator(scalar, self.reading.source),
        )
        for each in wrong:
            self.reading.report(each)
        return lines

    def inline(self, scalar: Scalar) -> Prose:
        prose, wrong = parse_inline(scalar.text.strip(), self.known.names, locator(scalar, self.reading.source))
        for each in wrong:
            self.reading.report(each)
        return prose

    def condition(self, scalar: Scalar | None) -> Condition | None:
        if scalar is None:
            return None
        condition, wrong = parse_condition(scalar.text, self.known.names, locator(scalar, self.reading.source))
        for each in wrong:
            self.reading.report(each)
        return condition

    def direction(self, key: str, fields: Fields) -> list[Block]:
        """The direction told by `key`, or none if what it needs was already reported."""
        value, at = fields.get(key), self.reading.place(fields.node)
        if value is None:
            return []
        match key:
            case "place" if self.named(value, "unknown-place", self.known.places, "places"):
                return [Arrive(value.text, at)]
            case "music":
                return [self.music(value, fields.node)]
            case "sound" if self.named(value, "unknown-sound", self.known.sounds, "sounds"):
                return [Hear(value.text, at)]
            case "shake":
                return [Shake(value, at)]
            case "pause":
                return [Pause(value, at)]
            case "set":
                return [Set(self.changes(value), at)]
            case "include":
                goal = self.goal(value)
                return [Include(goal, at)] if goal else []
            case "if":
                condition = self.condition(value)
                then, other = self.text(fields.get("then")), self.text(fields.get("else"))
                return [If(condition, then, other, at)] if condition else []
            case "claim":
                condition = self.condition(value)
                return [Claim(condition, at)] if condition else []
        return []

    def music(self, music: Scalar | Fields, node: Any) -> Music:
        at = self.reading.place(node)
        if isinstance(music, Scalar):
            return Music(None if music.text == "none" else music.text, at=at)
        return Music(words(music.get("track")), int(music.get("tension", 0)), at)

    def goal(self, scalar: Scalar | None) -> str | None:
        """The scene that is named, if there is one of that name."""
        scenes = self.known.names.scenes
        return scalar.text if scalar and self.named(scalar, "unknown-scene", scenes, "scenes") else None

    def named(self, scalar: Scalar | None, code: str, known: Collection[str], what: str) -> bool:
        if scalar is None:
            return False
        if scalar.text in known or self.known.names.doubts.cover(what, scalar.text):
            return True
        self.reading.wrong(code, scalar, name=scalar.text, hint=suggestion(scalar.text, known, what))
        return False

    def changes(self, written: list[tuple[Scalar, Scalar]] | None) -> tuple[Change, ...]:
        made = (self.change(name, value) for name, value in written or [])
        return tuple(change for change in made if change)

    def change(self, name: Scalar, written: Scalar) -> Change | None:
        variables = self.known.names.variables
        if not self.named(name, "unknown-variable", variables, "variables"):
            return None
        if name.text not in variables:
            return None
        kind, at = variables[name.text].kind, self.reading.place(name)
        sign, digits = written.text[:1], written.text[1:]
        if sign in "+-" and digits.isdecimal():
            if not isinstance(kind, Range):
                self.reading.wrong("set-relative", written, value=written.text, name=name.text, kind=described(kind))
                return None
            amount = min(int(digits[:9]), kind.high)
            return Add(name.text, amount if sign == "+" else -amount, at)
        value = value_of(written.text, kind)
        if value is None:
            hint = meant(name.text, written.text, kind)
            self.reading.wrong(
                "set-outside", written, name=name.text, value=written.text, kind=described(kind), hint=hint
            )
            return None
        return Assign(name.text, value, at)
