"""Everything that was read, with speakers and choices: to be searched, and gone back into at any choice."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from game.play.departures import Departure, departures
from game.play.finding import find
from game.play.history import ReadPage as PastPage
from game.play.history import history, pages
from game.play.situation import TextRun
from game.play.timeline import Timeline, furthest, jumped, taken_up
from game.story.letters import clusters
from game.story.model import Chapter, Story
from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.content import Label, TextItem
from game.ui.column.layout import lay_out
from game.ui.column.scroll import Scroll
from game.ui.input.intents import Find, Intent, Rewind, TypeText
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.prose import spoken_texts
from game.ui.screens.screen import Become, Pop, ScreenChange, TurnTo, to_page
from game.ui.support.cache import LruCache
from game.ui.text.typesetter import Typesetter
from game.ui.theme.palette import PALETTE

FIND = Label.of("Find", hint="/")
SKIPPED = (TextRun("Skip this scene."),)
READ_ON = (TextRun("Read on."),)
LONGEST = 60  # signs typed
AROUND = 60  # signs shown on either side of what was found
MOST = 50  # places shown
FURTHER = "further on than you are"


@dataclass(frozen=True, slots=True)
class HistoryScreen(MenuScreen):
    """`read` are the pages of the run up to where `timeline` stands, `ahead` those from there on if it was gone back in,
    and `left` are rows for the runs that were left. `sought` is what is looked for, None while nothing is."""

    timeline: Timeline
    read: tuple[PastPage, ...]
    ahead: tuple[PastPage, ...]
    left: tuple[Label, ...]
    behind: Scenery
    sought: str | None = None
    columns: LruCache[tuple[Typesetter, str | None], Column] = field(
        default_factory=lambda: LruCache(2), compare=False, repr=False
    )

    @classmethod
    def of(cls, timeline: Timeline, behind: Scenery, context: Context) -> "HistoryScreen":
        """At the end of what was read."""
        left = tuple(map(_left, range(len(timeline.branches)), departures(context.story, timeline)))
        read = history(context.story, timeline.at)
        ahead = tuple(pages(context.story, furthest(timeline), read[-1].page)) if timeline.undone else ()
        screen = cls(timeline, read, ahead, left, behind)
        return screen.at_end(context)

    def at_end(self, context: Context) -> "HistoryScreen":
        """With the last that was read in sight."""
        end = float(self.column(context).farthest)
        return replace(self, browsing=Browsing(Scroll(end, end)))

    @property
    def writes(self) -> bool:
        """While words are looked for, what is typed belongs to them."""
        return self.sought is not None

    def scenery(self, _: Story, /) -> Scenery:
        """The scene that it lay over, at rest."""
        return replace(self.behind, tremor=None)

    def handle(self, intent: Intent, context: Context) -> ScreenChange | None:
        """While words are looked for, keys that make signs are those words; else as any menu."""
        match intent:
            case Find() if self.sought is None:
                return self._seeking("")
            case TypeText(text) if self.sought is not None:
                return self._seeking((self.sought + text)[:LONGEST])
            case Rewind() if self.sought is not None:
                return self._seeking("".join(clusters(self.sought)[:-1])) if self.sought else None
            case _:
                return MenuScreen.handle(self, intent, context)

    def back(self, context: Context, /) -> ScreenChange | None:
        """Out of the search first, then out of here."""
        if self.sought is None:
            return Pop()
        return Become(replace(self, sought=None).at_end(context))

    def _seeking(self, sought: str) -> ScreenChange:
        return Become(replace(self, sought=sought, browsing=Browsing()))

    def items(self, context: Context) -> tuple[Item, ...]:
        """What was found while words are looked for; else every choice, and the runs that were left."""
        if self.sought is not None:
            return self._found_items(self._found(), context)
        chosen = (Item(label, partial(self._to, page.page)) for page in self.read if (label := _choice(page)))
        return *chosen, Item(FIND, partial(self._seeking, "")), *self._log_items(context)

    def _found_items(self, found: "tuple[_Match, ...]", context: Context) -> tuple[Item, ...]:
        places = (Item(match.label(number), partial(self._to, match.page)) for number, match in enumerate(found))
        return *places, self._back_item(context)

    def _log_items(self, context: Context) -> tuple[Item, ...]:
        """What stands under the log: the ways on to where somebody was already, in this run and in those that were left."""
        ahead = len(self.timeline.at.past) + len(self.timeline.undone)
        forward = (Item.of("On to where you were", partial(self._to, ahead)),) if self.timeline.undone else ()
        left = (Item(label, partial(self._taken_up, number)) for number, label in enumerate(self.left))
        return *forward, *reversed(tuple(left)), self._back_item(context)

    def _back_item(self, context: Context) -> Item:
        return Item.of("Back", partial(self.back, context))

    def _to(self, page: int) -> ScreenChange | None:
        return to_page(self.timeline, jumped(self.timeline, page))

    def _taken_up(self, number: int) -> ScreenChange:
        run = taken_up(self.timeline, number)
        return TurnTo(run, run.at.now.position)

    def column(self, context: Context) -> Column:
        """Laid out once, however long it is, as long as its type is the same."""
        lay = self._log_column if self.sought is None else self._found_column
        return self.columns.get((context.type, self.sought), lambda: lay(context))

    def _log_column(self, context: Context) -> Column:
        texts = list(self._texts(context))
        rows = rows_of(self._log_items(context))
        return lay_out(context.type, self.behind.side, texts, rows, (FIND,))

    def _texts(self, context: Context) -> Iterator[TextItem | Label]:
        """What was read, page by page, and at the end of each what was chosen, to be chosen again."""
        type, metrics, number = context.type, context.type.metrics, 0
        for page in self.read:
            speaker = None
            for shown in page.shown:
                number += 1
                if isinstance(shown, Chapter):
                    yield replace(heading(type, shown.title), space=metrics.em(1.6 if number > 1 else 0), number=number)
                    continue
                named = shown.speaker if shown.speaker is not speaker else None
                speaker = shown.speaker
                yield from spoken_texts(type, shown.runs, named, number, first=number == 1)
            if label := _choice(page):
                yield label

    def _found(self) -> tuple["_Match", ...]:
        here = self.read[-1]
        read = (*self.read[:-1], *(self.ahead or (here,)))
        return tuple(_places(read, self.sought or "", here.page))

    def _found_column(self, context: Context) -> Column:
        type, metrics = context.type, context.type.metrics
        found = self._found()
        typed = type.span(self.sought or "", metrics.body, PALETTE.lit) + type.span("|", metrics.body, PALETTE.amber)
        if self.sought and not found:
            said = "This was not read."
        elif not self.sought:
            said = "Type what to look for in all that was read."
        else:
            said = f"In {len(found)} {'places' if len(found) > 1 else 'place'}." if len(found) < MOST else ""
        texts = [
            heading(type, "Find"),
            TextItem(type.block(typed, metrics.column_width), metrics.em(0.4), 1),
            TextItem(
                type.block(type.label(said, metrics.small, PALETTE.quiet), metrics.column_width), metrics.em(0.4), 2
            ),
        ]
        return lay_out(type, self.behind.side, texts, rows_of(self._found_items(found, context)))


@dataclass(frozen=True, slots=True)
class _Match:
    """Where something was found: the words around it, and who said them where."""

    page: int
    runs: tuple[TextRun, ...]
    note: str

    def label(self, number: int) -> Label:
        """The row of it among all that was found."""
        return Label(f"found {number}", self.runs, note=self.note)


def _places(read: tuple[PastPage, ...], sought: str, here: int) -> Iterator[_Match]:
    """The latest first, as that is most often meant; `here` is the number of the page that is being read."""
    left = MOST
    for page in reversed(read):
        for text, who in reversed(list(_said(page))):
            found = next(find(text, sought), None) if left else None
            if found:
                left -= 1
                note = " · ".join(filter(None, (who, FURTHER if page.page > here else "")))
                yield _Match(page.page, _around(text, *found), note)


def _said(page: PastPage) -> Iterator[tuple[str, str]]:
    """What was read on a page and what was taken at its end, and who said it."""
    for shown in page.shown:
        if isinstance(shown, Chapter):
            yield shown.title, ""
        else:
            yield shown.text, shown.speaker.name if shown.speaker else ""
    if page.choice:
        yield "".join(run.text for run in page.choice), _how(page)


def _choice(page: PastPage) -> Label | None:
    """The row at the end of a page with what was taken there, if anything was."""
    if not (page.choice or page.skipped or page.silent):
        return None
    return Label(f"page {page.page}", page.choice or SKIPPED, note=f"{_how(page)} Go back to it.")


def _how(page: PastPage) -> str:
    if page.skipped:
        return "You read no more of this scene."
    return "You said nothing." if page.silent else "You chose this."


def _around(text: str, begins: int, ends: int) -> tuple[TextRun, ...]:
    """Whole words on either side of what was found, as many as there is room for."""
    start, end = max(0, begins - AROUND), min(len(text), ends + AROUND)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", end) if end < len(text) and " " in text[end:] else len(text)
    before = ("…" if start else "") + text[start:begins]
    after = text[ends:end] + ("…" if end < len(text) else "")
    return (TextRun(before), TextRun(text[begins:ends], weight=True), TextRun(after))


def _left(number: int, run: Departure) -> Label:
    """A run that was left, by the choice with which it went another way."""
    if run.ending:
        where = f"It ended: {run.ending}."
    elif run.last and run.last != "".join(each.text for each in run.said):
        where = f"Last you chose “{run.last}”, in {run.chapter}."
    else:
        where = f"It stands in {run.chapter}."
    by = "".join(f" You chose “{words}” on the way." for words in run.by)
    note = (
        f"A run you left, {run.pages} {'page' if run.pages == 1 else 'pages'} after this. {where}{by} Take it up again."
    )
    return Label(f"run {number}", run.said or (SKIPPED if run.skipped else READ_ON), note=note)
