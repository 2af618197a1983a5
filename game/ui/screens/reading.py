"""The reading screen: a page that unfolds leaf by leaf, and the options at its foot."""

from dataclasses import dataclass, replace
from typing import assert_never

import pygame

from game.play.moment import Arrive, Music, Noise, Paragraph, Tremor
from game.play.page import Choosing, Finished, Page, ReadingOn, Stuck
from game.play.playthrough import Playthrough, advance, choose, rewind, skip
from game.story.model import Story
from game.ui.change import Become, Change, Push, Read
from game.ui.input.intents import Adjust, Advance, Back, Click, Confirm, Focus, Intent, Rewind, Skip
from game.ui.pace import PACE, Clock
from game.ui.screen import Context, Scenery
from game.ui.screens.chapter_card import ChapterCard
from game.ui.screens.ending_card import EndingCard
from game.ui.screens.pause import Pause
from game.ui.screens.reading_view import GO_BACK, MENU, SKIP, draw_page, page_sheet
from game.ui.screens.silence import Silence, silent_option
from game.ui.screens.unfolding import Unfolding
from game.ui.sheet.browsing import Browsing, Taken
from game.ui.sheet.layout import Focusable, Sheet
from game.ui.sheet.scroll import Scroll


def read(story: Story, playthrough: Playthrough, cursor: int, clock: Clock) -> Become:
    """The screen of the page that a playthrough stands at; the beats before `cursor` came earlier."""
    text = Unfolding.of(story, playthrough, cursor, clock.now)
    if text.page.card and cursor == text.page.position:
        return Become(ChapterCard(playthrough, text.page, clock.now))
    noises = list[str]()
    while isinstance(text.following, Arrive | Music | Noise | Tremor):
        if isinstance(text.following, Noise):
            noises.append(text.following.sound)
        text = text.onward(story, clock.pace)
    card = ChapterCard.after(story, text, clock.now)
    return Become(card or Reading(text, Silence(begun=clock.now)), tuple(noises))


