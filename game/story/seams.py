"""What a reader stumbles over where braces meet the words beside them: what is left when words are left out.

A paragraph is gone through as it reads, a piece at a time. What an author wrote in one piece is meant so: only what
meets at a seam, an end of braces, is judged. All of that lies between two words, so that what came before the last
word is forgotten, and what can follow it is the same whatever it was.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# The signs of seams in a run: an end of braces that may show nothing, and of such that always show something.
OPENS, CLOSES, OPENS_WORDS, CLOSES_WORDS = "\x01", "\x02", "\x03", "\x04"
_SEAMS = OPENS + CLOSES + OPENS_WORDS + CLOSES_WORDS
_EDGE = "\n"  # stands where a paragraph begins or ends

_SPACES = " \u00a0\u2007\u202f"  # all that a paragraph can hold: others became ordinary ones
_COMMAS = ",;:、，；："
_HARD = ".,。、，．"  # no typography has a space before these
_SOFT = "!?;:…！？；：؟؛"
_STOPS = _HARD + _SOFT
_ENDS = ".!?…"
_DASHES = "—–"
_CLOSING, _OPENING = "”’»›\"')]", "“‘„‚«‹\"'([¿¡"
_INVISIBLE = "\u200b\u2060\ufeff\u00ad"
_OF_ONE_KIND = {"«": "»", "‹": "›", "(": ")", "[": "]", "“": "”", "‘": "’", "„": "“”", "‚": "‘’", "「": "」", "『": "』",
                "（": "）", "【": "】", "《": "》", "〈": "〉"}  # fmt: skip
_OF_TWO_KINDS = {'"': '"', "'": "'", "”": "”", "»": "«", "›": "‹", "¿": "?", "¡": "!", "*": "*"}
_SNUG = "”)]」』）】》〉"  # no space before these, and none after those that open them
_SNUG_OPENING = "“„([「『（【《〈¿¡"
_SIGNS = "".join(dict.fromkeys(
    _SPACES + _STOPS + _DASHES + _CLOSING + _OPENING + _INVISIBLE + _SEAMS + "".join(_OF_ONE_KIND) + "".join(_OF_TWO_KINDS)
    + "".join(_OF_ONE_KIND.values()))
)  # fmt: skip
_SIGN = f"[{re.escape(_SIGNS)}]"
_SHAPE = re.compile(f"(?s)({_SIGN}*)(.*?)({_SIGN}*)")
_GAP = re.compile(f"[{re.escape(_SPACES + _SEAMS + _INVISIBLE)}]*")
_LEFT_OUT = re.compile(f"{OPENS}[{OPENS}{_SPACES}]*{CLOSES}+")
_TWO_SPACES = re.compile(f"[{_SPACES}][{_SEAMS}]+[{_SPACES}]")


def leaves_out(text: str) -> bool:
    """Whether braces show nothing in this stretch of a text with its seams."""
    return _LEFT_OUT.search(text) is not None


class Fault(NamedTuple):
    """A code of the catalogue, which of a run's seams it is at, and the signs of the run that it concerns."""

    code: str
    seam: int
    start: int
    end: int


class Tail(NamedTuple):
    """What of a text so far can matter: the last word's last letter, by kind, the signs after it, and the braces that
    the seams among them belong to."""

    left: str = _EDGE
    run: str = ""
    braces: tuple[int, ...] = ()


def with_seam(tail: Tail, sign: str, braces: int) -> Tail:
    """The text goes on across a seam of these braces."""
    return Tail(tail.left, tail.run + sign, (*tail.braces, braces))


def with_words(tail: Tail, text: str) -> tuple[Tail, tuple[Fault, ...]]:
    """The text goes on with this piece; and what is wrong in the run that it ends, if it has a word in it."""
    lead, first, last, trail = shape(text)
    if not first:
        return Tail(tail.left, tail.run + lead, tail.braces), ()
    return Tail(last, trail), faults(tail.left, tail.run + lead, first)


def at_end(tail: Tail) -> tuple[Fault, ...]:
    """What is wrong in the last run, the text being over."""
    return faults(tail.left, tail.run, _EDGE)


@lru_cache(maxsize=1 << 16)
def shape(text: str) -> tuple[str, str, str, str]:
    """The signs before the first word, the kinds of its first and the last word's last letter, and the signs after."""
    found = _SHAPE.fullmatch(text)
    assert found is not None  # noqa: S101
    lead, words, trail = found.groups()
    return (lead, _kind(words[0]), _kind(words[-1]), trail) if words else (lead + trail, "", "", "")


