"""How the game begins, and who is told what is to last."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.play.playthrough import Origin, Playthrough
from game.saves.preferences import Kept


@dataclass(frozen=True, slots=True)
class Setup:
    """`assets` are those of the story; `fonts` is the folder of the game's own faces, and `pictures` where those of the
    window are kept. With an `origin` it skips the title; `left` is what Continue there goes on with. `ended` are the
    endings met in earlier plays, and `met` is told of each that is met now; `leave` of the playthrough to go on with next
    time, and `keep` of preferences and window: each answers with a sentence, if it could not be done. `said` is what
    there is to say as the window opens.
    """

    assets: Path
    fonts: Path
    pictures: Path
    origin: Origin | None = None
    size: tuple[int, int] | None = None
    quiet: bool = False
    ended: frozenset[str] = frozenset()
    left: Playthrough | None = None
    kept: Kept = Kept()
    said: str = ""
    met: Callable[[str], str | None] = lambda _: None
    leave: Callable[[Playthrough | None], str | None] = lambda _: None
    keep: Callable[[Kept], str | None] = lambda _: None
