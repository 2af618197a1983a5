"""What a sheet is made of before it is laid out: texts, and what stands at the foot."""

from dataclasses import dataclass
from typing import TypeAlias

import pygame

from game.play.situation import TextRun
from game.ui.text.typesetter import TextBlock

RowKey: TypeAlias = int | str  # of an option its number, of all else a name


@dataclass(frozen=True, slots=True)
class Label:
    """What a row or a button says. `key` is what it is known by among all that can be taken on its screen.

    `number` is that which stands before it and takes it; `after` is set if time takes it; `value` if it is not taken but stepped through, in those of its `ways`, less and
    more, that are open; `hint` is the key that takes it without a focus; `note` is what stands small below it, and
    `picture` what stands before both.
    """

    key: RowKey
    runs: tuple[TextRun, ...]
    enabled: bool = True
    reason: tuple[TextRun, ...] = ()
    number: int | None = None
    after: float | None = None
    value: str | None = None
    ways: tuple[bool, bool] = (True, True)
    hint: str = ""
    note: str = ""
    picture: pygame.Surface | None = None

    @classmethod
    def of(cls, words: str, *, key: str = "", hint: str = "", note: str = "", enabled: bool = True) -> "Label":
        """Plain words, which are the key as well if none is given."""
        return cls(key or words, (TextRun(words),), enabled, hint=hint, note=note)

    @property
    def spoken(self) -> str:
        """What would be said of it aloud."""
        words = "".join(run.text for run in self.runs)
        reason = "".join(run.text for run in self.reason)
        said = words if self.number is None else f"{self.number}: {words}"
        if self.note:
            said = f"{_stopped(said)} {self.note}"
        if self.value is not None:
            said = f"{said}: {self.value}"
        if not self.enabled:
            said = f"{_stopped(said)} Not now. {reason}".rstrip()
        return said


def _stopped(said: str) -> str:
    return said if said[-1:] in ".?!…”’" else f"{said}."


@dataclass(frozen=True, slots=True)
class TextItem:
    """A block with so much space above it, so far from the left; `beside` stands in that room. Those with one
    `number` are one paragraph and its speaker."""

    block: TextBlock
    space: int
    number: int
    indent: int = 0
    beside: TextBlock | None = None


@dataclass(frozen=True, slots=True)
class NoActions:
    """Nothing stands at the foot."""


@dataclass(frozen=True, slots=True)
class ReadOnMark:
    """A sign at the foot that reading on is all there is to do."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to take one of, under a rule; `remark` stands above them. When `close` they follow the text at once, and
    both stand in the middle of the window's height."""

    labels: tuple[Label, ...]
    remark: tuple[TextRun, ...] = ()
    close: bool = False


Actions: TypeAlias = NoActions | ReadOnMark | Rows