def _kind(letter: str) -> str:
    if letter.isupper():
        return "A"
    return "a" if letter.isalpha() else "1"


@lru_cache(maxsize=1 << 14)
def faults(left: str, run: str, right: str) -> tuple[Fault, ...]:
    """What is wrong between two words, or a word and an edge; of one seam only the first."""
    if not any(sign in run for sign in _SEAMS):
        return ()
    found: dict[int, Fault] = {}
    for fault in _Run(left, run, right).faults():
        found.setdefault(fault.seam, fault)
    return tuple(found.values())


class _Gap(NamedTuple):
    """What stands between two visible signs: spaces and seams, from `start` to `end` of the run."""

    start: int
    end: int
    text: str

    @property
    def spaced(self) -> bool:
        return any(each in self.text for each in _SPACES)

    @property
    def seamed(self) -> bool:
        return any(each in self.text for each in _SEAMS)

    @property
    def left_out(self) -> bool:
        """Whether braces show nothing here."""
        return leaves_out(self.text)

    @property
    def wide(self) -> bool:
        """Whether a space shows here even at the beginning of a paragraph, or beside another: ordinary ones do not."""
        return any(each in self.text for each in _SPACES[1:])

    @property
    def two_wide(self) -> bool:
        """Whether two spaces meet at a seam and are shown as two."""
        return any(found[0][0] + found[0][-1] != "  " for found in _TWO_SPACES.finditer(self.text))

    @property
    def after_braces(self) -> bool:
        """Whether the last seam is the end of braces, so that what follows was written outside of them."""
        return self.text.rstrip(_SPACES + _INVISIBLE)[-1:] in (CLOSES, CLOSES_WORDS)

    @property
    def touched(self) -> bool:
        """Whether what follows was written right behind braces."""
        return self.text[-1:] in (CLOSES, CLOSES_WORDS)


