"""The reading screen: a page that unfolds leaf by leaf, and the options at its foot."""

from dataclasses import dataclass, replace
from functools import partial
from math import inf
from typing import assert_never

import pygame

from game.play.page import Choosing, Finished, Page, ReadingOn, Stuck
from game.play.playthrough import Playthrough, advance, choose, skip
from game.play.timeline import Timeline, forward, rewound, went
from game.story.model import Story
from game.ui.column.browsing import Browsing, Taken
from game.ui.column.column import Column, Focusable, Row
from game.ui.column.scroll import Scroll
from game.ui.input.intents import (
    Adjust,
    Advance,
    Back,
    Click,
    Confirm,
    Forward,
    Intent,
    MoveFocus,
    Rewind,
    ShowHistory,
    SkipAhead,
    SkipScene,
)
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, answer_to
from game.ui.screens.menus.history import HistoryScreen
from game.ui.screens.menus.pause import PauseScreen
from game.ui.screens.reading.answer_time import AnswerTime, silent_option
from game.ui.screens.reading.chapter_card import ChapterCard
from game.ui.screens.reading.ending_card import EndingCard
from game.ui.screens.reading.page_layout import GO_BACK, MENU, SKIP
from game.ui.screens.reading.page_view import draw_page
from game.ui.screens.reading.pagination import Pagination
from game.ui.screens.reading.reveal import Reveal
from game.ui.screens.screen import Become, Push, ScreenChange, TurnTo, to_page
from game.ui.screens.skip_ahead import skip_ahead
from game.ui.theme.timing import TIMING


