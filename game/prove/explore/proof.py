"""The proof of a story: what was explored, what happens in it, and a shortest route to anything that does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.progress import ProgressCallback
from game.prove.explore.blank_pages import blank_pages
from game.prove.explore.coverage import Coverage, coverage_of
from game.prove.explore.fixpoints import Reachable, reach
from game.prove.explore.same_choices import false_choices, same_words
from game.prove.explore.targets import Targets
from game.prove.explore.transfer import Transfer
from game.prove.explore.traps import endless, traps
from game.prove.explore.witnesses import Route, Target, route_to
from game.prove.program.compiler import compiled
from game.prove.program.ir import MenuIr, OptionIr, Program, SceneIr
from game.prove.program.liveness import live_at
from game.prove.sets.choice import space_for
from game.story.model import Story

BUDGET = 8_000_000  # nodes: some ten seconds, and half a gigabyte, at the most
ROUTE_BUDGET = 4_000_000
T = TypeVar("T")
_ENDS = "that every route can come to an ending"
_CHOICES = "which options do the same"
_PAGES = "which options read the same, and which pages are blank"


@dataclass(frozen=True, slots=True)
class Unproved:
    """What was left open: the scenes, endings and options that were not met, and may never be; and what else."""

    scenes: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """What holds of every play of a story.

    `coverage` are of the situations in `reached`, and all there are if `explored`. `traps` and `same` (options that do
    what an earlier one does) are all there are if `ends_known` and `choices_known`; `alike` (options that read as an
    earlier one does) and `blank` (pages with nothing to read, and where routes to them lead) if `pages_known`.
    """

    program: Program
    transfer: Transfer
    reached: Reachable
    coverage: Coverage
    traps: tuple[Reachable, ...]
    same: tuple[tuple[SceneIr, OptionIr, OptionIr], ...]
    alike: tuple[tuple[SceneIr, OptionIr, OptionIr, str], ...]
    blank: tuple[tuple[SceneIr, list[Target]], ...]
    explored: bool
    ends_known: bool
    choices_known: bool
    pages_known: bool

    @property
    def story(self) -> Story:
        """What was proved."""
        return self.program.story

    @property
    def complete(self) -> bool:
        """Whether nothing was left unproved."""
        return self.explored and self.ends_known and self.choices_known and self.pages_known

    @property
    def situations(self) -> int:
        """How many situations the story can be in, as scenes are entered."""
        return self.transfer.count(self.reached)

    def unproved(self) -> Unproved:
        """All that was not proved. What was met, was met."""
        if not self.explored:
            coverage, scenes = self.coverage, self.program.scenes.values()
            return Unproved(
                tuple(scene.id for scene in scenes if scene.id not in coverage.scenes),
                tuple(ending for ending in self.story.endings if ending not in coverage.endings),
                tuple(
                    f"{scene.id}.{option.choice.id}"
                    for scene in scenes
                    if isinstance(scene.exit, MenuIr)
                    for option in scene.exit.options
                    if option not in coverage.enabled
                ),
                (
                    "which conditions, changes and values never vary",
                    "the claims that held so far",
                    "that nobody gets stuck elsewhere",
                    _ENDS,
                    _CHOICES,
                    _PAGES,
                ),
            )
        known = ((self.ends_known, _ENDS), (self.choices_known, _CHOICES), (self.pages_known, _PAGES))
        return Unproved(also=tuple(what for is_known, what in known if not is_known))

    def targets(self) -> Targets:
        """Where each thing of the story is met, to be given to `route`."""
        return Targets(self.transfer, self.reached)

    def route(self, targets: Callable[[], Sequence[Target]], budget: int = ROUTE_BUDGET) -> Route | None:
        """A shortest route to one of the targets; None if there is none, or finding it takes more than the budget."""
        self.transfer.space.left = budget
        try:
            return route_to(self.transfer, self.reached, targets())
        except MemoryError:
            return None


def prove(story: Story, budget: int = BUDGET, watching: ProgressCallback | None = None) -> Proof:
    """Explores everything that can happen in the story; `watching` is told how far that is."""
    program = compiled(story)
    slots = program.slots
    space = space_for([slot.size for slot in slots.all], slots.handy(), len(program.scenes), budget)
    transfer = Transfer(program, space, live_at(program, changes_read=True), watching)
    reached, explored = reach(transfer)
    if not explored:
        space.left = budget  # looking at what was reached needs some, too
    coverage, looked = coverage_of(transfer, reached)
    explored = explored and looked
    found, ends_known = _all(explored, lambda: traps(transfer, endless(transfer, reached, coverage.stuck)))
    same, choices_known = _all(explored, lambda: false_choices(transfer, reached, live_at(program, changes_read=False)))
    alike, words_known = _all(explored, lambda: same_words(transfer, reached))
    blank, blanks_known = _all(explored, lambda: blank_pages(transfer, reached))
    return Proof(
        program, transfer, reached, coverage, found, same, alike, blank,
        explored, ends_known, choices_known, words_known and blanks_known,
    )  # fmt: skip


def _all(explored: bool, found: Callable[[], Iterable[T]]) -> tuple[tuple[T, ...], bool]:
    """What is found within the budget, and whether that is all. Nothing is looked for where not all was explored."""
    kept: list[T] = []
    if explored:
        try:
            kept.extend(found())
        except MemoryError:
            explored = False
    return tuple(kept), explored
