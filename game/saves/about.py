"""What a list of saves says of each: known without reading the save itself."""

import base64
import binascii
import math
from dataclasses import asdict, dataclass
from typing import Any

from game.story.limits import LONGEST_TOLD, MOST_COUNTED


@dataclass(frozen=True, slots=True)
class About:
    """`place` is where in the chapter, from 0 to 1; `date` as ISO 8601 has it; `words` how many were read. `ending` is the
    name of the one it came to, `choice` the words of the option taken last; either may be empty, and is in older saves."""

    story: str
    chapter: str
    place: float
    date: str
    words: int
    ending: str = ""
    choice: str = ""


def written_about(about: About) -> dict[str, Any]:
    return {key: value[:LONGEST_TOLD] if isinstance(value, str) else value for key, value in asdict(about).items()}


def understood_about(content: Any) -> About:
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
            and 0 <= words <= MOST_COUNTED
        ):
            return About(story, chapter, float(place), date, words, _said(content, "ending"), _said(content, "choice"))
        case _:
            raise ValueError("this says nothing of a save")


def _said(content: dict[str, Any], key: str) -> str:
    """Empty where there is nothing, or nothing that could be words: a save is not the worse for that."""
    said = content.get(key)
    return said if isinstance(said, str) and len(said) <= LONGEST_TOLD else ""


def written_picture(picture: bytes) -> str:
    return base64.b64encode(picture).decode()


def understood_picture(content: Any) -> bytes:
    """Empty where there is none, or nothing that could be one."""
    try:
        return base64.b64decode(content, validate=True) if isinstance(content, str) else b""
    except (ValueError, binascii.Error):
        return b""
