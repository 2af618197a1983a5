"""What a reader would stumble over in a paragraph or an option, and in exactly which situations."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, TypeVar, assert_never

from game.prove.program.ir import CycleIr, EitherIr, LineIr, OptionIr, Program, StaticText, Wording
from game.prove.program.slots import OfVariable
from game.prove.sets.space import NONE, Members, Space, Test
from game.story.prose import Cycle, Either, Piece, Prose, Seam, Shown, Styled, Words, always_shows, pieces_of, walk
from game.story.seams import (
    CLOSES,
    CLOSES_WORDS,
    OPENS,
    OPENS_WORDS,
    Fault,
    Tail,
    at_end,
    leaves_out,
    with_seam,
    with_words,
)
from game.story.source_location import SourceLocation
from game.story.variables import Range

M = TypeVar("M")
_MOST_TEXTS = 256
_ABOUT = 24  # letters quoted on either side
_FAR = 400  # letters and seams to find them in
_SEAMS = re.compile(f"[{OPENS}{CLOSES}{OPENS_WORDS}{CLOSES_WORDS}]")


class OptionWords(NamedTuple):
    """The words of an option, or the reason why it is locked."""

    option: OptionIr
    locked: bool = False


Owner: TypeAlias = LineIr | OptionWords


class Stumble(NamedTuple):
    """A code of the catalogue, whose words it is in, and the braces that it is at, by number."""

    code: str
    owner: Owner
    braces: int


@dataclass(frozen=True, slots=True, eq=False)
class Alternative:
    """What braces show where a test is passed, or where it is not."""

    test: Test
    wanted: bool
    prose: Prose
    read: "Template"


@dataclass(frozen=True, slots=True, eq=False)
class Braces:
    """Braces, numbered in the order written, and the ways that they can read.

    Of those that show a number there is one way, for all its values read alike; `slot` says which number it is.
    """

    number: int
    leaves_out: bool
    ways: tuple[Alternative, ...]
    at: SourceLocation | None = None
    slot: int | None = None

    def each(self, space: Space, members: Members) -> Iterator[tuple[Alternative, Members]]:
        """The ways that they read for some of the members, and for which."""
        for way in self.ways:
            passing = space.restrict(members, way.test)
            found = passing if way.wanted else space.minus(members, passing)
            if found:
                yield way, found


Template: TypeAlias = tuple[str | Braces, ...]


def words_of(owner: Owner) -> tuple[Prose, Wording]:
    """The words as they were written, and as they were compiled."""
    if isinstance(owner, LineIr):
        return owner.line.prose, owner.wording
    choice = owner.option.choice
    return (choice.locked or (), owner.option.locked or ()) if owner.locked else (choice.say, owner.option.say)


class Readings:
    """Paragraphs and options, as they can read in any situation."""

    def __init__(self, program: Program, space: Space) -> None:
        self.space, self.slots, self.testing = space, program.slots, program.testing
        self._readings: dict[Owner, Template] = {}
        self._doubtful: dict[Owner, bool] = {}
        self._texts: dict[OptionWords, frozenset[str] | None] = {}
        self._stumbles: tuple[Owner, Members, dict[Stumble, Members]] | None = None  # those looked for last
        self._places: dict[Owner, dict[int, SourceLocation | None]] = {}
        self._composed: dict[tuple[Owner, Members], tuple[str, dict[tuple[str, int], tuple[int, int]]]] = {}

    def reading(self, owner: Owner) -> Template:
        """The words with their braces, and all the ways that these can read."""
        found = self._readings.get(owner)
        if found is None:
            prose, wording = words_of(owner)
            numbers = {id(part): number for number, part in enumerate(walk(prose))}
            found = self._readings[owner] = tuple(self._parts(prose, iter(_inlines(wording)), numbers))
        return found

    def _parts(
        self, prose: Prose, inlines: Iterator[EitherIr | CycleIr], numbers: Mapping[int, int]
    ) -> Iterator[str | Braces]:
        for part in prose:
            match part:
                case Words(text):
                    yield text
                case Styled(_, parts):
                    yield from self._parts(parts, inlines, numbers)
                case Shown(variable):
                    yield self._value(numbers[id(part)], variable)
                case Either() | Cycle():
                    inline = next(inlines)
                    wordings: list[tuple[Test, bool, Prose, Wording]]
                    if isinstance(inline, EitherIr):
                        assert isinstance(part, Either)  # noqa: S101
                        wordings = [(inline.test, True, part.then, inline.then)]
                        wordings.append((inline.test, False, part.other, inline.other))
                    else:
                        assert isinstance(part, Cycle)  # noqa: S101
                        every = zip(inline.tests, part.wordings, inline.wordings, strict=True)
                        wordings = [(test, True, words, wording) for test, words, wording in every]
                    ways = [
                        Alternative(test, wanted, words, tuple(self._parts(words, iter(_inlines(wording)), numbers)))
                        for test, wanted, words, wording in wordings
                    ]
                    yield Braces(numbers[id(part)], not always_shows((part,)), tuple(ways), part.at)
                case _:
                    assert_never(part)

    def _value(self, number: int, variable: str) -> Braces:
        slot = self.slots.variables[variable]
        of = self.slots.all[slot]
        assert isinstance(of, OfVariable)  # noqa: S101
        if isinstance(of.variable.kind, Range):
            text = str(of.value(0))
            return Braces(number, False, (Alternative(self.testing.always, True, (Words(text),), (text,)),), slot=slot)
        return Braces(number, False, tuple(self._each_value(slot, of)))

    def _each_value(self, slot: int, of: OfVariable) -> Iterator[Alternative]:
        for number in range(of.size):
            text = str(of.value(number))
            yield Alternative(self.testing.among(slot, [number]), True, (Words(text),), (text,))

    def doubtful(self, owner: Owner) -> bool:
        """Whether there is anything to stumble over if the braces could read in any way, each by itself."""
        found = self._doubtful.get(owner)
        if found is None:
            found = self._doubtful[owner] = any(
                isinstance(part, Shown | Either | Cycle) for part in walk(words_of(owner)[0])
            ) and bool(
                _read(
                    self.reading(owner), True, lambda braces, _: ((way, True) for way in braces.ways), lambda *_: True
                )
            )
        return found

    def stumbles(self, owner: Owner, members: Members) -> dict[Stumble, Members]:
        """All there is to stumble over for some of the members, and for which: `members` come to these words."""
        if not members or not self.doubtful(owner):
            return {}
        last, space = self._stumbles, self.space
        if last is not None and last[0] == owner and last[1] == members:
            return last[2]

        def ways(braces: Braces, coming: Members) -> Iterator[tuple[Alternative, Members]]:
            space.spend(1)
            return braces.each(space, coming)

        found = _read(self.reading(owner), members, ways, space.union)
        stumbles = {Stumble(code, owner, number): those_ for (code, number), those_ in found.items()}
        self._stumbles = (owner, members, stumbles)
        return stumbles

    def texts(self, reading: Template, members: Members) -> dict[str, Members]:
        """Every text that it shows for some of the members, and for which."""
        texts: dict[str, Members] = {"": members}
        for part in reading:
            more: dict[str, Members] = {}
            for text, coming in texts.items():
                for ending, passing in self._endings(part, coming):
                    self.space.spend(1)
                    more[text + ending] = self.space.union(more.get(text + ending, NONE), passing)
            texts = more
        return texts

    def _endings(self, part: str | Braces, members: Members) -> Iterator[tuple[str, Members]]:
        if isinstance(part, str):
            yield part, members
        elif part.slot is not None:
            of = self.slots.all[part.slot]
            assert isinstance(of, OfVariable)  # noqa: S101
            for number in range(of.size):
                passing = self.space.restrict(members, self.testing.among(part.slot, [number]))
                if passing:
                    yield str(of.value(number)), passing
        else:
            for way, passing in part.each(self.space, members):
                yield from self.texts(way.read, passing).items()

    def alike(self, one: OptionWords, other: OptionWords, members: Members) -> Members:
        """For which of the members the two options read the same."""
        texts, others = (self._compared(self.reading(said), members) for said in (one, other))
        found: Members = NONE
        for text in texts.keys() & others.keys():
            found = self.space.union(found, self.space.meet(texts[text], others[text]))
        return found

    def possible(self, said: OptionWords) -> frozenset[str] | None:
        """Every text it could show if all braces could read in any way, as it is compared; None if those are many."""
        if said not in self._texts:
            try:
                self._texts[said] = frozenset(map(as_compared, _possible(self.reading(said))))
            except _TooManyError:
                self._texts[said] = None
        return self._texts[said]

    def _compared(self, reading: Template, members: Members) -> dict[str, Members]:
        found: dict[str, Members] = {}
        for text, those_ in self.texts(reading, members).items():
            compared = as_compared(text)
            found[compared] = self.space.union(found.get(compared, NONE), those_)
        return found

    def at(self, stumble: Stumble) -> SourceLocation:
        """Where the braces stand; those of a variable are told at the beginning of their paragraph."""
        owner = stumble.owner
        beginning = owner.line.at if isinstance(owner, LineIr) else owner.option.choice.at
        if owner not in self._places:
            self._places[owner] = {each.number: each.at for each in _every_braces(self.reading(owner))}
        return self._places[owner][stumble.braces] or beginning

    def quoted(self, stumble: Stumble, situation: Members) -> tuple[str, bool]:
        """What is read about there in a situation, the only member, and whether something is left out there."""
        key = (stumble.owner, situation)
        if key not in self._composed:
            self._composed[key] = self._compose(*key)
        marked, stretches = self._composed[key]
        start, end = stretches[stumble.code, stumble.braces]
        return _about(marked, start, end), leaves_out(marked[start:end])

    def _compose(self, owner: Owner, situation: Members) -> tuple[str, dict[tuple[str, int], tuple[int, int]]]:
        """How the words read in a situation, with their seams, and from where to where there is what is wrong."""
        prose, _ = words_of(owner)
        known = {each.number: each for each in _every_braces(self.reading(owner))}
        numbers = {id(part): number for number, part in enumerate(walk(prose))}
        values = self.slots.state(dict(enumerate(self.space.one(situation)))).values

        def choose(part: Shown | Either | Cycle) -> Prose:
            if isinstance(part, Shown):
                return (Words(str(values[part.variable])),)
            way, _ = next(known[numbers[id(part)]].each(self.space, situation))
            return way.prose

        pieces, length, tail = list[str](), 0, Tail()
        stretches: dict[tuple[str, int], tuple[int, int]] = {}
        for piece in (*pieces_of(prose, choose), None):
            run, faults, before = length - len(tail.run), tuple[Fault, ...](), tail
            match piece:
                case Piece(text):
                    pieces.append(text)
                    tail, faults = with_words(tail, text)
                case Seam(braces, opens):
                    number = numbers[id(braces)]
                    pieces.append(_sign(known[number], opens=opens))
                    tail = with_seam(tail, pieces[-1], number)
                case None:
                    pieces.append("")
                    faults = at_end(tail)
            length += len(pieces[-1])
            for fault in faults:
                stretches[fault.code, before.braces[fault.seam]] = (run + fault.start, run + fault.end)
        return "".join(pieces), stretches


_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"'})


def as_compared(text: str) -> str:
    """What a reader tells options apart by: no letters' case, no kind of quotation mark or space, no full stop."""
    visible = "".join(each for each in unicodedata.normalize("NFC", text) if unicodedata.category(each) != "Cf")
    words = " ".join(visible.translate(_QUOTES).casefold().split())
    return words.removesuffix(".") if not words.endswith("..") else words


