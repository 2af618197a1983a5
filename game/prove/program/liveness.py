"""Which slots a scene's future can tell apart; the others are dead there and need not be kept.

Liveness as in A. Aho, M. Lam, R. Sethi, J. Ullman, "Compilers", 9.2.5, and strong as in R. Giegerich, U. Möncke and
R. Wilhelm, "Invariance of approximative semantics with respect to program transformations" (1981): what is only added
to itself is not read by that.
"""

from collections.abc import Iterable, Mapping
from typing import assert_never

from game.prove.program.ir import (
    Body,
    ChangeIr,
    ClaimIr,
    CycleIr,
    DirectionIr,
    EitherIr,
    EndIr,
    IfIr,
    IncludeIr,
    LineIr,
    MenuIr,
    Nowhere,
    OnwardIr,
    OptionIr,
    Program,
    SceneIr,
    StaticText,
    Wording,
)
from game.prove.sets.space import Move


def live_at(program: Program, *, changes_read: bool) -> dict[str, int]:
    """For each scene, the slots that are live as it is entered, each a bit.

    With `changes_read` a change to a variable counts as reading it: whether it changes anything can then be told.
    """
    return _Liveness(program, changes_read=changes_read).found


class _Liveness:
    def __init__(self, program: Program, *, changes_read: bool) -> None:
        self.program, self.changes_read = program, changes_read
        self.found = dict.fromkeys(program.scenes, 0)
        before: dict[str, list[str]] = {id: [] for id in program.scenes}
        finishes = []
        for scene in program.scenes.values():
            for goal in scene.goals():
                before[goal].append(scene.id)
            if isinstance(scene.exit, EndIr):
                finishes.append(scene.id)
        before[program.story.start] += finishes  # the next play begins there
        self.endings = bits_of(program.slots.ended.values())
        waiting = dict.fromkeys(reversed(list(program.scenes)))
        while waiting:
            id = next(iter(waiting))
            del waiting[id]
            live = self.entering(program.scenes[id])
            if live != self.found[id]:
                self.found[id] = live
                waiting.update(dict.fromkeys(before[id]))
        before_all = self.found[program.story.start] & self.endings  # so that each situation tells in which play it is
        self.found = {id: live | before_all for id, live in self.found.items()}

    def entering(self, scene: SceneIr) -> int:
        live = self.body(scene.body, self.leaving(scene))
        return live | self.found[scene.skip] if scene.skip is not None else live

    def leaving(self, scene: SceneIr) -> int:
        match scene.exit:
            case MenuIr(options):
                return self.union(map(self.option, options))
            case OnwardIr(forks, leaving):
                live = self.union(self.found[fork.source.go] for fork in forks)
                return self.moved(live, leaving) | self.union(bits_of(fork.reads) for fork in forks)
            case EndIr():
                return self.found[self.program.story.start] & self.endings
            case Nowhere():
                return 0
            case _:
                assert_never(scene.exit)

    def option(self, option: OptionIr) -> int:
        live = self.body(option.then, self.moved(self.found[option.choice.go], option.leaving))
        for change in reversed(option.changes):
            live = self.alter(change, live)
        return live | bits_of(option.reads) | read_in(option.say) | read_in(option.locked or ())

    def body(self, body: Body, live: int) -> int:
        for part in reversed(body.parts):
            match part:
                case LineIr(_, wording):
                    live |= read_in(wording)
                case ChangeIr():
                    live = self.alter(part, live)
                case IfIr(_, _, reads, then, other):
                    live = self.body(then, live) | self.body(other, live) | bits_of(reads)
                case IncludeIr(_, passage, count):
                    live = self.body(passage, self.moved(live, count))
                case ClaimIr(_, _, reads):
                    live |= bits_of(reads)
                case DirectionIr():
                    pass
                case _:
                    assert_never(part)
        return live

    def alter(self, alter: ChangeIr, live: int) -> int:
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


def bits_of(slots: Iterable[int]) -> int:
    """A set of slots, each a bit."""
    bits = 0
    for slot in slots:
        bits |= 1 << slot
    return bits


def slots_of(bits: int) -> list[int]:
    """The slots of a set given as bits."""
    return [slot for slot in range(bits.bit_length()) if bits >> slot & 1]


def altered(scenes: Mapping[str, SceneIr]) -> dict[str, int]:
    """For each scene, the slots that being there can change, each a bit."""
    return {id: _altered_by(scene) for id, scene in scenes.items()}


def _altered_by(scene: SceneIr) -> int:
    bits = altered_in_body(scene.body)
    match scene.exit:
        case MenuIr(options):
            for option in options:
                bits |= altered_by_offer(option)
        case OnwardIr(_, leaving):
            bits |= bits_of(move.slot for move in leaving)
        case EndIr() | Nowhere():
            pass
        case _:
            assert_never(scene.exit)
    return bits


def altered_in_body(body: Body) -> int:
    """The slots that a text can change, each a bit."""
    bits = 0
    for part in body.effects:
        match part:
            case ChangeIr(_, slot):
                bits |= 1 << slot
            case IfIr(_, _, _, then, other):
                bits |= altered_in_body(then) | altered_in_body(other)
            case IncludeIr(_, passage, count):
                bits |= altered_in_body(passage) | bits_of(move.slot for move in count)
            case _:
                assert_never(part)
    return bits


def altered_by_offer(option: OptionIr) -> int:
    """The slots that taking an option can change, each a bit."""
    bits = altered_in_body(option.then) | bits_of(change.slot for change in option.changes)
    return bits | bits_of(move.slot for move in option.leaving)


def read_by_offer(option: OptionIr) -> int:
    """The slots that what follows an option reads, each a bit."""
    return read_in_body(option.then)


def read(program: Program) -> int:
    """The slots that anything in the story reads, each a bit."""
    bits = 0
    for scene in program.scenes.values():
        bits |= read_in_scene(scene)
    return bits


def read_in_scene(scene: SceneIr) -> int:
    """The slots that anything in the scene reads, each a bit."""
    bits = read_in_body(scene.body)
    match scene.exit:
        case MenuIr(options):
            for option in options:
                bits |= bits_of(option.reads) | read_in(option.say) | read_in(option.locked or ())
                bits |= read_in_body(option.then)
        case OnwardIr(forks):
            for fork in forks:
                bits |= bits_of(fork.reads)
        case EndIr() | Nowhere():
            pass
        case _:
            assert_never(scene.exit)
    return bits


def read_in_body(body: Body) -> int:
    """The slots that a text reads, each a bit."""
    bits = 0
    for part in body.parts:
        match part:
            case LineIr(_, wording):
                bits |= read_in(wording)
            case IfIr(_, _, reads, then, other):
                bits |= bits_of(reads) | read_in_body(then) | read_in_body(other)
            case IncludeIr(_, passage):
                bits |= read_in_body(passage)
            case ClaimIr(_, _, reads):
                bits |= bits_of(reads)
            case ChangeIr() | DirectionIr():
                pass
            case _:
                assert_never(part)
    return bits


def read_in(wording: Wording) -> int:
    """The slots that a wording reads, each a bit."""
    bits = 0
    for part in wording:
        match part:
            case StaticText(reads):
                bits |= bits_of(reads)
            case EitherIr(_, _, reads, then, other):
                bits |= bits_of(reads) | read_in(then) | read_in(other)
            case CycleIr(_, _, reads, wordings):
                bits |= bits_of(reads)
                for each in wordings:
                    bits |= read_in(each)
            case _:
                assert_never(part)
    return bits
