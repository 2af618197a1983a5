"""What a screen may know besides itself."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from game.play.situation import Event
from game.prove.explore.outlook import Outlook
from game.saves.preferences import Preferences
from game.story.model import Story
from game.ui.text.typesetter import Typesetter
from game.ui.theme.timing import Clock, Timing


@dataclass(frozen=True, slots=True)
class Context:
    """What a screen may know besides itself. `ended` are the endings met in any play before now, and `has_read` tells
    of a line whether it was read in one; `saved` whether there is a save to load, and `outlook` what can still be met, once that is
    worked out. `pressed` is when a hand began with the
    presses of which the one being handled is the last: −∞ if that was before the screen came."""

    story: Story
    type: Typesetter
    clock: Clock
    ended: frozenset[str] = frozenset()
    preferences: Preferences = Preferences()
    has_read: Callable[[Event], bool] = lambda _: False
    saved: bool = False
    outlook: Outlook | None = None
    pressed: float = inf

    @property
    def now(self) -> float:
        """The time of the screen in seconds, which stands still while another lies over it."""
        return self.clock.now

    @property
    def timing(self) -> Timing:
        """How long things take, as the player likes it."""
        return self.clock.timing
