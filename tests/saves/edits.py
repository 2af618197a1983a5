"""What authors do to a story while somebody has a save of it, each edit made somewhere that a run has been."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from random import Random
from typing import Any

from game.play.playthrough import Playthrough
from game.story.conditions import Chose, Compare, Constant, Ended, Held, Op, Times, Visited
from game.story.model import Choice, Fork, Line, Menu, Onward, Renamed, Scene, Silence, Story
from game.story.prose import Words
from game.story.variables import Assign, Flag, OneOf, Range, Variable


@dataclass(frozen=True, slots=True)
class Edited:
    """The story after an edit, and what things are called in it that had another name. `before` is how many choices
    come before the place of the edit, and `gone` a scene that there is no more."""

    story: Story
    scenes: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[tuple[str, str], str] = field(default_factory=dict)
    before: int = 0
    gone: str = ""


Edit = Callable[[Story, Playthrough, Random], Edited | None]
"""None where the run has been nowhere that such an edit can be made."""


def nothing(story: Story, run: Playthrough, dice: Random) -> Edited:
    return Edited(story)


def typo(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    scene = story.scenes[dice.choice(been(run))]
    lines = [at for at, block in enumerate(scene.text) if isinstance(block, Line) and words_in(block)]
    if not lines:
        return None
    at = dice.choice(lines)
    line = scene.text[at]
    assert isinstance(line, Line)
    part = dice.choice(words_in(line))
    words = line.prose[part]
    assert isinstance(words, Words)
    spot = dice.randrange(len(words.text))
    slipped = Words(words.text[:spot] + dice.choice("abcdefg") + words.text[spot + 1 :])
    other = replace(line, prose=(*line.prose[:part], slipped, *line.prose[part + 1 :]))
    return Edited(with_scenes(story, replace(scene, text=(*scene.text[:at], other, *scene.text[at + 1 :]))))


def words_in(line: Line) -> list[int]:
    """Words that can lose a letter without the paragraph losing all of it."""
    return [at for at, part in enumerate(line.prose) if isinstance(part, Words) and len(part.text.strip()) > 1]


def paragraph_inserted(story: Story, run: Playthrough, dice: Random) -> Edited:
    scene = story.scenes[dice.choice(been(run))]
    at = dice.randrange(len(scene.text) + 1)
    new = Line(None, (Words("Something that nobody has read yet."),))
    return Edited(with_scenes(story, replace(scene, text=(*scene.text[:at], new, *scene.text[at:]))))


def option_inserted(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    scene = a_menu(story, run, dice)
    if scene is None:
        return None
    new = Choice("never_seen", (Words("Never seen."),), dice.choice(sorted(story.scenes)))
    choices = list(menu_of(scene).choices)
    choices.insert(dice.randrange(len(choices) + 1), new)
    return Edited(with_scenes(story, with_choices(scene, choices)))


def menu_reordered(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    scene = a_menu(story, run, dice)
    if scene is None:
        return None
    choices = list(menu_of(scene).choices)
    dice.shuffle(choices)
    return Edited(with_scenes(story, with_choices(scene, choices)))


def scene_renamed_with_alias(story: Story, run: Playthrough, dice: Random) -> Edited:
    old = dice.choice(been(run))
    return Edited(replace(renamed_scene(story, old), renamed=Renamed({old: "renamed"})), {old: "renamed"})


def option_renamed_with_alias(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    edited = option_reworded(story, run, dice)
    if edited is None:
        return None
    return replace(edited, story=replace(edited.story, renamed=Renamed(choices=dict(edited.options))))


def option_reworded(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    scene = a_menu(story, run, dice)
    if scene is None:
        return None
    return reworded(story, scene, [dice.choice(menu_of(scene).every()).id])


def scene_renamed(story: Story, run: Playthrough, dice: Random) -> Edited:
    old = dice.choice(been(run))
    return Edited(renamed_scene(story, old), {old: "renamed"})


def scene_renamed_and_changed(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    scene = a_menu(story, run, dice)
    if scene is None:
        return None
    changed = replace(scene, text=(Line(None, (Words("All of it is new."),)), *scene.text))
    before = [step.situation.scene for step in run.past if step.choice].index(scene.id)
    return Edited(renamed_scene(with_scenes(story, changed), scene.id), {scene.id: "renamed"}, before=before)


def twins(story: Story, dice: Random) -> Story:
    """A story with, in every menu, two options that do the same."""
    return with_scenes(
        story,
        *(
            with_choices(
                scene, [*scene.exit.choices, replace(scene.exit.choices[0], id="twin", say=(Words("The same."),))]
            )
            for scene in story.scenes.values()
            if isinstance(scene.exit, Menu)
        ),
    )


def two_reworded_alike(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    """Of a story with twins, two that a run has taken one of."""
    taken = {
        (step.situation.scene, step.choice)
        for step in run.past
        if step.choice and step.choice in ("twin", menu_of(story.scenes[step.situation.scene]).choices[0].id)
    }
    if not taken:
        return None
    id, _ = dice.choice(sorted(taken))
    scene = story.scenes[id]
    pair = (menu_of(scene).choices[0].id, "twin")
    before = next(
        at
        for at, step in enumerate(step for step in run.past if step.choice)
        if step.situation.scene == id and step.choice in pair
    )
    return replace(reworded(story, scene, list(pair)), before=before)


def menu_between(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    """A scene with a menu where an option led on that the run has taken."""
    taken = [(at, step) for at, step in enumerate(step for step in run.past if step.choice)]
    if not taken:
        return None
    _, step = dice.choice(taken)
    scene = story.scenes[step.situation.scene]
    choice = next(each for each in menu_of(scene).every() if each.id == step.choice)
    new = Scene(
        "between",
        scene.chapter,
        (Line(None, (Words("First this."),)),),
        Menu((Choice("well", (Words("Well."),), choice.go), Choice("back", (Words("Back."),), scene.id))),
    )
    led = replace(choice, go="between")
    first = next(at for at, other in taken if (other.situation.scene, other.choice) == (scene.id, choice.id))
    return Edited(with_scenes(story, new, with_option(scene, choice.id, led)), before=first + 1)


def scene_deleted(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    """What led there leads now where it led on to."""
    scene = a_menu(story, run, dice)
    if scene is None or scene.id == story.start:
        return None
    instead = dice.choice([choice.go for choice in menu_of(scene).every() if choice.go != scene.id] or [story.start])

    def forget(thing: Any) -> Any:
        match thing:
            case Visited(scene.id):
                return Visited(instead)
            case Times(scene.id):
                return Times(instead)
            case Chose(scene.id, _):
                return Ended("no_such_ending")
            case Choice() | Fork() if thing.go == scene.id:
                return replace(thing, go=instead)
            case Scene() if thing.aftermath == scene.id:
                return replace(thing, aftermath=instead)
            case _:
                return thing

    rest = {id: mapped(each, forget) for id, each in story.scenes.items() if id != scene.id}
    return Edited(replace(story, scenes=rest), gone=scene.id)


def variable_added(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    """Set by some options, asked by others."""
    variables = {**story.variables, "new": Variable("new", Flag(), start=False)}

    def use(thing: Any) -> Any:
        match thing:
            case Choice() if dice.random() < 0.05:
                return replace(thing, changes=(*thing.changes, Assign("new", value=True)))
            case Choice(condition=None) if dice.random() < 0.05:
                return replace(thing, condition=Compare(Held("new"), Op.EQ, Constant(value=False)))
            case _:
                return thing

    return Edited(replace(story, variables=variables, scenes={id: mapped(s, use) for id, s in story.scenes.items()}))


def range_changed(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    name = dice.choice([name for name, each in story.variables.items() if isinstance(each.kind, Range | OneOf)])
    variable = story.variables[name]
    match variable.kind:
        case Range(low, high):
            kind: Range | OneOf = Range(low, dice.choice([high - 1, high - 2, high + 1]))
        case OneOf(words):
            kind = OneOf((*words, "new"))
        case _:
            return None
    return Edited(replace(story, variables={**story.variables, name: replace(variable, kind=kind)}))


def go_changed(story: Story, run: Playthrough, dice: Random) -> Edited | None:
    scene = story.scenes[dice.choice(been(run))]
    goals = sorted(each.id for each in story.scenes.values() if isinstance(each.exit, Menu))
    match scene.exit:
        case Menu() as menu:
            choice = dice.choice(menu.every())
            return Edited(with_scenes(story, with_option(scene, choice.id, replace(choice, go=dice.choice(goals)))))
        case Onward(forks):
            other = (*forks[:-1], replace(forks[-1], go=dice.choice(goals)))
            return Edited(with_scenes(story, replace(scene, exit=Onward(other))))
        case _:
            return None


# What edits are made of


def been(run: Playthrough) -> list[str]:
    return sorted({run.now.scene, *(step.situation.scene for step in run.past)})


def a_menu(story: Story, run: Playthrough, dice: Random) -> Scene | None:
    """A scene in which the run has taken an option."""
    scenes = sorted({step.situation.scene for step in run.past if step.choice})
    return story.scenes[dice.choice(scenes)] if scenes else None


def menu_of(scene: Scene) -> Menu:
    assert isinstance(scene.exit, Menu)
    return scene.exit


def with_scenes(story: Story, *scenes: Scene) -> Story:
    return replace(story, scenes={**story.scenes, **{scene.id: scene for scene in scenes}})


def with_choices(scene: Scene, choices: list[Choice]) -> Scene:
    return replace(scene, exit=replace(menu_of(scene), choices=tuple(choices)))


def with_option(scene: Scene, id: str, other: Choice) -> Scene:
    menu = menu_of(scene)
    silence = menu.silence
    if silence and silence.choice.id == id:
        silence = Silence(silence.after, other)
    choices = tuple(other if choice.id == id else choice for choice in menu.choices)
    return replace(scene, exit=Menu(choices, silence))


def reworded(story: Story, scene: Scene, ids: list[str]) -> Edited:
    """These options in other words, and so under other names; whoever asks for them asks for those."""
    new = {id: f"reworded_{number}" for number, id in enumerate(ids)}

    def reword(thing: Any) -> Any:
        if isinstance(thing, Chose) and thing.scene == scene.id and thing.choice in new:
            return Chose(scene.id, new[thing.choice])
        return thing

    changed = scene
    for id, name in new.items():
        choice = next(each for each in menu_of(changed).every() if each.id == id)
        changed = with_option(changed, id, replace(choice, id=name, say=(Words(name),)))
    scenes = {each.id: mapped(each, reword) for each in with_scenes(story, changed).scenes.values()}
    return Edited(replace(story, scenes=scenes), options={(scene.id, id): name for id, name in new.items()})


def renamed_scene(story: Story, old: str, new: str = "renamed") -> Story:
    """The scene under another name, and all that leads to it or asks for it with it."""

    def rename(thing: Any) -> Any:
        changes = {name: new for name in ("go", "scene", "aftermath") if getattr(thing, name, None) == old}
        return replace(thing, **changes) if changes else thing

    scenes = {id: mapped(scene, rename) for id, scene in story.scenes.items()}
    scenes = {new if id == old else id: replace(each, id=new) if id == old else each for id, each in scenes.items()}
    return replace(story, scenes=scenes, start=new if story.start == old else story.start)


def mapped(thing: Any, change: Callable[[Any], Any]) -> Any:
    """A thing that a story is made of, with every one inside it changed."""
    if type(thing) is tuple:
        new = tuple(mapped(each, change) for each in thing)
        return new if any(after is not before for after, before in zip(new, thing, strict=True)) else thing
    names = _names(thing.__class__)
    if not names:
        return thing
    old = {name: getattr(thing, name) for name in names}
    inside = {name: mapped(each, change) for name, each in old.items()}
    changed = any(inside[name] is not old[name] for name in names)
    return change(replace(thing, **inside) if changed else thing)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
