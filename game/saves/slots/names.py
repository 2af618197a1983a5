"""The names of slots, and what other files in their folder are by theirs."""

import re
from dataclasses import dataclass
from enum import Enum

from game.story.limits import MOST_SLOTS

QUICK = "quick"
AUTOMATIC = ("auto", *(f"auto-{number}" for number in range(2, MOST_SLOTS + 1)))
NUMBERED = tuple(map(str, range(1, MOST_SLOTS + 1)))
ENDING = ".jsonl"

_KNOWN = frozenset((QUICK, *AUTOMATIC, *NUMBERED))
_ASIDE = re.compile(r"(?P<slot>[a-z0-9-]+?)(?P<before>\.before)?\.damaged(-\d+)?", re.ASCII)
# `3.sync-conflict-20260101-120000-ABCDEFG`, `3 (conflicted copy 2026-01-01 120000)`, `3 - Copy`, `3 2`, `3-LAPTOP`
_LED = re.compile(r"(?P<slot>auto(?:-\d+)?|quick|\d+)(?P<before>\.before)?(?![A-Za-z0-9]).+", re.ASCII)
_ENDED = re.compile(r".*\s(?P<slot>auto(?:-\d+)?|quick|\d+)(?P<before>\.before)?", re.ASCII)  # `Copy of 3`


class FileKind(Enum):
    """A slot; a copy of one, as programs that synchronise folders make them; or a save that was set aside."""

    SLOT = "slot"
    COPY = "copy"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class SaveName:
    """What a file is called, without its ending: of which slot it is, or of the save `before` the one there."""

    text: str
    slot: str
    kind: FileKind = FileKind.SLOT
    before: bool = False

    @property
    def file(self) -> str:
        """With its ending."""
        return f"{self.text}{ENDING}"

    @property
    def automatic(self) -> bool:
        """Whether it is a slot that saves by itself."""
        return self.kind is FileKind.SLOT and self.slot in _AUTOMATIC

    @property
    def words(self) -> str:
        """The name as a player reads it."""
        own = "quick save" if self.slot == QUICK else "run saved by itself" if self.slot in _AUTOMATIC else ""
        own = own or f"save {self.slot}"
        match self.kind:
            case FileKind.SLOT:
                return "Saved by itself" if self.slot in _AUTOMATIC else own.capitalize()
            case FileKind.COPY:
                of = f"of the one before {_the(own)}" if self.before else f"of {_the(own)}"
                return f"A copy {of} that a synchronising program made"
            case FileKind.ASIDE:
                of = f"The one before {_the(own)}" if self.before else _the(own)
                return f"{of[0].upper()}{of[1:]}, set aside earlier"


_AUTOMATIC = frozenset(AUTOMATIC)


def _the(own: str) -> str:
    return own if own.startswith("save ") else f"the {own}"


def parse_name(text: str) -> SaveName | None:
    """What the file of that name, without its ending, is; None if it is none of a player's saves, or the one before."""
    if text in _KNOWN:
        return SaveName(text, text)
    if any(sign in text for sign in "/\\\0") or text.startswith("."):
        return None
    for kind, pattern in ((FileKind.ASIDE, _ASIDE), (FileKind.COPY, _LED), (FileKind.COPY, _ENDED)):
        found = pattern.fullmatch(text)
        if found and found["slot"] in _KNOWN and text != f"{found['slot']}.before":
            return SaveName(text, found["slot"], kind, bool(found["before"]))
    return None
