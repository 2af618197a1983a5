"""What can be taken on a screen, with what taking it does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from game.ui.column.browsing import Taken
from game.ui.column.content import Label, Rows
from game.ui.screens.screen import ScreenChange

OnTake: TypeAlias = Callable[[], ScreenChange | None]


@dataclass(frozen=True, slots=True)
class Item:
    """A row or a button, and `on_take`, which makes the answer once it is taken. `on_step_back` answers a step back
    where there is a value to step through."""

    label: Label
    on_take: OnTake
    on_step_back: OnTake | None = None

    @classmethod
    def of(
        cls, words: str, on_take: OnTake, *, key: str = "", hint: str = "", note: str = "", enabled: bool = True
    ) -> "Item":
        """A row of plain words, known by them if it has no other `key`."""
        return cls(Label.of(words, key=key, hint=hint, note=note, enabled=enabled), on_take)


def answer_to(taken: Taken, items: Iterable[Item]) -> ScreenChange | None:
    """What it changes that this was taken; nothing, if it is none of these."""
    item = next((each for each in items if each.label.key == taken.key), None)
    if item is None:
        return None
    return item.on_step_back() if item.on_step_back and taken.by < 0 else item.on_take()


def rows_of(items: Iterable[Item], *, close: bool = False) -> Rows:
    """The rows to take one of, at the foot of a column."""
    return Rows(tuple(item.label for item in items), close=close)
