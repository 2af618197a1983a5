"""What can be taken on a screen, with what taking it does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from game.ui.column.browsing import Taken
from game.ui.column.content import Label, Rows
from game.ui.screens.screen import Transition

Answer: TypeAlias = Callable[[], Transition | None]


@dataclass(frozen=True, slots=True)
class Item:
    """A row or a button, and the `answer` to its being taken, which is only made once it is. `less` answers a step back
    where there is a value to step through."""

    label: Label
    answer: Answer
    less: Answer | None = None

    @classmethod
    def of(
        cls, words: str, answer: Answer, *, key: str = "", hint: str = "", note: str = "", enabled: bool = True
    ) -> "Item":
        """A row of plain words, known by them if it has no other `key`."""
        return cls(Label.of(words, key=key, hint=hint, note=note, enabled=enabled), answer)


def answer_to(taken: Taken, items: Iterable[Item]) -> Transition | None:
    """What it changes that this was taken; nothing, if it is none of these."""
    item = next((each for each in items if each.label.key == taken.key), None)
    if item is None:
        return None
    return item.less() if item.less and taken.by < 0 else item.answer()


def rows_of(items: Iterable[Item], *, close: bool = False) -> Rows:
    """The rows to take one of, at the foot of a column."""
    return Rows(tuple(item.label for item in items), close=close)
