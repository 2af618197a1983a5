"""Draws stories so small that everything that can happen in them can be written down.

As in `tests.play.generated`, each scene is written from a number of its own; here conditions ask for little, so that
situations are few, and loops, dead ends and idle changes are common.
"""

from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from game.story.conditions import And, Chose, Compare, Condition, Constant, Ended, Held, Not, Op, Or, Times, Visited
from game.story.model import (
    Block,
    Chapter,
    Choice,
    Claim,
    End,
    Ending,
    Exit,
    Fork,
    If,
    Include,
    Line,
    Menu,
    Onward,
    Passage,
    Scene,
    Set,
    Shake,
    Silence,
    Story,
    Text,
    always_stops,
)
from game.story.prose import Cycle, Either, Part, Prose, Shown, Style, Styled, Words
from game.story.variables import Add, Assign, Change, Flag, Kind, OneOf, Range, Value, Variable

KINDS: dict[str, Kind] = {
    "trust": Range(0, 2),
    "light": Range(1, 3),
    "hand": OneOf(("none", "taken", "burned")),
    "lit": Flag(),
}
RANGES = ("trust", "light")
SCENES = ("s0", "s1", "s2", "s3", "s4")
LAST = "s4"  # an ending, most often
PASSAGES = ("p0", "p1")
ENDINGS = ("home", "ashes")

PIECES = ("It is dark.", "so", " ", "the rope holds", "so ", " on", "Go")
AROUND = (
    ("“", "”"),
    (" (", ") "),
    ("so, ", ", on"),
    ("", ", so"),
    ("so ", "."),
    ("so.", "."),
    ("", " — "),
    ("so.", "Go"),
)
SIGNS = (
    ",",
    ".",
    " .",
    ", ",
    "!",
    " !",
    "\u00a0!",
    "…",
    "(",
    ")",
    "“",
    "”",
    '"',
    "—",
    " — ",
    "?!",
    "«",
    "»",
    "\u00a0",
    "\u200b",
)

T = TypeVar("T")


def values_of(kind: Kind) -> list[Value]:
    match kind:
        case Range(low, high):
            return list(range(low, high + 1))
        case OneOf(words):
            return list(words)
        case Flag():
            return [False, True]


