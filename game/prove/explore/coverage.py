"""What happens anywhere: every part of a story that is come to, each way it can turn out, and what never does."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from game.prove.explore.fixpoints import Reachable, cost
from game.prove.explore.observe import watched
from game.prove.explore.readings import Owner, Readings, Said, Stumble
from game.prove.explore.text_transfer import passing, shows, visible
from game.prove.explore.transfer import Flow
from game.prove.program.ir import (
    Alter,
    Assert,
    Branch,
    Branches,
    Finish,
    Offer,
    Offers,
    Page,
    Part,
    Show,
    Solid,
    Split,
    Turn,
    Turns,
    Wording,
)
from game.prove.program.predicates import some, some_not, those
from game.prove.sets.diagrams import Exhausted, Members

Asking: TypeAlias = Turn | Split | Assert | Offer | Branch


@dataclass(slots=True)
class Facts:
    """All that happens in the situations looked at.

    `come_to` holds parts and wordings that are come to, and paragraphs only where some word of them shows; `holds`
    and `fails` whatever asks a condition that once did. `stuck` are situations at the entry of scenes; `stumbles` are told with one situation of each, as its
    words are come to. `wordless` are the options and reasons that show no word somewhere.
    """

    scenes: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    come_to: set[Part] = field(default_factory=set)
    holds: set[Asking] = field(default_factory=set)
    fails: set[Asking] = field(default_factory=set)
    turns: set[tuple[Turns, int]] = field(default_factory=set)
    asked: set[Offer | Branch] = field(default_factory=set)
    offered: set[Offer] = field(default_factory=set)
    enabled: set[Offer] = field(default_factory=set)
    locked: set[Offer] = field(default_factory=set)
    taken: set[Branch] = field(default_factory=set)
    altering: set[Alter] = field(default_factory=set)
    values: set[tuple[int, int]] = field(default_factory=set)
    stuck: Reachable = field(default_factory=dict)
    stumbles: dict[Stumble, Members] = field(default_factory=dict)
    wordless: dict[Said, None] = field(default_factory=dict)


def facts_of(flow: Flow, reached: Reachable) -> tuple[Facts, bool]:
    """What happens in the situations reached, and whether the budget sufficed for looking at all of them."""
    looking = _Looking(flow)
    try:
        for done, page in enumerate(flow.program.pages.values()):
            flow.tell("Looking at every line", done, len(reached))
            if reached[page.id]:
                looking.page(page, reached[page.id])
    except Exhausted:
        return looking.facts, False
    return looking.facts, True


class _Looking:
    def __init__(self, flow: Flow) -> None:
        self.flow, self.space = flow, flow.space
        self.facts, self.readings = Facts(), Readings(flow.program)
        variables = flow.program.slots.variables.values()
        self.unseen = {slot: set(range(self.space.sizes[slot])) for slot in variables}
        for slot, number in enumerate(flow.program.slots.initial()[: len(variables)]):
            self.facts.values.add((slot, number))
            self.unseen[slot].discard(number)

    def page(self, page: Page, members: Members) -> None:
        self.space.spend(cost(self.flow, page))
        self.facts.scenes.add(page.id)
        at_exit = watched(self.space, page.body, members, self.part)
        match page.exit:
            case Offers(offers):
                for offer in offers:
                    self.offer(offer, at_exit)
            case Branches(branches):
                self.branches(branches, at_exit)
            case Finish(ending):
                self.facts.endings.add(ending)
            case _:
                pass
        stuck = self.flow.stuck(page, at_exit)
        if stuck:
            self.facts.stuck[page.id] = self.flow.before_exit(page, stuck, members)

    def part(self, part: Part, members: Members) -> None:
        match part:
            case Show(_, wording):
                if shows(self.space, wording, members):
                    self.facts.come_to.add(part)
                self.wording(wording, members)
                self.reading(part, members)
                return
            case Turn(_, test) | Assert(_, test):
                self.note(part, some(self.space, members, test), some_not(self.space, members, test))
            case Alter():
                self.alter(part, members)
            case _:
                pass
        self.facts.come_to.add(part)

    def alter(self, alter: Alter, members: Members) -> None:
        slot, table, testing = alter.slot, alter.move.table, self.flow.program.testing
        self.facts.come_to.add(alter)
        if alter not in self.facts.altering:
            moving = [value for value, becomes in enumerate(table) if value != becomes]
            if some(self.space, members, testing.among(slot, moving)):
                self.facts.altering.add(alter)
        for value in self.unseen[slot] & set(table):
            sources = [source for source, becomes in enumerate(table) if becomes == value]
            if some(self.space, members, testing.among(slot, sources)):
                self.unseen[slot].discard(value)
                self.facts.values.add((slot, value))

    def offer(self, offer: Offer, at_exit: Members) -> None:
        asked = passing(self.space, at_exit, offer.fresh)
        if not asked:
            return
        self.facts.asked.add(offer)
        able, unable = passing(self.space, asked, offer.test), False
        if offer.test is not None:
            unable = some_not(self.space, asked, offer.test)
            self.note(offer, bool(able), unable)
        if able:
            self.facts.enabled.add(offer)
        if offer.locked is not None and unable:
            self.locked(offer, offer.locked, self.space.minus(asked, able))
        shown = asked if offer.locked is not None else able
        if not shown:
            return
        self.facts.offered.add(offer)
        self.said(Said(offer), offer.say, shown)
        for change in offer.changes:
            if able:
                self.alter(change, able)
                able = change.move.ahead(able)
        watched(self.space, offer.then, able, self.part)

    def locked(self, offer: Offer, reason: Wording, unable: Members) -> None:
        if shows(self.space, reason, unable):
            self.facts.locked.add(offer)
        self.said(Said(offer, locked=True), reason, unable)

    def said(self, said: Said, wording: Wording, members: Members) -> None:
        """`members`, of whom there are some, read these words of an option."""
        self.wording(wording, members)
        self.reading(said, members)
        if self.space.minus(members, visible(self.space, wording, members)):
            self.facts.wordless[said] = None

    def reading(self, owner: Owner, members: Members) -> None:
        for stumble, those_ in self.readings.stumbles(owner, members).items():
            if stumble not in self.facts.stumbles:
                self.facts.stumbles[stumble] = self.space.single(next(self.space.each(those_)))

    def branches(self, branches: Iterable[Branch], members: Members) -> None:
        for branch in branches:
            if not members:
                return
            self.facts.asked.add(branch)
            going = passing(self.space, members, branch.test)
            members = self.space.minus(members, going)
            if branch.test is not None:
                self.note(branch, bool(going), bool(members))
            if going:
                self.facts.taken.add(branch)

    def note(self, asking: Asking, holds: bool, fails: bool) -> None:
        if holds:
            self.facts.holds.add(asking)
        if fails:
            self.facts.fails.add(asking)

    def wording(self, wording: Wording, members: Members) -> None:
        if all_solid(wording):
            return
        for part in wording:
            match part:
                case Split(_, test, _, then, other):
                    holds, fails = some(self.space, members, test), some_not(self.space, members, test)
                    self.note(part, holds, fails)
                    if holds and not all_solid(then):
                        self.wording(then, those(self.space, members, test))
                    if fails and not all_solid(other):
                        self.wording(other, self.space.minus(members, those(self.space, members, test)))
                case Turns(_, tests, _, wordings):
                    for index, (test, each) in enumerate(zip(tests, wordings, strict=True)):
                        if some(self.space, members, test):
                            self.facts.turns.add((part, index))
                            if not all_solid(each):
                                self.wording(each, those(self.space, members, test))
                case Solid():
                    pass


def all_solid(wording: Wording) -> bool:
    """Whether nothing in it depends on the situation."""
    return all(isinstance(part, Solid) for part in wording)
