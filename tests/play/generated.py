"""Draws whole valid stories, and walks through them.

Each scene is written from a number of its own: drawing every part of it through hypothesis is thirty times slower,
and its mutations make most stories alike. Number 0 writes the plainest scene, so that a failure still shrinks to the
few scenes that matter. As in a story that the loader lets pass, includes go one way and nothing goes round without
text that always shows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from game.play.page import Choosing, Option, Page, Stuck, page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, rewind, skip, start
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
from game.story.model import (
    Arrive,
    Block,
    Chapter,
    Choice,
    Claim,
    End,
    Ending,
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
    Person,
    Place,
    Scene,
    Set,
    Shake,
    Silence,
    Sound,
    Story,
    Text,
    always_stops,
)
from game.story.prose import Cycle, Either, Part, Prose, Shown, Style, Styled, Words
from game.story.variables import Add, Assign, Change, Flag, Kind, OneOf, Range, Value, Variable
from tests.play.steps import show_all

KINDS: dict[str, Kind] = {
    "trust": Range(0, 3),
    "light": Range(2, 6),
    "hand": OneOf(("none", "taken", "burned")),
    "mood": OneOf(("calm", "wild")),
    "lit": Flag(),
    "met": Flag(),
}
RANGES = [name for name, kind in KINDS.items() if isinstance(kind, Range)]
SHOWN = [name for name, kind in KINDS.items() if not isinstance(kind, Flag)]
SCENES = ("s0", "s1", "s2", "s3", "s4")
MENUS = ("s1", "s2")  # always menus with both c0 and c1, so that conditions may ask for them
LAST = "s4"  # always an ending
PASSAGES = ("p0", "p1", "p2")
ENDINGS = ("home", "ashes")
CHAPTERS = (
    Chapter(1, "The Light"),
    Chapter(1, "The Light", "Ada"),
    Chapter(1, "The Light", "Ada"),  # a second file of the same chapter and viewpoint
    Chapter(2, "The Water", "Ada"),
)

T = TypeVar("T")

thorough = settings(max_examples=60)


def values_of(kind: Kind) -> list[Value]:
    match kind:
        case Range(low, high):
            return list(range(low, high + 1))
        case OneOf(words):
            return list(words)
        case Flag():
            return [False, True]


CALLS: tuple[Condition, ...] = (
    *(Visited(scene) for scene in SCENES + PASSAGES),
    *(Chose(scene, choice) for scene in MENUS for choice in ("c0", "c1")),
    *(Ended(ending) for ending in ENDINGS),
    *(Compare(Times(scene), op, Constant(count)) for scene in SCENES + PASSAGES for op in Op for count in (1, 2)),
)
CUES: tuple[Block, ...] = (
    *(Arrive("cave"), Arrive("shore"), Music(None), Music("storm"), Music("storm", 2)),
    *(Hear("gull"), Shake(0.5), Pause(1.5)),
)
WORDS = ("It is dark.", "  and ", "so", " two  spaces ", " ", "the rope holds")


class _Author:
    """Writes whatever a story may hold, as its number has it."""

    def __init__(self, number: int, work: str) -> None:
        self.plain = number == 0
        self.random = Random(f"{number} {work}")

    def one(self, *items: T) -> T:
        return self.random.choice(items)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def comparison(self) -> Condition:
        name = self.one(*KINDS)
        kind = KINDS[name]
        op = self.one(*Op) if isinstance(kind, Range) else self.one(Op.EQ, Op.NE)
        constants: list[Term] = [Constant(value) for value in values_of(kind)]
        others: list[Term] = [Held(other) for other in KINDS if KINDS[other] == kind]
        return Compare(Held(name), op, self.one(*constants, *others))

    def condition(self, depth: int = 2) -> Condition:
        if depth and self.chance(0.3):
            parts = tuple(self.condition(depth - 1) for _ in range(self.one(2, 3)))
            joined: tuple[Condition, ...] = (And(parts), Or(parts), Not(parts[0]))
            return self.one(*joined)
        return self.comparison() if self.chance(0.5) else self.one(*CALLS)

    def prose(self, depth: int = 2) -> Prose:
        return tuple(self.part(depth) for _ in range(self.one(1, 2)))

    def part(self, depth: int) -> Part:
        if not depth or self.chance(0.5):
            return Words(self.one(*WORDS)) if self.chance(0.8) else Shown(self.one(*SHOWN))
        kind = self.one("styled", "either", "cycle", "first")
        wordings = tuple(self.prose(depth - 1) for _ in range(3 if kind == "cycle" else 2))
        if kind == "styled":
            return Styled(self.one(*Style), wordings[0])
        if kind == "either":
            return Either(self.condition(1), wordings[0], self.one((), wordings[1]))
        return Cycle(wordings, once=kind == "first")

    def changes(self) -> tuple[Change, ...]:
        return tuple(self.change() for _ in range(self.one(0, 1, 2)))

    def change(self) -> Change:
        if self.chance(0.5):
            return Add(self.one(*RANGES), self.one(-3, -2, -1, 1, 2, 3))
        name = self.one(*KINDS)
        return Assign(name, self.one(*values_of(KINDS[name])))

    def text(self, passages: tuple[str, ...], depth: int = 1) -> Text:
        """A text that includes none but these passages."""
        return () if self.plain else tuple(self.block(passages, depth) for _ in range(self.one(0, 1, 2, 3, 4)))

    def block(self, passages: tuple[str, ...], depth: int) -> Block:
        kind = self.one(Line, Line, Line, Music, Set, Claim, Include, If)
        if kind is Music:
            return self.one(*CUES)
        if kind is Set:
            return Set(self.changes())
        if kind is Claim:
            return Claim(self.condition())
        if kind is Include and passages:
            return Include(self.one(*passages))
        if kind is If and depth:
            return If(self.condition(), self.text(passages, depth - 1), self.text(passages, depth - 1))
        return Line(self.one(None, "ada", "ada", "bo"), self.prose())

    def choice(self, id: str) -> Choice:
        go = self.one(*SCENES[:-1], *SCENES[:-1], LAST)
        if self.plain:
            return Choice(id, (Words(id),), go)
        condition = self.condition() if self.chance(0.4) else None
        locked = self.prose() if condition and self.chance(0.6) else None
        then = self.text(PASSAGES, 0) if self.chance(0.5) else ()
        return Choice(id, self.prose(), go, condition, locked, self.chance(0.4), self.changes(), then)

    def menu(self) -> Menu:
        choices = tuple(self.choice(f"c{number}") for number in range(self.one(2, 3)))
        return Menu(choices, Silence(8, self.choice("silence")) if self.chance(0.4) else None)

    def onward(self, scene: str, text: Text) -> Onward:
        goals = SCENES if always_stops(text) else SCENES[SCENES.index(scene) + 1 :]
        forks = [Fork(self.one(*goals), self.condition()) for _ in range(self.one(0, 0, 1, 2))]
        certain = [Fork(self.one(*goals))] if not forks or self.chance(0.8) else []
        return Onward(tuple(forks + certain))

    def scene(self, id: str) -> Scene:
        text = self.text(PASSAGES)
        way: Exit
        if id == LAST:
            way = End(self.one(*ENDINGS))
        elif id in MENUS or self.chance(0.5):
            way = self.menu()
        else:
            way = self.onward(id, text)
        others = [other for other in SCENES if other != id]
        aftermath = self.one(*others) if self.chance(0.4) and not self.plain else None
        return Scene(id, 0 if self.plain else self.one(*range(len(CHAPTERS))), text, way, aftermath)


_numbers = st.integers(0, 2**16)


@st.composite
def stories(draw: DrawFn) -> Story:
    """A whole valid story."""
    scenes = [_Author(draw(_numbers), id).scene(id) for id in SCENES]
    for number, id in enumerate(PASSAGES, start=1):
        scenes.append(Scene(id, 0, _Author(draw(_numbers), id).text(PASSAGES[number:], 0), Passage()))
    return Story(
        id="drawn",
        title="Drawn",
        start="s0",
        chapters=CHAPTERS,
        scenes={scene.id: scene for scene in scenes},
        endings={id: Ending(id, id.title()) for id in ENDINGS},
        cast={"ada": Person("ada", "Ada"), "bo": Person("bo", "Bo")},
        variables={name: Variable(name, kind, draw(st.sampled_from(values_of(kind)))) for name, kind in KINDS.items()},
        places={id: Place(id) for id in ("cave", "shore")},
        sounds={"gull": Sound("gull")},
    )


@st.composite
def origins(draw: DrawFn) -> Origin:
    by_hand = draw(st.lists(st.sampled_from(list(KINDS)), max_size=2, unique=True))
    values = {name: draw(st.sampled_from(values_of(KINDS[name]))) for name in by_hand}
    return Origin(draw(st.sampled_from(SCENES[:-1])), values, draw(st.frozensets(st.sampled_from(ENDINGS))))


@dataclass(frozen=True, slots=True)
class Walk:
    """A story, where a play of it begins, and what a player does, as numbers: see `moved`."""

    story: Story
    origin: Origin
    moves: tuple[int, ...]

    def __iter__(self) -> Iterator[Playthrough]:
        """The playthrough at every step of the walk, the first included."""
        playthrough = start(self.story, self.origin)
        yield playthrough
        for move in self.moves:
            playthrough = moved(self.story, playthrough, move)
            yield playthrough

    @property
    def last(self) -> Playthrough:
        *_, last = self
        return last


def moved(story: Story, playthrough: Playthrough, move: int) -> Playthrough:
    """What the move numbered 0 to 99 makes of the playthrough: mostly it goes on, by an option where there are any."""
    if move >= 94:
        return rewind(playthrough)
    if move >= 88:
        return skip(story, playthrough)
    if move >= 75:
        return show_all(story, playthrough)
    page = page_of(story, playthrough)
    able = [option for option in options_of(page) if option.enabled]
    if page.complete and able:
        return choose(story, playthrough, able[move % len(able)].number)
    return advance(story, playthrough)


def options_of(page: Page) -> tuple[Option, ...]:
    return page.next.options if isinstance(page.next, Choosing | Stuck) else ()


def walks(*, rewinding: bool = True) -> SearchStrategy[Walk]:
    """Walks of up to 60 moves; without `rewinding` they never go back."""
    moves = st.lists(st.integers(0, 99 if rewinding else 93), min_size=20, max_size=60).map(tuple)
    return st.builds(Walk, stories(), origins(), moves)
