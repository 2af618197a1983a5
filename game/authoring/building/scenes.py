"""From the fields of a scene to the scene: its text, its options and the one way out of it."""

from game.authoring.building.directions import music_of, place_of, text_of
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
        self.known = Resolver(draft.reading, scope)

    def scene(self, ids: list[str]) -> Scene:
        fields, known = self.draft.fields, self.known
        text: list[Block] = []
        where: Scalar | None = fields.get("place")
        if where is not None and (arrived := place_of(known, where, known.at(where))):
            text.append(arrived)
        if (music := fields.get("music")) is not None:
            text.append(music_of(music, known.at(fields.keys["music"])))
        text.extend(text_of(known, fields.get("text")))
        aftermath = self.known.goal(fields.get("aftermath"))
        if aftermath == self.draft.id.text:
            self.reading.wrong("aftermath-itself", fields.get("aftermath"), scene=aftermath)
            aftermath = None
        return Scene(
            self.draft.id.text, self.draft.chapter, tuple(text), self.exit(ids), aftermath, known.at(self.draft.id)
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
                self.known.named(ending, "unknown-ending", self.known.scope.names.endings, "endings")
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
        say = self.known.inline(said) if said else (Words(default),)
        if "locked" in fields.keys and "if" not in fields.keys:
            self.reading.wrong("locked-without-if", fields.keys["locked"])
        locked: Scalar | None = fields.get("locked")
        return Choice(
            id=id,
            say=say,
            go=self.known.goal(fields.get("go")) or "",
            condition=self.known.condition(fields.get("if")),
            locked=self.known.inline(locked) if locked else None,
            once=bool(fields.get("once", False)),
            changes=self.known.changes(fields.get("set")),
            then=text_of(self.known, fields.get("then")),
            at=self.known.at(fields.node),
        )

    def forks(self, go: Scalar | list[Fields] | None) -> tuple[Fork, ...]:
        if isinstance(go, Scalar):
            return (Fork(self.known.goal(go) or "", at=self.known.at(go)),)
        return tuple(
            Fork(self.known.goal(fork.get("go")) or "", self.known.condition(fork.get("if")), self.known.at(fork.node))
            for fork in go or []
        )
