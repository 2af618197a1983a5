"""Typographic signs for a terminal that lacks them: plain ones that say the same."""

import codecs
import unicodedata

NAME = "jaws.plain"  # of the handler of errors, as `codecs` knows it

_PLAIN = {
    **dict.fromkeys("‘’‚‛′‹›ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–−⁃", "-"),
    **dict.fromkeys("—―", "--"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...",
    "·": "-",
    "•": "*",
    "×": "x",
    "→": "->",
    "←": "<-",
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "½": "1/2",
    "¼": "1/4",
    "¾": "3/4",
    "€": "EUR",
}


def plain(sign: str) -> str:
    """What stands for a sign: one like it, or its letter without the accent, else a question mark."""
    if sign in _PLAIN:
        return _PLAIN[sign]
    if unicodedata.combining(sign):
        return ""
    letters = unicodedata.normalize("NFKD", sign)
    return "".join(each for each in letters if each.isascii()) or "?"


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(plain, error.object[error.start : error.end])), error.end


codecs.register_error(NAME, _instead)
