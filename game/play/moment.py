"""One instant of a play, frozen: everything that what comes next depends on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from game.story.place import Place
from game.story.variables import Value


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one style."""

    text: str
    stress: bool = False
    weight: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line as this player meets it; `speaker` is an id of the cast."""

    runs: tuple[Run, ...]
    speaker: str | None = None
    at: Place = field(default=Place(""), compare=False)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Card:
    """A chapter, or another viewpoint, begins: an index into the story's chapters."""

    chapter: int


@dataclass(frozen=True, slots=True)
class Arrive:
    """The picture is now that of this place."""

    background: str


@dataclass(frozen=True, slots=True)
class Music:
    track: str | None
    tension: int = 0


@dataclass(frozen=True, slots=True)
class Noise:
    sound: str


@dataclass(frozen=True, slots=True)
class Tremor:
    strength: float


@dataclass(frozen=True, slots=True)
class Wait:
    seconds: float


Stop: TypeAlias = Paragraph | Card
Cue: TypeAlias = Arrive | Music | Noise | Tremor | Wait
Beat: TypeAlias = Stop | Cue


def is_stop(beat: Beat) -> bool:
    """Whether a player reads this one, so that the page waits on it."""
    return isinstance(beat, Paragraph | Card)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a play stands. The mappings are never changed once a moment holds them.

    `values` and `visits` are as on entering `scene`; what its own text sets is worked out from there.
    `lead` is what came before the scene's own text on this page: an option's `then`, and the scenes
    passed on the way. `chapter`, `background` and `music` are as the page begins. `position` counts the
    beats of the page that have been shown.
    """

    scene: str
    values: Mapping[str, Value]
    visits: Mapping[str, int] = field(default_factory=dict)
    chosen: frozenset[tuple[str, str]] = frozenset()
    ended: frozenset[str] = frozenset()
    chapter: int | None = None
    background: str | None = None
    music: Music = Music(None)
    lead: tuple[Beat, ...] = ()
    position: int = 0

    def after(self, beats: tuple[Beat, ...]) -> "Moment":
        """The same with the chapter, picture and music as these beats leave them."""
        chapter, background, music = self.chapter, self.background, self.music
        for beat in beats:
            match beat:
                case Card(number):
                    chapter = number
                case Arrive(place):
                    background = place
                case Music():
                    music = beat
                case _:
                    pass
        return replace(self, chapter=chapter, background=background, music=music)
