"""Options that differ in name only, and such that only their names tell apart."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby

from game.play.leaving import take_option
from game.play.perform import perform
from game.play.situation import Event
from game.play.state import State
from game.prove.explore.fixpoints import Reachable
from game.prove.explore.readings import Readings, Said
from game.prove.explore.transfer import Flow
from game.prove.program.ir import Offer, Offers, Page
from game.prove.program.liveness import altered_by_offer, read_by_offer, slots_of
from game.prove.sets.diagrams import Exhausted, Members
from game.prove.sets.moves import Move

MOST_COMPARED = 20_000


def false_choices(flow: Flow, reached: Reachable, live: Mapping[str, int]) -> Iterator[tuple[Page, Offer, Offer]]:
    """Each option that some reachable situation offers beside an earlier one of the same menu, and that in all that
    do shows the same text, leads to the same scene, and leaves the same in all that is `live` there."""
    for page in flow.program.pages.values():
        if not reached[page.id] or not isinstance(page.exit, Offers):
            continue
        at_exit: Members | None = None
        seen = _Seen()
        for offer in page.exit.offers:
            for earlier in seen.before(offer, _always_shown(flow, page, offer)):
                at_exit = flow.at_exit(page, reached[page.id]) if at_exit is None else at_exit
                both = flow.able(offer, flow.able(earlier, at_exit))
                if both and _alike(flow, page, earlier, offer, both, live[offer.choice.go]):
                    yield page, earlier, offer
                    break


class _Seen:
    """The options of a menu so far, by where they lead and what they always show."""

    def __init__(self) -> None:
        self._offers: list[Offer] = []
        self._to: dict[str, list[int]] = {}
        self._shown: dict[tuple[str, tuple[Event, ...] | None], list[int]] = {}

    def before(self, offer: Offer, shown: tuple[Event, ...] | None) -> list[Offer]:
        """The earlier options that nothing tells apart from this one so far; from now on it is an earlier one itself."""
        goal, number = offer.choice.go, len(self._offers)
        if shown is None:  # it depends: that may be what any of them shows
            found = list(self._to.get(goal, ()))
        else:
            found = sorted(self._shown.get((goal, shown), []) + self._shown.get((goal, None), []))
        self._offers.append(offer)
        self._to.setdefault(goal, []).append(number)
        self._shown.setdefault((goal, shown), []).append(number)
        return [self._offers[each] for each in found]


def same_words(flow: Flow, reached: Reachable) -> Iterator[tuple[Page, Offer, Offer, str]]:
    """Each option that some reachable situation opens beside an earlier one of the same menu, the first of those that read
    the same there, and how it reads."""
    readings = Readings(flow.program)
    for page in flow.program.pages.values():
        if not reached[page.id] or not isinstance(page.exit, Offers):
            continue
        at_exit: Members | None = None
        for offer, others in _may_read_alike(readings, page.exit.offers):
            at_exit = flow.at_exit(page, reached[page.id]) if at_exit is None else at_exit
            open_ = flow.able(offer, at_exit)
            for earlier in others:
                both = flow.able(earlier, open_)
                found = readings.alike(Said(earlier), Said(offer), both) if both else both
                if found:
                    one = flow.space.single(next(flow.space.each(found)))
                    yield page, earlier, offer, next(iter(readings.texts(readings.reading(Said(offer)), one)))
                    break


def _may_read_alike(readings: Readings, offers: Sequence[Offer]) -> Iterator[tuple[Offer, Iterator[Offer]]]:
    """Each with the earlier ones that could read the same, in their order; found by their texts, for most have none."""
    by_text: dict[str, list[int]] = {}
    unlisted: list[int] = []
    for index, offer in enumerate(offers):
        texts = readings.possible(Said(offer))
        several = [range(index)] if texts is None else [unlisted, *(by_text.setdefault(text, []) for text in texts)]
        if any(several):
            yield offer, (offers[each] for each, _ in groupby(merge(*several)))
        if texts is None:
            unlisted.append(index)
        for text in texts or ():
            by_text[text].append(index)


def _always_shown(flow: Flow, page: Page, offer: Offer) -> tuple[Event, ...] | None:
    """What the option shows whenever it is taken, or None if that depends on the situation."""
    if read_by_offer(offer):
        return None
    return perform(flow.program.story, offer.choice.then, page.id, flow.program.slots.state({}))[0]


def _alike(flow: Flow, page: Page, one: Offer, other: Offer, members: Members, live: int) -> bool:
    """Whether in all these situations, which are at the menu, the two options do the same."""
    space, slots = flow.space, flow.program.slots
    concerned = altered_by_offer(one) | altered_by_offer(other) | read_by_offer(one) | read_by_offer(other)
    compared = slots_of(concerned & live)

    def differ(numbers: list[int]) -> bool:
        state = slots.state(dict(enumerate(numbers)))
        return _done(flow, page, one, state, compared) != _done(flow, page, other, state, compared)

    if differ(next(space.each(members))):  # most do everywhere
        return False
    for slot in range(len(slots.all)):  # what neither option reads or changes cannot make a difference
        if not concerned >> slot & 1 and flow.kept(page.id) >> slot & 1:
            members = Move(space, slot, [0] * space.sizes[slot]).ahead(members)
    for count, numbers in enumerate(space.each(members)):
        if count >= MOST_COMPARED:
            raise Exhausted
        if differ(numbers):
            return False
    return True


def _done(flow: Flow, page: Page, offer: Offer, state: State, compared: list[int]) -> object:
    """What the option shows, and what it leaves in the slots compared."""
    story = flow.program.story
    to = take_option(story, story.scenes[page.id], offer.choice, state)
    numbers = flow.program.slots.numbers(to.state)
    return to.events, [numbers[slot] for slot in compared]
