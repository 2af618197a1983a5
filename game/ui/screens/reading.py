"""The reading screen: a page that unfolds, and the options at its foot."""

from dataclasses import dataclass, replace
from math import inf
from typing import assert_never

import pygame

from game.play.page import Choosing, Finished, Option, Page, ReadingOn, Stuck
from game.play.playthrough import Playthrough, advance, choose, rewind, skip
from game.story.model import Story
from game.ui.change import Become, Change, Push, Read
from game.ui.input.intents import Adjust, Advance, Back, Click, Confirm, Intent, Rewind, Skip
from game.ui.pace import PACE, Clock, part_of
from game.ui.screen import Context, Scenery
from game.ui.screens.chapter_card import ChapterCard
from game.ui.screens.ending_card import EndingCard
from game.ui.screens.pause import Pause
from game.ui.screens.reading_view import GO_BACK, MENU, SKIP, draw_page, page_sheet
from game.ui.screens.unfolding import Unfolding
from game.ui.sheet.browsing import Browsing, Taken
from game.ui.sheet.layout import Focusable, Sheet


def read(story: Story, playthrough: Playthrough, cursor: int, clock: Clock) -> Become:
    """The screen of the page that a playthrough stands at; the beats before `cursor` came earlier."""
    text = Unfolding.of(story, playthrough, cursor, clock.now)
    if text.page.card and cursor == text.page.position:
        return Become(ChapterCard(playthrough, text.page, clock.now))
    text, noises = text.on(story, clock)
    return Become(ChapterCard.after(story, text, clock.now) or Reading(text), noises)


