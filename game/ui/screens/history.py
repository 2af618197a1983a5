"""Everything that was read, with speakers and choices: to be searched, and gone back into at any choice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.play.finding import find
from game.play.history import Read as ReadPage
from game.play.history import Said, history
from game.play.moment import Run
from game.play.timeline import Timeline, furthest, jumped, taken_up
from game.story.letters import clusters
from game.story.model import Chapter, Story
from game.ui.change import Become, Change, Pop, Read, to_page
from game.ui.input.intents import Find, Intent, Rewind, Write
from game.ui.screen import Context, Scenery
from game.ui.screens.menu import Menu, heading
from game.ui.screens.reading_view import spoken_texts
from game.ui.sheet.browsing import Browsing, Taken
from game.ui.sheet.content import Label, Rows, Text
from game.ui.sheet.layout import Sheet, lay_out
from game.ui.sheet.scroll import Scroll
from game.ui.style import PALETTE

BACK = Label.of(0, "Back")
FIND = Label.of(-1, "Find", hint="/")
FORWARD = Label.of(-2, "On to where you were")
LEFT = -10  # and below: the runs that were left, by number
LONGEST = 60  # signs typed
AROUND = 60  # signs shown on either side of what was found
MOST = 50  # places shown


@dataclass(frozen=True, slots=True)
class History(Menu):
    """`read` are the pages of the run that `timeline` stands in. The key of a row is its page's number and one more.
    `sought` is what is looked for, None while nothing is."""

    timeline: Timeline
    read: tuple[ReadPage, ...]
    behind: Scenery
    sought: str | None = None

    @classmethod
    def of(cls, timeline: Timeline, behind: Scenery, context: Context) -> "History":
        """At the end of what was read."""
        screen = cls(timeline, history(context.story, timeline.at), behind)
        return screen.at_end(context)

    def at_end(self, context: Context) -> "History":
        end = float(self.sheet(context).farthest)
        return replace(self, browsing=Browsing(Scroll(end, end)))

    @property
    def writes(self) -> bool:
        return self.sought is not None

    def scenery(self, _: Story, /) -> Scenery:
        return replace(self.behind, tremor=None)

    def handle(self, intent: Intent, context: Context) -> Change | None:
        match intent:
            case Find() if self.sought is None:
                return self._seeking("")
            case Write(text) if self.sought is not None:
                return self._seeking((self.sought + text)[:LONGEST])
            case Rewind() if self.sought:
                return self._seeking("".join(clusters(self.sought)[:-1]))
            case _:
                return Menu.handle(self, intent, context)

    def back(self, context: Context, /) -> Change | None:
        if self.sought is None:
            return Pop()
        return Become(replace(self, sought=None).at_end(context))

    def _seeking(self, sought: str) -> Change:
        return Become(replace(self, sought=sought, browsing=Browsing()))

    def take(self, taken: Taken, context: Context) -> Change | None:
        match taken.key:
            case BACK.key:
                return self.back(context)
            case FIND.key:
                return self._seeking("")
            case FORWARD.key:
                ahead = len(self.timeline.at.past) + len(self.timeline.undone)
                return to_page(self.timeline, jumped(self.timeline, ahead))
            case key if key <= LEFT:
                run = taken_up(self.timeline, LEFT - key)
                return Read(run, run.at.now.position)
            case key if self.sought is not None:
                return to_page(self.timeline, jumped(self.timeline, self._found()[key - 1].page))
            case key:
                return to_page(self.timeline, jumped(self.timeline, key - 1))

    def sheet(self, context: Context) -> Sheet:
        if self.sought is not None:
            return self._found_sheet(context)
        texts = list(self._texts(context))
        rows = (
            *((FORWARD,) if self.timeline.undone else ()),
            *(_left(context.story, number, self.timeline) for number in reversed(range(len(self.timeline.branches)))),
            BACK,
        )
        return lay_out(context.type, self.behind.side, texts, Rows(rows), (FIND,))

    def _texts(self, context: Context) -> Iterator[Text | Label]:
        """What was read, page by page, and at the end of each what was chosen, to be chosen again."""
        type, measures, number = context.type, context.type.measures, 0
        for page in self.read:
            speaker = None
            for shown in page.shown:
                number += 1
                if isinstance(shown, Chapter):
                    yield replace(
                        heading(type, shown.title), space=measures.em(1.6 if number > 1 else 0), number=number
                    )
                    continue
                named = shown.speaker if shown.speaker is not speaker else None
                speaker = shown.speaker
                yield from spoken_texts(type, shown.runs, named, number, first=number == 1)
            if page.choice:
                yield Label(page.page + 1, page.choice, note="You chose this. Go back to it.")

    def _found(self) -> tuple["_Place", ...]:
        return tuple(_places(self.read, self.sought or ""))

    def _found_sheet(self, context: Context) -> Sheet:
        type, measures = context.type, context.type.measures
        found = self._found()
        typed = type.span(self.sought or "", measures.body, PALETTE.lit) + type.span("|", measures.body, PALETTE.amber)
        if self.sought and not found:
            said = "This was not read."
        elif not self.sought:
            said = "Type what to look for in all that was read."
        else:
            said = f"In {len(found)} {'places' if len(found) > 1 else 'place'}." if len(found) < MOST else ""
        texts = [
            heading(type, "Find"),
            Text(type.block(typed, measures.column), measures.em(0.4), 1),
            Text(type.block(type.label(said, measures.small, PALETTE.quiet), measures.column), measures.em(0.4), 2),
        ]
        rows = tuple(Label(number, place.runs, note=place.who) for number, place in enumerate(found, start=1))
        return lay_out(type, self.behind.side, texts, Rows((*rows, BACK)))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something was found: the words around it, and who said them."""

    page: int
    runs: tuple[Run, ...]
    who: str


def _places(read: tuple[ReadPage, ...], sought: str) -> Iterator[_Place]:
    """The latest first, as that is most often meant."""
    left = MOST
    for page in reversed(read):
        for shown in reversed(page.shown):
            text = shown.text if isinstance(shown, Said) else shown.title
            found = next(find(text, sought), None) if left else None
            if found:
                left -= 1
                who = shown.speaker.name if isinstance(shown, Said) and shown.speaker else ""
                yield _Place(page.page, _around(text, *found), who)


def _around(text: str, begins: int, ends: int) -> tuple[Run, ...]:
    """Whole words on either side of what was found, as many as there is room for."""
    start, end = max(0, begins - AROUND), min(len(text), ends + AROUND)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", end) if end < len(text) and " " in text[end:] else len(text)
    before = ("…" if start else "") + text[start:begins]
    after = text[ends:end] + ("…" if end < len(text) else "")
    return (Run(before), Run(text[begins:ends], weight=True), Run(after))


def _left(story: Story, number: int, timeline: Timeline) -> Label:
    """A run that was left, by the choice with which it went another way."""
    run, here = timeline.branches[number], furthest(timeline)
    both = zip(run.past, here.past, strict=False)
    alike = next((page for page, (one, other) in enumerate(both) if one.choice != other.choice), 0)
    chosen = history(story, replace(run, past=run.past[: alike + 1]))[alike].choice
    pages = len(run.past) - alike
    note = f"A run you left, {pages} {'pages' if pages > 1 else 'page'} after this. Take it up again."
    return Label(LEFT - number, chosen or (Run("Another way"),), note=note)