class _Author:
    """Writes one scene as its number has it; all of them ask only for what the story `asks`."""

    def __init__(self, number: int, work: str, asks: "tuple[Condition, ...]") -> None:
        self.random = Random(f"{number} {work}")
        self.asks = asks

    def one(self, *items: T) -> T:
        return self.random.choice(items)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def condition(self, depth: int = 1) -> Condition:
        if depth and self.chance(0.3):
            parts = tuple(self.condition(depth - 1) for _ in range(2))
            joined: tuple[Condition, ...] = (And(parts), Or(parts), Not(parts[0]))
            return self.one(*joined)
        return self.one(*self.asks)

    def prose(self, depth: int = 2) -> Prose:
        if depth and self.chance(0.25):
            before, after = self.one(*AROUND)
            return Words(before), Either(self.condition(), self.prose(depth - 1), ()), Words(after)
        return tuple(self.part(depth) for _ in range(self.one(1, 1, 2, 3)))

    def part(self, depth: int) -> Part:
        if not depth or self.chance(0.5):
            if self.chance(0.05):
                return Shown(self.one("hand", "trust"))
            return Words(self.one(*SIGNS) if self.chance(0.3) else self.one(*PIECES))
        kind = self.one("styled", "either", "either", "cycle", "first")
        if kind == "styled":
            return Styled(self.one(*Style), self.prose(depth - 1))
        if kind == "either":
            return Either(self.condition(), self.prose(depth - 1), self.one((), self.prose(depth - 1)))
        once = kind == "first" or self.chance(0.3)
        return Cycle(tuple(self.prose(depth - 1) for _ in range(2 if once else self.one(2, 2, 3))), once)

    def changes(self) -> tuple[Change, ...]:
        return tuple(self.change() for _ in range(self.one(0, 0, 1, 2)))

    def change(self) -> Change:
        if self.chance(0.4):
            return Add(self.one(*RANGES), self.one(-2, -1, 1, 2))
        name = self.one(*KINDS)
        return Assign(name, self.one(*values_of(KINDS[name])))

    def text(self, passages: tuple[str, ...], depth: int = 1) -> Text:
        return tuple(self.block(passages, depth) for _ in range(self.one(0, 1, 1, 2, 3)))

    def block(self, passages: tuple[str, ...], depth: int) -> Block:
        kind = self.one(Line, Line, Line, Set, Claim, Include, If, Shake)
        if kind is Shake:
            return Shake(0.5)
        if kind is Set:
            return Set(self.changes())
        if kind is Claim:
            return Claim(self.condition())
        if kind is Include and passages:
            return Include(self.one(*passages))
        if kind is If and depth:
            return If(self.condition(), self.text(passages, depth - 1), self.text(passages, depth - 1))
        return Line(None, self.prose())

    def choice(self, id: str) -> Choice:
        condition = self.condition() if self.chance(0.5) else None
        locked = self.prose(1) if condition and self.chance(0.5) else None
        then = self.text(PASSAGES, 1) if self.chance(0.2) else ()
        go = self.one(*SCENES)
        return Choice(id, self.prose(1), go, condition, locked, self.chance(0.2), self.changes(), then)

    def way(self, scene: str, text: Text) -> Exit:
        if scene == LAST and self.chance(0.8):
            return End(self.one(*ENDINGS))
        if self.chance(0.1):
            return End(self.one(*ENDINGS))
        if self.chance(0.6):
            choices = tuple(self.choice(f"c{number}") for number in range(self.one(1, 2, 2, 3)))
            if self.chance(0.2):  # much the same as the first
                choices = (*choices, replace(choices[0], id="c9", condition=None, locked=None))
            return Menu(choices, Silence(8, self.choice("silence")) if self.chance(0.2) else None)
        goals = SCENES if always_stops(text) else SCENES[SCENES.index(scene) + 1 :] or (LAST,)
        forks = [Fork(self.one(*goals), self.condition()) for _ in range(self.one(0, 0, 1, 2))]
        certain = [Fork(self.one(*goals))] if not forks or self.chance(0.7) else []
        return Onward(tuple(forks + certain))

    def scene(self, id: str) -> Scene:
        text = self.text(PASSAGES)
        if id == LAST:
            text = (*text, Line(None, (Words("So it ends."),)))
        others = [other for other in SCENES if other != id]
        return Scene(id, 0, text, self.way(id, text), self.one(*others) if self.chance(0.1) else None)


def _asks(random: Random) -> tuple[Condition, ...]:
    """The few comparisons and calls that all conditions of a story are made of."""
    calls: list[Condition] = [
        Visited(random.choice(SCENES + PASSAGES)),
        Chose(random.choice(SCENES), random.choice(("c0", "c1"))),
        *(Ended(ending) for ending in ENDINGS),
        Compare(Times(random.choice(SCENES + PASSAGES)), random.choice(list(Op)), Constant(random.randint(1, 2))),
        Compare(Times("s1"), Op.GT, Held("trust")),
    ]
    comparisons: list[Condition] = [
        Compare(Held(name), op, Constant(value))
        for name, kind in KINDS.items()
        for op in (Op if isinstance(kind, Range) else (Op.EQ, Op.NE))
        for value in values_of(kind)
    ]
    comparisons += [Compare(Held("trust"), op, Held("light")) for op in Op]
    return (*random.sample(comparisons, random.randint(1, 3)), *random.sample(calls, random.randint(0, 2)))


@st.composite
def small_stories(draw: DrawFn) -> Story:
    """A whole valid story of five scenes and two passages at the most."""
    number = draw(st.integers(0, 2**32))
    random = Random(number)
    asks = _asks(random)
    scenes = [_Author(draw(st.integers(0, 2**16)), id, asks).scene(id) for id in SCENES]
    for index, id in enumerate(PASSAGES, start=1):
        author = _Author(draw(st.integers(0, 2**16)), id, asks)
        scenes.append(Scene(id, 0, author.text(PASSAGES[index:], 1), Passage()))
    return Story(
        id="small",
        title="Small",
        start="s0",
        chapters=(Chapter(1, "The Light"),),
        scenes={scene.id: scene for scene in scenes},
        endings={id: Ending(id, id.title()) for id in ENDINGS},
        variables={name: Variable(name, kind, random.choice(values_of(kind))) for name, kind in KINDS.items()},
    )
