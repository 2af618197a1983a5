"""Moving over a sheet by key, wheel, pointer and pad: what is in focus, and how far the text is scrolled."""

from dataclasses import dataclass, replace

from game.ui.column.content import Label
from game.ui.column.layout import SLACK, Row, Sheet
from game.ui.column.scroll import Scroll
from game.ui.input.intents import Adjust, Choose, Click, Confirm, Cycle, Drag, Edge, Focus, Intent, Leaf, Point
from game.ui.input.intents import Scroll as ScrollBy
from game.ui.theme.timing import Clock

STEP = 3  # lines that up and down scroll where there is nothing to focus


@dataclass(frozen=True, slots=True)
class Taken:
    """What has this key has been taken; if it has a value, that is to go `by` one step."""

    key: int
    by: int = 1


@dataclass(frozen=True, slots=True)
class Browsing:
    """`focus` is the key of a row or a button, and what Enter takes; `pointed` is that of a button under the pointer,
    which only a click takes: a hand that rests there has not gone there to be asked again."""

    scroll: Scroll = Scroll()
    focus: int | None = None
    pointed: int | None = None

    def answer(self, intent: Intent, sheet: Sheet, line: int, clock: Clock) -> "Browsing | Taken | None":
        """What the intent does here, if it does anything; `line` is the height of one."""
        match intent:
            case ScrollBy(lines):
                return self._scrolled(lines * line, sheet, clock)
            case Leaf(windows):
                return self._leafed(windows, sheet, line, clock)
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
                row = self._row(sheet)
                unseen = row is not None and not self.sees(row, sheet)
                return self._revealing(row, sheet, clock) if row and unseen else self._take(self._label(sheet))
            case Confirm() if sheet.rows:
                return self._focused(1, sheet, line, clock)
            case Choose(number):
                row = sheet.row(number)
                return self._take(row.label) if row and row.label.numbered else None
            case Point(x, y):
                return self._pointed(x, y, sheet, clock.now)
            case Click(x, y):
                return self._clicked(x, y, sheet, clock.now)
            case _:
                return None

    def moving(self, now: float) -> bool:
        return self.scroll.moving(now)

    def above(self, sheet: Sheet, now: float) -> float:
        """How much of the text lies above the window: less than was scrolled, if the window has grown since."""
        return min(self.scroll.at(now), sheet.farthest)

    def sees(self, row: Row, sheet: Sheet) -> bool:
        """Whether a row is in sight where the scroll ends: all of it, or as much as the window holds."""
        top = min(self.scroll.target, sheet.farthest) - SLACK
        bottom = top + sheet.window.height + 2 * SLACK
        return (top <= row.top and row.bottom <= bottom) or (row.top <= top and bottom <= row.bottom)

    def refitted(self, sheet: Sheet) -> "Browsing":
        """Over a sheet that has become another, with what is in focus in sight at once."""
        row = self._row(sheet)
        if row is None:
            return self
        target = max(min(self.scroll.target, row.top, sheet.farthest), row.bottom - sheet.window.height, 0)
        return replace(self, scroll=Scroll(target, target))

    def resumed(self, sheet: Sheet) -> "Browsing":
        """When what lay over the sheet is gone: what stands in the header led there, and need not again."""
        on_row = self.focus is None or sheet.row(self.focus)
        return replace(self, focus=self.focus if on_row else None, pointed=None)

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

    def _pointed(self, x: int, y: int, sheet: Sheet, now: float) -> "Browsing | None":
        button = sheet.button_at(x, y)
        label = self._label_at(x, y, sheet, now)
        focus = label.key if label and label.enabled and not button else self.focus
        after = replace(self, focus=focus, pointed=button.label.key if button else None)
        return None if after == self else after

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

    def _leafed(self, windows: int, sheet: Sheet, line: int, clock: Clock) -> "Browsing | None":
        """A window further, and the focus with it; where there is no further, to the edge."""
        scrolled = self._scrolled(windows * (sheet.window.height - 2 * line), sheet, clock)
        row = self._row(sheet)
        if scrolled is None:
            return self._to_edge(windows, sheet, clock)
        if row is None or scrolled.sees(row, sheet):
            return scrolled
        seen = [each.label.key for each in sheet.takeable if scrolled.sees(each, sheet)]
        return replace(scrolled, focus=seen[0 if windows > 0 else -1] if seen else None)

    def _to_edge(self, by: int, sheet: Sheet, clock: Clock) -> "Browsing | None":
        """To the beginning or the end, and the focus with it, if a row has it."""
        scroll = self.scroll.to(sheet.farthest if by > 0 else 0, sheet.farthest, clock)
        rows = sheet.takeable
        focus = rows[-1 if by > 0 else 0].label.key if rows and self._row(sheet) else self.focus
        after = replace(self, scroll=scroll, focus=focus)
        return None if after == self else after

    def _focused(self, by: int, sheet: Sheet, line: int, clock: Clock) -> "Browsing | None":
        """On to the next row that can be taken, in the order in which they are read: from the one in focus if that is
        in sight, else from what is. Nothing is jumped over that has not been seen: where there is more of that before
        the next row than fits, and where no row follows, the text scrolls; from the end of it on to the first row."""
        row = self._next(by, sheet)
        held = self._held(sheet)
        if row is None:
            return self._scrolled(by * STEP * line, sheet, clock) or self._round(by, sheet, clock)
        top, bottom = sheet.around(row)
        seen = self.scroll.target
        beyond = min(bottom, top + sheet.window.height) - sheet.window.height - seen if by > 0 else seen - row.top
        if held is None and beyond > SLACK and not self.sees(row, sheet):
            return self._scrolled(by * min(STEP * line, beyond), sheet, clock)
        if beyond > sheet.window.height - line:
            scrolled = self._scrolled(by * (sheet.window.height - 2 * line), sheet, clock)
            return replace(scrolled, focus=None) if scrolled else None
        return self._revealing(row, sheet, clock)

    def _held(self, sheet: Sheet) -> Row | None:
        row = self._row(sheet)
        return row if row and self.sees(row, sheet) else None

    def _next(self, by: int, sheet: Sheet) -> Row | None:
        rows = sheet.takeable
        held = self._held(sheet)
        top = self.scroll.target - SLACK
        if held is not None:
            after = rows.index(held) + by
            return rows[after] if 0 <= after < len(rows) else None
        if by > 0:
            return next((row for row in rows if row.top >= top), None)
        return next((row for row in reversed(rows) if row.bottom <= top + sheet.window.height + 2 * SLACK), None)

    def _round(self, by: int, sheet: Sheet, clock: Clock) -> "Browsing | None":
        rows = sheet.takeable
        return self._revealing(rows[0 if by > 0 else -1], sheet, clock) if rows else None

    def _revealing(self, row: Row, sheet: Sheet, clock: Clock) -> "Browsing":
        top, bottom = sheet.around(row)
        return replace(self, focus=row.label.key, pointed=None).reveal(top, bottom, sheet, clock)

    def _cycled(self, by: int, sheet: Sheet, clock: Clock) -> "Browsing | None":
        keys = [each.key for each in sheet.focusables(self.focus, 0) if each.enabled]
        if not keys:
            return None
        start = keys.index(self.focus) if self.focus in keys else (-1 if by > 0 else len(keys))
        key = keys[(start + by) % len(keys)]
        row = sheet.row(key)
        return self._revealing(row, sheet, clock) if row else replace(self, focus=key)