def _read(
    reading: Template,
    members: M,
    ways: Callable[[Braces, M], Iterator[tuple[Alternative, M]]],
    union: Callable[[M, M], M],
) -> dict[tuple[str, int], M]:
    """Goes through the words with all that read alike so far together; what is stumbled over, and by which."""
    found: dict[tuple[str, int], M] = {}

    def note(faults: tuple[Fault, ...], tail: Tail, these: M) -> None:
        for fault in faults:
            key = (fault.code, tail.braces[fault.seam])
            found[key] = union(found[key], these) if key in found else these

    def joined(tails: dict[Tail, M], tail: Tail, these: M) -> None:
        tails[tail] = union(tails[tail], these) if tail in tails else these

    def through(words: Template, tails: dict[Tail, M]) -> dict[Tail, M]:
        for part in words:
            after: dict[Tail, M] = {}
            for tail, these in tails.items():
                if isinstance(part, str):
                    following, faults = with_words(tail, part)
                    note(faults, tail, these)
                    joined(after, following, these)
                    continue
                opened = with_seam(tail, _sign(part, opens=True), part.number)
                for way, coming in ways(part, these):
                    for last, reading_so in through(way.read, {opened: coming}).items():
                        joined(after, with_seam(last, _sign(part, opens=False), part.number), reading_so)
            tails = after
        return tails

    for tail, these in through(reading, {Tail(): members}).items():
        note(at_end(tail), tail, these)
    return found


