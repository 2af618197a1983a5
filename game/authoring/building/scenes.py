"""From the fields of a scene to the scene: its text, its options and the one way out of it."""

from game.authoring.building.directions import build_music, build_place, build_text
from game.authoring.building.options import SceneDraft, options_of
from game.authoring.building.resolver import Resolver, Scope
from game.authoring.shapes.shape import Fields
from game.authoring.syntax.nodes import Scalar
from game.story.model import Block, Choice, End, Exit, Fork, Menu, Onward, Passage, Scene, Silence
from game.story.prose import Words


def build_scene(draft: SceneDraft, scope: Scope, ids: list[str]) -> Scene:
    """The scene of a draft, whose options have these `ids`; what is wrong goes to the report of its reading."""
    return _Builder(draft, scope).scene(ids)


class _Builder:
    def __init__(self, draft: SceneDraft, scope: Scope) -> None:
        self.draft, self.reading = draft, draft.reading
        self.resolver = Resolver(draft.reading, scope)

    def scene(self, ids: list[str]) -> Scene:
        fields, resolver = self.draft.fields, self.resolver
        text: list[Block] = []
        where: Scalar | None = fields.get("place")
        if where is not None and (arrived := build_place(resolver, where, resolver.at(where))):
            text.append(arrived)
        if (music := fields.get("music")) is not None:
            text.append(build_music(music, resolver.at(fields.keys["music"])))
        text.extend(build_text(resolver, fields.get("text")))
        aftermath = self.resolver.goal(fields.get("aftermath"))
        if aftermath == self.draft.id.text:
            self.reading.wrong("aftermath-itself", fields.get("aftermath"), scene=aftermath)
            aftermath = None
        return Scene(
            self.draft.id.text, self.draft.chapter, tuple(text), self.exit(ids), aftermath, resolver.at(self.draft.id)
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
                self.resolver.named(ending, "unknown-ending", self.resolver.scope.names.endings, "endings")
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
        say = self.resolver.inline(said) if said else (Words(default),)
        if "locked" in fields.keys and "if" not in fields.keys:
            self.reading.wrong("locked-without-if", fields.keys["locked"])
        locked: Scalar | None = fields.get("locked")
        return Choice(
            id=id,
            say=say,
            go=self.resolver.goal(fields.get("go")) or "",
            condition=self.resolver.condition(fields.get("if")),
            locked=self.resolver.inline(locked) if locked else None,
            once=bool(fields.get("once", False)),
            changes=self.resolver.changes(fields.get("set")),
            then=build_text(self.resolver, fields.get("then")),
            at=self.resolver.at(fields.node),
        )

    def forks(self, go: Scalar | list[Fields] | None) -> tuple[Fork, ...]:
        if isinstance(go, Scalar):
            return (Fork(self.resolver.goal(go) or "", at=self.resolver.at(go)),)
        return tuple(
            Fork(
                self.resolver.goal(fork.get("go")) or "",
                self.resolver.condition(fork.get("if")),
                self.resolver.at(fork.node),
            )
            for fork in go or []
        )
