"""Signs in one line that cannot be seen, pass for others or are never right, and what is read in their stead."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from game.authoring.sources.lines import KEYS
from game.authoring.sources.precheck import LOST, ODD, UNPRINTABLE
from game.story.letters import is_crowded
from game.story.signs import BREAKS, COLONS, SPACES, TURNING, UNSEEN, odd_in

_TURNS = re.compile(f"[{TURNING}]")
# The keys whose values are words for a reader.
PROSE = frozenset("say locked text then else title chapter as name about caption hint notes credits".split())
MOST_NEAR = 50  # lines looked at on either side of one
DASHES_BEFORE = re.compile(r" *(?:- +)*")
WIDE = "\u3000\u2001\u2003"  # spaces as wide as two
BLANK = rf"[ \t{SPACES}{UNSEEN}{TURNING}]"
KEY = re.compile(rf"([\w{UNSEEN}{TURNING}]+)({BLANK}*)([:{COLONS}])({BLANK}*)")
_WORD_END = re.compile(r"^\s*(?:- +)*\w+$")
# Between two of these, or beside one, nothing that joins or parts letters unseen is right.
_PLAIN = re.compile(r"[\s0-9A-Za-z\u00c0-\u024f]|$")
_JUNK = re.compile("[\ufeff\u200b\u200d\u2060-\u2064\u180e\u034f\u115f\u1160\u17b4\u17b5]+")
_OPENING, _CLOSING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
_NEVER = re.compile(f"[{BREAKS}{LOST}]|(?!\ufeff){UNPRINTABLE.pattern}")


@dataclass(frozen=True, slots=True)
class SignEdit:
    """What stands from `start` to `end` of a line is read as `text`; `code` is the message for it, if there is
    one, `word` the one that it stands in and `meant` what that should be."""

    start: int
    end: int
    text: str
    code: str = ""
    word: str = ""
    meant: str = ""


def never_right(line: str, *, in_block: bool) -> Iterator[SignEdit]:
    """What no line of a story holds, wherever it stands."""
    for number, found in enumerate(_NEVER.finditer(line)):
        sign, span = found[0], found.span()
        if sign in BREAKS:
            parts = number > MOST_NEAR or parts_words(line, *span, in_block=in_block)  # one line has few
            yield SignEdit(*span, " " if parts else "", "line-break-odd")
        elif sign == LOST:
            yield SignEdit(*span, sign, "sign-lost")
        elif sign not in TURNING:
            yield SignEdit(*span, "", "control-character")


def line_kind(line: str, at: int) -> str:
    """What a line is that begins at `at`: an item of a list, a key of the language, a name, or words."""
    if line[at : at + 1] == "-":
        return "item"
    key = KEY.match(line, at)
    return "" if key is None else "key" if key[1] in KEYS else "name"


def parts_words(line: str, first: int, end: int, *, in_block: bool) -> bool:
    """Whether what stands there is all that parts two words for a reader."""
    before, after = line[:first], line[end:]
    if not before.strip() or not after.strip() or before[-1].isspace() or after[0].isspace() or after[0] == ":":
        return False
    inside = before[before.rfind("{") :] if "{" in before else "}"
    if "?" not in inside and "}" not in inside:  # of a condition
        return False
    key = KEY.match(line, len(DASHES_BEFORE.match(line)[0]))  # type: ignore[index]  # matches any
    if in_block or key is None or line.startswith("#"):
        return in_block or not (_WORD_END.search(before) and KEY.match(after))
    return key.end() <= first and key[1] in PROSE


def turns_well(line: str) -> bool:
    """Whether signs that turn the direction stand beside letters written to the left, each ended on its line."""
    depth = 0
    for sign in line:
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth < 0:
            return False
    return depth == 0 and any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in line)


def turning(line: str, told: Collection[int]) -> Iterator[SignEdit]:
    """Signs that turn the direction of a line, where no letters of it need that. Among words they stay."""
    if _TURNS.search(line) and not turns_well(line):
        for found in _TURNS.finditer(line):
            if found.start() not in told:
                yield SignEdit(*found.span(), found[0], "sign-turning")


def in_prose(line: str, first: int = 0) -> Iterator[SignEdit]:
    """Signs that part or join letters of scripts that need it, among letters that do not. They stay."""
    for found in _JUNK.finditer(line, first):
        if "\ufeff" in found[0] or (
            _PLAIN.match(line[found.start() - 1 : found.start()]) and _PLAIN.match(line[found.end() : found.end() + 1])
        ):
            yield SignEdit(*found.span(), found[0], "prose-unseen")


def blanks(line: str, first: int, end: int, *, extra: bool = False) -> Iterator[SignEdit]:
    """The spaces from `first` to `end`: those that are not plain, which may be one too many, and what cannot be seen
    between them."""
    for at in range(first, end):
        if line[at] in SPACES:
            yield SignEdit(at, at + 1, "" if extra else "  " if line[at] in WIDE else " ", "space-odd")
        elif line[at] in ODD:
            yield SignEdit(at, at + 1, "", "sign-unseen")


def odd_word(line: str, first: int, end: int) -> Iterator[SignEdit]:
    """What is odd in the word from `first` to `end`, which is read as it was meant."""
    word = line[first:end]
    odd = odd_in(word)
    if odd:
        yield SignEdit(first + odd.at, end, odd.meant[odd.at :], odd.code, word, odd.meant)


def apart(line: str) -> Iterator[SignEdit]:
    """Letters typed as several signs that are one when composed."""
    if is_crowded(line) or unicodedata.is_normalized("NFC", line):
        return
    start = 0
    for at in range(1, len(line) + 1):
        if at < len(line) and (unicodedata.combining(line[at]) or composes(line[start:at], line[at])):
            continue
        letter = unicodedata.normalize("NFC", line[start:at])
        if letter != line[start:at]:
            yield SignEdit(start, at, letter)
        start = at


def composes(before: str, sign: str) -> bool:
    """Whether a sign becomes one with what stands before it."""
    if sign.isascii():
        return False
    normal = unicodedata.normalize
    return normal("NFC", before + sign) != normal("NFC", before) + normal("NFC", sign)
