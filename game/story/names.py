"""The words that authors may use as ids, and the likely meaning of one that is unknown."""

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from unicodedata import normalize

from game.story.limits import LONGEST_DERIVED, LONGEST_SLUG
from game.story.model import DIRECTIONS
from game.story.signs import sign_name, skeleton

RESERVED = frozenset(
    [*"and or not visited times chose ended first cycle yes no true false then else".split(), *DIRECTIONS]
)

# Comparing words is slow; a story with thousands of slips must still be told of them in a moment.
MOST_COMPARED = 1_000
MOST_LETTERS = 60

_ID = re.compile(r"\w*[^\W\d]\w*")
_APOSTROPHES = re.compile("['’‘]")
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"[a-z0-9]+")
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = frozenset(
    "CON PRN AUX NUL CONIN$ CONOUT$".split() + [f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³"]
)


@dataclass(frozen=True, slots=True)
class Doubts:
    """Names that may be declared where nobody could read it, by their kind: `variables`, `scenes` and so on; under
    `choices` the scenes whose options are not all known, under `passages` what may be included. None stands for any
    name at all.

    `used` gathers what was let pass because of them.
    """

    names: Mapping[str, Collection[str] | None] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set, compare=False, repr=False)

    def cover(self, kind: str, name: str) -> bool:
        """Whether a name that is not known may be declared all the same."""
        known = self.names.get(kind, ())
        covered = known is None or name in known
        if covered:
            self.used.add((kind, name))
        return covered


def is_id(word: str) -> bool:
    """Whether `word` is made of letters, digits and `_`, with at least one that is no digit."""
    return _ID.fullmatch(word) is not None


def id_of(words: str) -> str:
    """The id that an option's words give: `Don’t go!` is `dont_go`. Empty where nothing is left of them."""
    joined = "_".join(_WORD.findall(_APOSTROPHES.sub("", words.lower())))
    return bounded(joined) if is_id(joined) else ""


def slug(words: str) -> str:
    """The words as part of the id of a story: small Latin letters without accents, digits and dashes; `Fée d’été` is
    `fee-dete`. Empty where nothing is left of them."""
    plain = normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return "-".join(_PLAIN.findall(plain))[:LONGEST_SLUG].strip("-")


def is_device(name: str) -> bool:
    """Whether Windows keeps a name for a device, so that no file and no folder can be called that."""
    return name.partition(".")[0].strip().upper() in _DEVICES


def bounded(id: str) -> str:
    """The same id, unless it is longer than words may give: then its beginning and a hash of the whole, so that what
    differs late is told apart. Who asks for an option by all of its words means this one, too."""
    if len(id) <= LONGEST_DERIVED:
        return id
    hash = blake2b(id.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    return f"{id[: LONGEST_DERIVED - len(hash) - 1].rstrip('_')}_{hash}"


def called(word: str, known: Collection[str]) -> str | None:
    """Which of the `known` options `word` names, if any: one has the bounded id where `word` is all of its words."""
    return next((id for id in (word, bounded(word)) if id in known), None)


def apart_id(id: str) -> str:
    """What the same words gave when their accents were typed apart, each of which ended a word."""
    return "_".join(re.findall(r"[^\W_]+", normalize("NFD", id)))


def near(word: str, known: Collection[str]) -> str | None:
    """The known word most like `word`, if one is like it at all."""
    word = word[:MOST_LETTERS]
    pool: Collection[str] = known
    if len(known) > MOST_COMPARED:
        pool = [each for each in known if each[:1] == word[:1] and abs(len(each) - len(word)) <= 2]
    found = difflib.get_close_matches(word, sorted(pool)[:MOST_COMPARED], n=1, cutoff=0.6)
    if found:
        return found[0]
    return next((each for each in pool if each.lower() == word.lower()), None)


def _twin(word: str, known: Collection[str]) -> str | None:
    """The known word that looks the same and is written with other letters, if there is one."""
    if len(known) > MOST_COMPARED:
        return None
    pool = (each for each in known if len(each) == len(word) and not (each.isascii() and word.isascii()))
    looks = skeleton(word)
    return next((each for each in pool if each != word and skeleton(each) == looks), None)


def suggestion(word: str, known: Collection[str], what: str) -> str:
    """The hint for an unknown `word` where one of `known` was meant; `what` names them in the plural."""
    if not known:
        return f"this story has no {what} yet"
    twin = _twin(word, known)
    if twin:
        one, other = next((one, other) for one, other in zip(word, twin, strict=True) if one != other)
        return f"write ‘{twin}’ as it is there: its ‘{other}’ is {sign_name(other)}, and this one {sign_name(one)}"
    guess = near(word, known)
    if guess:
        return f"did you mean ‘{guess}’?"
    some = sorted(known) if len(known) <= MOST_COMPARED else list(islice(known, 8))
    listed = ", ".join(some[:8]) + (", …" if len(known) > 8 else "")
    return f"the {what} are: {listed}"