@dataclass(frozen=True, slots=True)
class Reading:
    """`leaf` is the number of the first paragraph on the leaf that is being read, None before that is known; it is
    `full` when what comes next has to wait until it is turned. `side` is where its column stands, if it does not follow
    the place; `opened` is when the foot of the page was."""

    text: Unfolding
    silence: Silence
    browsing: Browsing = Browsing()
    leaf: int | None = None
    full: bool = False
    side: str | None = None
    opened: float | None = None

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
            column=self.side,
        )

    def moving(self, context: Context) -> bool:
        now, arrived, opened = context.now, self.text.arrived, self.opened
        return (
            self.browsing.moving(now)
            or bool(arrived and now - arrived[-1] < max(PACE.arrive, PACE.dim))
            or (opened is not None and now - opened < PACE.open)
            or self.silence.running
        )

    def draw(self, canvas: pygame.Surface, context: Context) -> None:
        left = self.silence.left(self.page.next, context.clock)
        sheet = self.sheet(context)
        draw_page(canvas, context, self.text, sheet, self.browsing, self.opened, left, full=self.full)

    def focusables(self, context: Context) -> tuple[Focusable, ...]:
        sheet = self.sheet(context)
        return sheet.focusables(self.browsing.focus, self.browsing.above(sheet, context.now))

    @property
    def kept(self) -> Playthrough | None:
        return None if self.text.reached else self.text.playthrough

    def sheet(self, context: Context) -> Sheet:
        side = self.scenery(context.story).side
        return page_sheet(context, self.text, side, self.leaf or 0, opened=self.opened is not None)

    def refit(self, context: Context) -> "Reading":
        """Who saw the end of the page sees it again; else the leaf is the one that the last paragraph stands on."""
        return self if self.leaf is None else self.at_leaf(context, at_once=True)

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
        screen = self if self.leaf is not None else self.at_leaf(context, at_once=True)
        screen, noises = screen.unfolded(context)
        card = ChapterCard.after(context.story, screen.text, context.now)
        if card:
            return Become(card, noises)
        if screen.text.open(context.now):
            known = self.leaf is None
            screen = replace(screen, opened=context.now)
            screen = screen.at_leaf(context, at_once=True) if known else screen
        return None if screen == self else Become(screen, noises)

    def unfolded(self, context: Context, *, hurried: bool = False) -> "tuple[Reading, tuple[str, ...]]":
        """As far as it is by now, or in a hurry as far as the leaf has room, and the sounds on the way."""
        screen, noises = self, list[str]()
        while not screen.full and not screen.text.resting:
            text = screen.text.hurried(context.now) if hurried else screen.text
            if context.now < text.due:
                break
            beat, after = text.following, replace(screen, text=text.onward(context.story, context.pace))
            if screen._turns(after, context):
                screen = replace(screen, full=True)
                break
            if isinstance(beat, Arrive):
                after = replace(after, side=screen.scenery(context.story).side if screen.on_leaf else None)
            screen = after
            if isinstance(beat, Noise):
                noises.append(beat.sound)
        return screen, tuple(noises[-1:] if hurried else noises)

    @property
    def on_leaf(self) -> int:
        """How many paragraphs have come on this leaf."""
        return len(self.text.arrived) - (self.leaf or 0)

    def _turns(self, after: "Reading", context: Context) -> bool:
        """Whether the leaf has to be turned for what comes next: a paragraph it has no room for, or words at a place
        whose column stands on the other side. Where no words follow, the column stays, and the place comes as it is."""
        if not self.on_leaf:
            return False
        match self.text.following:
            case Paragraph():
                return not after.sheet(context).fits
            case Arrive(place):
                return (
                    self.text.speaks_again and context.story.backgrounds[place].side != self.scenery(context.story).side
                )
            case _:
                return False

    def at_leaf(self, context: Context, *, at_once: bool) -> "Reading":
        """At the end of the page, if its foot is open, else where its last paragraph stands."""
        sheet = self.sheet(context)
        return self.turned(sheet.end_leaf if self.opened is not None else sheet.last_leaf, context, at_once=at_once)

    def turned(self, leaf: int, context: Context, *, at_once: bool) -> "Reading":
        screen = replace(self, leaf=leaf)
        sheet = screen.sheet(context)
        scroll = self.browsing.scroll.to(max(sheet.start, sheet.farthest), sheet.farthest, context.clock)
        scroll = Scroll(scroll.target, scroll.target) if at_once else scroll
        return replace(screen, browsing=replace(self.browsing, scroll=scroll))

    def _advance(self, sheet: Sheet, context: Context) -> Change | None:
        story, text = context.story, self.text
        if not sheet.shows_all(self.browsing.scroll):
            return self._scrolled_on(sheet, context)
        if self.full:
            return self._turn(context)
        if not text.resting or self.opened is None:
            screen, noises = self.unfolded(context, hurried=True)
            return Become(replace(screen, opened=context.now) if screen.text.resting else screen, noises)
        if text.at_card:
            return Become(ChapterCard.opening(story, text, context.now))
        match self.page.next:
            case ReadingOn():
                return Read(advance(story, text.playthrough))
            case Finished(ending):
                return Become(EndingCard(text.playthrough, ending, self.scenery(story), context.now))
            case Choosing() | Stuck():
                return self._show_options(sheet, context)
            case other:
                assert_never(other)

    def _scrolled_on(self, sheet: Sheet, context: Context) -> Change:
        """To the end of the page if that fits with what is before it, else as far as a window reaches."""
        if self.opened is not None and sheet.end_leaf > (self.leaf or 0):
            return Become(self.at_leaf(context, at_once=False))
        height = sheet.window.height - context.type.measures.leading
        scroll = self.browsing.scroll.to(self.browsing.scroll.target + height, sheet.farthest, context.clock)
        return Become(replace(self, browsing=replace(self.browsing, scroll=scroll)))

    def _turn(self, context: Context) -> Change:
        """The next leaf, with the paragraph that waited for it, and all cues before that."""
        before = self.scenery(context.story).side
        screen, noises = replace(self, leaf=len(self.text.arrived), full=False, side=None), list[str]()
        while not screen.on_leaf:
            if isinstance(screen.text.following, Noise):
                noises.append(screen.text.following.sound)
            screen = replace(screen, text=screen.text.hurried(context.now).onward(context.story, context.pace))
        moved = screen.scenery(context.story).side != before
        screen = screen.turned(screen.leaf or 0, context, at_once=moved)
        return Become(screen, tuple(noises), softly=moved)

    def _show_options(self, sheet: Sheet, context: Context) -> Change | None:
        """Reading on is not to choose: it only shows where to."""
        if self.browsing.focus is not None:
            return None
        answer = self.browsing.answer(Focus(1), sheet, context.type.measures.leading, context.clock)
        return Become(replace(self, browsing=answer)) if isinstance(answer, Browsing) else None

    def _rewind(self) -> Change | None:
        before = rewind(self.text.playthrough)
        return None if before is self.text.playthrough else Read(before, before.now.position)

    def _pause(self, context: Context) -> Change:
        return Push(Pause(self.text.playthrough, self.scenery(context.story)))

    def _skip(self, context: Context) -> Change | None:
        return Read(skip(context.story, self.text.playthrough)) if self.page.aftermath else None

    def _keep_silent(self, context: Context) -> Change | None:
        """Lets the time to answer pass while all is in sight, and takes silence when it has run out."""
        option = silent_option(self.page.next) if self.text.whole else None
        if option is None:
            return None
        silence = self.silence.after(self.page, context.clock, seen=self.sheet(context).shows_all(self.browsing.scroll))
        if silence.left(self.page.next, context.clock) == 0:
            return Read(choose(context.story, self.text.playthrough, option.number))
        return None if silence == self.silence else Become(replace(self, silence=silence))
