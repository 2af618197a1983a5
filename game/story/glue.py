"""Sentences that would stand together with no space between: a wording in braces has none at its own ends."""

import re
from collections.abc import Iterator
from itertools import islice

from game.story.place import Place
from game.story.prose import Cycle, Either, Part, Prose, Shown, Styled, Words

# Where braces stand against words with no space: only there can sentences meet, and most prose has no such place.
TOUCHING = re.compile(r"""[.!?…”’"')*]\{|\}[“‘"'({*]|\}[^\W\d_a-z]""")
_ENDS = frozenset(".!?…")
_CLOSING, _OPENING = "”’\"')", "“‘\"'("


def glued(prose: Prose) -> Iterator[tuple[Place, str, str]]:
    """Where braces join a sentence to the next: the place of the braces, and the word on either side."""
    before: frozenset[str] = frozenset(("",))
    braces: Place | None = None
    for part in prose:
        at = part.at if isinstance(part, Either | Cycle) else None
        beside = at or braces
        if beside:
            joints = ((end, start) for end in sorted(before) for start in sorted(_starts(part)) if _joined(end, start))
            for end, start in islice(joints, 1):
                yield beside, end.split()[-1], start.split()[0]
        ends = _ends(part)
        before = (ends - {""}) | before if "" in ends else ends
        braces = at or (braces if "" in ends else None)
        for inner in _within(part):
            yield from glued(inner)


def _joined(end: str, start: str) -> bool:
    return end.rstrip(_CLOSING)[-1:] in _ENDS and start.lstrip(_OPENING)[:1].isupper()


def _within(part: Part) -> tuple[Prose, ...]:
    match part:
        case Styled(_, parts):
            return (parts,)
        case Either(_, then, other):
            return then, other
        case Cycle(wordings):
            return wordings
        case Words() | Shown():
            return ()


def _starts(part: Part) -> frozenset[str]:
    """The first words that it may show, and "" if it may show none."""
    match part:
        case Words(text):
            return frozenset((text[:12],))
        case Shown():
            return frozenset(("…",))  # a value is never taken for a sentence
        case _:
            return frozenset(start for prose in _within(part) for start in _first(prose))


def _ends(part: Part) -> frozenset[str]:
    """The last words that it may show, and "" if it may show none."""
    match part:
        case Words(text):
            return frozenset((text[-12:],))
        case Shown():
            return frozenset(("-",))
        case _:
            return frozenset(end for prose in _within(part) for end in _last(prose))


def _first(prose: Prose) -> frozenset[str]:
    starts: frozenset[str] = frozenset(("",))
    for part in prose:
        if "" not in starts:
            break
        starts = (starts - {""}) | _starts(part)
    return starts


def _last(prose: Prose) -> frozenset[str]:
    ends: frozenset[str] = frozenset(("",))
    for part in reversed(prose):
        if "" not in ends:
            break
        ends = (ends - {""}) | _ends(part)
    return ends
