"""The story as its author wrote it: scenes, lines, directions, choices and endings, frozen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from game.story.conditions import Condition
from game.story.prose import Prose, always_shows
from game.story.source_location import SourceLocation
from game.story.variables import Change, Variable

NOWHERE = SourceLocation("")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the cast. `color` is `#rrggbb`."""

    id: str
    name: str
    color: str | None = None
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the story: its painting, the side the text stands on, what is seen there in words, what floats
    in its air, what is heard there all the time, and the variable that its light goes by, a range."""

    id: str
    image: str | None = None
    side: str = "right"
    about: str = ""
    air: str = "dust"
    ambience: str | None = None
    lit_by: str | None = None
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Sound:
    """Something to hear once. `caption` is what a reader who does not hear it is shown."""

    id: str
    caption: str = ""
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """A way for the story to end: its name on the last page, a hint for who has not met it yet, and its picture."""

    id: str
    name: str
    hint: str = ""
    image: str | None = None
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as written, spoken by somebody of the cast or by nobody."""

    speaker: str | None
    prose: Prose
    at: SourceLocation = field(default=NOWHERE, compare=False)


class Cue:
    """A direction that nobody reads, and that neither changes what is remembered nor asks for it. In play it is an event
    as it was written, for whoever shows the page."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Arrive(Cue):
    """The story is at this place from here on."""

    place: str
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Music(Cue):
    """This music from here on; no track is silence. `tension` is a level from 0 up."""

    track: str | None
    tension: int = 0
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Hear(Cue):
    """This sound once."""

    sound: str
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Shake(Cue):
    """The picture shakes. `strength` is above 0, at most 1."""

    strength: float
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Pause(Cue):
    """Nothing comes for so many seconds."""

    seconds: float
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Set:
    """These changes to variables, in order."""

    changes: tuple[Change, ...]
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class If:
    """One text or the other, as the condition holds when this is reached."""

    condition: Condition
    then: "Text"
    other: "Text" = ()
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Include:
    """The text of another scene stands here."""

    scene: str
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """Says nothing to the player; the author claims that the condition holds whenever this is reached."""

    condition: Condition
    at: SourceLocation = field(default=NOWHERE, compare=False)


AnyCue: TypeAlias = Arrive | Music | Hear | Shake | Pause
Direction: TypeAlias = AnyCue | Set | If | Include | Claim
Block: TypeAlias = Line | Direction
Text: TypeAlias = tuple[Block, ...]

DIRECTIONS: Mapping[str, type[Direction]] = {
    "place": Arrive,
    "music": Music,
    "sound": Hear,
    "shake": Shake,
    "pause": Pause,
    "set": Set,
    "if": If,
    "include": Include,
    "claim": Claim,
}
"""Every direction by the key that an author writes it with."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as written. Whether it is offered is a matter of play."""

    id: str
    say: Prose
    go: str
    condition: Condition | None = None
    locked: Prose | None = None
    once: bool = False
    changes: tuple[Change, ...] = ()
    then: Text = ()
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Silence:
    """The option taken when the player says nothing for `after` seconds."""

    after: float
    choice: Choice


@dataclass(frozen=True, slots=True)
class Menu:
    """The player chooses, or says nothing if there is a silence."""

    choices: tuple[Choice, ...]
    silence: Silence | None = None

    def every(self) -> tuple[Choice, ...]:
        """All choices, silence last."""
        return self.choices + ((self.silence.choice,) if self.silence else ())


@dataclass(frozen=True, slots=True)
class Fork:
    """One entry of a `go`: taken if its condition holds, or always if it has none."""

    go: str
    condition: Condition | None = None
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Onward:
    """On to the first fork whose condition holds."""

    forks: tuple[Fork, ...]


@dataclass(frozen=True, slots=True)
class End:
    """The play is over, with this ending."""

    ending: str


@dataclass(frozen=True, slots=True)
class Passage:
    """No way on of its own: the scene is only ever included in others."""


Exit: TypeAlias = Menu | Onward | End | Passage


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of scenes. `viewpoint` is who "you" are; files in a row with one title are one chapter,
    and share its `number`, counted from 1 as they are written: a run, which may pass some by, counts its own."""

    number: int
    title: str
    viewpoint: str | None = None
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene. `chapter` is an index into the story's chapters."""

    id: str
    chapter: int
    text: Text = ()
    exit: Exit = Passage()
    aftermath: str | None = None
    at: SourceLocation = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Renamed:
    """Old names that saves may still hold."""

    scenes: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story whose every name has been checked: nothing in it points nowhere."""

    id: str
    title: str
    start: str
    chapters: tuple[Chapter, ...]
    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    cast: Mapping[str, Person] = field(default_factory=dict)
    variables: Mapping[str, Variable] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    sounds: Mapping[str, Sound] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    renamed: Renamed = Renamed()


def blocks(text: Iterable[Block]) -> Iterator[Block]:
    """Every block, outer before inner, in the order written. Included scenes are not entered."""
    for block in text:
        yield block
        match block:
            case If(_, then, other):
                yield from blocks(then)
                yield from blocks(other)
            case Line() | Cue() | Set() | Include() | Claim():
                pass
            case _:
                assert_never(block)


def all_blocks(scene: Scene) -> Iterator[Block]:
    """Every block of a scene: those of its own text, then of what follows each option."""
    yield from blocks(scene.text)
    for choice in choices_of(scene.exit):
        yield from blocks(choice.then)


def choices_of(exit: Exit) -> tuple[Choice, ...]:
    """All choices of a menu, silence last; none of another exit."""
    match exit:
        case Menu():
            return exit.every()
        case Onward() | End() | Passage():
            return ()
        case _:
            assert_never(exit)


def forks_of(exit: Exit) -> tuple[Fork, ...]:
    """Where a scene leads on by itself, the first that holds; none of another exit."""
    match exit:
        case Onward(forks):
            return forks
        case Menu() | End() | Passage():
            return ()
        case _:
            assert_never(exit)


def targets(exit: Exit) -> Iterator[str]:
    """The scenes that an exit leads to, in the order written."""
    yield from (choice.go for choice in choices_of(exit))
    yield from (fork.go for fork in forks_of(exit))


def leads(scene: Scene) -> Iterator[str]:
    """The scenes that come after this one: those its exit leads to, and the one for who skips it."""
    yield from targets(scene.exit)
    if scene.aftermath is not None:
        yield scene.aftermath


def always_stops(text: Text) -> bool:
    """Whether some paragraph of the text shows whatever the state is; includes are not looked into."""
    for block in text:
        match block:
            case Line(_, prose) if always_shows(prose):
                return True
            case If(_, then, other) if always_stops(then) and always_stops(other):
                return True
            case Line() | If() | Cue() | Set() | Include() | Claim():
                pass
            case _:
                assert_never(block)
    return False
