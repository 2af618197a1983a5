"""Options that differ in name only, and such that only their names tell apart."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby

from game.play.leaving import take_option
from game.play.perform import perform
from game.play.situation import Event
from game.play.state import State
from game.prove.explore.fixpoints import Reachable
from game.prove.explore.readings import OptionWords, Readings
from game.prove.explore.transfer import Transfer
from game.prove.program.ir import MenuIr, OptionIr, SceneIr
from game.prove.program.liveness import altered_by_offer, read_by_offer, slots_of
from game.prove.sets.space import Exhausted, Members

MOST_COMPARED = 20_000


def false_choices(
    transfer: Transfer, reached: Reachable, live: Mapping[str, int]
) -> Iterator[tuple[SceneIr, OptionIr, OptionIr]]:
    """Each option that some reachable situation offers beside an earlier one of the same menu, and that in all that
    do shows the same text, leads to the same scene, and leaves the same in all that is `live` there."""
    for scene in transfer.program.scenes.values():
        if not reached[scene.id] or not isinstance(scene.exit, MenuIr):
            continue
        at_exit: Members | None = None
        seen = _Seen()
        for option in scene.exit.options:
            for earlier in seen.before(option, _always_shown(transfer, scene, option)):
                at_exit = transfer.at_exit(scene, reached[scene.id]) if at_exit is None else at_exit
                both = transfer.able(option, transfer.able(earlier, at_exit))
                if both and _alike(transfer, scene, earlier, option, both, live[option.choice.go]):
                    yield scene, earlier, option
                    break


class _Seen:
    """The options of a menu so far, by where they lead and what they always show."""

    def __init__(self) -> None:
        self._offers: list[OptionIr] = []
        self._to: dict[str, list[int]] = {}
        self._shown: dict[tuple[str, tuple[Event, ...] | None], list[int]] = {}

    def before(self, option: OptionIr, shown: tuple[Event, ...] | None) -> list[OptionIr]:
        """The earlier options that nothing tells apart from this one so far; from now on it is an earlier one itself."""
        goal, number = option.choice.go, len(self._offers)
        if shown is None:  # it depends: that may be what any of them shows
            found = list(self._to.get(goal, ()))
        else:
            found = sorted(self._shown.get((goal, shown), []) + self._shown.get((goal, None), []))
        self._offers.append(option)
        self._to.setdefault(goal, []).append(number)
        self._shown.setdefault((goal, shown), []).append(number)
        return [self._offers[each] for each in found]


def same_words(transfer: Transfer, reached: Reachable) -> Iterator[tuple[SceneIr, OptionIr, OptionIr, str]]:
    """Each option that some reachable situation opens beside an earlier one of the same menu, the first of those that read
    the same there, and how it reads."""
    readings = Readings(transfer.program, transfer.space)
    for scene in transfer.program.scenes.values():
        if not reached[scene.id] or not isinstance(scene.exit, MenuIr):
            continue
        at_exit: Members | None = None
        for option, others in _may_read_alike(readings, scene.exit.options):
            at_exit = transfer.at_exit(scene, reached[scene.id]) if at_exit is None else at_exit
            open_ = transfer.able(option, at_exit)
            for earlier in others:
                both = transfer.able(earlier, open_)
                found = readings.alike(OptionWords(earlier), OptionWords(option), both) if both else both
                if found:
                    one = transfer.space.single(transfer.space.one(found))
                    yield scene, earlier, option, next(iter(readings.texts(readings.reading(OptionWords(option)), one)))
                    break


def _may_read_alike(readings: Readings, options: Sequence[OptionIr]) -> Iterator[tuple[OptionIr, Iterator[OptionIr]]]:
    """Each with the earlier ones that could read the same, in their order; found by their texts, for most have none."""
    by_text: dict[str, list[int]] = {}
    unlisted: list[int] = []
    for index, option in enumerate(options):
        texts = readings.possible(OptionWords(option))
        several = [range(index)] if texts is None else [unlisted, *(by_text.setdefault(text, []) for text in texts)]
        if any(several):
            yield option, (options[each] for each, _ in groupby(merge(*several)))
        if texts is None:
            unlisted.append(index)
        for text in texts or ():
            by_text[text].append(index)


def _always_shown(transfer: Transfer, scene: SceneIr, option: OptionIr) -> tuple[Event, ...] | None:
    """What the option shows whenever it is taken, or None if that depends on the situation."""
    if read_by_offer(option):
        return None
    return perform(transfer.program.story, option.choice.then, scene.id, transfer.program.slots.state({}))[0]


def _alike(transfer: Transfer, scene: SceneIr, one: OptionIr, other: OptionIr, members: Members, live: int) -> bool:
    """Whether in all these situations, which are at the menu, the two options do the same."""
    space, slots = transfer.space, transfer.program.slots
    concerned = altered_by_offer(one) | altered_by_offer(other) | read_by_offer(one) | read_by_offer(other)
    compared = slots_of(concerned & live)

    def differ(numbers: list[int]) -> bool:
        state = slots.state(dict(enumerate(numbers)))
        return _done(transfer, scene, one, state, compared) != _done(transfer, scene, other, state, compared)

    if differ(space.one(members)):  # most do everywhere
        return False
    for count, numbers in enumerate(space.each(members, slots_of(concerned))):  # nothing else makes a difference
        if count >= MOST_COMPARED:
            raise Exhausted
        if differ(numbers):
            return False
    return True


def _done(transfer: Transfer, scene: SceneIr, option: OptionIr, state: State, compared: list[int]) -> object:
    """What the option shows, and what it leaves in the slots compared."""
    story = transfer.program.story
    to = take_option(story, story.scenes[scene.id], option.choice, state)
    numbers = transfer.program.slots.numbers(to.state)
    return to.events, [numbers[slot] for slot in compared]
