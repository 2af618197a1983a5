"""What a screen asks for around its own text, in terms of the story."""

from dataclasses import dataclass
from enum import Enum, auto

from game.story.model import Ending, Music, Place


class Shade(Enum):
    """How the painting is darkened: not at all, beneath the column, or all of it."""

    NONE = auto()
    COLUMN = auto()
    WHOLE = auto()


@dataclass(frozen=True, slots=True)
class Shaking:
    """The picture shakes since then. `strength` is above 0, at most 1."""

    strength: float
    since: float


@dataclass(frozen=True, slots=True)
class Scenery:
    """What a screen asks for around its own text: picture, music, the words in the window's frame, and the
    ending that it shows to have been reached."""

    place: Place | None = None
    shade: Shade = Shade.COLUMN
    music: Music = Music(None)
    name: str = ""
    tremor: Shaking | None = None
    reached: Ending | None = None
    lit: float = 1.0  # how light the place is, from 0, as little as it can be
    column_side: str | None = None  # the side it stands on, if that is not where the place has it

    @property
    def side(self) -> str:
        """Where the column stands."""
        return self.column_side or (self.place.side if self.place else "right")
