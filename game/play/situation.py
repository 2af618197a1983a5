"""One instant of a play, frozen: everything that what comes next depends on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias, assert_never

from game.play.state import State
from game.story.model import AnyCue, Arrive, Cue, Music
from game.story.source_location import SourceLocation
from game.story.variables import Value


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of words in one style."""

    text: str
    stress: bool = False
    weight: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line as this player meets it; `speaker` is an id of the cast."""

    runs: tuple[TextRun, ...]
    speaker: str | None = None
    at: SourceLocation = field(default=SourceLocation(""), compare=False)

    @property
    def text(self) -> str:
        """The words without their style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Card:
    """A chapter, or another viewpoint, begins: an index into the story's chapters."""

    chapter: int


Stop: TypeAlias = Paragraph | Card
Event: TypeAlias = Stop | AnyCue


def is_stop(event: Event) -> bool:
    """Whether a player reads this one, so that the page waits on it."""
    return isinstance(event, Paragraph | Card)


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a play stands. The mappings are never changed once a situation holds them.

    `values` and `visits` are as on entering `scene`; what its own text sets is worked out from there.
    `lead` is what came before the scene's own text on this page: an option's `then`, and the scenes
    passed on the way. `chapter`, `place` and `music` are as the page begins. `position` counts the
    events of the page that have been shown.
    """

    scene: str
    values: Mapping[str, Value]
    visits: Mapping[str, int] = field(default_factory=dict)
    chosen: frozenset[tuple[str, str]] = frozenset()
    ended: frozenset[str] = frozenset()
    chapter: int | None = None
    place: str | None = None
    music: Music = Music(None)
    lead: tuple[Event, ...] = ()
    position: int = 0

    @property
    def state(self) -> State:
        """What is known as the scene's own text begins."""
        return State(self.values, self.visits, self.chosen, self.ended)

    def after(self, events: tuple[Event, ...]) -> "Situation":
        """The same with the chapter, picture and music as these events leave them."""
        chapter, place, music = self.chapter, self.place, self.music
        for event in events:
            match event:
                case Card(number):
                    chapter = number
                case Arrive(arrived):
                    place = arrived
                case Music():
                    music = event
                case Paragraph() | Cue():
                    pass
                case _:
                    assert_never(event)
        return replace(self, chapter=chapter, place=place, music=music)
