"""Which slots a scene's future can tell apart; the others are dead there and need not be kept.

Liveness as in A. Aho, M. Lam, R. Sethi, J. Ullman, "Compilers", 9.2.5, and strong as in R. Giegerich, U. Möncke and
R. Wilhelm, "Invariance of approximative semantics with respect to program transformations" (1981): what is only added
to itself is not read by that.
"""

from collections.abc import Iterable, Mapping
from typing import assert_never

from game.prove.program.ir import (
    Alter,
    Assert,
    Body,
    Branches,
    Cue,
    Enter,
    Finish,
    Nowhere,
    Offer,
    Offers,
    Page,
    Program,
    Show,
    Solid,
    Split,
    Turn,
    Turns,
    Wording,
)
from game.prove.sets.moves import Move


def live_at(program: Program, *, changes_read: bool) -> dict[str, int]:
    """For each scene, the slots that are live as it is entered, each a bit.

    With `changes_read` a change to a variable counts as reading it: whether it changes anything can then be told.
    """
    return _Liveness(program, changes_read=changes_read).found


class _Liveness:
    def __init__(self, program: Program, *, changes_read: bool) -> None:
        self.program, self.changes_read = program, changes_read
        self.found = dict.fromkeys(program.pages, 0)
        before: dict[str, list[str]] = {id: [] for id in program.pages}
        finishes = []
        for page in program.pages.values():
            for goal in page.goals():
                before[goal].append(page.id)
            if isinstance(page.exit, Finish):
                finishes.append(page.id)
        before[program.story.start] += finishes  # the next play begins there
        self.endings = _bits(program.slots.ended.values())
        waiting = dict.fromkeys(reversed(list(program.pages)))
        while waiting:
            id = next(iter(waiting))
            del waiting[id]
            live = self.entering(program.pages[id])
            if live != self.found[id]:
                self.found[id] = live
                waiting.update(dict.fromkeys(before[id]))
        before_all = self.found[program.story.start] & self.endings  # so that each situation tells in which play it is
        self.found = {id: live | before_all for id, live in self.found.items()}

    def entering(self, page: Page) -> int:
        live = self.body(page.body, self.leaving(page))
        return live | self.found[page.skip] if page.skip is not None else live

    def leaving(self, page: Page) -> int:
        match page.exit:
            case Offers(offers):
                return self.union(map(self.offer, offers))
            case Branches(branches, leaving):
                live = self.union(self.found[branch.fork.go] for branch in branches)
                return self.moved(live, leaving) | self.union(_bits(branch.reads) for branch in branches)
            case Finish():
                return self.found[self.program.story.start] & self.endings
            case Nowhere():
                return 0
            case _:
                assert_never(page.exit)

    def offer(self, offer: Offer) -> int:
        live = self.body(offer.then, self.moved(self.found[offer.choice.go], offer.leaving))
        for change in reversed(offer.changes):
            live = self.alter(change, live)
        return live | _bits(offer.reads) | read_in(offer.say) | read_in(offer.locked or ())

    def body(self, body: Body, live: int) -> int:
        for part in reversed(body.parts):
            match part:
                case Show(_, wording):
                    live |= read_in(wording)
                case Alter():
                    live = self.alter(part, live)
                case Turn(_, _, reads, then, other):
                    live = self.body(then, live) | self.body(other, live) | _bits(reads)
                case Enter(_, passage, count):
                    live = self.body(passage, self.moved(live, count))
                case Assert(_, _, reads):
                    live |= _bits(reads)
                case Cue():
                    pass
                case _:
                    assert_never(part)
        return live

    def alter(self, alter: Alter, live: int) -> int:
        return live | 1 << alter.slot if self.changes_read else self.moved(live, (alter.move,))

    def moved(self, live: int, moves: Iterable[Move]) -> int:
        """What is live before the moves; none is made twice to a slot."""
        for move in moves:
            if move.constant:
                live &= ~(1 << move.slot)
        return live

    def union(self, several: Iterable[int]) -> int:
        live = 0
        for each in several:
            live |= each
        return live


def _bits(slots: Iterable[int]) -> int:
    bits = 0
    for slot in slots:
        bits |= 1 << slot
    return bits


def slots_of(bits: int) -> list[int]:
    """The slots of a set given as bits."""
    return [slot for slot in range(bits.bit_length()) if bits >> slot & 1]


def altered(pages: Mapping[str, Page]) -> dict[str, int]:
    """For each scene, the slots that being there can change, each a bit."""
    return {id: _altered_by(page) for id, page in pages.items()}


def _altered_by(page: Page) -> int:
    bits = _in_body(page.body)
    match page.exit:
        case Offers(offers):
            for offer in offers:
                bits |= altered_by_offer(offer)
        case Branches(_, leaving):
            bits |= _bits(move.slot for move in leaving)
        case Finish() | Nowhere():
            pass
        case _:
            assert_never(page.exit)
    return bits


def _in_body(body: Body) -> int:
    bits = 0
    for part in body.effects:
        match part:
            case Alter(_, slot):
                bits |= 1 << slot
            case Turn(_, _, _, then, other):
                bits |= _in_body(then) | _in_body(other)
            case Enter(_, passage, count):
                bits |= _in_body(passage) | _bits(move.slot for move in count)
            case _:
                assert_never(part)
    return bits


def altered_by_offer(offer: Offer) -> int:
    """The slots that taking an option can change, each a bit."""
    bits = _in_body(offer.then) | _bits(change.slot for change in offer.changes)
    return bits | _bits(move.slot for move in offer.leaving)


def read_by_offer(offer: Offer) -> int:
    """The slots that what follows an option reads, each a bit."""
    return read_in_body(offer.then)


def read(program: Program) -> int:
    """The slots that anything in the story reads, each a bit."""
    bits = 0
    for page in program.pages.values():
        bits |= read_in_body(page.body)
        match page.exit:
            case Offers(offers):
                for offer in offers:
                    bits |= _bits(offer.reads) | read_in(offer.say) | read_in(offer.locked or ())
                    bits |= read_in_body(offer.then)
            case Branches(branches):
                for branch in branches:
                    bits |= _bits(branch.reads)
            case _:
                pass
    return bits


def read_in_body(body: Body) -> int:
    """The slots that a text reads, each a bit."""
    bits = 0
    for part in body.parts:
        match part:
            case Show(_, wording):
                bits |= read_in(wording)
            case Turn(_, _, reads, then, other):
                bits |= _bits(reads) | read_in_body(then) | read_in_body(other)
            case Enter(_, passage):
                bits |= read_in_body(passage)
            case Assert(_, _, reads):
                bits |= _bits(reads)
            case Alter() | Cue():
                pass
            case _:
                assert_never(part)
    return bits


def read_in(wording: Wording) -> int:
    """The slots that a wording reads, each a bit."""
    bits = 0
    for part in wording:
        match part:
            case Solid(reads):
                bits |= _bits(reads)
            case Split(_, _, reads, then, other):
                bits |= _bits(reads) | read_in(then) | read_in(other)
            case Turns(_, _, reads, wordings):
                bits |= _bits(reads)
                for each in wordings:
                    bits |= read_in(each)
            case _:
                assert_never(part)
    return bits
