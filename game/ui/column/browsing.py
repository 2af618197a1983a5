"""Moving over a column by key, wheel, pointer and pad: what is in focus, and how far the text is scrolled."""

from dataclasses import dataclass, replace
from typing import assert_never

from game.ui.column.column import SLACK, Column, Row
from game.ui.column.content import Label, RowKey
from game.ui.column.scroll import Scroll
from game.ui.input.intents import (
    Adjust,
    ChooseOption,
    Click,
    Confirm,
    CycleFocus,
    Drag,
    GameIntent,
    Hover,
    Intent,
    MoveFocus,
    Press,
    Release,
    ScreenIntent,
    ScrollToEdge,
    ScrollWindows,
    StoryIntent,
)
from game.ui.input.intents import ScrollLines as ScrollBy
from game.ui.theme.timing import Clock

STEP = 3  # lines that up and down scroll where there is nothing to focus


@dataclass(frozen=True, slots=True)
class Taken:
    """What has this key has been taken; if it has a value, that is to go `by` one step."""

    key: RowKey
    by: int = 1


@dataclass(frozen=True, slots=True)
class Browsing:
    """`focus` is the key of a row or a button, and what Enter takes; `pointed` is that of a button under the pointer,
    which only a click takes: a hand that rests there has not gone there to be asked again."""

    scroll: Scroll = Scroll()
    focus: RowKey | None = None
    pointed: RowKey | None = None

    def answer(self, intent: Intent, column: Column, line: int, clock: Clock) -> "Browsing | Taken | None":
        """What the intent does here, if it does anything; `line` is the height of one."""
        match intent:
            case ScrollBy(lines):
                return self._scrolled(lines * line, column, clock)
            case ScrollWindows(windows):
                return self._leafed(windows, column, line, clock)
            case ScrollToEdge(to):
                return self._to_edge(to, column, clock)
            case Drag(pixels):
                scroll = self.scroll.moved(pixels, column.farthest, clock.now)
                return None if scroll is self.scroll else replace(self, scroll=scroll)
            case MoveFocus(by):
                return self._focused(by, column, line, clock)
            case CycleFocus(by):
                return self._cycled(by, column, clock)
            case Adjust(by) if (row := self._row(column)) and row.label.value is not None:
                return Taken(row.label.key, by)
            case Confirm() if self.focus is not None:
                row = self._row(column)
                unseen = row is not None and not self.sees(row, column)
                return self._revealing(row, column, clock) if row and unseen else self._take(self._label(column))
            case Confirm() if column.rows:
                return self._focused(1, column, line, clock)
            case ChooseOption(number):
                row = column.row(number)
                return self._take(row.label) if row and row.label.number is not None else None
            case Hover(x, y):
                return self._pointed(x, y, column, clock.now)
            case Click(x, y):
                return self._clicked(x, y, column, clock.now)
            case Adjust() | Confirm() | Press() | Release() | StoryIntent() | ScreenIntent() | GameIntent():
                return None
            case other:
                assert_never(other)

    def moving(self, now: float) -> bool:
        """Whether the text is still on its way to where it was scrolled."""
        return self.scroll.moving(now)

    def above(self, column: Column, now: float) -> float:
        """How much of the text lies above the window: less than was scrolled, if the window has grown since."""
        return min(self.scroll.at(now), column.farthest)

    def sees(self, row: Row, column: Column) -> bool:
        """Whether a row is in sight where the scroll ends: all of it, or as much as the window holds."""
        top = min(self.scroll.target, column.farthest) - SLACK
        bottom = top + column.window.height + 2 * SLACK
        return (top <= row.top and row.bottom <= bottom) or (row.top <= top and bottom <= row.bottom)

    def refitted(self, column: Column) -> "Browsing":
        """Over a column that has become another, with what is in focus in sight at once."""
        row = self._row(column)
        if row is None:
            return self
        target = max(min(self.scroll.target, row.top, column.farthest), row.bottom - column.window.height, 0)
        return replace(self, scroll=Scroll(target, target))

    def resumed(self, column: Column) -> "Browsing":
        """When what lay over the column is gone: what stands in the header led there, and need not again."""
        on_row = self.focus is None or column.row(self.focus)
        return replace(self, focus=self.focus if on_row else None, pointed=None)

    def reveal(self, top: float, bottom: float, column: Column, clock: Clock) -> "Browsing":
        """Scrolled as little as shows what lies between, in pixels from the beginning of the text."""
        return replace(self, scroll=self.scroll.reveal(top, bottom, column.window.height, column.farthest, clock))

    def _row(self, column: Column) -> Row | None:
        return column.row(self.focus) if self.focus is not None else None

    def _label(self, column: Column) -> Label | None:
        if self.focus is None:
            return None
        found = column.row(self.focus) or column.button(self.focus)
        return found.label if found else None

    def _label_at(self, x: int, y: int, column: Column, now: float) -> Label | None:
        found = column.button_at(x, y) or column.row_at(x, y, self.above(column, now))
        return found.label if found else None

    def _take(self, label: Label | None) -> Taken | None:
        return Taken(label.key) if label and label.enabled else None

    def _pointed(self, x: int, y: int, column: Column, now: float) -> "Browsing | None":
        button = column.button_at(x, y)
        label = self._label_at(x, y, column, now)
        focus = label.key if label and label.enabled and not button else self.focus
        after = replace(self, focus=focus, pointed=button.label.key if button else None)
        return None if after == self else after

    def _clicked(self, x: int, y: int, column: Column, now: float) -> Taken | None:
        """On the first third of a value, where its sign is, that is one step less."""
        taken = self._take(self._label_at(x, y, column, now))
        row = column.row(taken.key) if taken else None
        if taken and row and row.lit_value:
            wide = row.lit_value.width
            less = column.window.right - wide <= x < column.window.right - 2 * wide // 3
            return Taken(taken.key, -1 if less else 1)
        return taken

    def _scrolled(self, by: float, column: Column, clock: Clock) -> "Browsing | None":
        scroll = self.scroll.to(self.scroll.target + by, column.farthest, clock)
        return None if scroll is self.scroll else replace(self, scroll=scroll)

    def _leafed(self, windows: int, column: Column, line: int, clock: Clock) -> "Browsing | None":
        """A window further, and the focus with it; where there is no further, to the edge."""
        scrolled = self._scrolled(windows * (column.window.height - 2 * line), column, clock)
        row = self._row(column)
        if scrolled is None:
            return self._to_edge(windows, column, clock)
        if row is None or scrolled.sees(row, column):
            return scrolled
        seen = [each.label.key for each in column.takeable if scrolled.sees(each, column)]
        return replace(scrolled, focus=seen[0 if windows > 0 else -1] if seen else None)

    def _to_edge(self, by: int, column: Column, clock: Clock) -> "Browsing | None":
        """To the beginning or the end, and the focus with it, if a row has it."""
        scroll = self.scroll.to(column.farthest if by > 0 else 0, column.farthest, clock)
        rows = column.takeable
        focus = rows[-1 if by > 0 else 0].label.key if rows and self._row(column) else self.focus
        after = replace(self, scroll=scroll, focus=focus)
        return None if after == self else after

    def _focused(self, by: int, column: Column, line: int, clock: Clock) -> "Browsing | None":
        """On to the next row that can be taken, in the order in which they are read: from the one in focus if that is
        in sight, else from what is. Nothing is jumped over that has not been seen: where there is more of that before
        the next row than fits, and where no row follows, the text scrolls; from the end of it on to the first row."""
        row = self._next(by, column)
        held = self._held(column)
        if row is None:
            return self._scrolled(by * STEP * line, column, clock) or self._round(by, column, clock)
        top, bottom = column.around(row)
        seen = self.scroll.target
        beyond = min(bottom, top + column.window.height) - column.window.height - seen if by > 0 else seen - row.top
        if held is None and beyond > SLACK and not self.sees(row, column):
            return self._scrolled(by * min(STEP * line, beyond), column, clock)
        if beyond > column.window.height - line:
            scrolled = self._scrolled(by * (column.window.height - 2 * line), column, clock)
            return replace(scrolled, focus=None) if scrolled else None
        return self._revealing(row, column, clock)

    def _held(self, column: Column) -> Row | None:
        row = self._row(column)
        return row if row and self.sees(row, column) else None

    def _next(self, by: int, column: Column) -> Row | None:
        rows = column.takeable
        held = self._held(column)
        top = self.scroll.target - SLACK
        if held is not None:
            after = rows.index(held) + by
            return rows[after] if 0 <= after < len(rows) else None
        if by > 0:
            return next((row for row in rows if row.top >= top), None)
        return next((row for row in reversed(rows) if row.bottom <= top + column.window.height + 2 * SLACK), None)

    def _round(self, by: int, column: Column, clock: Clock) -> "Browsing | None":
        rows = column.takeable
        return self._revealing(rows[0 if by > 0 else -1], column, clock) if rows else None

    def _revealing(self, row: Row, column: Column, clock: Clock) -> "Browsing":
        top, bottom = column.around(row)
        return replace(self, focus=row.label.key, pointed=None).reveal(top, bottom, column, clock)

    def _cycled(self, by: int, column: Column, clock: Clock) -> "Browsing | None":
        keys = [each.key for each in column.focusables(self.focus, 0) if each.enabled]
        if not keys:
            return None
        start = keys.index(self.focus) if self.focus in keys else (-1 if by > 0 else len(keys))
        key = keys[(start + by) % len(keys)]
        row = column.row(key)
        return self._revealing(row, column, clock) if row else replace(self, focus=key)
