"""From which states, as a scene is entered, each ending can be met in the same play, whether or not they can be reached.

Backwards from an ending without asking what is reachable, sets stay small: they have the shape of the author's conditions,
where what is reachable has the shape of all that may have happened.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial, reduce
from heapq import heapify, heappop, heappush
from itertools import count
from typing import Generic, TypeAlias, TypeVar, assert_never

from game.graphs.components import components
from game.prove.program.ir import (
    Body,
    ChangeIr,
    ClaimIr,
    CycleIr,
    DirectionIr,
    EitherIr,
    EndIr,
    ForkIr,
    IfIr,
    IncludeIr,
    LineIr,
    MenuIr,
    Nowhere,
    OnwardIr,
    OptionIr,
    PartIr,
    Program,
    SceneIr,
    StaticText,
    Wording,
)
from game.prove.sets.interface import Sets
from game.prove.sets.space import All, Among, Move, Some, Test

S = TypeVar("S")


Before: TypeAlias = Callable[[S], S]
"""Makes of the states after something those from which it leads to them."""


@dataclass(frozen=True, slots=True)
class WayIn(Generic[S]):
    """A way into a scene: from which scene, whether a choice is made, and `before`, which makes of states at the goal
    those entering that scene from which this way leads there."""

    scene: str
    chosen: bool
    before: Before[S]


class Backwards(Generic[S]):
    """All ways of a story, gone backwards. With `skips_count` skipping a scene is a choice, too.

    The program is not kept: it is many times as large.
    """

    def __init__(self, program: Program, sets: Sets[S], *, skips_count: bool = False) -> None:
        self.sets, self._skips_count = sets, skips_count
        self._passing: dict[Test, S] = {}
        self._into: dict[str, list[WayIn[S]]] = {scene: [] for scene in program.scenes}
        for scene in program.scenes.values():
            for goal, way in self._ways(scene):
                self._into[goal].append(way)
        exits = {scene.id: scene.exit for scene in program.scenes.values()}
        self._ended = {scene: exit.ending for scene, exit in exits.items() if isinstance(exit, EndIr)}
        graph = {scene.id: list(scene.goals()) for scene in program.scenes.values()}
        self._rank = {scene: rank for rank, part in enumerate(components(graph)) for scene in part}

    def ending(self, ending: str) -> dict[str, S]:
        """The scenes that are the ending, in every state."""
        return {scene: self.sets.every for scene, ended in self._ended.items() if ended == ending}

    def follow(self, found: dict[str, S], new: Iterable[str], *, chosen: bool) -> Iterator[str]:
        """Adds to `found` all from which the states in it can be come to, without a choice unless `chosen`.

        `new` are the scenes whose states were not followed yet. Tells of each scene to which something is added. A
        worklist: G. Kildall, "A Unified Approach to Global Program Optimization" (1973). The last scenes of a story come
        first, so that one off every loop is looked at once, and on a loop those that can grow no more.
        """
        turn, every, none = count(), self.sets.every, self.sets.none
        waiting = [(self._rank[scene], found[scene] != every, next(turn), scene) for scene in new]
        heapify(waiting)
        listed = set(new)
        while waiting:
            goal = heappop(waiting)[-1]
            listed.discard(goal)
            for way in self._into[goal]:
                scene = way.scene
                old = found.get(scene, none)
                if old == every or (way.chosen and not chosen):
                    continue
                found[scene] = self.sets.union(old, way.before(found[goal]))
                if found[scene] == old:
                    continue
                yield scene
                if scene not in listed:
                    listed.add(scene)
                    heappush(waiting, (self._rank[scene], found[scene] != every, next(turn), scene))

    def choices_before(self, found: Mapping[str, S], new: Iterable[str]) -> dict[str, S]:
        """The states from which one choice leads to one of `found` in the scenes `new`."""
        before: dict[str, S] = {}
        for goal in new:
            for way in self._into[goal]:
                if way.chosen:
                    self.add(before, way.scene, way.before(found[goal]))
        return before

    def add(self, found: dict[str, S], scene: str, more: S) -> bool:
        """Adds these states of the scene; whether that made a difference."""
        old = found.get(scene, self.sets.none)
        new = self.sets.union(old, more)
        found[scene] = new
        return new != old

    def _ways(self, scene: SceneIr) -> Iterator[tuple[str, WayIn[S]]]:
        match scene.exit:
            case MenuIr(options):
                for option in options:
                    yield option.choice.go, WayIn(scene.id, True, self._by_option(scene, option))
            case OnwardIr(forks, leaving):
                for fork, guard in self._guarded(forks):
                    yield fork.source.go, WayIn(scene.id, False, self._by_fork(scene, guard, leaving))
            case EndIr() | Nowhere():
                pass
            case _:
                assert_never(scene.exit)
        if scene.skip is not None:
            yield scene.skip, WayIn(scene.id, self._skips_count, self._by_skip(scene))

    def _by_option(self, scene: SceneIr, option: OptionIr) -> Before[S]:
        able = self.sets.meet(self._of(option.test), self._of(option.fresh))
        return self._in_turn(
            *self._before_text(scene.body),
            partial(self.sets.meet, able),
            *(self._before_move(change.move) for change in option.changes),
            *self._before_text(option.then),
            *map(self._before_move, option.leaving),
        )

    def _guarded(self, forks: Iterable[ForkIr]) -> Iterator[tuple[ForkIr, S]]:
        """Each with the states at the end of the scene that take it."""
        left = self.sets.every
        for fork in forks:
            holding = self._of(fork.test)
            yield fork, self.sets.meet(left, holding)
            left = self.sets.minus(left, holding)

    def _by_fork(self, scene: SceneIr, guard: S, leaving: tuple[Move, ...]) -> Before[S]:
        moves = map(self._before_move, leaving)
        return self._in_turn(*self._before_text(scene.body), partial(self.sets.meet, guard), *moves)

    def _by_skip(self, scene: SceneIr) -> Before[S]:
        """Who stops at a scene, and is not passed through it, can skip it."""
        if not isinstance(scene.exit, OnwardIr):
            return self._in_turn()
        stuck = self.sets.every
        for _, guard in self._guarded(scene.exit.forks):
            stuck = self.sets.minus(stuck, guard)
        return partial(self.sets.meet, self._stopping(scene.body.parts, stuck))

    def _in_turn(self, *steps: Before[S]) -> Before[S]:
        """What comes before all these steps, which are taken in this order."""
        backwards = steps[::-1]

        def before(after: S) -> S:
            for step in backwards:
                after = step(after)
            return after

        return before

    def _before_move(self, move: Move) -> Before[S]:
        return self.sets.preimage(move.slot, move.table)

    def _before_text(self, body: Body) -> Iterator[Before[S]]:
        """For each step that the text takes, the states from which it leads to those given."""
        for part in body.effects:
            match part:
                case ChangeIr(_, _, move):
                    yield self._before_move(move)
                case IfIr(_, test, _, then, other):
                    yield partial(
                        self._before_either,
                        test,
                        self._in_turn(*self._before_text(then)),
                        self._in_turn(*self._before_text(other)),
                    )
                case IncludeIr(_, passage, counted):
                    yield from self._before_text(passage)
                    yield from map(self._before_move, counted)
                case _:
                    assert_never(part)

    def _before_either(self, test: Test, then: Before[S], other: Before[S], after: S) -> S:
        return self._either(test, then(after), other(after))

    def _stopping(self, parts: Iterable[PartIr], after: S) -> S:
        """The states from which a paragraph shows in the text, or it leads to those given."""
        for part in reversed(tuple(parts)):
            match part:
                case LineIr(_, wording):
                    after = self.sets.union(after, self._visible(wording))
                case ChangeIr(_, _, move):
                    after = self._before_move(move)(after)
                case IfIr(_, test, _, then, other):
                    after = self._either(test, self._stopping(then.parts, after), self._stopping(other.parts, after))
                case IncludeIr(_, passage, counted):
                    after = self._stopping(passage.parts, self._in_turn(*map(self._before_move, counted))(after))
                case DirectionIr() | ClaimIr():
                    pass
                case _:
                    assert_never(part)
        return after

    def _visible(self, wording: Wording) -> S:
        """The states in which some word of it shows."""
        seen = self.sets.none
        for part in wording:
            match part:
                case StaticText():
                    return self.sets.every
                case EitherIr(_, test, _, then, other):
                    found = self._either(test, self._visible(then), self._visible(other))
                case CycleIr():
                    found = self._cycling(part)
                case _:
                    assert_never(part)
            seen = self.sets.union(seen, found)
        return seen

    def _cycling(self, part: CycleIr) -> S:
        found = self.sets.none
        for test, wording in zip(part.tests, part.wordings, strict=True):
            found = self.sets.union(found, self.sets.meet(self._of(test), self._visible(wording)))
        return found

    def _of(self, test: Test | None) -> S:
        """The states that pass the test; every one where there is none."""
        if test is None:
            return self.sets.every
        made = self._passing.get(test)
        if made is None:
            made = self._passing[test] = self._passed(test)
        return made

    def _passed(self, test: Test) -> S:
        match test:
            case Among(slot, numbers):
                return self.sets.among(slot, [n for n in range(numbers.bit_length()) if numbers >> n & 1])
            case All(tests):
                return reduce(self.sets.meet, map(self._of, tests), self.sets.every)
            case Some(tests):
                return reduce(self.sets.union, map(self._of, tests), self.sets.none)
            case _:
                assert_never(test)

    def _either(self, test: Test, then: S, other: S) -> S:
        if then == other:
            return then
        holding = self._of(test)
        return self.sets.union(self.sets.meet(then, holding), self.sets.minus(other, holding))
