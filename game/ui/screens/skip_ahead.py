"""Skipping from a page to the next line that is new, or to the next choice."""

from game.play.hastening import hastened
from game.play.timeline import Timeline
from game.ui.screens.context import Context
from game.ui.screens.screen import Notify, ScreenChange, TurnTo


def skip_ahead(context: Context, timeline: Timeline, shown: int, *, unread: bool) -> ScreenChange:
    """Past what was read before, or past everything; a sentence where that leads nowhere."""
    to, count = hastened(context.story, timeline, shown, lambda event: unread or context.has_read(event))
    if to.at.now.scene == timeline.at.now.scene and len(to.at.past) == len(timeline.at.past) and count == shown:
        return Notify("Here is a choice to be made." if unread else "From here on you have not read this.")
    return TurnTo(to, count)
