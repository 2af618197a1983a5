"""What a list of saves says of each: known without reading the save itself."""

import base64
import binascii
import math
from dataclasses import asdict, dataclass
from typing import Any

LONGEST = 300


@dataclass(frozen=True, slots=True)
class About:
    """`place` is where in the chapter, from 0 to 1; `date` as ISO 8601 has it; `words` how many were read."""

    story: str
    chapter: str
    place: float
    date: str
    words: int


def written_about(about: About) -> dict[str, Any]:
    return asdict(about) | {"chapter": about.chapter[:LONGEST], "date": about.date[:LONGEST]}


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
            max(len(story), len(chapter), len(date)) <= LONGEST
            and math.isfinite(place)
            and 0 <= place <= 1
            and 0 <= words <= 10**9
        ):
            return About(story, chapter, float(place), date, words)
        case _:
            raise ValueError("this says nothing of a save")


def written_picture(picture: bytes) -> str:
    return base64.b64encode(picture).decode()


def understood_picture(content: Any) -> bytes:
    """Empty where there is none, or nothing that could be one."""
    try:
        return base64.b64decode(content, validate=True) if isinstance(content, str) else b""
    except (ValueError, binascii.Error):
        return b""