@dataclass(frozen=True, slots=True)
class ReadingScreen:
    """A page that is being read: what has come of it, the time to answer, and where in it somebody looks."""

    pagination: Pagination
    silence: AnswerTime
    browsing: Browsing = Browsing()

    @property
    def text(self) -> Reveal:
        """The page as it arrives."""
        return self.pagination.text

    @property
    def page(self) -> Page:
        """The page itself, with what it leads to."""
        return self.pagination.text.page

    @property
    def writes(self) -> bool:
        """Nothing is typed here."""
        return False

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        """What is played, and how many events of the page have come."""
        return self.text.timeline, self.text.cursor

    def scenery(self, story: Story) -> Scenery:
        """What lies behind the page as far as it has come."""
        return self.pagination.scenery(story)

    def column(self, context: Context) -> Column:
        """The leaf that is being read."""
        return self.pagination.column(context)

    def moving(self, context: Context) -> bool:
        """While paragraphs come or dim, the foot opens, the text scrolls, or time runs."""
        now, arrived, opened = context.now, self.text.arrived, self.pagination.opened
        return (
            self.browsing.moving(now)
            or bool(arrived and now - arrived[-1] < max(TIMING.arrive, TIMING.dim))
            or (opened is not None and now - opened < TIMING.open)
            or self.silence.running
        )

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        """The leaf, and the chapter over it."""
        left = self.silence.left(self.page.next, context.clock)
        draw_page(canvas, context, self.pagination, self.browsing, left)

    def resumed(self, context: Context) -> "ReadingScreen":
        """With the focus on an option, if it was on one."""
        return replace(self, browsing=self.browsing.resumed(self.column(context)))

    def focusables(self, context: Context) -> tuple[Focusable, ...]:
        """Options and buttons, where they are seen now."""
        column = self.column(context)
        return column.focusables(self.browsing.focus, self.browsing.above(column, context.now))

    def refit(self, context: Context) -> "ReadingScreen":
        """Who saw the end of the page sees it again; else the leaf is the one that the last paragraph stands on, and may
        have room now for what waited."""
        if self.pagination.first is None:
            return self
        pagination = replace(self.pagination.at_last(context), full=False)
        return self.at(pagination, pagination.column(context).rest, context, at_once=True)

    def handle(self, intent: Intent, context: Context) -> ScreenChange | None:
        """Reading on and back, and what the options answer."""
        column, now, opened = self.column(context), context.now, self.pagination.opened
        match intent:
            case Back():
                return self._pause(context)
            case Rewind():
                return self._rewind()
            case Forward():
                return self._forward()
            case SkipAhead(unread):
                return skip_ahead(context, self.text.timeline, self.text.cursor, unread=unread)
            case ShowHistory():
                return Push(HistoryScreen.of(self.text.timeline, self.scenery(context.story), context))
            case SkipScene():
                return self._skip(context)
            case Advance() | Adjust(1):
                return self._advance(column, context)
            case Confirm() if self.browsing.focus is None and not self._offers(column):
                return self._advance(column, context)
            case Click(x, y) if column.button_at(x, y) is None:
                row = column.row_at(x, y, self.browsing.above(column, now))
                if row is None:
                    return self._advance(column, context)
                if opened is None or now - opened < TIMING.guard:
                    return None
        match self.browsing.answer(intent, column, context.type.metrics.leading, context.clock):
            case Taken() as taken:
                return answer_to(taken, self._items(column, context))
            case Browsing() as browsing:
                return Become(replace(self, browsing=browsing))
            case None:
                return None

    def _items(self, column: Column, context: Context) -> tuple[Item, ...]:
        """All that can be taken here: what stands in the header, the way back, and the options."""
        options = (row for row in column.rows if row.label.number is not None)
        return (
            Item(MENU, partial(self._pause, context)),
            Item(SKIP, partial(self._skip, context)),
            Item(GO_BACK, self._rewind),
            *(Item(row.label, partial(self._chosen, row, column, context)) for row in options),
        )

    def pass_time(self, context: Context) -> ScreenChange | None:
        """What has come by now of the page, its options, the silence, or a leaf that turns by itself."""
        if self.pagination.read_by(self.silence.begun, self.browsing.scroll.since, context):
            return self._advance(self.column(context), context)
        if self.pagination.opened is not None:
            return self._keep_silent(context)
        found = self.pagination.first is not None
        pagination, noises = (self.pagination if found else self.pagination.at_last(context)).revealed(context)
        card = ChapterCard.after(context.story, pagination.text, context.now)
        if card:
            return Become(card, noises)
        if pagination.text.open(context.now) and not pagination.full:
            pagination = pagination.opening(context) if found else replace(pagination, opened=context.now)
        screen = replace(self, pagination=pagination)
        if not found:  # whoever comes to a page again is where it was left
            pagination = pagination.at_last(context)
            screen = screen.at(pagination, pagination.column(context).rest, context, at_once=True)
        return None if screen == self else Become(screen, noises)

    def at(self, pagination: Pagination, top: float, context: Context, *, at_once: bool) -> "ReadingScreen":
        """On that leaf, with so much of the text above the window."""
        scroll = self.browsing.scroll.to(top, pagination.column(context).farthest, context.clock)
        scroll = Scroll(scroll.target, scroll.target) if at_once else scroll
        return replace(self, pagination=pagination, browsing=replace(self.browsing, scroll=scroll))

    def _offers(self, column: Column) -> bool:
        """Whether the first option that can be taken is in sight."""
        return bool(column.takeable) and self.browsing.sees(column.takeable[0], column)

    def _advance(self, column: Column, context: Context) -> ScreenChange | None:
        """One step that is seen: more of the text, the next leaf, the options, or what the page leads on to."""
        if not column.shows_all(self.browsing.scroll):
            return self._scrolled_on(column, context)
        if self.pagination.full:
            return self._turned(self.pagination, (), context)
        if self.pagination.opened is not None:
            return self.onward(column, context)
        pagination, noises = self.pagination.revealed(context, hurried=True)
        if pagination.text.resting:
            pagination = pagination.opening(context)
        came = len(pagination.text.arrived) > len(self.text.arrived)
        if pagination.full and not came:
            return self._turned(pagination, noises, context)
        after = replace(self, pagination=pagination)
        seen = came or pagination.offers or self._stirs(after, context.story) or not self._settled(context)
        if pagination.opened is None or seen:
            return Become(after, noises)
        return after.onward(pagination.column(context), context, noises)

    def _stirs(self, after: "ReadingScreen", story: Story) -> bool:
        """Whether the picture is another afterwards, or shakes."""
        one, other = self.scenery(story), after.scenery(story)
        return (one.place, one.tremor) != (other.place, other.tremor)

    def _settled(self, context: Context) -> bool:
        """Whether the last paragraph has come for good, so that a sign alone would be no answer to a key."""
        return context.now - self.text.arrived[-1] >= TIMING.arrive if self.text.arrived else False

    def _turned(self, pagination: Pagination, noises: tuple[str, ...], context: Context) -> ScreenChange:
        turned, more = pagination.turned(context)
        column = turned.column(context)
        moved = turned.scenery(context.story).side != pagination.scenery(context.story).side
        top = column.start if turned.opened is None else column.rest
        return Become(self.at(turned, top, context, at_once=moved), (*noises, *more), softly=moved)

    def onward(self, column: Column, context: Context, noises: tuple[str, ...] = ()) -> ScreenChange | None:
        """To what the page leads to; `noises` are heard on the way there."""
        story, text = context.story, self.text
        if text.at_card:
            return Become(ChapterCard.opening(story, text, context.now), noises)
        match self.page.next:
            case ReadingOn():
                return self._went(advance(story, text.playthrough), noises)
            case Finished(ending):
                return Become(EndingCard.of(text.timeline, ending, self.scenery(story), context), noises)
            case Choosing() | Stuck():
                return self._show_options(column, context)
            case other:
                assert_never(other)

    def _scrolled_on(self, column: Column, context: Context) -> ScreenChange:
        """As far as a window reaches."""
        height = column.window.height - context.type.metrics.leading
        scroll = self.browsing.scroll.to(self.browsing.scroll.target + height, column.farthest, context.clock)
        return Become(replace(self, browsing=replace(self.browsing, scroll=scroll)))

    def _show_options(self, column: Column, context: Context) -> ScreenChange | None:
        """Reading on is not to choose: it only shows where to."""
        if self.browsing.focus is not None:
            return None
        answer = self.browsing.answer(MoveFocus(1), column, context.type.metrics.leading, context.clock)
        return Become(replace(self, browsing=answer)) if isinstance(answer, Browsing) else None

    def _chosen(self, row: Row, column: Column, context: Context) -> ScreenChange | None:
        """The option is taken by whoever began to press when it was in sight; out of sight, it is shown."""
        if not row.seen(self.browsing.scroll.target, column.window.height):
            shown = replace(self.browsing, focus=row.label.key).reveal(row.top, row.bottom, column, context.clock)
            return Become(replace(self, browsing=shown))
        if row.label.number is None or context.pressed < self._sighted(row, column):
            return None
        return self._went(choose(context.story, self.text.playthrough, row.label.number))

    def _sighted(self, row: Row, column: Column) -> float:
        """Since when an option that is in sight has been there for as long as it takes to see it. One that was there
        when the page was left is known."""
        opened, scroll = self.pagination.opened or 0.0, self.browsing.scroll
        known = all(arrived == -inf for arrived in self.text.arrived)
        since = opened if known else opened + TIMING.guard
        return since if row.seen(scroll.start, column.window.height) else max(since, scroll.since)

    def _rewind(self) -> ScreenChange | None:
        return to_page(self.text.timeline, rewound(self.text.timeline))

    def _forward(self) -> ScreenChange | None:
        return to_page(self.text.timeline, forward(self.text.timeline))

    def _went(self, to: Playthrough, noises: tuple[str, ...] = ()) -> ScreenChange:
        return TurnTo(went(self.text.timeline, to), noises=noises)

    def _pause(self, context: Context) -> ScreenChange:
        return Push(PauseScreen(self.text.timeline, self.text.cursor, self.scenery(context.story)))

    def _skip(self, context: Context) -> ScreenChange | None:
        return self._went(skip(context.story, self.text.playthrough)) if self.page.aftermath else None

    def _keep_silent(self, context: Context) -> ScreenChange | None:
        """Lets the time to answer pass while all is in sight, and takes silence when it has run out."""
        option = silent_option(self.page.next) if self.text.whole else None
        if option is None:
            return None
        silence = self.silence.after(
            self.page, context.clock, seen=self.column(context).shows_all(self.browsing.scroll)
        )
        if silence.left(self.page.next, context.clock) == 0:
            return self._went(choose(context.story, self.text.playthrough, option.number))
        return None if silence == self.silence else Become(replace(self, silence=silence))
