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


class Player:
    """Plays routes, each on from where the last one like it so far had come: what was played stays as it was."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._come: dict[tuple[frozenset[str], tuple[str, ...]], tuple[Playthrough, list[Page]]] = {}

    def replayed(self, route: Route) -> Replayed:
        """What comes of the route. Fails if a choice of it is not offered."""
        ended: frozenset[str] = frozenset()
        for play in route.plays[:-1]:
            last = self._played(play, ended).page.next
            assert isinstance(last, Finished)
            ended |= {last.ending.id}
        return self._played(route.plays[-1], ended)

    def _played(self, choices: tuple[str, ...], ended: frozenset[str]) -> Replayed:
        _, passed = self._read_after(choices, ended)
        read = [event.at for page in passed for event in page.events if isinstance(event, Paragraph)]
        return Replayed(passed[-1], [page.scene for page in passed], read)

    def _read_after(self, choices: tuple[str, ...], ended: frozenset[str]) -> tuple[Playthrough, list[Page]]:
        """The play at the next choice after these, and the pages read since the last of them."""
        key = ended, choices
        if key not in self._come:
            self._come[key] = _read_on(self.story, self._taken(choices, ended))
        return self._come[key]

    def _taken(self, choices: tuple[str, ...], ended: frozenset[str]) -> Playthrough:
        """The play as the last of these choices was just taken."""
        if not choices:
            return start(self.story, Origin(self.story.start, ended=ended))
        earlier, choice = choices[:-1], choices[-1]
        if choice.startswith("(skip "):
            until = choice.removeprefix("(skip ").removesuffix(")")
            now, _ = _read_on(self.story, self._taken(earlier, ended), until)
            return skip(self.story, now)
        now, passed = self._read_after(earlier, ended)
        numbers = {option.id: option.number for option in options_of(passed[-1]) if option.enabled}
        return choose(self.story, now, numbers[choice])


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
