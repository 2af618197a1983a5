"""What a list of saves says of each: known without reading the save itself."""

import base64
import binascii
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeAlias

from game.story.limits import LONGEST_TOLD, MOST_COUNTED

Age: TypeAlias = tuple[datetime, int]
"""The greater, the newer a save is."""

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Summary:
    """`place` is where in the chapter, from 0 to 1; `date` as ISO 8601 has it; `words` how many were read. `ending` is the
    name of the one it came to, `choice` the words of the option taken last; either may be empty.

    `title` is what the story was called, and `choices` how many were made in this run and all that go with it. `latest`
    is the latest date that was known of when it was saved: its own, or that of a save which was there, and `turn` how
    many saves have had that one since. Older saves tell nothing but the first five.
    """

    story: str
    chapter: str
    place: float
    date: str
    words: int
    ending: str = ""
    choice: str = ""
    title: str = ""
    choices: int | None = None
    latest: str = ""
    turn: int = 0

    @property
    def age(self) -> Age:
        """Dates alone would let a save made while a clock was ahead be the newest for ever."""
        return parse_date(self.latest or self.date) or NEVER, self.turn


def in_turn(summary: Summary, others: Iterable[Summary]) -> Summary:
    """The same as the newest: by its date, or where that is no later than another's, by taking the next turn."""
    newest = max(others, key=lambda each: each.age, default=None)
    alone = replace(summary, latest=summary.date, turn=0)
    if newest is None or alone.age > newest.age:
        return alone
    return replace(summary, latest=newest.latest or newest.date, turn=newest.turn + 1)


def parse_date(date: str) -> datetime | None:
    """None for what is no date, as a file may hold anything."""
    try:
        return datetime.fromisoformat(date).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def encode_summary(summary: Summary) -> dict[str, Any]:
    """What is too long for a list is cut, and what cannot be counted any more is not."""
    return {key: _held(value) for key, value in asdict(summary).items()}


def cut_for_list(text: str) -> str:
    """As much of it as a summary holds."""
    return text if len(text) <= LONGEST_TOLD else text[: LONGEST_TOLD - 1] + "…"


def _held(value: Any) -> Any:
    if isinstance(value, str):
        return cut_for_list(value)
    return min(value, MOST_COUNTED) if type(value) is int else value


def decode_summary(content: Any) -> Summary:
    """Raises ValueError."""
    match content:
        case {
            "story": str(story),
            "chapter": str(chapter),
            "place": int() | float() as place,
            "date": str(date),
            "words": int(words),
        } if (
            max(len(story), len(chapter), len(date)) <= LONGEST_TOLD
            and math.isfinite(place)
            and 0 <= place <= 1
            and _is_count(words)
        ):
            ending, choice, title, latest = (_said(content, key) for key in ("ending", "choice", "title", "latest"))
            choices, turn = (_counted(content, key) for key in ("choices", "turn"))
            return Summary(story, chapter, float(place), date, words, ending, choice, title, choices, latest, turn or 0)
        case _:
            raise ValueError("this says nothing of a save")


def _said(content: dict[str, Any], key: str) -> str:
    """Empty where there is nothing, or nothing that could be words: a save is not the worse for that."""
    said = content.get(key)
    return said if isinstance(said, str) and len(said) <= LONGEST_TOLD else ""


def _counted(content: dict[str, Any], key: str) -> int | None:
    count = content.get(key)
    return count if _is_count(count) else None


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST_COUNTED


def encode_picture(picture: bytes) -> str:
    """As Base64."""
    return base64.b64encode(picture).decode()


def decode_picture(content: Any) -> bytes:
    """Empty where there is none, or nothing that could be one."""
    try:
        return base64.b64decode(content, validate=True) if isinstance(content, str) else b""
    except (ValueError, binascii.Error):
        return b""
