"""Where sets of situations lead from scene to scene, and from where they come."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from game.play.state import State
from game.progress import ProgressCallback
from game.prove.explore.observe import watched
from game.prove.explore.text_transfer import after, passing, predecessors, to_marks, visible
from game.prove.program.ir import EndIr, ForkIr, LineIr, MenuIr, Nowhere, OnwardIr, OptionIr, PartIr, Program, SceneIr
from game.prove.program.liveness import altered, read_in_scene, slots_of
from game.prove.sets.space import NONE, Forget, Members, Move, SlotStep, Space


class Transfer:
    """One step of all plays at once. What is dead in a scene was forgotten in all the situations there."""

    def __init__(
        self, program: Program, space: Space, live: Mapping[str, int], watching: ProgressCallback | None = None
    ) -> None:
        self.program, self.space, self.live = program, space, live
        self._watching = watching
        self.before: dict[str, list[str]] = {id: [] for id in program.scenes}
        self.finishes = [scene.id for scene in program.scenes.values() if isinstance(scene.exit, EndIr)]
        for scene in program.scenes.values():
            for goal in dict.fromkeys(scene.goals()):
                self.before[goal].append(scene.id)
        self._altered = altered(program.scenes)
        self._drops: dict[tuple[str, str], tuple[SlotStep, ...]] = {}
        self._restarts: dict[str, tuple[SlotStep, ...]] = {}
        self._begun: dict[int, Move] = {}
        self._moves: dict[OptionIr, tuple[tuple[SlotStep, ...], tuple[SlotStep, ...]]] = {}
        self._endings = sum(1 << slot for slot in program.slots.ended.values())
        self.again = bool(live[program.story.start] & self._endings)  # whether a play can tell what came before it

    def tell(self, doing: str, done: int, of: int) -> None:
        """Tells whoever watches how far something is."""
        if self._watching is not None:
            self._watching(doing, done, of)

    def initial(self) -> Members:
        """The one situation in which the first play begins."""
        return self.single(self.program.story.start, self.program.slots.initial())

    def numbers(self, scene: str, numbers: Sequence[int]) -> list[int]:
        """The same with 0 in what is dead as the scene is entered."""
        live = self.live[scene]
        return [number if live >> slot & 1 else 0 for slot, number in enumerate(numbers)]

    def situation(self, scene: str, state: State) -> list[int]:
        """The numbers of a state as the scene is entered in it, 0 in what is dead."""
        return self.numbers(scene, self.program.slots.numbers(state))

    def ahead(self, scene: SceneIr, members: Members) -> Iterator[tuple[str, Members]]:
        """Where the situations of a scene lead; from an ending to the start of the next play."""
        yield from self.steps(scene, members)
        if isinstance(scene.exit, EndIr) and self.again:
            yield self.program.story.start, self.restarted(scene, members)

    def restarted(self, scene: SceneIr, members: Members) -> Members:
        """The situations in which plays begin after one has ended in these."""
        assert isinstance(scene.exit, EndIr)  # noqa: S101
        return self.space.ahead(after(self.space, scene.body, members), self._restarting(scene.id, scene.exit))

    def steps(self, scene: SceneIr, members: Members) -> Iterator[tuple[str, Members]]:
        """Where the situations of a scene lead in the same play.

        Those that an option leads back to the same scene take the options below it at once, so that any number of
        questions to be asked in any order is followed in one round.
        """
        at_exit = after(self.space, scene.body, members)
        match scene.exit:
            case MenuIr(options):
                for option in options:
                    taken = self.able(option, at_exit)
                    if taken:
                        goal = option.choice.go
                        led = self.led(scene, option, taken)
                        yield goal, led
                        if goal == scene.id:
                            members = self.space.union(members, led)
                            at_exit = after(self.space, scene.body, members)
            case OnwardIr(forks, leaving):
                for fork, going in self.branching(forks, at_exit):
                    if going:
                        goal = fork.source.go
                        yield goal, self.space.ahead(going, self._onward(scene.id, leaving, goal))
            case EndIr() | Nowhere():
                pass
            case _:
                assert_never(scene.exit)
        if scene.skip is not None:
            yield scene.skip, self.space.ahead(self.stopping(scene, members), self.drops(scene.id, scene.skip))

    def able(self, option: OptionIr, members: Members) -> Members:
        """Those at a menu that can take the option."""
        if option.fresh is not None:
            members = self.space.restrict(members, option.fresh)
        return members if option.test is None else self.space.restrict(members, option.test)

    def led(self, scene: SceneIr, option: OptionIr, members: Members) -> Members:
        """Where those that take an option are as they come to its goal."""
        first, last = self.moves(scene, option)
        if not option.then.effects:
            return self.space.ahead(members, first + last)
        return self.space.ahead(after(self.space, option.then, self.space.ahead(members, first)), last)

    def moves(self, scene: SceneIr, option: OptionIr) -> tuple[tuple[SlotStep, ...], tuple[SlotStep, ...]]:
        """What taking an option does before what follows it is told, and after."""
        found = self._moves.get(option)
        if found is None:
            first = tuple(change.move for change in option.changes)
            found = self._moves[option] = (first, (*option.leaving, *self.drops(scene.id, option.choice.go)))
        return found

    def branching(self, forks: Iterable[ForkIr], members: Members) -> Iterator[tuple[ForkIr, Members]]:
        """Each entry of a `go`, and those that take it."""
        for fork in forks:
            going = passing(self.space, members, fork.test)
            members = self.space.minus(members, going)
            yield fork, going

    def stuck(self, scene: SceneIr, at_exit: Members) -> Members:
        """Those at the end of a page from where nothing leads on."""
        match scene.exit:
            case MenuIr(options):
                if any(option.fresh is None and option.test is None for option in options):
                    return NONE
                for option in options:
                    at_exit = self.space.minus(at_exit, self.able(option, at_exit))
                return at_exit
            case OnwardIr(forks):
                if forks[-1].test is None:
                    return NONE
                for fork in forks:
                    at_exit = self.space.minus(at_exit, passing(self.space, at_exit, fork.test))
                return at_exit
            case EndIr():
                return NONE
            case Nowhere():
                return at_exit
            case _:
                assert_never(scene.exit)

    def stopping(self, scene: SceneIr, members: Members) -> Members:
        """Those that stop at the scene, so that it can be skipped; a scene that shows nothing is passed through."""
        if not isinstance(scene.exit, OnwardIr):
            return members
        marks: dict[PartIr, Members] = {}

        def watch(part: PartIr, coming: Members) -> None:
            if isinstance(part, LineIr):
                seen = visible(self.space, part.wording, coming)
                marks[part] = self.space.union(marks.get(part, NONE), seen)

        at_exit = watched(self.space, scene.body, members, watch)
        return to_marks(self.space, scene.body.parts, self.stuck(scene, at_exit), marks, members)

    def before_offers(self, scene: SceneIr, wanted: Mapping[str, Members], within: Members) -> Members:
        """Those entering the scene, `within` what enters it, from which some option leads to what is wanted there."""
        assert isinstance(scene.exit, MenuIr)  # noqa: S101
        found: Members = NONE
        at_exit: Members | None = None
        for option in scene.exit.options:
            goal = wanted.get(option.choice.go, NONE)
            if goal:
                at_exit = after(self.space, scene.body, within) if at_exit is None else at_exit
                found = self.space.union(found, self.before_offer(scene, option, goal, at_exit))
        return self.before_exit(scene, found, within)

    def before_offer(self, scene: SceneIr, option: OptionIr, wanted: Members, at_exit: Members) -> Members:
        """Those of the menu from which the option leads to what is wanted at its goal."""
        first, last = self.moves(scene, option)
        able = self.able(option, at_exit)
        if not option.then.effects:
            return self.space.back(wanted, first + last, able)
        changed = self.space.ahead(able, first)
        then = after(self.space, option.then, changed)
        members = self.space.back(wanted, last, then)
        members = predecessors(self.space, option.then, members, changed)
        return self.space.back(members, first, able)

    def before_exit(self, scene: SceneIr, at_exit: Members, within: Members) -> Members:
        """Those entering the scene, `within` what enters it, from which its text leads to these at its end."""
        return predecessors(self.space, scene.body, at_exit, within)

    def before_branches(self, scene: SceneIr, wanted: Mapping[str, Members], within: Members) -> Members:
        """Those entering the scene, `within` what enters it, from which its `go` leads to what is wanted there."""
        assert isinstance(scene.exit, OnwardIr)  # noqa: S101
        found: Members = NONE
        for fork, going in self.branching(scene.exit.forks, after(self.space, scene.body, within)):
            goal = fork.source.go
            if going and wanted.get(goal):
                steps = self._onward(scene.id, scene.exit.leaving, goal)
                found = self.space.union(found, self.space.back(wanted[goal], steps, going))
        return self.before_exit(scene, found, within)

    def before_skip(self, scene: SceneIr, wanted: Mapping[str, Members], within: Members) -> Members:
        """Those entering the scene, `within` what enters it, that can skip it to what is wanted at its aftermath."""
        if scene.skip is None or not wanted.get(scene.skip):
            return NONE
        return self.space.back(wanted[scene.skip], self.drops(scene.id, scene.skip), self.stopping(scene, within))

    def before_restart(self, scene: SceneIr, wanted: Members, within: Members) -> Members:
        """Those entering a scene that ends a play, after which one begins in a situation wanted."""
        assert isinstance(scene.exit, EndIr)  # noqa: S101
        if not wanted or not self.again:
            return NONE
        at_exit = after(self.space, scene.body, within)
        begun = self.space.back(wanted, self._restarting(scene.id, scene.exit), at_exit)
        return self.before_exit(scene, begun, within)

    def drops(self, scene: str, goal: str) -> tuple[SlotStep, ...]:
        """What is forgotten on the way."""
        made = self._drops.get((scene, goal))
        if made is None:
            dead = slots_of(self.kept(scene) & ~self.live[goal])
            made = self._drops[scene, goal] = (Forget(tuple(dead)),) if dead else ()
        return made

    def _onward(self, scene: str, leaving: tuple[Move, ...], goal: str) -> tuple[SlotStep, ...]:
        """What happens as a `go` leads from the one to the other."""
        return (*leaving, *self.drops(scene, goal))

    def kept(self, scene: str) -> int:
        """The slots that may be other than 0 somewhere in the scene, each a bit."""
        return self.live[scene] | self._altered[scene]

    def concerned(self, scene: SceneIr) -> list[int]:
        """The slots that being in the scene reads or changes."""
        return slots_of(read_in_scene(scene) | self._altered[scene.id])

    def at_exit(self, scene: SceneIr, members: Members) -> Members:
        """The situations at the end of the scene's text."""
        return after(self.space, scene.body, members)

    def _restarting(self, scene: str, end: EndIr) -> tuple[SlotStep, ...]:
        """How what is known at an ending becomes what is known as the next play begins: of all before, only which
        endings were met."""
        made = self._restarts.get(scene)
        if made is None:
            start = self.program.story.start
            rest = slots_of(self.kept(scene) & ~self._endings)
            numbers = self.numbers(start, self.program.slots.initial())
            begin = [self._begins(slot, numbers[slot]) for slot in slots_of(self.live[start] & ~self._endings)]
            made = self._restarts[scene] = (*end.meeting, Forget(tuple(rest)), *begin)
        return made

    def _begins(self, slot: int, number: int) -> Move:
        if slot not in self._begun:
            self._begun[slot] = Move(slot, (number,) * self.space.sizes[slot])
        return self._begun[slot]

    def alike(self, members: Members) -> Members:
        """All situations in which the same endings were met before as in one of these, whatever else holds."""
        return self.space.spread(members, slots_of(~self._endings & (1 << len(self.space.sizes)) - 1))

    def dead(self, scene: str) -> list[int]:
        """The slots that are forgotten as the scene is entered."""
        return slots_of(~self.live[scene] & (1 << len(self.space.sizes)) - 1)

    def single(self, scene: str, numbers: Sequence[int]) -> Members:
        """The set of one situation, as the scene is entered."""
        return self.space.single(self.numbers(scene, numbers), self.dead(scene))

    def count(self, reached: Mapping[str, Members]) -> int:
        """How many situations these are."""
        return sum(self.space.count(members, self.dead(scene)) for scene, members in reached.items())

    def spend(self, scene: SceneIr) -> None:
        """Takes off the budget what looking at a scene once costs, beside the nodes made."""
        ways = len(scene.exit.options) if isinstance(scene.exit, MenuIr) else 1
        self.space.spend((1 + ways) * self.space.weight)
