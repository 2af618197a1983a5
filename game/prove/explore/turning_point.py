"""Where a play was decided."""

from game.play.playthrough import Playthrough
from game.prove.explore.outlook import Outlook


def turning_point(outlook: Outlook, playthrough: Playthrough, ending: str) -> int | None:
    """The last page of the play, as a number of its past, that was left by a choice while another ending than this one
    could be met: after that choice there was no other. None if there was none from the beginning."""
    for page, step in reversed(tuple(enumerate(playthrough.past))):
        if step.choice is not None and set(outlook.endings(step.situation)) - {ending}:
            return page
    return None
