"""The card that announces a chapter: its number, its title, and who the player is in it."""

from dataclasses import dataclass, replace
from typing import assert_never

import pygame

from game.play.chapters import ordinal
from game.play.page import Page, page_of
from game.play.playthrough import advance
from game.play.situation import Paragraph
from game.play.timeline import Timeline, forward, rewound
from game.story.model import Arrive, Chapter, Story
from game.ui.column.column import Focusable
from game.ui.input.intents import (
    Advance,
    Back,
    Click,
    Confirm,
    FocusIntent,
    Forward,
    GameIntent,
    Intent,
    PointerIntent,
    Rewind,
    ScreenIntent,
    ScrollIntent,
    StoryIntent,
)
from game.ui.scenery.scenery import Scenery, Shade
from game.ui.screens.context import Context
from game.ui.screens.menus.pause import PauseScreen
from game.ui.screens.reading.reveal import Reveal
from game.ui.screens.screen import Push, ScreenChange, TurnTo, to_page
from game.ui.screens.words import in_words
from game.ui.text.typesetter import TextBlock, times
from game.ui.theme.palette import PALETTE
from game.ui.theme.timing import TIMING, eased


@dataclass(frozen=True, slots=True)
class ChapterCard:
    """The timeline stands right after the card; `number` is that of the chapter in this run."""

    timeline: Timeline
    page: Page
    number: int
    since: float

    @classmethod
    def of(cls, story: Story, timeline: Timeline, now: float) -> "ChapterCard":
        """The card that a timeline stands right after."""
        page = page_of(story, timeline.at)
        return cls(timeline, page, ordinal(story, timeline.at, page.chapter), now)

    @classmethod
    def opening(cls, story: Story, text: Reveal, now: float) -> "ChapterCard":
        """The card that is next in a text."""
        timeline = text.timeline
        if text.page.position <= text.cursor:
            timeline = replace(timeline, at=advance(story, timeline.at))
        return cls.of(story, timeline, now)

    @classmethod
    def after(cls, story: Story, text: Reveal, now: float) -> "ChapterCard | None":
        """The card that is next, if nothing stands on the page that it would clear."""
        return cls.opening(story, text, now) if text.at_card and not text.arrived else None

    @property
    def chapter(self) -> Chapter:
        """The chapter that it announces."""
        return self.page.chapter

    @property
    def writes(self) -> bool:
        """Nothing is typed here."""
        return False

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        """What is played, with all of its page up to the card."""
        return self.timeline, self.page.position

    def refit(self, _: Context, /) -> "ChapterCard":
        """The same: it is set anew each time that it is drawn."""
        return self

    def resumed(self, _: Context, /) -> "ChapterCard":
        """The same: nothing is in focus."""
        return self

    def focusables(self, _: Context) -> tuple[Focusable, ...]:
        """Nothing can be taken."""
        return ()

    def scenery(self, story: Story) -> Scenery:
        """The picture that the chapter opens with, darkened; the music as it was until its first words."""
        place = self.page.place
        for event in self.page.events[self.page.position :]:
            if isinstance(event, Paragraph):
                break
            if isinstance(event, Arrive):
                place = story.places[event.place]
        return Scenery(place, Shade.WHOLE, self.page.music, self.chapter.title)

    def handle(self, intent: Intent, context: Context) -> ScreenChange | None:
        """On with whatever takes or reads on; back and forth between pages; or to the menu."""
        match intent:
            case Advance() | Confirm() | Click():
                return self._on(context)
            case Rewind():
                return to_page(self.timeline, rewound(self.timeline))
            case Forward():
                return to_page(self.timeline, forward(self.timeline))
            case Back():
                return Push(PauseScreen(self.timeline, self.page.position, self.scenery(context.story)))
            case StoryIntent() | FocusIntent() | ScrollIntent() | PointerIntent() | ScreenIntent() | GameIntent():
                return None  # there is nothing here but to go on
            case other:
                assert_never(other)

    def pass_time(self, context: Context) -> ScreenChange | None:
        """On by itself, after a few seconds."""
        return self._on(context) if context.now - self.since >= TIMING.card else None

    def moving(self, context: Context) -> bool:
        """While its words come up."""
        return context.now - self.since < 3 * TIMING.arrive + TIMING.crossfade

    def _on(self, context: Context) -> ScreenChange:
        return TurnTo(replace(self.timeline, at=advance(context.story, self.timeline.at)), self.page.position)

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        """Number, title and viewpoint, in the middle of the window."""
        type, metrics = context.type, context.type.metrics
        wide = metrics.wide
        blocks = [
            type.block(
                type.span(f"Chapter {in_words(self.number)}", metrics.em(0.9), PALETTE.quiet, italic=True),
                wide,
            ),
            type.balanced(type.lettering(self.chapter.title, metrics.display(96)), wide, metrics.display(112)),
        ]
        if self.chapter.viewpoint:
            seen_as = type.span("as\u2002 ", metrics.em(0.9), PALETTE.quiet, italic=True)
            blocks.append(
                type.block(seen_as + type.capitals(self.chapter.viewpoint, metrics.em(0.66), PALETTE.amber), wide)
            )
        draw_centred(canvas, context, blocks, self.since)


def draw_centred(canvas: pygame.Surface, context: Context, blocks: list[TextBlock], since: float) -> None:
    """The blocks one under another in the middle of the window, coming up one after another."""
    metrics = context.type.metrics
    gap = metrics.em(0.5)
    y = (metrics.size[1] - sum(block.height + gap for block in blocks)) // 2
    for number, block in enumerate(blocks):
        solid = eased((context.now - since - TIMING.crossfade / 2) / TIMING.arrive - number * 0.6)
        context.type.draw(canvas, block, ((metrics.size[0] - block.width) // 2, y), times(solid))
        y += block.height + gap