class _TooManyError(Exception):
    """There are more ways to read it than are worth listing."""


def _possible(reading: Template) -> set[str]:
    """Every text that it could show if all braces could read in any way, each by itself."""
    texts = {""}
    for part in reading:
        if isinstance(part, str):
            endings = {part}
        elif part.slot is not None:
            raise _TooManyError
        else:
            endings = {text for way in part.ways for text in _possible(way.read)}
        if len(texts) * len(endings) > _MOST_TEXTS:
            raise _TooManyError
        texts = {text + ending for text in texts for ending in endings}
    return texts


def _sign(braces: Braces, *, opens: bool) -> str:
    if braces.leaves_out:
        return OPENS if opens else CLOSES
    return OPENS_WORDS if opens else CLOSES_WORDS


def _inlines(wording: Wording) -> list[EitherIr | CycleIr]:
    return [part for part in wording if not isinstance(part, StaticText)]


def _every_braces(reading: Template) -> Iterator[Braces]:
    for part in reading:
        if isinstance(part, Braces):
            yield part
            for way in part.ways:
                yield from _every_braces(way.read)


def _about(marked: str, start: int, end: int) -> str:
    """The words about this stretch as they are shown, cut at spaces."""
    far, near = max(0, start - _FAR), end + _FAR
    whole = _shown(marked[far:near])
    start, end = len(_shown(marked[far:start])), len(_shown(marked[far:end]))
    first = whole.rfind(" ", 0, max(0, start - _ABOUT)) + 1 if start > _ABOUT else 0
    last = whole.find(" ", end + _ABOUT) if end + _ABOUT < len(whole) else -1
    last = len(whole) if last < 0 else last
    cut = (far or first, near < len(marked) or last < len(whole))
    return ("…" if cut[0] else "") + whole[first:last].strip(" ") + ("…" if cut[1] else "")


def _shown(marked: str) -> str:
    return re.sub(" +", " ", _SEAMS.sub("", marked))
