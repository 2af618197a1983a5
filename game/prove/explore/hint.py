"""How an ending can be come to from where a play stands, or from where else in it, said so that it cannot be wrong."""

from dataclasses import dataclass

from game.play.leaving import offered, take_option
from game.play.opening import open_page
from game.play.playthrough import Playthrough
from game.play.situation import Situation
from game.prove.explore.outlook import Outlook


@dataclass(frozen=True, slots=True)
class LastFork:
    """A page of a play at whose end an option leads nearer to an ending: after `step` choices, in this scene."""

    scene: str
    step: int
    option: str


@dataclass(frozen=True, slots=True)
class Hint:
    """How an ending can be met.

    `choices_away` and `option`, which to take next on a shortest way, are None where it cannot be met from here in this play;
    then `fork` is the last page of this play from which it can be. `option` is also None where no choice is left, or it is
    shorter to skip the scene. `earlier` are the endings that plays must meet before one that begins anew can meet it,
    None if no play can.
    """

    choices_away: int | None
    option: str | None
    fork: LastFork | None
    earlier: tuple[str, ...] | None

    @property
    def reachable(self) -> bool:
        """Whether it can be met from here in this play."""
        return self.choices_away is not None


def hint(outlook: Outlook, playthrough: Playthrough, ending: str) -> Hint:
    """How the ending can be met by who stands here, with the page read to its end."""
    now = playthrough.now
    away = outlook.choices_away(ending, now)
    fork = _last_fork(outlook, playthrough, ending) if away is None else None
    nearest = _nearest(outlook, ending, now) if away else None
    option = nearest[1] if nearest and nearest[0] + 1 == away else None  # else skipping the scene is shorter
    return Hint(away, option, fork, outlook.earlier(ending, now.ended))


def _last_fork(outlook: Outlook, playthrough: Playthrough, ending: str) -> LastFork | None:
    step = sum(step.choice is not None for step in playthrough.past)
    for left in reversed(playthrough.past):
        step -= left.choice is not None
        nearest = _nearest(outlook, ending, left.situation)
        if nearest is not None:
            return LastFork(left.situation.scene, step, nearest[1])
    return None


def _nearest(outlook: Outlook, ending: str, situation: Situation) -> tuple[int, str] | None:
    """The option of this page from which the ending is the fewest choices away, and how many; the first of several."""
    story = outlook.story
    scene, state = story.scenes[situation.scene], open_page(story, situation).state
    nearest: tuple[int, str] | None = None
    for choice, enabled in offered(scene, state):
        if enabled:
            to = take_option(story, scene, choice, state)
            away = outlook.choices_from(ending, to.goal, to.state)
            if away is not None and (nearest is None or away < nearest[0]):
                nearest = (away, choice.id)
    return nearest
