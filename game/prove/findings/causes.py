"""Which defects only follow from others, so that each is told once, and the gravest for all that has one cause."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from game.graphs.components import components
from game.prove.explore.proof import Proof
from game.prove.explore.readings import OptionWords, Stumble
from game.prove.findings.constant_conditions import Domains, constant
from game.prove.findings.defects import Defect, Key, Subject, alike
from game.prove.findings.unreached import closed_ways, unreached_groups
from game.prove.program.ir import (
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
    SceneIr,
)
from game.prove.program.traversal import alters, owned
from game.story.catalogue import CATALOGUE
from game.story.conditions import Chose, Compare, Condition, Ended, Held, Times, Visited, atoms
from game.story.diagnostic import Severity

_ELSEWHERE = Subject("elsewhere", "")  # what is told by another defect, whichever it is


def told(proof: Proof, found: Mapping[Key, Defect]) -> Iterator[tuple[Key, Key | None]]:
    """The defects to tell of, and for one that is told in the place of its cause, that cause.

    A warning is told unless it follows from something else. An ending is never reached for a reason: it is told
    with it, in its place, unless that is an error itself.
    """
    because = _Causes(proof, found).because
    roots = _all_roots(found, because)
    errors = {key for key, defect in found.items() if CATALOGUE[defect.code].severity is Severity.ERROR}
    replaced: set[Key] = set()
    kept: dict[Key, Key | None] = {}
    for key in found:
        causes = roots[key] - {key}
        if key in errors and not causes & errors:
            replaced |= causes
            kept[key] = next((cause for cause in found if cause in causes), None)
        elif not causes:
            kept[key] = None
    yield from ((key, cause) for key, cause in kept.items() if key not in replaced)


def _all_roots(keys: Iterable[Key], because: Mapping[Key, set[Key]]) -> dict[Key, frozenset[Key]]:
    """What each follows from in the end, or itself; of those that all follow from one another one is told."""
    roots: dict[Key, frozenset[Key]] = {}
    for together in components({key: because.get(key, ()) for key in (*keys, *because)}):
        own = set(together)
        beyond = {roots[cause] for key in together for cause in because.get(key, ()) if cause not in own}
        first = next(key for key in because if key in own) if len(own) > 1 else together[0]
        found = next(iter(beyond)) if len(beyond) == 1 else frozenset[Key]().union(*beyond)
        roots.update(dict.fromkeys(together, found or frozenset((first,))))
    return roots


class _Causes:
    """For each defect those that it follows from."""

    def __init__(self, proof: Proof, found: Mapping[Key, Defect]) -> None:
        self.proof, self.coverage, self.program, self.found = proof, proof.coverage, proof.program, found
        self.domains = Domains(proof.program, proof.coverage)
        self.because: dict[Key, set[Key]] = {}
        self.options = {
            (scene.id, option.choice.id): option for scene in proof.program.scenes.values() for option in _offers(scene)
        }
        self.owners = self.of_unmade_changes()
        self.values(self.conditions())
        self.menus()
        self.rounds()
        for scene, other, option in proof.same:  # which of two options was taken then nobody can tell at all
            self.add(Subject("same", scene.id, option.choice.id), [alike(scene, other, option)])
        if proof.explored:
            self.scenes()

    def add(self, key: Key, causes: Iterable[Key]) -> None:
        causes = {cause for cause in causes if cause in self.found}
        if key in self.found and causes:
            self.because.setdefault(key, set()).update(causes)

    def conditions(self) -> list[tuple[Key, set[str]]]:
        """A condition that never changes because something that it asks for never does. Tells of those that only the
        values explain which variables take, and of which variables."""
        by_values: list[tuple[Key, set[str]]] = []
        for key in self.found:
            condition = _condition(key)
            if condition is None:
                continue
            names = set(_variables(condition))
            if constant(condition, self.domains.of_unchanged) is not None:
                self.add(key, [Subject("variable", name) for name in names & self.domains.unchanged])
            elif constant(condition, self.domains.of_unreached) is not None:
                self.add(key, self.cutting_off(condition))
            elif constant(condition, self.domains.of_taken) is not None:
                by_values.append((key, names))
        return by_values

    def cutting_off(self, condition: Condition) -> Iterator[Key]:
        """What keeps the things from happening that the condition asks for."""
        for atom in atoms(condition):
            match atom:
                case Visited(scene) | Compare(Times(scene)):
                    yield Subject("scene", scene)
                case Chose(scene, choice):
                    yield self.options.get((scene, choice), _ELSEWHERE)
                    yield Subject("scene", scene)
                case Ended(ending):
                    yield Subject("ending", ending)
                case Compare():
                    pass
                case _:
                    assert_never(atom)
        for name in _variables(condition):
            yield from self.owners.get(name, ())

    def of_unmade_changes(self) -> dict[str, list[Key]]:
        """For each variable, what keeps changes to it from being made."""
        found: dict[str, list[Key]] = {}
        for alter, around in owned(self.program):
            if alter not in self.coverage.come_to:
                found.setdefault(alter.change.variable, []).extend(
                    Subject("scene", each) if isinstance(each, str) else each for each in around
                )
        return found

    def values(self, conditions: Iterable[tuple[Key, set[str]]]) -> None:
        """A value that is never taken is told where one of the conditions asks for it in vain, or where it would be
        set."""
        for key in self.found:
            if isinstance(key, Subject) and key.kind == "value":
                self.add(key, [cause for cause, names in conditions if key.name in names])
                self.add(key, self.owners.get(key.name, ()))
        for alter in alters(self.program):
            self.add(alter, [Subject("variable", alter.change.variable)] if self._unread(alter.change.variable) else [])

    def _unread(self, name: str) -> bool:
        defect = self.found.get(Subject("variable", name))
        return defect is not None and defect.code == "variable-unread"

    def menus(self) -> None:
        """Options of a menu where nothing is ever open."""
        for scene in self.program.scenes.values():
            stuck = Subject("stuck", scene.id)
            if stuck not in self.found:
                continue
            ways = _ways(scene)
            if not any(way in self.coverage.enabled or way in self.coverage.taken for way in ways):
                for way in ways:
                    self.gravest(stuck, way)

    def rounds(self) -> None:
        """Ways that would lead out of a trap."""
        for trap in self.proof.traps:
            scenes = [id for id in self.program.scenes if trap.get(id)]
            key = Subject("trap", next(iter(scenes)))
            for id in scenes:
                for way in _ways(self.program.scenes[id]):
                    goal = way.choice.go if isinstance(way, OptionIr) else way.source.go
                    if goal not in scenes and way not in self.coverage.enabled and way not in self.coverage.taken:
                        self.gravest(key, way)

    def gravest(self, error: Key, way: Key) -> None:
        """The way is closed, which is told by the error; what closes it is told in place of the error's."""
        if way in self.because:
            self.add(error, self.because.pop(way))
        self.add(way, [error])

    def scenes(self) -> None:
        """Scenes behind ways that are never taken, and endings behind them."""
        closed = closed_ways(self.program, self.coverage)
        for group, leading in unreached_groups(self.program, self.coverage):
            causes: set[Key] = {Subject("scene", id) for id in leading}
            for id in group:
                for scene, way in closed.get(id, []):
                    causes.add(self.closing(scene, way))
            first = Subject("scene", group[0])
            self.add(first, causes)
            for id in group[1:]:
                self.add(Subject("scene", id), [first])
        for scene in self.program.scenes.values():
            if isinstance(scene.exit, EndIr):
                self.add(Subject("ending", scene.exit.ending), [Subject("scene", scene.id)])

    def closing(self, scene: SceneIr, way: OptionIr | ForkIr) -> Key:
        """The defect that keeps a way from being taken."""
        candidates: list[Key] = [way]
        if isinstance(scene.exit, OnwardIr):
            candidates += scene.exit.forks
        candidates.append(Subject("stuck", scene.id))
        return next((key for key in candidates if key in self.found), _ELSEWHERE)


def _offers(scene: SceneIr) -> tuple[OptionIr, ...]:
    return scene.exit.options if isinstance(scene.exit, MenuIr) else ()


def _ways(scene: SceneIr) -> tuple[OptionIr, ...] | tuple[ForkIr, ...]:
    match scene.exit:
        case MenuIr(options):
            return options
        case OnwardIr(forks):
            return forks
        case EndIr() | Nowhere():
            return ()
        case _:
            assert_never(scene.exit)


def _condition(key: Key) -> Condition | None:
    match key:
        case IfIr(direction):
            return direction.condition
        case EitherIr(either):
            return either.condition
        case OptionIr(choice):
            return choice.condition
        case ForkIr(fork):
            return fork.condition
        case LineIr() | DirectionIr() | ChangeIr() | IncludeIr() | ClaimIr() | CycleIr():
            return None
        case Subject() | Stumble() | OptionWords():
            return None
        case _:
            assert_never(key)


def _variables(condition: Condition) -> Iterator[str]:
    for atom in atoms(condition):
        if isinstance(atom, Compare):
            yield from (term.variable for term in (atom.left, atom.right) if isinstance(term, Held))
