"""Longer steps through a playthrough than the game takes, for tests that want to be somewhere."""

from dataclasses import replace

from game.play.opening import next_stop, open_page
from game.play.playthrough import Playthrough, rewind
from game.play.situation import Card
from game.story.model import Story


def show_all(story: Story, playthrough: Playthrough) -> Playthrough:
    """Everything up to the page's end, or up to the next chapter card on the way there."""
    now, events = playthrough.now, open_page(story, playthrough.now).events
    end = following = next_stop(events, now.position)
    while end < len(events) and not isinstance(events[following - 1], Card):
        end, following = following, next_stop(events, following)
    return replace(playthrough, now=replace(now, position=end))


def returned(playthrough: Playthrough, page: int) -> Playthrough:
    """Back to the page that is `page` steps from the beginning, as it was left; the last one is where it stands now."""
    while len(playthrough.past) > page:
        playthrough = rewind(playthrough)
    return playthrough