class _Run:
    """The visible signs between two words, the kinds of the words at both ends, and the gaps between them."""

    def __init__(self, left: str, run: str, right: str) -> None:
        self.run = run
        self.signs, self.gaps = [left], list[_Gap]()
        at = 0
        while True:
            found = _GAP.match(run, at)
            assert found is not None  # noqa: S101
            self.gaps.append(_Gap(at, found.end(), found[0]))
            if found.end() == len(run):
                break
            self.signs.append(run[found.end()])
            at = found.end() + 1
        self.signs.append(right)

    def faults(self) -> Iterator[Fault]:
        for index, gap in enumerate(self.gaps):
            if gap.seamed:
                code = self.code(index, gap)
                if code:
                    yield self.fault(code, gap)
        if len(self.signs) > 2 and self.signs[0] == self.signs[-1] == _EDGE:
            yield from self.bare()

    def fault(self, code: str, gap: _Gap) -> Fault:
        """At the last braces that show nothing in the gap, or else at its last seam."""
        out = [found.end() for found in _LEFT_OUT.finditer(gap.text)]
        end = gap.start + (out[-1] if out else len(gap.text.rstrip(_SPACES + _INVISIBLE)))
        seam = sum(each in _SEAMS for each in self.run[:end]) - 1
        return Fault(code, seam, max(0, gap.start - 1), min(len(self.run), gap.end + 1))

    def code(self, index: int, gap: _Gap) -> str | None:
        """What is wrong between the sign of this number and the next."""
        before, after = self.signs[index], self.signs[index + 1]
        if self.empty(index, gap):
            return "marks-empty"
        if self.is_stop(index + 1):
            if self.stop_alone(index, gap):
                return "stop-stray"
            if gap.spaced and (after in _HARD or (gap.touched and gap.text.rstrip(_SEAMS)[-1:] == " ")):
                return "space-stray"
        if before in _DASHES and after in _DASHES and gap.left_out:
            return "stop-stray"
        if gap.spaced and (
            (after in _SNUG and gap.touched)
            or (before in _SNUG_OPENING and self.opening(index) and gap.left_out and gap.text[0] in _SEAMS)
        ):
            return "space-stray"
        if after != _EDGE and (gap.two_wide or (before == _EDGE and gap.left_out and gap.wide)):
            return "space-stray"
        if not gap.spaced and self.glued(index, gap):
            return "words-glued"
        return None

    def is_stop(self, index: int) -> bool:
        """Whether this sign is one, and does not begin a word or an ellipsis as in ‘.5’, ‘…and’ or ‘:)’."""
        sign = self.signs[index]
        if sign not in _STOPS:
            return False
        following, close = self.signs[index + 1], not self.gaps[index].text
        if close and (following.isalnum() or (sign in ":;" and following in "()[")):
            return False
        dots = [each.text for each in self.gaps[index : index + 2]]
        ellipsis = sign == "." and self.signs[index + 1 : index + 3] == [".", "."] and dots in (["", ""], [" ", " "])
        return not ellipsis

    def stop_alone(self, index: int, gap: _Gap) -> bool:
        """Whether a stop follows another, or what no stop follows."""
        before, after = self.signs[index], self.signs[index + 1]
        if before == _EDGE or (before in _OPENING and self.opening(index) and before != "'"):
            if not gap.left_out or after == "…":
                return False
            return gap.after_braces if after in "!?！？؟" else True
        if before in _DASHES:
            return after in _HARD + ";:"
        if before not in _STOPS:
            return False
        if gap.spaced:
            return after in _HARD or (after != "…" and gap.after_braces and gap.left_out)
        if before in _COMMAS:
            return after != "…"
        if before == "." == after:
            return self.dots(index) == 2
        return (before in "!?！？" and after in ".。") or (before == "。" and after in _HARD)

    def dots(self, index: int) -> int:
        """How many full stops there are here in a row."""
        first = last = index
        while first and self.signs[first - 1] == "." and not self.gaps[first - 1].spaced:
            first -= 1
        while self.signs[last + 1] == "." and not self.gaps[last].spaced:
            last += 1
        return last - first + 1

    def empty(self, index: int, gap: _Gap) -> bool:
        before, after = self.signs[index], self.signs[index + 1]
        if after in _OF_ONE_KIND.get(before, ()):
            return True
        if after not in _OF_TWO_KINDS.get(before, ()) or (before in "»›" and gap.spaced):
            return False
        return self.opening(index) and self.closing(index + 1)

    def opening(self, index: int) -> bool:
        """Whether a sign stands as one that opens: after a space, at the beginning, after another that does."""
        if index == 0:
            return False
        before, gap = self.signs[index - 1], self.gaps[index - 1]
        return gap.spaced or before == _EDGE or before in _DASHES or (before in _OPENING and self.opening(index - 1))

    def closing(self, index: int) -> bool:
        """Whether a sign stands as one that closes: before a space, a stop, the end, another that does."""
        if index == len(self.signs) - 1:
            return False
        after, gap = self.signs[index + 1], self.gaps[index]
        return gap.spaced or after == _EDGE or after in _STOPS + _DASHES or after in _CLOSING

    def glued(self, index: int, gap: _Gap) -> bool:
        """Whether the words on both sides run together here."""
        right = self.signs[-1]
        beyond = self.signs[index + 1 : -1]
        if not right.isalpha() or any(each not in _OPENING for each in beyond):
            return False
        if any(each.spaced for each in self.gaps[index:]):
            return False
        behind = index
        while behind and self.signs[behind] in _CLOSING and not self.gaps[behind - 1].spaced:
            behind -= 1
        end = self.signs[behind]
        if behind == 0:  # a word: of two that may each be left out, both are whole ones
            return index == 0 and not beyond and end.isalpha() and f"{CLOSES}{OPENS}" in _without_left_out(gap.text)
        return (end in _ENDS and right == "A") or end in ",;!?"

    def bare(self) -> Iterator[Fault]:
        """A paragraph of which nothing is left but signs, some of them no silence, cry or line that was meant."""
        signs = self.signs[1:-1]
        if sum(sign in _DASHES for sign in signs) > 2 or any(
            s not in _STOPS + _DASHES + _CLOSING + _OPENING for s in signs
        ):
            return
        if not any(gap.left_out for gap in self.gaps):
            return
        if any(s in "…!?" and not gap.touched for s, gap in zip(signs, self.gaps, strict=False)):
            return
        gap = next(each for each in reversed(self.gaps) if each.left_out)
        fault = self.fault("paragraph-bare", gap)
        yield Fault(fault.code, fault.seam, 0, len(self.run))


def _without_left_out(seams: str) -> str:
    """The seams without those of braces that show nothing."""
    while (fewer := seams.replace(f"{OPENS}{CLOSES}", "")) != seams:
        seams = fewer
    return re.sub(f"{CLOSES}+{OPENS}+", f"{CLOSES}{OPENS}", seams)
