"""Whether the text of a file is as it was meant, at first sight: hardly any has to be looked at sign by sign."""

import re
import unicodedata

from game.story.letters import is_crowded
from game.story.signs import BREAKS, COLONS, DASHES, SPACES, TURNING, UNSEEN

# What YAML 1.1 (5.1, c-printable) does not allow in a stream; a mark of the byte order is right at its start alone.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
ODD = SPACES + UNSEEN + TURNING
LOST = "\ufffd"
_ANYWHERE = re.compile(f"[{ODD}{COLONS}{BREAKS}{LOST}｛｝［］，｜＞]")
_OPENS_LINE = re.compile(rf"[\n\r][ \t]*(?:[<>=|]{{7}}|(?:- +)*[{DASHES}]\s)")  # a conflict, or a dash for an item


def is_clean(text: str) -> bool:
    """Whether it is composed, and has none of the signs that need a look."""
    return not (
        UNPRINTABLE.search(text)
        or _ANYWHERE.search(text)
        or _OPENS_LINE.search(f"\n{text}")
        or is_crowded(text)
        or not unicodedata.is_normalized("NFC", text)
    )
