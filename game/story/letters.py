"""What readers take for one letter: the forms it is typed in, and where a text may be parted.

A letter may be one sign or several: é is typed as é or as e with an accent after it, and a family of four is seven
signs. Names are compared composed (NFC), and nothing is parted but between the clusters of UAX #29.
"""

import re
import unicodedata
from itertools import pairwise

JOINER = "\u200d"
# Signs that are drawn with the one before them: marks, selectors of variants, tones of skin, tags of flags, and the
# vowels of Thai and Lao that stand after their letter.
_JOINED = frozenset("\u0e33\u0eb3\u200c\u200d")
_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_FLAGS = range(0x1F1E6, 0x1F200)
_LEADING, _VOWELS, _TRAILING = range(0x1100, 0x1160), range(0x1160, 0x11A8), range(0x11A8, 0x1200)
_SYLLABLES, _WITH_VOWEL = range(0xAC00, 0xD7A4), 28
_MOST_MARKS, _LONG = 30, 1_000
_PLAIN = re.compile("[\n\x20-\u02ff]*")  # each of these is a letter to itself


def composed(text: str) -> str:
    """The text in the one form that names are compared in, NFC: é is one sign, however it was typed."""
    return text if text.isascii() or is_crowded(text) else unicodedata.normalize("NFC", text)


def is_crowded(text: str) -> bool:
    """Whether more marks stand on one letter than any language has (UAX #15, 13). Composing takes their square."""
    if len(text) < _LONG:
        return False
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks > _MOST_MARKS:
            return True
    return False


def boundaries(text: str) -> list[int]:
    """Where the letters of `text` begin, and its end."""
    if _PLAIN.fullmatch(text):
        return list(range(len(text) + 1))
    inside = [at for at in range(1, len(text)) if not _joined(text, at)]
    return [0, *inside, len(text)] if text else [0]


def clusters(text: str) -> list[str]:
    """The letters of `text`, each with all that belongs to it."""
    return [text[start:end] for start, end in pairwise(boundaries(text))]


def is_mark(sign: str) -> bool:
    """Whether a sign is drawn on the letter before it, or chooses a form of it, and is no letter itself."""
    return (
        unicodedata.category(sign) in ("Mn", "Me", "Mc") or sign in _JOINED or ord(sign) in _TONES or ord(sign) in _TAGS
    )


def _joined(text: str, at: int) -> bool:
    """Whether the sign at `at` belongs to the letter before it."""
    before, sign = text[at - 1], text[at]
    if before in "\r\n" or sign in "\r\n":
        return before + sign == "\r\n"
    if is_mark(sign):
        return unicodedata.category(before) not in ("Cc", "Zl", "Zp")
    if before == JOINER:
        return _is_picture(sign) and _is_picture(_joined_by(text, at - 1))
    if ord(sign) in _FLAGS:
        return _flags_before(text, at) % 2 == 1
    return _is_one_syllable(ord(before), ord(sign))


def _joined_by(text: str, at: int) -> str:
    """The sign that the joiner at `at` joins to what follows, whatever marks stand between."""
    return next((sign for sign in reversed(text[:at]) if not is_mark(sign)), "\n")


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) in ("So", "Cn") or sign in "‼⁉〰〽㊗㊙↔"


def _flags_before(text: str, at: int) -> int:
    return next((n for n in range(at) if ord(text[at - 1 - n]) not in _FLAGS), at)


def _is_one_syllable(before: int, sign: int) -> bool:
    """Whether two signs are of one syllable of Korean."""
    if before in _LEADING:
        return sign in _LEADING or sign in _VOWELS or sign in _SYLLABLES
    open_ = before in _VOWELS or (before in _SYLLABLES and (before - _SYLLABLES.start) % _WITH_VOWEL == 0)
    if open_:
        return sign in _VOWELS or sign in _TRAILING
    return (before in _TRAILING or before in _SYLLABLES) and sign in _TRAILING
