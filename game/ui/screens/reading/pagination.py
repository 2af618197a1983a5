"""A page read leaf by leaf: what of it has come, and what has to wait until the leaf is turned."""

from dataclasses import dataclass, replace
from typing import assert_never

from game.play.page import Choosing, Stuck
from game.play.setting import lit
from game.play.situation import Card, Paragraph
from game.story.model import Arrive, Cue, Hear, Story
from game.ui.column.column import Column
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.reading.page_layout import page_column
from game.ui.screens.reading.reveal import Reveal
from game.ui.theme.timing import TIMING


@dataclass(frozen=True, slots=True)
class Pagination:
    """`first` is the number of the first paragraph on the leaf that is being read, None before that is known; it is
    `full` when what comes next, be it the menu at the foot, has to wait. `side` is where the column stands, if it does not follow the place;
    `opened` is when the foot of the page was."""

    text: Reveal
    first: int | None = None
    full: bool = False
    side: str | None = None
    opened: float | None = None

    @property
    def shown(self) -> int:
        """How many paragraphs have come on this leaf."""
        return len(self.text.arrived) - (self.first or 0)

    @property
    def offers(self) -> bool:
        """Whether the end of the page is a menu."""
        return not self.text.at_card and isinstance(self.text.page.next, Choosing | Stuck)

    def scenery(self, story: Story) -> Scenery:
        """Picture, light and music as the events so far have left them."""
        page = self.text.page
        stage = self.text.playthrough.now.after(page.events[: self.text.cursor])
        place = story.places[stage.place] if stage.place else None
        return Scenery(
            place=place,
            music=stage.music,
            name=page.chapter.title,
            tremor=self.text.tremor,
            reached=self.text.reached,
            lit=lit(story, place, stage.values) if place else 1.0,
            column_side=self.side,
        )

    def column(self, context: Context) -> Column:
        """What has come of the page, turned to the leaf that is being read."""
        side = self.scenery(context.story).side
        return page_column(context, self.text, side, self.first or 0, opened=self.opened is not None)

    def at_last(self, context: Context) -> "Pagination":
        """At the end of the page, if its foot is open, else at the leaf that its last paragraph stands on."""
        column = self.column(context)
        return replace(self, first=column.end_leaf if self.opened is not None else column.last_leaf)

    def revealed(self, context: Context, *, hurried: bool = False) -> "tuple[Pagination, tuple[str, ...]]":
        """As far as it is by now, or in a hurry as far as the leaf has room, and the sounds on the way: in a hurry, the
        last of them."""
        pagination, noises = self, list[str]()
        while not pagination.full and not pagination.text.resting:
            text = pagination.text.hurried(context.now) if hurried else pagination.text
            if context.now < text.due:
                break
            after = replace(pagination, text=text.onward(context.story, context.timing))
            if pagination.waits(after, context):
                pagination = replace(pagination, full=True)
                break
            if isinstance(text.following, Arrive):
                side = pagination.scenery(context.story).side if pagination.shown else None
                after = replace(after, side=side, text=after.text.hurried(context.now))  # words come after the picture
            if isinstance(text.following, Hear):
                noises.append(text.following.sound)
            pagination = after
        return pagination, tuple(noises[-1:] if hurried else noises)

    def opening(self, context: Context) -> "Pagination":
        """With the foot of the page open; or full, where that is a menu which the leaf has no room left for."""
        opened = replace(self, opened=context.now)
        return opened if opened.column(context).holds_foot else replace(self, full=True)

    def turned(self, context: Context) -> "tuple[Pagination, tuple[str, ...]]":
        """The next leaf, with the paragraph that waited for it and all cues before that, and the sounds among them; at
        the end of the page its menu, with as many paragraphs as fit above it."""
        if self.text.resting:
            return replace(self, full=False, opened=context.now).at_last(context), ()
        pagination, noises = replace(self, first=len(self.text.arrived), full=False, side=None), list[str]()
        while not pagination.shown:
            if isinstance(pagination.text.following, Hear):
                noises.append(pagination.text.following.sound)
            text = pagination.text.hurried(context.now).onward(context.story, context.timing)
            pagination = replace(pagination, text=text)
        return pagination, tuple(noises)

    def read_by(self, begun: float, scrolled: float, context: Context) -> bool:
        """Whether the leaf turns by itself, and has been there for as long as it takes to be read; never one that ends
        in options. The page began then, and was last scrolled then."""
        timing = context.timing
        waits = self.full or (self.opened is not None and not self.offers)
        if not timing.leaf or not waits:
            return False
        first = self.first or 0
        letters = sum(len(paragraph.text) for paragraph in self.text.paragraphs[first:])
        since = max(begun, scrolled, *self.text.arrived[first : first + 1])
        return context.now - since >= TIMING.settle + letters / timing.leaf

    def waits(self, after: "Pagination", context: Context) -> bool:
        """Whether what comes next is a paragraph that the leaf has no room for, or words at a place whose column stands
        on the other side. Where no words follow, the column stays, and the place comes as it is."""
        if not self.shown:
            return False
        match self.text.following:
            case Paragraph():
                return not after.column(context).fits
            case Arrive(place):
                here = self.scenery(context.story).side
                return self.text.speaks_again and context.story.places[place].side != here
            case Cue() | Card() | None:
                return False
            case other:
                assert_never(other)
