"""What a sheet is made of before it is laid out: texts, and what stands at the foot."""

from dataclasses import dataclass
from typing import TypeAlias

import pygame

from game.play.situation import Run
from game.ui.text.typesetter import TextBlock


@dataclass(frozen=True, slots=True)
class Label:
    """What a row or a button says. `key` is what taking it means.

    `after` is set if time takes it; `value` if it is not taken but stepped through, in those of its `ways`, less and
    more, that are open; `hint` is the key that takes it without a focus; `note` is what stands small below it, and
    `picture` what stands before both.
    """

    key: int
    runs: tuple[Run, ...]
    enabled: bool = True
    reason: tuple[Run, ...] = ()
    numbered: bool = False
    after: float | None = None
    value: str | None = None
    ways: tuple[bool, bool] = (True, True)
    hint: str = ""
    note: str = ""
    picture: pygame.Surface | None = None

    @classmethod
    def of(cls, key: int, words: str, *, hint: str = "", note: str = "") -> "Label":
        return cls(key, (Run(words),), hint=hint, note=note)

    @property
    def spoken(self) -> str:
        """What would be said of it aloud."""
        words = "".join(run.text for run in self.runs)
        reason = "".join(run.text for run in self.reason)
        said = f"{self.key}: {words}" if self.numbered else words
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
    remark: tuple[Run, ...] = ()
    close: bool = False


Actions: TypeAlias = NoActions | ReadOnMark | Rows
