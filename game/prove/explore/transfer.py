"""Where sets of situations lead from scene to scene, and from where they come."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, assert_never

from game.play.state import State
from game.prove.explore.observe import watched
from game.prove.explore.text_transfer import after, before, moved, passing, to_marks, unmoved, visible
from game.prove.program.ir import Branch, Branches, Finish, Nowhere, Offer, Offers, Page, Part, Program, Show
from game.prove.program.liveness import altered, slots_of
from game.prove.program.predicates import those
from game.prove.sets.diagrams import NONE, Members
from game.prove.sets.moves import Move

Watching: TypeAlias = Callable[[str, int, int], None]


class Flow:
    """One step of all plays at once. What is dead in a scene is 0 in all the situations there."""

    def __init__(self, program: Program, live: Mapping[str, int], watching: Watching | None = None) -> None:
        self.program, self.space, self.live = program, program.space, live
        self._watching = watching
        self.before: dict[str, list[str]] = {id: [] for id in program.pages}
        self.finishes = [page.id for page in program.pages.values() if isinstance(page.exit, Finish)]
        for page in program.pages.values():
            for goal in dict.fromkeys(page.goals()):
                self.before[goal].append(page.id)
        self._altered = altered(program.pages)
        self._zeros: dict[int, Move] = {}
        self._drops: dict[tuple[str, str], tuple[Move, ...]] = {}
        self._moves: dict[Offer, tuple[tuple[Move, ...], tuple[Move, ...]]] = {}
        self._endings = sum(1 << slot for slot in program.slots.ended.values())
        self.again = bool(live[program.story.start] & self._endings)  # whether a play can tell what came before it
        self._begun = self._beginning()

    def tell(self, doing: str, done: int, of: int) -> None:
        """Tells whoever watches how far something is."""
        if self._watching is not None:
            self._watching(doing, done, of)

    def initial(self) -> Members:
        """The one situation in which the first play begins."""
        return self.space.single(self.numbers(self.program.story.start, self.program.slots.initial()))

    def numbers(self, scene: str, numbers: Sequence[int]) -> list[int]:
        """The same with 0 in what is dead as the scene is entered."""
        live = self.live[scene]
        return [number if live >> slot & 1 else 0 for slot, number in enumerate(numbers)]

    def situation(self, scene: str, state: State) -> list[int]:
        return self.numbers(scene, self.program.slots.numbers(state))

    def ahead(self, page: Page, members: Members) -> Iterator[tuple[str, Members]]:
        """Where the situations of a scene lead; from an ending to the start of the next play."""
        yield from self.steps(page, members)
        if isinstance(page.exit, Finish) and self.again:
            yield self.program.story.start, self.restarted(page, members)

    def restarted(self, page: Page, members: Members) -> Members:
        """The situations in which plays begin after one has ended in these."""
        assert isinstance(page.exit, Finish)  # noqa: S101
        return moved(after(self.space, page.body, members), (*page.exit.meeting, *self.restarts(page.id)))

    def steps(self, page: Page, members: Members) -> Iterator[tuple[str, Members]]:
        """Where the situations of a scene lead in the same play.

        Those that an option leads back to the same scene take the options below it at once, so that any number of
        questions to be asked in any order is followed in one round.
        """
        at_exit = after(self.space, page.body, members)
        match page.exit:
            case Offers(offers):
                for offer in offers:
                    taken = self.able(offer, at_exit)
                    if taken:
                        goal = offer.choice.go
                        led = self.led(page, offer, taken)
                        yield goal, led
                        if goal == page.id:
                            members = self.space.union(members, led)
                            at_exit = after(self.space, page.body, members)
            case Branches(branches, leaving):
                for branch, going in self.branching(branches, at_exit):
                    if going:
                        goal = branch.fork.go
                        yield goal, moved(moved(going, leaving), self.drops(page.id, goal))
            case Finish() | Nowhere():
                pass
            case _:
                assert_never(page.exit)
        if page.skip is not None:
            yield page.skip, moved(self.stopping(page, members), self.drops(page.id, page.skip))

    def able(self, offer: Offer, members: Members) -> Members:
        """Those at a menu that can take the option."""
        if offer.fresh is not None:
            members = those(self.space, members, offer.fresh)
        return members if offer.test is None else those(self.space, members, offer.test)

    def led(self, page: Page, offer: Offer, members: Members) -> Members:
        """Where those that take an option are as they come to its goal."""
        first, last = self.moves(page, offer)
        for move in first:
            members = move.ahead(members)
        if offer.then.effects:
            members = after(self.space, offer.then, members)
        for move in last:
            members = move.ahead(members)
        return members

    def moves(self, page: Page, offer: Offer) -> tuple[tuple[Move, ...], tuple[Move, ...]]:
        """What taking an option does before what follows it is told, and after."""
        found = self._moves.get(offer)
        if found is None:
            first = tuple(change.move for change in offer.changes)
            found = self._moves[offer] = (first, (*offer.leaving, *self.drops(page.id, offer.choice.go)))
        return found

    def branching(self, branches: Iterable[Branch], members: Members) -> Iterator[tuple[Branch, Members]]:
        """Each entry of a `go`, and those that take it."""
        for branch in branches:
            going = passing(self.space, members, branch.test)
            members = self.space.minus(members, going)
            yield branch, going

    def stuck(self, page: Page, at_exit: Members) -> Members:
        """Those at the end of a page from where nothing leads on."""
        match page.exit:
            case Offers(offers):
                if any(offer.fresh is None and offer.test is None for offer in offers):
                    return NONE
                for offer in offers:
                    at_exit = self.space.minus(at_exit, self.able(offer, at_exit))
                return at_exit
            case Branches(branches):
                if branches[-1].test is None:
                    return NONE
                for branch in branches:
                    at_exit = self.space.minus(at_exit, passing(self.space, at_exit, branch.test))
                return at_exit
            case Finish():
                return NONE
            case Nowhere():
                return at_exit
            case _:
                assert_never(page.exit)

    def stopping(self, page: Page, members: Members) -> Members:
        """Those that stop at the scene, so that it can be skipped; a scene that shows nothing is passed through."""
        if not isinstance(page.exit, Branches):
            return members
        marks: dict[Part, Members] = {}

        def watch(part: Part, coming: Members) -> None:
            if isinstance(part, Show):
                seen = visible(self.space, part.wording, coming)
                marks[part] = self.space.union(marks.get(part, NONE), seen)

        at_exit = watched(self.space, page.body, members, watch)
        return to_marks(self.space, page.body.parts, self.stuck(page, at_exit), marks, members)

    def before_offers(self, page: Page, wanted: Mapping[str, Members], within: Members) -> Members:
        """Those entering the scene, `within` what enters it, from which some option leads to what is wanted there."""
        assert isinstance(page.exit, Offers)  # noqa: S101
        found: Members = NONE
        at_exit: Members | None = None
        for offer in page.exit.offers:
            goal = wanted.get(offer.choice.go, NONE)
            if goal:
                at_exit = after(self.space, page.body, within) if at_exit is None else at_exit
                found = self.space.union(found, self.before_offer(page, offer, goal, at_exit))
        return self.before_exit(page, found, within)

    def before_offer(self, page: Page, offer: Offer, wanted: Members, at_exit: Members) -> Members:
        """Those of the menu from which the option leads to what is wanted at its goal."""
        first, last = self.moves(page, offer)
        able = self.able(offer, at_exit)
        if not offer.then.effects:
            return unmoved(self.space, wanted, first + last, able)
        changed = moved(able, first)
        then = after(self.space, offer.then, changed)
        members = unmoved(self.space, wanted, last, then)
        members = before(self.space, offer.then, members, changed)
        return unmoved(self.space, members, first, able)

    def before_exit(self, page: Page, at_exit: Members, within: Members) -> Members:
        """Those entering the scene, `within` what enters it, from which its text leads to these at its end."""
        return before(self.space, page.body, at_exit, within)

    def before_branches(self, page: Page, wanted: Mapping[str, Members], within: Members) -> Members:
        assert isinstance(page.exit, Branches)  # noqa: S101
        found: Members = NONE
        for branch, going in self.branching(page.exit.branches, after(self.space, page.body, within)):
            goal = branch.fork.go
            if going and wanted.get(goal):
                moves = (*page.exit.leaving, *self.drops(page.id, goal))
                found = self.space.union(found, unmoved(self.space, wanted[goal], moves, going))
        return self.before_exit(page, found, within)

    def before_skip(self, page: Page, wanted: Mapping[str, Members], within: Members) -> Members:
        if page.skip is None or not wanted.get(page.skip):
            return NONE
        return unmoved(self.space, wanted[page.skip], self.drops(page.id, page.skip), self.stopping(page, within))

    def before_restart(self, page: Page, wanted: Members, within: Members) -> Members:
        """Those entering a scene that ends a play, after which one begins in a situation wanted."""
        assert isinstance(page.exit, Finish)  # noqa: S101
        if not wanted or not self.again:
            return NONE
        at_exit = after(self.space, page.body, within)
        moves = (*page.exit.meeting, *self.restarts(page.id))
        return self.before_exit(page, unmoved(self.space, wanted, moves, at_exit), within)

    def drops(self, scene: str, goal: str) -> tuple[Move, ...]:
        """What is forgotten on the way."""
        made = self._drops.get((scene, goal))
        if made is None:
            dead = self.kept(scene) & ~self.live[goal]
            made = self._drops[scene, goal] = self._zeroing(dead)
        return made

    def kept(self, scene: str) -> int:
        """The slots that may be other than 0 somewhere in the scene, each a bit."""
        return self.live[scene] | self._altered[scene]

    def at_exit(self, page: Page, members: Members) -> Members:
        """The situations at the end of the scene's text."""
        return after(self.space, page.body, members)

    def restarts(self, scene: str) -> tuple[Move, ...]:
        """How what is known at an ending becomes what is known as the next play begins."""
        return (*self.forgetting(scene), *self._begun)

    def alike(self, members: Members) -> Members:
        """All situations in which the same endings were met before as in one of these, whatever else holds."""
        rest = self._zeroing(~self._endings & (1 << len(self.space.sizes)) - 1)
        members = moved(members, rest)
        for move in rest:  # the deepest level first, so that each change is made at the top
            members = move.back(members)
        return members

    def forgetting(self, scene: str) -> tuple[Move, ...]:
        """Forgets all but the endings met before."""
        return self._zeroing(self.kept(scene) & ~self._endings)

    def _beginning(self) -> tuple[Move, ...]:
        start = self.program.story.start
        numbers = self.numbers(start, self.program.slots.initial())
        return tuple(Move(self.space, n, [number] * self.space.sizes[n]) for n, number in enumerate(numbers) if number)

    def _zeroing(self, slots: int) -> tuple[Move, ...]:
        """Forgets these slots, each a bit."""
        return tuple(map(self._zero, slots_of(slots)))

    def _zero(self, slot: int) -> Move:
        if slot not in self._zeros:
            self._zeros[slot] = Move(self.space, slot, [0] * self.space.sizes[slot])
        return self._zeros[slot]
