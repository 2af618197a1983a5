"""Shortest routes: choices from the start that lead to a wanted situation, over several plays if it takes them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from game.play.state import State, beginning
from game.prove.explore.fixpoints import Reachable
from game.prove.explore.transfer import Transfer
from game.prove.plays.successors import Chosen, ReadOn, Skipped, Successor, successors
from game.prove.program.ir import MenuIr, OnwardIr, SceneIr
from game.prove.sets.space import NONE, Members
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Route:
    """The choices of each play by their ids, the last play last; `(skip scene)` goes past it to its aftermath."""

    plays: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        told = [", ".join(play) or "the first page" for play in self.plays]
        return "; then in a new play: ".join(told)


@dataclass(frozen=True, slots=True)
class Target:
    """Situations wanted at the entry of scenes, and the option to take there in the end, if any."""

    entering: Reachable
    last: str | None = None


def route_to(transfer: Transfer, reached: Reachable, targets: Sequence[Target]) -> Route | None:
    """A route to one of the targets, of which what lies within what is reached counts; None if there is nothing.

    The fewest plays; then the fewest choices in the last one, and so on backwards. What was met in earlier plays
    stays the same all through a play, so the situations of a play are told by that.
    """
    story = transfer.program.story
    plays: list[tuple[str, ...]] = []
    begun = _beginnings(transfer, reached)
    for number, start in enumerate(begun):
        within = _in_plays(transfer, reached, start)
        here = [Target(_where_met(transfer, each.entering, within), each.last) for each in targets]
        if not any(each.entering for each in here):
            continue
        for before in range(number, -1, -1):
            within = _in_plays(transfer, reached, begun[before])
            state, choices = _Play(transfer, within, here).from_one_of(begun[before])
            plays.append(choices)
            if before:
                wanted = transfer.single(story.start, transfer.program.slots.numbers(state))
                earlier = _in_plays(transfer, reached, begun[before - 1])
                here = [Target({id: _before_restart(transfer, id, wanted, earlier) for id in transfer.finishes})]
        return Route(tuple(reversed(plays)))
    return None


def _beginnings(transfer: Transfer, reached: Reachable) -> list[Members]:
    """The situations in which plays begin, by the number of plays that must have come before."""
    space = transfer.space
    found, met = [transfer.initial()], transfer.initial()
    while transfer.again:
        within = _in_plays(transfer, reached, found[-1])
        new: Members = NONE
        for id in transfer.finishes:
            new = space.union(new, transfer.restarted(transfer.program.scenes[id], within.get(id, NONE)))
        new = space.minus(new, met)
        if not new:
            break
        found.append(new)
        met = space.union(met, new)
    return found


def _in_plays(transfer: Transfer, reached: Reachable, start: Members) -> Reachable:
    """What is reached in plays that begin like this."""
    if not transfer.again:
        return reached
    alike = transfer.alike(start)
    return {id: transfer.space.meet(members, alike) for id, members in reached.items()}


def _where_met(transfer: Transfer, some: Reachable, others: Reachable) -> Reachable:
    """Those of the sets that have a member among the others, whole."""
    return {id: members for id, members in some.items() if transfer.space.meet(members, others.get(id, NONE))}


def _before_restart(transfer: Transfer, scene: str, wanted: Members, within: Reachable) -> Members:
    around = transfer.space.around(within.get(scene, NONE))
    return transfer.before_restart(transfer.program.scenes[scene], wanted, around)


class _Play:
    """Looks for the shortest way within one play.

    Breadth-first backwards from the targets, a layer of situations for each choice, until one layer holds the start:
    forwards the layers would grow with everything that can be remembered. E. Clarke, O. Grumberg, K. McMillan and
    X. Zhao, "Efficient Generation of Counterexamples and Witnesses in Symbolic Model Checking" (1995). Scenes too
    far from the start for a route of a given length are left out, and the length is raised until there is a route:
    R. Korf, "Depth-First Iterative-Deepening: An Optimal Admissible Tree Search" (1985), with layers for its paths.
    """

    def __init__(self, transfer: Transfer, within: Reachable, targets: Sequence[Target]) -> None:
        self.transfer, self.space, self.targets = transfer, transfer.space, targets
        self.within = {id: self.space.around(members) for id, members in within.items()}
        self.story: Story = transfer.program.story
        self.near = self._distances()
        self.layers: list[Reachable] = []
        self.seen: Reachable = {}
        self.most, self.cut = 0, False

    def from_one_of(self, starts: Members) -> tuple[State, tuple[str, ...]]:
        """The start of a shortest way, and the choices on it."""
        seeds = [
            _gathered(self.transfer, (each.entering for each in self.targets if (each.last is not None) == last))
            for last in (False, True)
        ]
        least = min(self.near[id] + more for more, seed in enumerate(seeds) for id in seed)
        more = 0
        while True:
            self.most, self.cut = least + more, False
            self.layers, self.seen = [], {}
            for layer in self._backwards(seeds):
                self.layers.append(layer)
                found = self.space.meet(layer.get(self.story.start, NONE), starts)
                if found:
                    return self._told(found)
            if not self.cut:
                raise AssertionError("what was reached has no route to it")
            more = 2 * more + 1

    def _distances(self) -> dict[str, int]:
        """The fewest choices to each scene from the start, whatever holds: a bound from below."""
        near, layer = {self.story.start: 0}, [self.story.start]
        while layer:
            following: list[str] = []
            for id in layer:  # grows by scenes that are come to without a choice
                scene = self.transfer.program.scenes[id]
                free = isinstance(scene.exit, OnwardIr)
                for goal in scene.goals():
                    if goal not in near and self.within.get(goal):
                        passed = free and goal != scene.skip
                        near[goal] = near[id] + (not passed)
                        (layer if passed else following).append(goal)
            layer = following
        return near

    def _backwards(self, seeds: list[Reachable]) -> Iterator[Reachable]:
        """The situations at each distance, in choices, from the seeds, given by their own distance."""
        layer: Reachable = {}
        distance = 0
        while layer or distance < len(seeds):
            layer = self._choices_before(layer, distance)
            if distance < len(seeds):
                layer = _gathered(self.transfer, [layer, seeds[distance]])
            layer = self._with_passing(self._new(layer, distance), distance)
            yield layer
            distance += 1

    def _new(self, layer: Reachable, distance: int) -> Reachable:
        """The layer less what was nearer; from now on it was met too."""
        fresh: Reachable = {}
        for id, members in layer.items():
            if self._far(id, distance):
                continue
            seen = self.seen.get(id, NONE)
            new = self.space.minus(members, seen)
            if new:
                fresh[id] = new
                self.seen[id] = self.space.union(seen, new)
        return fresh

    def _far(self, id: str, distance: int) -> bool:
        far = self.near[id] + distance > self.most
        self.cut = self.cut or far
        return far

    def _with_passing(self, layer: Reachable, distance: int) -> Reachable:
        """The layer with all scenes before it that lead there without a choice."""
        whole, latest = layer, layer
        while latest:
            found: Reachable = {}
            for scene in self._pages_before(latest, distance):
                if isinstance(scene.exit, OnwardIr):
                    self.transfer.spend(scene)
                    found[scene.id] = self.transfer.before_branches(scene, latest, self.within[scene.id])
            latest = self._new(found, distance)
            whole = _gathered(self.transfer, [whole, latest])
        return whole

    def _choices_before(self, layer: Reachable, distance: int) -> Reachable:
        found: Reachable = {}
        for scene in self._pages_before(layer, distance):
            self.transfer.spend(scene)
            members = self.transfer.before_skip(scene, layer, self.within[scene.id])
            if isinstance(scene.exit, MenuIr):
                members = self.space.union(members, self.transfer.before_offers(scene, layer, self.within[scene.id]))
            found[scene.id] = members
        return found

    def _pages_before(self, layer: Reachable, distance: int) -> Iterator[SceneIr]:
        ids = dict.fromkeys(before for id in layer for before in self.transfer.before[id])
        return (self.transfer.program.scenes[id] for id in ids if self.within.get(id) and not self._far(id, distance))

    def _told(self, starts: Members) -> tuple[State, tuple[str, ...]]:
        """The way from one of the starts, all as far away as there are layers, played forwards."""
        numbers = self.space.one(starts)
        ended = frozenset(e for e, slot in self.transfer.program.slots.ended.items() if numbers[slot])
        scene, state, distance = self.story.start, beginning(self.story, ended), len(self.layers) - 1
        began, choices = state, list[str]()
        while (last := self._target_at(scene, state, distance)) is None:
            lead = self._nearer(scene, state, distance)
            match lead.how:
                case Chosen(choice):
                    choices.append(choice)
                    distance -= 1
                case Skipped():
                    choices.append(f"(skip {scene})")
                    distance -= 1
                case ReadOn():
                    pass
                case _:
                    assert_never(lead.how)
            scene, state = lead.to.goal, lead.to.state
        return began, (*choices, *last)

    def _target_at(self, scene: str, state: State, distance: int) -> tuple[str, ...] | None:
        for target in self.targets:
            last = () if target.last is None else (target.last,)
            if len(last) == distance and self._holds(target.entering, scene, state):
                return last
        return None

    def _nearer(self, scene: str, state: State, distance: int) -> Successor:
        """The way on to a situation that is nearer; a skip first, for reading on could go round."""
        here = successors(self.story, scene, state)
        for lead in (here.skip, *here.leads):
            if lead is not None:
                left = distance if isinstance(lead.how, ReadOn) else distance - 1
                if left >= 0 and self._holds(self.layers[left], lead.to.goal, lead.to.state):
                    return lead
        raise AssertionError(f"what is proved of {scene} is not what is played")

    def _holds(self, layer: Mapping[str, Members], scene: str, state: State) -> bool:
        members = layer.get(scene, NONE)
        return bool(members) and self.space.has(members, self.transfer.situation(scene, state))


def _gathered(transfer: Transfer, several: Iterable[Reachable]) -> Reachable:
    whole: Reachable = {}
    for each in several:
        for id, members in each.items():
            if members:
                whole[id] = transfer.space.union(whole.get(id, NONE), members)
    return whole
