"""Finds words in a text as readers type them: whatever the case, the quotation marks, the dashes and the form.

Plain letters find accented ones, and accented ones find themselves: `cafe` finds café, `café` does not find cafe.
What is found is told in the text as it stands, in whole letters.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.story.letters import boundaries, is_mark

_ALIKE = {
    **dict.fromkeys("‘’‚‛′‹›`´ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−⁃﹘﹣－", "-"),
}
# Letters with a stroke or joined in one, which no accent comes off: plain ones find them all the same.
_PLAIN = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ð": "d", "ß": "ss"}
_SAME = ("ß",)  # what is the same word either way: Straße, Strasse
_CHOOSING = frozenset("\u200c\u200d\ufe0e\ufe0f")  # join signs, or choose a form of one: nobody types them


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text as it is compared: its plain letters, the accents on each, and which sign of the text each comes from."""

    plain: str
    marks: tuple[str, ...]
    signs: tuple[int, ...]


def find(text: str, sought: str) -> Iterator[tuple[int, int]]:
    """Where `sought` stands in `text`: where each begins and ends, one after another."""
    wanted = _folded(sought)
    folded, edges = _folded(text), None
    at = folded.plain.find(wanted.plain) if wanted.plain else -1
    while at >= 0:
        end = at + len(wanted.plain)
        if all(mark in ("", there) for mark, there in zip(wanted.marks, folded.marks[at:end], strict=True)):
            edges = edges or boundaries(text)
            first, last = folded.signs[at], folded.signs[end - 1]
            behind = edges[bisect_left(edges, last + 1)]
            yield edges[bisect_right(edges, first) - 1], behind
            at = bisect_left(folded.signs, behind) - 1
        at = folded.plain.find(wanted.plain, at + 1)


@lru_cache(maxsize=4096)
def _folded(text: str) -> _Folded:
    plain: list[str] = []
    marks: list[str] = []
    signs: list[int] = []
    bare = True  # an accent that comes now stands on no letter: after a space, or a sign that is not seen
    for at, sign in enumerate(text):
        parts = _parts(sign)
        bare = bare or not parts
        for letter, accents in parts:
            if letter == " " and plain[-1:] == [" "]:
                continue
            if letter:
                plain.append(letter)
                marks.append(accents)
                signs.append(at)
                bare = letter == " "
            elif not bare:
                marks[-1] += accents
    return _Folded("".join(plain), tuple("".join(sorted(each)) for each in marks), tuple(signs))


@lru_cache(maxsize=4096)
def _parts(sign: str) -> tuple[tuple[str, str], ...]:
    """What one sign is compared as: plain letters, each with its accents; no letter for an accent that is typed apart,
    and nothing for a sign that is not seen."""
    if sign.isspace():
        return ((" ", ""),)
    parts: list[tuple[str, str]] = []
    for each in _apart(_ALIKE.get(sign, sign)):
        kind = unicodedata.category(each)
        if each in _PLAIN:
            parts += [(letter, "" if each in _SAME else each) for letter in _PLAIN[each]]
        elif is_mark(each) and kind != "Mc":
            letter, accents = parts.pop() if parts else ("", "")
            parts.append((letter, accents + each * (each not in _CHOOSING)))
        elif kind not in ("Cf", "Cc"):
            parts.append((each, ""))
    return tuple(parts)


def _apart(sign: str) -> str:
    """The sign without case, its accents behind it."""
    apart = unicodedata.normalize("NFKD", sign)
    return unicodedata.normalize("NFKD", "".join(each if each in _PLAIN else each.casefold() for each in apart))
