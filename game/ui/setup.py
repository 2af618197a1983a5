"""How the game begins, and who is told what is to last."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.play.playthrough import Origin
from game.saves.keeper import Keeper
from game.saves.preferences import PlayerSettings
from game.saves.runs.replay import LoadedRun


@dataclass(frozen=True, slots=True)
class Setup:
    """`assets` are those of the story; `fonts` is the folder of the game's own faces, and `pictures` where those of the
    window are kept. With an `origin` it skips the title, and nothing is saved but by hand; `left` is what Continue there
    goes on with, and `ended` are the endings met in earlier plays. `keeper` has all that is kept of this story, if anything is, and `dated` tells what time it is; `keep` is
    told of preferences and window, and answers with a sentence if it could not be done. `said` is what there is to say as
    the window opens.
    """

    assets: Path
    fonts: Path
    pictures: Path
    origin: Origin | None = None
    size: tuple[int, int] | None = None
    quiet: bool = False
    ended: frozenset[str] = frozenset()
    keeper: Keeper | None = None
    dated: Callable[[], str] = lambda: ""
    left: LoadedRun | None = None
    kept: PlayerSettings = PlayerSettings()
    said: str = ""
    keep: Callable[[PlayerSettings], str | None] = lambda _: None
