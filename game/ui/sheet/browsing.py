"""Moving over a sheet by key, wheel and pointer: which row is in focus, and how far the text is scrolled."""

from dataclasses import dataclass, replace

from game.ui.input.intents import Choose, Click, Confirm, Focus, Intent, Leaf, Point
from game.ui.input.intents import Scroll as ScrollBy
from game.ui.sheet.layout import Row, Sheet
from game.ui.sheet.scroll import Scroll

STEP = 3  # lines that up and down scroll where there is nothing to focus


@dataclass(frozen=True, slots=True)
class Taken:
    """The row of this key has been taken."""

    key: int


@dataclass(frozen=True, slots=True)
class Browsing:
    """`focus` is the key of a row."""

    scroll: Scroll = Scroll()
    focus: int | None = None

    def answer(self, intent: Intent, sheet: Sheet, line: int, now: float) -> "Browsing | Taken | None":
        """What the intent does here, if it does anything; `line` is the height of one."""
        match intent:
            case ScrollBy(lines):
                return self._scrolled(lines * line, sheet, now)
            case Leaf(windows):
                return self._scrolled(windows * (sheet.window.height - 2 * line), sheet, now)
            case Focus(by):
                return self._focused(by, sheet, line, now)
            case Confirm() if self.focus is not None:
                return self._take(sheet.row(self.focus))
            case Confirm() if sheet.rows:
                return self._focused(1, sheet, line, now)
            case Choose(number):
                row = sheet.row(number)
                return self._take(row) if row and row.label.numbered else None
            case Point(x, y):
                row = sheet.row_at(x, y, self.above(sheet, now))
                return replace(self, focus=row.label.key) if row and row.label.enabled else None
            case Click(x, y):
                return self._take(sheet.row_at(x, y, self.above(sheet, now)))
            case _:
                return None

    def moving(self, now: float) -> bool:
        return self.scroll.moving(now)

    def above(self, sheet: Sheet, now: float) -> float:
        """How much of the text lies above the window: less than was scrolled, if the window has grown since."""
        return min(self.scroll.at(now), sheet.farthest)

    def reveal(self, top: float, bottom: float, sheet: Sheet, now: float) -> "Browsing":
        return replace(self, scroll=self.scroll.reveal(top, bottom, sheet.window.height, sheet.farthest, now))

    def _take(self, row: Row | None) -> Taken | None:
        return Taken(row.label.key) if row and row.label.enabled else None

    def _scrolled(self, by: float, sheet: Sheet, now: float) -> "Browsing | None":
        scroll = self.scroll.to(self.scroll.target + by, sheet.farthest, now)
        return None if scroll is self.scroll else replace(self, scroll=scroll)

    def _focused(self, by: int, sheet: Sheet, line: int, now: float) -> "Browsing | None":
        """On to the next row that can be taken; where there is none, or the text before the first has not been
        seen, the text scrolls."""
        rows = [row for row in sheet.rows if row.label.enabled]
        held = next((number for number, row in enumerate(rows) if row.label.key == self.focus), None)
        first = 0 if by > 0 else len(rows) - 1
        goal = first if held is None else held + by
        row = rows[goal] if 0 <= goal < len(rows) else None
        if row is None or (held is None and row.bottom > self.scroll.target + sheet.window.height):
            return self._scrolled(by * STEP * line, sheet, now)
        bottom = sheet.height if row is rows[-1] else row.bottom  # so that what is locked below it shows too
        return replace(self, focus=row.label.key).reveal(row.top, bottom, sheet, now)
