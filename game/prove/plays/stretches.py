"""Stretches of scenes: parts that depend on few slots, so that what comes of each can be looked up.

A table is filled by the rules of play themselves, an entry when it is first come to: each combination of numbers is played,
rendered and counted once. So no play goes another way than the rules have it, as long as a stretch tells all the slots that
it reads or changes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

from game.play.perform import perform
from game.play.situation import Event, Paragraph
from game.play.state import State
from game.prove.plays.successors import Chosen, leads_from
from game.prove.program.liveness import slots_of
from game.prove.program.slots import Slots
from game.story.conditions import Condition, holds
from game.story.model import End, Scene, Story, Text
from game.story.source_location import SourceLocation

MOST_KEPT = 10_000  # entries of a table; then it begins anew

Numbers: TypeAlias = list[int]
"""The number in each slot, and behind them a 0, by which those stretches go that depend on no slot."""


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One thing that can come of a stretch: the words read, where their paragraphs stand, and the numbers that change.

    `choice` is the option taken, where the stretch ends with one; `enters` says that `goal` begins a scene. `goal` is None
    where a play is over: at an `ending`, or stuck.
    """

    scene: str
    words: int = 0
    read: tuple[SourceLocation, ...] = ()
    changes: tuple[tuple[int, int], ...] = ()
    goal: "Stretch | None" = None
    choice: str | None = None
    enters: bool = False
    ending: str | None = None


class Stretch:
    """A part of a scene. `table` holds the ways met so far, by what `key` makes of the numbers; `look` finds the others.

    There always is a way, if only one on which the play is over.
    """

    def __init__(self, scene: str, key: Callable[[Numbers], object] = itemgetter(-1)) -> None:
        self.scene, self.key = scene, key
        self.table: dict[object, tuple[Way, ...]] = {}

    def look(self, numbers: Numbers) -> tuple[Way, ...]:
        """The ways open with these numbers, found anew."""
        raise NotImplementedError

    def ways(self, numbers: Numbers) -> tuple[Way, ...]:
        """The ways open with these numbers."""
        return self.table.get(self.key(numbers)) or self.look(numbers)


@dataclass(frozen=True, slots=True)
class Rules:
    """What every stretch goes by. `scenes` are the stretches with which the scenes begin."""

    story: Story
    slots: Slots
    scenes: Mapping[str, Stretch]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks of a text that is written in `home`, and the slots that they depend on, each a bit; `always` are paragraphs among
    them that depend on none. The passage `leaves`, if one is named, counts as left at the end."""

    home: str
    blocks: Text = ()
    slots: int = 0
    always: Text = ()
    leaves: str | None = None


class Played(Stretch):
    """A section that leads to the stretch `then`, or else to the exit of the scene, which depends on some slots, too."""

    def __init__(
        self, rules: Rules, scene: Scene, section: Section, then: Stretch | None = None, slots: int = 0
    ) -> None:
        self._slots = slots_of(section.slots | slots)
        super().__init__(scene.id, by_slots(self._slots))
        self._rules, self._at, self._section, self._then = rules, scene, section, then
        self._shown: tuple[Event, ...] = ()

    def look(self, numbers: Numbers) -> tuple[Way, ...]:
        """Plays it."""
        if len(self.table) >= MOST_KEPT:
            self.table.clear()
        if not self.table:
            nothing = self._rules.slots.some_state((), ())
            self._shown, _ = perform(self._rules.story, self._section.always, self._section.home, nothing)
        found = self.table[self.key(numbers)] = tuple(self._played([numbers[slot] for slot in self._slots]))
        return found

    def _played(self, before: list[int]) -> list[Way]:
        story, slots, section = self._rules.story, self._rules.slots, self._section
        read, after = perform(story, section.blocks, section.home, slots.some_state(self._slots, before))
        read += self._shown
        if section.leaves is not None:
            after = after.left(section.leaves)

        def changes(state: State) -> tuple[tuple[int, int], ...]:
            pairs = zip(self._slots, before, slots.some_numbers(state, self._slots), strict=True)
            return tuple((slot, now) for slot, old, now in pairs if now != old)

        if self._then is not None:
            return [Way(self.scene, words_in(read), _places(read), changes(after), self._then)]
        ways = []
        for lead in leads_from(story, self._at, after):
            events, choice = read + lead.to.events, lead.how.choice if isinstance(lead.how, Chosen) else None
            goal = self._rules.scenes[lead.to.goal]
            ways.append(
                Way(self.scene, words_in(events), _places(events), changes(lead.to.state), goal, choice, enters=True)
            )
        ending = self._at.exit.ending if isinstance(self._at.exit, End) else None
        return ways or [Way(self.scene, words_in(read), _places(read), ending=ending)]


class Parting(Stretch):
    """An `if` whose texts depend on many slots: it leads to stretches of their own, by a condition that reads these slots."""

    def __init__(
        self, rules: Rules, scene: str, condition: Condition, slots: Sequence[int], then: Stretch, other: Stretch
    ) -> None:
        super().__init__(scene, by_slots(slots))
        self._rules, self._condition, self._slots = rules, condition, slots
        self._then, self._other = (Way(scene, goal=then),), (Way(scene, goal=other),)

    def look(self, numbers: Numbers) -> tuple[Way, ...]:
        """Asks whether the condition holds."""
        if len(self.table) >= MOST_KEPT:
            self.table.clear()
        state = self._rules.slots.some_state(self._slots, [numbers[slot] for slot in self._slots])
        found = self.table[self.key(numbers)] = self._then if holds(self._condition, state) else self._other
        return found


class InGroups(Stretch):
    """A menu that depends on many slots: groups of options, each of which depends on few."""

    def __init__(self, scene: str, groups: Sequence[Stretch]) -> None:
        super().__init__(scene)
        self._groups, self._stuck = groups, (Way(scene),)

    def look(self, numbers: Numbers) -> tuple[Way, ...]:
        """The ways of all groups."""
        return tuple([way for group in self._groups for way in group.ways(numbers) if way.goal]) or self._stuck


def by_slots(slots: Sequence[int]) -> Callable[[Numbers], object]:
    """What is the same where the numbers in these slots are."""
    return itemgetter(*slots) if slots else itemgetter(-1)


def words_in(events: Iterable[Event]) -> int:
    """How many words there are to read."""
    return sum(len(event.text.split()) for event in events if isinstance(event, Paragraph))


def _places(events: Iterable[Event]) -> tuple[SourceLocation, ...]:
    return tuple(event.at for event in events if isinstance(event, Paragraph))
