"""A page arriving by itself, event by event: what has come so far, and when the next is due."""

from dataclasses import dataclass, replace
from math import inf
from typing import assert_never

from game.play.chapters import ordinal
from game.play.page import Finished, Page, Spoken, page_of
from game.play.playthrough import Playthrough, advance
from game.play.situation import Card, Event, Paragraph
from game.play.timeline import Timeline
from game.story.model import Arrive, Ending, Hear, Music, Pause, Shake, Story
from game.ui.scenery.scenery import Shaking
from game.ui.theme.timing import Timing


@dataclass(frozen=True, slots=True)
class Reveal:
    """The timeline goes ahead to the next stop; `cursor` counts the events that have really come, cues among
    them, and `due` is when the next may. `chapter` is the number of its chapter in this run; `arrived`
    tells when each paragraph came."""

    timeline: Timeline
    page: Page
    cursor: int
    due: float
    chapter: int = 1
    arrived: tuple[float, ...] = ()
    tremor: Shaking | None = None

    @classmethod
    def of(cls, story: Story, timeline: Timeline, cursor: int, now: float) -> "Reveal":
        """The page that a timeline stands at, whose events before `cursor` came earlier."""
        page = page_of(story, timeline.at)
        chapter = ordinal(story, timeline.at, page.chapter)
        return cls(timeline, page, cursor, now, chapter, (-inf,) * len(_paragraphs(page.events[:cursor])))

    @property
    def playthrough(self) -> Playthrough:
        """Where the play stands, at the next stop."""
        return self.timeline.at

    @property
    def paragraphs(self) -> tuple[Spoken, ...]:
        """Those that have come."""
        return self.page.paragraphs[: len(self.arrived)]

    @property
    def at_card(self) -> bool:
        """Whether a chapter's card is next. It clears the page, so what stands there must first be read."""
        return isinstance(self.following, Card)

    @property
    def whole(self) -> bool:
        """Whether everything has come."""
        return self.cursor == len(self.page.events)

    @property
    def resting(self) -> bool:
        """Whether nothing more comes by itself."""
        return self.whole or self.at_card

    @property
    def reached(self) -> Ending | None:
        """The ending, once everything has come on a page that is the last."""
        following = self.page.next
        return following.ending if self.whole and isinstance(following, Finished) else None

    def open(self, now: float) -> bool:
        """Whether it is time for the foot of the page."""
        return self.resting and now >= self.due

    @property
    def following(self) -> Event | None:
        """The event that comes next."""
        return self.page.events[self.cursor] if self.cursor < len(self.page.events) else None

    @property
    def speaks_again(self) -> bool:
        """Whether there is more to read here after the next event."""
        return any(isinstance(event, Paragraph) for event in self.page.events[self.cursor + 1 :])

    def hurried(self, now: float) -> "Reveal":
        """The same, with the next event due at once."""
        return replace(self, due=now)

    def onward(self, story: Story, timing: Timing) -> "Reveal":
        """After one more event, which comes when it was due; there must be one."""
        at, cursor = self.due, self.cursor + 1
        match event := self.page.events[self.cursor]:
            case Paragraph():
                timeline, page = self.timeline, self.page
                if self.cursor >= page.position:
                    timeline = replace(timeline, at=advance(story, timeline.at))
                    page = page_of(story, timeline.at)
                last = cursor == len(page.events) or isinstance(page.events[cursor], Card)
                due = at + (timing.foot if last else reading_time(event, timing))
                return replace(self, timeline=timeline, page=page, cursor=cursor, due=due, arrived=(*self.arrived, at))
            case Pause(seconds):
                return replace(self, cursor=cursor, due=at + seconds)
            case Shake(strength):
                return replace(self, cursor=cursor, tremor=Shaking(strength, at))
            case Arrive() | Music() | Hear() | Card():
                return replace(self, cursor=cursor)
            case _:
                assert_never(event)


def reading_time(paragraph: Paragraph, timing: Timing) -> float:
    """How long a reader who is not slow takes over it."""
    return timing.settle + len(paragraph.text) / timing.per_second


def _paragraphs(events: tuple[Event, ...]) -> list[Paragraph]:
    """Those since the last card."""
    cards = [number for number, event in enumerate(events) if isinstance(event, Card)]
    return [event for event in events[cards[-1] + 1 if cards else 0 :] if isinstance(event, Paragraph)]
