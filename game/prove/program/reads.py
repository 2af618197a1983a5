"""What of the past, and of variables, a story asks about."""

from collections.abc import Iterator, Mapping
from math import lcm
from typing import assert_never

from game.story.conditions import Chose, Compare, Condition, Constant, Ended, Held, Times, Visited, atoms
from game.story.model import (
    Block,
    Claim,
    Cue,
    End,
    If,
    Include,
    Line,
    Menu,
    Onward,
    Passage,
    Scene,
    Set,
    Story,
    Text,
    blocks,
)
from game.story.prose import Cycle, Either, Prose, Shown, Styled, Words, walk
from game.story.variables import Add, Range, Variable


class Reads:
    """What of the past some condition or wording of the story asks about, and how finely."""

    def __init__(self, story: Story) -> None:
        self.variables: Mapping[str, Variable] = story.variables
        self.exact: dict[str, int] = {}
        self.periods: dict[str, int] = {}
        self.chosen: set[tuple[str, str]] = set()
        self.ended: set[str] = set()
        self.added: set[str] = set()
        for scene in story.scenes.values():
            for text, prose in texts_of(scene):
                self.text(scene.id, text)
                self.prose(scene.id, prose)
            self.way(scene)

    def way(self, scene: Scene) -> None:
        """What the scene's way on asks and adds to."""
        match scene.exit:
            case Menu() as menu:
                for choice in menu.every():
                    if choice.condition:
                        self.condition(choice.condition)
                    if choice.once:
                        self.chosen.add((scene.id, choice.id))
                    self.added.update(change.variable for change in choice.changes if isinstance(change, Add))
            case Onward(forks):
                for fork in forks:
                    if fork.condition:
                        self.condition(fork.condition)
            case End() | Passage():
                pass
            case _:
                assert_never(scene.exit)

    def text(self, scene: str, text: Text) -> None:
        """What a text asks and adds to that stands in `scene`."""
        for block in blocks(text):
            match block:
                case Line(_, prose):
                    self.prose(scene, prose)
                case If(condition) | Claim(condition):
                    self.condition(condition)
                case Set(changes):
                    self.added.update(change.variable for change in changes if isinstance(change, Add))
                case Include() | Cue():
                    pass
                case _:
                    assert_never(block)

    def prose(self, scene: str, prose: Prose) -> None:
        """What its braces ask. Cycles count the visits to the scene that they stand in."""
        for part in walk(prose):
            match part:
                case Either(condition):
                    self.condition(condition)
                case Cycle(wordings, once=True):
                    self.least(scene, len(wordings) - 1)
                case Cycle(wordings):
                    self.periods[scene] = lcm(self.periods.get(scene, 1), len(wordings))
                case Words() | Shown() | Styled():
                    pass
                case _:
                    assert_never(part)

    def condition(self, condition: Condition) -> None:
        """What it asks of the past. Raises TypeError where a count is compared with what is no number."""
        for atom in atoms(condition):
            match atom:
                case Compare(Times(scene), _, right):
                    match right:
                        case Constant(value):
                            self.least(scene, int(value) + 1)
                        case Held(name) if isinstance(kind := self.variables[name].kind, Range):
                            self.least(scene, kind.high + 1)
                        case _:
                            raise TypeError(f"times({scene}) is compared with what is no number")
                case Visited(scene):
                    self.least(scene, 1)
                case Chose(scene, choice):
                    self.chosen.add((scene, choice))
                case Ended(ending):
                    self.ended.add(ending)
                case Compare():
                    pass
                case _:
                    assert_never(atom)

    def least(self, scene: str, exact: int) -> None:
        """The visits to the scene must be known exactly up to here."""
        self.exact[scene] = max(self.exact.get(scene, 0), exact)


def texts_of(scene: Scene) -> Iterator[tuple[tuple[Block, ...], Prose]]:
    """Every text of the scene, and every piece of prose outside of them; each beside an empty one of the other."""
    yield scene.text, ()
    if isinstance(scene.exit, Menu):
        for choice in scene.exit.every():
            yield choice.then, choice.say
            yield (), choice.locked or ()
