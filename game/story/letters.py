"""What readers take for one letter: the forms it is typed in, and where a text may be parted.

A letter may be one sign or several: é is typed as é or as e with an accent after it, and a family of four is seven
signs. Names are compared composed (NFC), and nothing is parted but between the clusters of UAX #29.
"""

import unicodedata
from itertools import pairwise

import regex

_LONG = 1_000
_LETTER = regex.compile(r"\X")
_HEAP = regex.compile(r"\p{M}{31}")
_JOINED = regex.compile(r"[\p{M}\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]")


def to_nfc(text: str) -> str:
    """The text in the one form that names are compared in, NFC: é is one sign, however it was typed."""
    return text if text.isascii() or is_crowded(text) else unicodedata.normalize("NFC", text)


def is_crowded(text: str) -> bool:
    """Whether more marks stand on one letter than any language has (UAX #15, 13). Composing takes their square."""
    return len(text) >= _LONG and _HEAP.search(text) is not None


def boundaries(text: str) -> list[int]:
    """Where the letters of `text` begin, and its end."""
    return [0, *(letter.end() for letter in _LETTER.finditer(text))]


def clusters(text: str) -> list[str]:
    """The letters of `text`, each with all that belongs to it."""
    return [text[start:end] for start, end in pairwise(boundaries(text))]


def is_mark(sign: str) -> bool:
    """Whether a sign is drawn on the letter before it, or chooses a form of it, and is no letter itself."""
    return _JOINED.fullmatch(sign) is not None
