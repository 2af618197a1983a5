"""Past what need not be read again, to the next line that is new or the next choice."""

from collections.abc import Callable
from dataclasses import replace

from game.play.opening import next_stop, open_page
from game.play.playthrough import advance, show_whole
from game.play.situation import Event, is_stop
from game.play.timeline import Timeline, went
from game.story.model import Story

MOST = 1_000  # pages on end: a story may go round without a choice


def hastened(story: Story, timeline: Timeline, shown: int, known: Callable[[Event], bool]) -> tuple[Timeline, int]:
    """On past every line that is `known`, of a page of which so many events have been `shown`; never past a choice.

    The timeline then stands at the next stop, and the number says how many events of its page have been shown.
    """
    for _ in range(MOST):
        events = open_page(story, timeline.at.now).events
        new = next((n for n in range(shown, len(events)) if is_stop(events[n]) and not known(events[n])), None)
        if new is not None:
            last = max((n + 1 for n in range(shown, new) if is_stop(events[n])), default=shown)
            return _standing(timeline, next_stop(events, last)), last
        timeline = replace(timeline, at=show_whole(timeline.at, events))
        shown = len(events)
        after = advance(story, timeline.at)
        if after is timeline.at:
            break
        timeline, shown = went(timeline, after), 0
    return timeline, shown


def _standing(timeline: Timeline, position: int) -> Timeline:
    at = timeline.at
    return replace(timeline, at=replace(at, now=replace(at.now, position=max(position, at.now.position))))
