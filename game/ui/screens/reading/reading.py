"""The reading screen: a page that unfolds leaf by leaf, and the options at its foot."""

from dataclasses import dataclass, replace
from math import inf
from typing import assert_never

import pygame

from game.play.page import Choosing, Finished, Page, ReadingOn, Stuck
from game.play.playthrough import Playthrough, advance, choose, skip
from game.play.situation import Arrive, Music, Noise, Tremor
from game.play.timeline import Timeline, forward, rewound, went
from game.story.model import Story
from game.ui.column.browsing import Browsing, Taken
from game.ui.column.layout import Focusable, Row, Sheet
from game.ui.column.scroll import Scroll
from game.ui.input.intents import (
    Adjust,
    Advance,
    Back,
    Click,
    Confirm,
    Focus,
    Forward,
    Hasten,
    Intent,
    Recall,
    Rewind,
    Skip,
)
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.menus.history import History
from game.ui.screens.menus.pause import Pause
from game.ui.screens.reading.answer_time import Silence, silent_option
from game.ui.screens.reading.chapter_card import ChapterCard
from game.ui.screens.reading.ending_card import EndingCard
from game.ui.screens.reading.page_layout import GO_BACK, MENU, SKIP
from game.ui.screens.reading.page_view import draw_page
from game.ui.screens.reading.pagination import Leaves
from game.ui.screens.reading.reveal import Unfolding
from game.ui.screens.screen import Become, Change, Push, Read, to_page
from game.ui.screens.skip_ahead import hasten
from game.ui.theme.timing import PACE, Clock


def read(story: Story, timeline: Timeline, cursor: int, clock: Clock) -> Become:
    """The screen of the page that a timeline stands at; the events before `cursor` came earlier."""
    text = Unfolding.of(story, timeline, cursor, clock.now)
    if text.page.card and cursor == text.page.position:
        return Become(ChapterCard.of(story, timeline, clock.now))
    noises = list[str]()
    while isinstance(text.following, Arrive | Music | Noise | Tremor):
        if isinstance(text.following, Noise):
            noises.append(text.following.sound)
        text = text.onward(story, clock.pace)
    card = ChapterCard.after(story, text, clock.now)
    return Become(card or Reading(Leaves(text), Silence(begun=clock.now)), tuple(noises))


