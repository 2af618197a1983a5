"""What situations of a story differ in: slots, each with a bounded number of values counted from 0."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from game.play.state import State
from game.prove.program.reads import Reads
from game.story.model import Story
from game.story.variables import Flag, OneOf, Range, Value, Variable


@dataclass(frozen=True, slots=True)
class OfVariable:
    """What a variable holds, as its number among the values of its kind."""

    variable: Variable

    @property
    def name(self) -> str:
        """What an author calls it."""
        return f"`{self.variable.name}`"

    @property
    def size(self) -> int:
        """How many values it can have."""
        match self.variable.kind:
            case Range(low, high):
                return high - low + 1
            case OneOf(words):
                return len(words)
            case Flag():
                return 2
            case kind:
                assert_never(kind)

    def number(self, value: Value) -> int:
        """The number of a value, from the lowest or first one on."""
        match self.variable.kind:
            case Range(low, _):
                return int(value) - low
            case OneOf(words):
                return words.index(str(value))
            case Flag():
                return int(value)
            case kind:
                assert_never(kind)

    def value(self, number: int) -> Value:
        """The value that has this number."""
        match self.variable.kind:
            case Range(low, _):
                return low + number
            case OneOf(words):
                return words[number]
            case Flag():
                return bool(number)
            case kind:
                assert_never(kind)


@dataclass(frozen=True, slots=True)
class OfVisits:
    """How often a scene was left: exactly below `exact`, from there on modulo `period`. No condition and no
    wording of the story can tell more, or tell the visits from their number here."""

    scene: str
    exact: int
    period: int

    @property
    def name(self) -> str:
        """What an author calls it."""
        return f"`times({self.scene})`"

    @property
    def size(self) -> int:
        """How many counts are told apart."""
        return self.exact + self.period

    def number(self, visits: int) -> int:
        """The number that stands for so many visits."""
        return visits if visits < self.exact else self.exact + (visits - self.exact) % self.period


@dataclass(frozen=True, slots=True)
class OfChoice:
    """Whether an option was taken."""

    scene: str
    choice: str
    size: int = 2

    @property
    def name(self) -> str:
        """What an author calls it."""
        return f"`chose({self.scene}.{self.choice})`"


@dataclass(frozen=True, slots=True)
class OfEnding:
    """Whether an ending was met in an earlier play."""

    ending: str
    size: int = 2

    @property
    def name(self) -> str:
        """What an author calls it."""
        return f"`ended({self.ending})`"


Slot: TypeAlias = OfVariable | OfVisits | OfChoice | OfEnding


class Slots:
    """All slots of a story. Those of variables come first, in the order declared; each is known by its number."""

    def __init__(self, story: Story) -> None:
        reads = Reads(story)
        found: list[Slot] = [OfVariable(variable) for variable in story.variables.values()]
        found += [
            OfVisits(scene, reads.exact.get(scene, 0), reads.periods.get(scene, 1))
            for scene in story.scenes
            if scene in reads.exact or scene in reads.periods
        ]
        found += [OfChoice(*choice) for choice in sorted(reads.chosen)]
        found += [OfEnding(ending) for ending in story.endings if ending in reads.ended]
        self.all: tuple[Slot, ...] = tuple(found)
        self.variables = {slot.variable.name: n for n, slot in enumerate(found) if isinstance(slot, OfVariable)}
        self.visits = {slot.scene: n for n, slot in enumerate(found) if isinstance(slot, OfVisits)}
        self.chosen = {(slot.scene, slot.choice): n for n, slot in enumerate(found) if isinstance(slot, OfChoice)}
        self.ended = {slot.ending: n for n, slot in enumerate(found) if isinstance(slot, OfEnding)}
        self._added = reads.added

    def handy(self) -> list[int]:
        """All slots, those first that conditions and changes concern together most: numbers, then words and flags,
        then the past."""
        return sorted(range(len(self.all)), key=lambda n: (self._kind(self.all[n]), n))

    def _kind(self, slot: Slot) -> int:
        match slot:
            case OfVariable(variable):
                return 0 if variable.name in self._added else 1
            case OfVisits() | OfChoice():
                return 2
            case OfEnding():
                return 3
            case _:
                assert_never(slot)

    def initial(self, ended: frozenset[str] = frozenset()) -> list[int]:
        """The number in each slot as a play begins."""
        return [_at_first(slot, ended) for slot in self.all]

    def numbers(self, state: State) -> list[int]:
        """The number in each slot for what is known."""
        return [_number(slot, state) for slot in self.all]

    def some_numbers(self, state: State, slots: Sequence[int]) -> tuple[int, ...]:
        """The numbers in these slots only."""
        return tuple([_number(self.all[slot], state) for slot in slots])

    def state(self, numbers: Mapping[int, int]) -> State:
        """A state that has these numbers in their slots; what else is known is as if the numbers were 0."""
        every = range(len(self.all))
        return self.some_state(every, [numbers.get(slot, 0) for slot in every])

    def some_state(self, slots: Sequence[int], numbers: Sequence[int]) -> State:
        """What is known of a state that has these numbers in these slots. Variables of no other slot have a value."""
        values: dict[str, Value] = {}
        visits: dict[str, int] = {}
        chosen: set[tuple[str, str]] = set()
        ended: set[str] = set()
        for index, number in zip(slots, numbers, strict=True):
            match slot := self.all[index]:
                case OfVariable(variable):
                    values[variable.name] = slot.value(number)
                case OfVisits(scene):
                    visits[scene] = number
                case OfChoice(scene, choice):
                    chosen |= {(scene, choice)} if number else set()
                case OfEnding(ending):
                    ended |= {ending} if number else set()
                case _:
                    assert_never(slot)
        return State(values, visits, frozenset(chosen), frozenset(ended))


def _number(slot: Slot, state: State) -> int:
    match slot:
        case OfVariable(variable):
            return slot.number(state.values[variable.name])
        case OfVisits(scene):
            return slot.number(state.visits.get(scene, 0))
        case OfChoice(scene, choice):
            return int((scene, choice) in state.chosen)
        case OfEnding(ending):
            return int(ending in state.ended)
        case _:
            assert_never(slot)


def _at_first(slot: Slot, ended: frozenset[str]) -> int:
    match slot:
        case OfVariable(variable):
            return slot.number(variable.start)
        case OfVisits() | OfChoice():
            return 0
        case OfEnding(ending):
            return int(ending in ended)
        case _:
            assert_never(slot)
