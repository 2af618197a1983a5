"""Moving over a sheet by key, wheel, pointer and pad: what is in focus, and how far the text is scrolled."""

from dataclasses import dataclass, replace

from game.ui.input.intents import Adjust, Choose, Click, Confirm, Cycle, Drag, Edge, Focus, Intent, Leaf, Point
from game.ui.input.intents import Scroll as ScrollBy
from game.ui.pace import Clock
from game.ui.sheet.content import Label
from game.ui.sheet.layout import Row, Sheet
from game.ui.sheet.scroll import Scroll

STEP = 3  # lines that up and down scroll where there is nothing to focus


@dataclass(frozen=True, slots=True)
class Taken:
    """What has this key has been taken; if it has a value, that is to go `by` one step."""

    key: int
    by: int = 1


@dataclass(frozen=True, slots=True)
class Browsing:
    """`focus` is the key of a row or a button."""

    scroll: Scroll = Scroll()
    focus: int | None = None

    def answer(self, intent: Intent, sheet: Sheet, line: int, clock: Clock) -> "Browsing | Taken | None":
        """What the intent does here, if it does anything; `line` is the height of one."""
        match intent:
            case ScrollBy(lines):
                return self._scrolled(lines * line, sheet, clock)
            case Leaf(windows):
                return self._scrolled(windows * (sheet.window.height - 2 * line), sheet, clock)
            case Edge(to):
                return self._to_edge(to, sheet, clock)
            case Drag(pixels):
                scroll = self.scroll.moved(pixels, sheet.farthest, clock.now)
                return None if scroll is self.scroll else replace(self, scroll=scroll)
            case Focus(by):
                return self._focused(by, sheet, line, clock)
            case Cycle(by):
                return self._cycled(by, sheet, clock)
            case Adjust(by) if (row := self._row(sheet)) and row.label.value is not None:
                return Taken(row.label.key, by)
            case Confirm() if self.focus is not None:
                return self._take(self._label(sheet))
            case Confirm() if sheet.rows:
                return self._focused(1, sheet, line, clock)
            case Choose(number):
                row = sheet.row(number)
                return self._take(row.label) if row and row.label.numbered else None
            case Point(x, y):
                label = self._label_at(x, y, sheet, clock.now)
                return replace(self, focus=label.key) if label and label.enabled else None
            case Click(x, y):
                return self._clicked(x, y, sheet, clock.now)
            case _:
                return None

    def moving(self, now: float) -> bool:
        return self.scroll.moving(now)

    def above(self, sheet: Sheet, now: float) -> float:
        """How much of the text lies above the window: less than was scrolled, if the window has grown since."""
        return min(self.scroll.at(now), sheet.farthest)

    def refitted(self, sheet: Sheet) -> "Browsing":
        """Over a sheet that has become another, with what is in focus in sight at once."""
        row = self._row(sheet)
        if row is None:
            return self
        target = max(min(self.scroll.target, row.top, sheet.farthest), row.bottom - sheet.window.height, 0)
        return replace(self, scroll=Scroll(target, target))

    def reveal(self, top: float, bottom: float, sheet: Sheet, clock: Clock) -> "Browsing":
        return replace(self, scroll=self.scroll.reveal(top, bottom, sheet.window.height, sheet.farthest, clock))

    def _row(self, sheet: Sheet) -> Row | None:
        return sheet.row(self.focus) if self.focus is not None else None

    def _label(self, sheet: Sheet) -> Label | None:
        if self.focus is None:
            return None
        found = sheet.row(self.focus) or sheet.button(self.focus)
        return found.label if found else None

    def _label_at(self, x: int, y: int, sheet: Sheet, now: float) -> Label | None:
        found = sheet.button_at(x, y) or sheet.row_at(x, y, self.above(sheet, now))
        return found.label if found else None

    def _take(self, label: Label | None) -> Taken | None:
        return Taken(label.key) if label and label.enabled else None

    def _clicked(self, x: int, y: int, sheet: Sheet, now: float) -> Taken | None:
        """On the first third of a value, where its sign is, that is one step less."""
        taken = self._take(self._label_at(x, y, sheet, now))
        row = sheet.row(taken.key) if taken else None
        if taken and row and row.lit_value:
            wide = row.lit_value.width
            less = sheet.window.right - wide <= x < sheet.window.right - 2 * wide // 3
            return Taken(taken.key, -1 if less else 1)
        return taken

    def _scrolled(self, by: float, sheet: Sheet, clock: Clock) -> "Browsing | None":
        scroll = self.scroll.to(self.scroll.target + by, sheet.farthest, clock)
        return None if scroll is self.scroll else replace(self, scroll=scroll)

    def _to_edge(self, to: int, sheet: Sheet, clock: Clock) -> "Browsing | None":
        """What is in focus goes along, to the first row or the last."""
        rows = [row.label.key for row in sheet.rows if row.label.enabled]
        focus = self.focus if self._row(sheet) is None or not rows else rows[0 if to < 0 else -1]
        scroll = self.scroll.to(0 if to < 0 else sheet.farthest, sheet.farthest, clock)
        return None if scroll is self.scroll and focus == self.focus else replace(self, scroll=scroll, focus=focus)

    def _focused(self, by: int, sheet: Sheet, line: int, clock: Clock) -> "Browsing | None":
        """On to the next row that can be taken; where there is none, or the text before the first has not been
        seen, the text scrolls."""
        rows = [row for row in sheet.rows if row.label.enabled]
        held = next((number for number, row in enumerate(rows) if row.label.key == self.focus), None)
        first = 0 if by > 0 else len(rows) - 1
        goal = first if held is None else held + by
        row = rows[goal] if 0 <= goal < len(rows) else None
        if row is None or (held is None and row.bottom > self.scroll.target + sheet.window.height):
            return self._scrolled(by * STEP * line, sheet, clock)
        return self._revealing(row, sheet, clock)

    def _revealing(self, row: Row, sheet: Sheet, clock: Clock) -> "Browsing":
        last = all(not other.label.enabled or other.top <= row.top for other in sheet.rows)
        bottom = sheet.height if last else row.bottom  # so that what is locked below it shows too
        return replace(self, focus=row.label.key).reveal(row.top, bottom, sheet, clock)

    def _cycled(self, by: int, sheet: Sheet, clock: Clock) -> "Browsing | None":
        keys = [each.key for each in sheet.focusables(self.focus, 0) if each.enabled]
        if not keys:
            return None
        start = keys.index(self.focus) if self.focus in keys else (-1 if by > 0 else len(keys))
        key = keys[(start + by) % len(keys)]
        row = sheet.row(key)
        return self._revealing(row, sheet, clock) if row else replace(self, focus=key)