@dataclass(frozen=True, slots=True)
class Reading:
    leaves: Leaves
    silence: Silence
    browsing: Browsing = Browsing()

    @property
    def text(self) -> Unfolding:
        return self.leaves.text

    @property
    def page(self) -> Page:
        return self.leaves.text.page

    @property
    def writes(self) -> bool:
        return False

    @property
    def kept(self) -> tuple[Timeline, int] | None:
        return self.text.timeline, self.text.cursor

    def scenery(self, story: Story) -> Scenery:
        return self.leaves.scenery(story)

    def sheet(self, context: Context) -> Sheet:
        return self.leaves.sheet(context)

    def moving(self, context: Context) -> bool:
        now, arrived, opened = context.now, self.text.arrived, self.leaves.opened
        return (
            self.browsing.moving(now)
            or bool(arrived and now - arrived[-1] < max(PACE.arrive, PACE.dim))
            or (opened is not None and now - opened < PACE.open)
            or self.silence.running
        )

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        left = self.silence.left(self.page.next, context.clock)
        draw_page(canvas, context, self.leaves, self.browsing, left)

    def resumed(self, context: Context) -> "Reading":
        return replace(self, browsing=self.browsing.resumed(self.sheet(context)))

    def focusables(self, context: Context) -> tuple[Focusable, ...]:
        sheet = self.sheet(context)
        return sheet.focusables(self.browsing.focus, self.browsing.above(sheet, context.now))

    def refit(self, context: Context) -> "Reading":
        """Who saw the end of the page sees it again; else the leaf is the one that the last paragraph stands on, and may
        have room now for what waited."""
        if self.leaves.first is None:
            return self
        leaves = replace(self.leaves.at_last(context), full=False)
        return self.at(leaves, leaves.sheet(context).rest, context, at_once=True)

    def handle(self, intent: Intent, context: Context) -> Change | None:
        sheet, now, opened = self.sheet(context), context.now, self.leaves.opened
        match intent:
            case Back():
                return self._pause(context)
            case Rewind():
                return self._rewind()
            case Forward():
                return self._forward()
            case Hasten(unread):
                return hasten(context, self.text.timeline, self.text.cursor, unread=unread)
            case Recall():
                return Push(History.of(self.text.timeline, self.scenery(context.story), context))
            case Skip():
                return self._skip(context)
            case Advance() | Adjust(1):
                return self._advance(sheet, context)
            case Confirm() if self.browsing.focus is None and not self._offers(sheet):
                return self._advance(sheet, context)
            case Click(x, y) if sheet.button_at(x, y) is None:
                row = sheet.row_at(x, y, self.browsing.above(sheet, now))
                if row is None:
                    return self._advance(sheet, context)
                if opened is None or now - opened < PACE.guard:
                    return None
        match self.browsing.answer(intent, sheet, context.type.measures.leading, context.clock):
            case Taken(GO_BACK.key):
                return self._rewind()
            case Taken(MENU.key):
                return self._pause(context)
            case Taken(SKIP.key):
                return self._skip(context)
            case Taken(number):
                return self._chosen(number, sheet, context)
            case Browsing() as browsing:
                return Become(replace(self, browsing=browsing))
            case None:
                return None

    def pass_time(self, context: Context) -> Change | None:
        if self.leaves.read_by(self.silence.begun, self.browsing.scroll.since, context):
            return self._advance(self.sheet(context), context)
        if self.leaves.opened is not None:
            return self._keep_silent(context)
        found = self.leaves.first is not None
        leaves, noises = (self.leaves if found else self.leaves.at_last(context)).unfolded(context)
        card = ChapterCard.after(context.story, leaves.text, context.now)
        if card:
            return Become(card, noises)
        if leaves.text.open(context.now) and not leaves.full:
            leaves = leaves.opening(context) if found else replace(leaves, opened=context.now)
        screen = replace(self, leaves=leaves)
        if not found:  # whoever comes to a page again is where it was left
            leaves = leaves.at_last(context)
            screen = screen.at(leaves, leaves.sheet(context).rest, context, at_once=True)
        return None if screen == self else Become(screen, noises)

    def at(self, leaves: Leaves, top: float, context: Context, *, at_once: bool) -> "Reading":
        """On that leaf, with so much of the text above the window."""
        scroll = self.browsing.scroll.to(top, leaves.sheet(context).farthest, context.clock)
        scroll = Scroll(scroll.target, scroll.target) if at_once else scroll
        return replace(self, leaves=leaves, browsing=replace(self.browsing, scroll=scroll))

    def _offers(self, sheet: Sheet) -> bool:
        """Whether the first option that can be taken is in sight."""
        return bool(sheet.takeable) and self.browsing.sees(sheet.takeable[0], sheet)

    def _advance(self, sheet: Sheet, context: Context) -> Change | None:
        """One step that is seen: more of the text, the next leaf, the options, or what the page leads on to."""
        if not sheet.shows_all(self.browsing.scroll):
            return self._scrolled_on(sheet, context)
        if self.leaves.full:
            return self._turned(self.leaves, (), context)
        if self.leaves.opened is not None:
            return self.onward(sheet, context)
        leaves, noises = self.leaves.unfolded(context, hurried=True)
        if leaves.text.resting:
            leaves = leaves.opening(context)
        came = len(leaves.text.arrived) > len(self.text.arrived)
        if leaves.full and not came:
            return self._turned(leaves, noises, context)
        after = replace(self, leaves=leaves)
        seen = came or leaves.offers or self._stirs(after, context.story) or not self._settled(context)
        if leaves.opened is None or seen:
            return Become(after, noises)
        return after.onward(leaves.sheet(context), context, noises)

    def _stirs(self, after: "Reading", story: Story) -> bool:
        """Whether the picture is another afterwards, or shakes."""
        one, other = self.scenery(story), after.scenery(story)
        return (one.place, one.tremor) != (other.place, other.tremor)

    def _settled(self, context: Context) -> bool:
        """Whether the last paragraph has come for good, so that a sign alone would be no answer to a key."""
        return context.now - self.text.arrived[-1] >= PACE.arrive if self.text.arrived else False

    def _turned(self, leaves: Leaves, noises: tuple[str, ...], context: Context) -> Change:
        turned, more = leaves.turned(context)
        sheet = turned.sheet(context)
        moved = turned.scenery(context.story).side != leaves.scenery(context.story).side
        top = sheet.start if turned.opened is None else sheet.rest
        return Become(self.at(turned, top, context, at_once=moved), (*noises, *more), softly=moved)

    def onward(self, sheet: Sheet, context: Context, noises: tuple[str, ...] = ()) -> Change | None:
        """To what the page leads to; `noises` are heard on the way there."""
        story, text = context.story, self.text
        if text.at_card:
            return Become(ChapterCard.opening(story, text, context.now), noises)
        match self.page.next:
            case ReadingOn():
                return self._went(advance(story, text.playthrough), noises)
            case Finished(ending):
                return Become(EndingCard(text.timeline, ending, self.scenery(story), context.now), noises)
            case Choosing() | Stuck():
                return self._show_options(sheet, context)
            case other:
                assert_never(other)

    def _scrolled_on(self, sheet: Sheet, context: Context) -> Change:
        """As far as a window reaches."""
        height = sheet.window.height - context.type.measures.leading
        scroll = self.browsing.scroll.to(self.browsing.scroll.target + height, sheet.farthest, context.clock)
        return Become(replace(self, browsing=replace(self.browsing, scroll=scroll)))

    def _show_options(self, sheet: Sheet, context: Context) -> Change | None:
        """Reading on is not to choose: it only shows where to."""
        if self.browsing.focus is not None:
            return None
        answer = self.browsing.answer(Focus(1), sheet, context.type.measures.leading, context.clock)
        return Become(replace(self, browsing=answer)) if isinstance(answer, Browsing) else None

    def _chosen(self, number: int, sheet: Sheet, context: Context) -> Change | None:
        """The option is taken by whoever began to press when it was in sight; out of sight, it is shown."""
        row = sheet.row(number)
        if row and not row.seen(self.browsing.scroll.target, sheet.window.height):
            shown = replace(self.browsing, focus=number).reveal(row.top, row.bottom, sheet, context.clock)
            return Become(replace(self, browsing=shown))
        if row and context.pressed < self._sighted(row, sheet):
            return None
        return self._went(choose(context.story, self.text.playthrough, number))

    def _sighted(self, row: Row, sheet: Sheet) -> float:
        """Since when an option that is in sight has been there for as long as it takes to see it. One that was there
        when the page was left is known."""
        opened, scroll = self.leaves.opened or 0.0, self.browsing.scroll
        known = all(arrived == -inf for arrived in self.text.arrived)
        since = opened if known else opened + PACE.guard
        return since if row.seen(scroll.start, sheet.window.height) else max(since, scroll.since)

    def _rewind(self) -> Change | None:
        return to_page(self.text.timeline, rewound(self.text.timeline))

    def _forward(self) -> Change | None:
        return to_page(self.text.timeline, forward(self.text.timeline))

    def _went(self, to: Playthrough, noises: tuple[str, ...] = ()) -> Change:
        return Read(went(self.text.timeline, to), noises=noises)

    def _pause(self, context: Context) -> Change:
        return Push(Pause(self.text.timeline, self.text.cursor, self.scenery(context.story)))

    def _skip(self, context: Context) -> Change | None:
        return self._went(skip(context.story, self.text.playthrough)) if self.page.aftermath else None

    def _keep_silent(self, context: Context) -> Change | None:
        """Lets the time to answer pass while all is in sight, and takes silence when it has run out."""
        option = silent_option(self.page.next) if self.text.whole else None
        if option is None:
            return None
        silence = self.silence.after(self.page, context.clock, seen=self.sheet(context).shows_all(self.browsing.scroll))
        if silence.left(self.page.next, context.clock) == 0:
            return self._went(choose(context.story, self.text.playthrough, option.number))
        return None if silence == self.silence else Become(replace(self, silence=silence))