@dataclass(frozen=True, slots=True)
class Reading:
    """`opened` is when the foot of the page was, `silent` since when the player has been saying nothing."""

    text: Unfolding
    browsing: Browsing = Browsing()
    opened: float | None = None
    silent: float | None = None

    @property
    def page(self) -> Page:
        return self.text.page

    def scenery(self, story: Story) -> Scenery:
        stage = self.text.playthrough.now.after(self.page.beats[: self.text.cursor])
        return Scenery(
            background=story.backgrounds[stage.background] if stage.background else None,
            music=stage.music,
            name=self.page.chapter.title,
            tremor=self.text.tremor,
            reached=self.text.reached,
        )

    def moving(self, context: Context) -> bool:
        now, arrived, opened = context.now, self.text.arrived, self.opened
        return (
            self.browsing.moving(now)
            or bool(arrived and now - arrived[-1] < max(PACE.arrive, PACE.dim))
            or (opened is not None and now - opened < PACE.open)
            or self.silent is not None
        )

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        left = self.silence_left(context)
        draw_page(canvas, context, self.text, self.sheet(context), self.browsing, self.opened, left)

    def focusables(self, context: Context) -> tuple[Focusable, ...]:
        sheet = self.sheet(context)
        return sheet.focusables(self.browsing.focus, self.browsing.above(sheet, context.now))

    @property
    def kept(self) -> Playthrough | None:
        return None if self.text.reached else self.text.playthrough

    def sheet(self, context: Context) -> Sheet:
        return page_sheet(context, self.text, self._side(context), opened=self.opened is not None)

    def handle(self, intent: Intent, context: Context) -> Change | None:
        sheet, now = self.sheet(context), context.now
        match intent:
            case Back():
                return self._pause(context)
            case Rewind():
                return self._rewind()
            case Skip():
                return self._skip(context)
            case Advance() | Adjust(1):
                return self._advance(sheet, context)
            case Confirm() if self.browsing.focus is None and not (
                sheet.rows and sheet.shows_all(self.browsing.scroll)
            ):
                return self._advance(sheet, context)
            case Click(x, y) if sheet.button_at(x, y) is None:
                row = sheet.row_at(x, y, self.browsing.above(sheet, now))
                if row is None:
                    return self._advance(sheet, context)
                if self.opened is None or now - self.opened < PACE.guard:
                    return None
        match self.browsing.answer(intent, sheet, context.type.measures.leading, context.clock):
            case Taken(GO_BACK.key):
                return self._rewind()
            case Taken(MENU.key):
                return self._pause(context)
            case Taken(SKIP.key):
                return self._skip(context)
            case Taken(number):
                return Read(choose(context.story, self.text.playthrough, number))
            case Browsing() as browsing:
                return Become(replace(self, browsing=browsing))
            case None:
                return None

    def pass_time(self, context: Context) -> Change | None:
        if self.opened is not None:
            return self._keep_silent(context)
        now, before = context.now, self.text
        text, noises = before.on(context.story, context.clock)
        card = ChapterCard.after(context.story, text, now)
        if card:
            return Become(card, noises)
        opened = now if text.open(now) else None
        later = replace(self, text=text, opened=opened)
        came = len(text.arrived) > len(before.arrived)
        # Who has gone back up to read something again is not pulled down by what comes; who comes back to a page
        # read before is where it was left.
        follows = before.known or self.sheet(context).shows_all(self.browsing.scroll)
        if (came or opened is not None) and follows:
            later = later.revealing(len(before.arrived) if came else len(text.arrived) - 1, context)
        return None if later == self else Become(later, noises)

    def silence_left(self, context: Context) -> float | None:
        """What part is left of the time to say something in; None where there is all the time in the world."""
        option, answer = self._silence_option(), context.pace.answer
        if option is None or option.after is None or self.silent is None or answer == inf:
            return None
        return 1 - part_of(context.now - self.silent, option.after * answer)

    def _side(self, context: Context) -> str:
        return self.scenery(context.story).side

    def revealing(self, paragraph: int, context: Context) -> "Reading":
        """With everything from that paragraph on in sight, or as much of it as can be."""
        sheet = self.sheet(context)
        browsing = self.browsing.reveal(sheet.top_of(paragraph), sheet.height, sheet, context.clock)
        return replace(self, browsing=browsing)

    def _advance(self, sheet: Sheet, context: Context) -> Change | None:
        story, now, text = context.story, context.now, self.text
        if not text.resting or self.opened is None:
            rest, noises = text.rest(story, now)
            later = replace(self, text=rest, opened=now)
            return Become(later.revealing(len(text.arrived) - 1, context), noises)  # what is being read stays
        if not sheet.shows_all(self.browsing.scroll):
            height = sheet.window.height - 2 * context.type.measures.leading
            scroll = self.browsing.scroll.to(self.browsing.scroll.target + height, sheet.farthest, context.clock)
            return Become(replace(self, browsing=replace(self.browsing, scroll=scroll)))
        if text.at_card:
            return Become(ChapterCard.opening(story, text, now))
        match self.page.next:
            case ReadingOn():
                return Read(advance(story, text.playthrough))
            case Finished(ending):
                return Become(EndingCard(text.playthrough, ending, self.scenery(story), now))
            case Choosing() | Stuck():
                return None
            case other:
                assert_never(other)

    def _rewind(self) -> Change | None:
        before = rewind(self.text.playthrough)
        return None if before is self.text.playthrough else Read(before, before.now.position)

    def _pause(self, context: Context) -> Change:
        return Push(Pause(self.text.playthrough, self.scenery(context.story)))

    def _skip(self, context: Context) -> Change | None:
        return Read(skip(context.story, self.text.playthrough)) if self.page.aftermath else None

    def _silence_option(self) -> Option | None:
        following = self.page.next
        if not self.text.whole or self.opened is None or not isinstance(following, Choosing):
            return None
        return next((option for option in following.options if option.after is not None and option.enabled), None)

    def _keep_silent(self, context: Context) -> Change | None:
        """Starts the clock of saying nothing once all is in sight, and takes that option when it has run out."""
        option = self._silence_option()
        if option is None or context.pace.answer == inf:
            return None
        if self.silent is None:
            seen = self.sheet(context).shows_all(self.browsing.scroll)
            return Become(replace(self, silent=context.now)) if seen else None
        if self.silence_left(context) == 0:
            return Read(choose(context.story, self.text.playthrough, option.number))
        return None
