"""Replays a route through the game itself, as a player would take it."""

from dataclasses import dataclass

from game.play.page import Finished, Page, ReadingOn, page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, skip, start
from game.play.situation import Paragraph
from game.prove.explore.witnesses import Route
from game.story.model import Story
from game.story.source_location import SourceLocation
from tests.play.generated import options_of


@dataclass(slots=True)
class Replayed:
    """Where a route comes to, read on until a choice is asked for: the last page, and since the last choice the
    scenes passed and the places of the paragraphs read."""

    page: Page
    scenes: list[str]
    read: list[SourceLocation]


def replayed(story: Story, route: Route) -> Replayed:
    """What comes of the route. Fails if a choice of it is not offered."""
    ended: frozenset[str] = frozenset()
    for play in route.plays[:-1]:
        last = _played(story, play, ended).page.next
        assert isinstance(last, Finished)
        ended |= {last.ending.id}
    return _played(story, route.plays[-1], ended)


def _played(story: Story, choices: tuple[str, ...], ended: frozenset[str]) -> Replayed:
    now = start(story, Origin(story.start, ended=ended))
    for choice in choices:
        if choice.startswith("(skip "):
            now, _ = _read_on(story, now, until=choice.removeprefix("(skip ").removesuffix(")"))
            now = skip(story, now)
            continue
        now, _ = _read_on(story, now)
        numbers = {option.id: option.number for option in options_of(page_of(story, now)) if option.enabled}
        now = choose(story, now, numbers[choice])
    now, passed = _read_on(story, now)
    read = [event.at for page in passed for event in page.events if isinstance(event, Paragraph)]
    return Replayed(page_of(story, now), [page.scene for page in passed], read)


def _read_on(story: Story, now: Playthrough, until: str | None = None) -> tuple[Playthrough, list[Page]]:
    passed = []
    while True:
        while not page_of(story, now).complete:
            now = advance(story, now)
        page = page_of(story, now)
        passed.append(page)
        if page.scene == until or not isinstance(page.next, ReadingOn) or len(passed) > len(story.scenes):
            return now, passed
        now = advance(story, now)
