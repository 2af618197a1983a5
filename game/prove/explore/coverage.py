"""What happens anywhere: every part of a story that is come to, each way it can turn out, and what never does."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from game.prove.explore.fixpoints import Reachable
from game.prove.explore.observe import watched
from game.prove.explore.readings import OptionWords, Owner, Readings, Stumble
from game.prove.explore.text_transfer import passing, shows, visible
from game.prove.explore.transfer import Transfer
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
    PartIr,
    SceneIr,
    StaticText,
    Wording,
)
from game.prove.sets.space import Members

Asking: TypeAlias = IfIr | EitherIr | ClaimIr | OptionIr | ForkIr


@dataclass(slots=True)
class Coverage:
    """All that happens in the situations looked at.

    `come_to` holds parts and wordings that are come to, and paragraphs only where some word of them shows; `holds`
    and `fails` whatever asks a condition that once did. `stuck` are situations at the entry of scenes, with others that
    the scene cannot tell from them; `stumbles` are told with one situation of each, as its words are come to. `wordless` are the options and reasons that show no word somewhere.
    """

    scenes: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    come_to: set[PartIr] = field(default_factory=set)
    holds: set[Asking] = field(default_factory=set)
    fails: set[Asking] = field(default_factory=set)
    turns: set[tuple[CycleIr, int]] = field(default_factory=set)
    asked: set[OptionIr | ForkIr] = field(default_factory=set)
    offered: set[OptionIr] = field(default_factory=set)
    enabled: set[OptionIr] = field(default_factory=set)
    locked: set[OptionIr] = field(default_factory=set)
    taken: set[ForkIr] = field(default_factory=set)
    altering: set[ChangeIr] = field(default_factory=set)
    values: set[tuple[int, int]] = field(default_factory=set)
    stuck: Reachable = field(default_factory=dict)
    stumbles: dict[Stumble, Members] = field(default_factory=dict)
    wordless: dict[OptionWords, None] = field(default_factory=dict)


def coverage_of(transfer: Transfer, reached: Reachable) -> tuple[Coverage, bool]:
    """What happens in the situations reached, and whether the budget sufficed for looking at all of them."""
    looking = _Looking(transfer)
    try:
        for done, scene in enumerate(transfer.program.scenes.values()):
            transfer.tell("Looking at every line", done, len(reached))
            if reached[scene.id]:
                looking.scene(scene, reached[scene.id])
    except MemoryError:
        return looking.coverage, False
    return looking.coverage, True


class _Looking:
    def __init__(self, transfer: Transfer) -> None:
        self.transfer, self.space = transfer, transfer.space
        self.coverage, self.readings = Coverage(), Readings(transfer.program, transfer.space)
        variables = transfer.program.slots.variables.values()
        self.unseen = {slot: set(range(self.space.sizes[slot])) for slot in variables}
        for slot, number in enumerate(transfer.program.slots.initial()[: len(variables)]):
            self.coverage.values.add((slot, number))
            self.unseen[slot].discard(number)

    def scene(self, scene: SceneIr, members: Members) -> None:
        self.transfer.spend(scene)
        self.coverage.scenes.add(scene.id)
        members = self.space.narrow(members, self.transfer.concerned(scene))
        at_exit = watched(self.space, scene.body, members, self.part)
        match scene.exit:
            case MenuIr(options):
                for option in options:
                    self.option(option, at_exit)
            case OnwardIr(forks):
                self.forks(forks, at_exit)
            case EndIr(ending):
                self.coverage.endings.add(ending)
            case Nowhere():
                pass
            case _:
                assert_never(scene.exit)
        stuck = self.transfer.stuck(scene, at_exit)
        if stuck:
            self.coverage.stuck[scene.id] = self.transfer.before_exit(scene, stuck, members)

    def part(self, part: PartIr, members: Members) -> None:
        match part:
            case LineIr(_, wording):
                if shows(self.space, wording, members):
                    self.coverage.come_to.add(part)
                self.wording(wording, members)
                self.reading(part, members)
                return
            case IfIr(_, test) | ClaimIr(_, test):
                self.note(part, self.space.intersects(members, test), self.space.escapes(members, test))
            case ChangeIr():
                self.alter(part, members)
            case DirectionIr() | IncludeIr():
                pass
            case _:
                assert_never(part)
        self.coverage.come_to.add(part)

    def alter(self, alter: ChangeIr, members: Members) -> None:
        slot, table, testing = alter.slot, alter.move.table, self.transfer.program.testing
        self.coverage.come_to.add(alter)
        if alter not in self.coverage.altering:
            moving = [value for value, becomes in enumerate(table) if value != becomes]
            if self.space.intersects(members, testing.among(slot, moving)):
                self.coverage.altering.add(alter)
        for value in self.unseen[slot] & set(table):
            sources = [source for source, becomes in enumerate(table) if becomes == value]
            if self.space.intersects(members, testing.among(slot, sources)):
                self.unseen[slot].discard(value)
                self.coverage.values.add((slot, value))

    def option(self, option: OptionIr, at_exit: Members) -> None:
        asked = passing(self.space, at_exit, option.fresh)
        if not asked:
            return
        self.coverage.asked.add(option)
        able, unable = passing(self.space, asked, option.test), False
        if option.test is not None:
            unable = self.space.escapes(asked, option.test)
            self.note(option, bool(able), unable)
        if able:
            self.coverage.enabled.add(option)
        if option.locked is not None and unable:
            self.locked(option, option.locked, self.space.minus(asked, able))
        shown = asked if option.locked is not None else able
        if not shown:
            return
        self.coverage.offered.add(option)
        self.said(OptionWords(option), option.say, shown)
        for change in option.changes:
            if able:
                self.alter(change, able)
                able = self.space.ahead(able, (change.move,))
        watched(self.space, option.then, able, self.part)

    def locked(self, option: OptionIr, reason: Wording, unable: Members) -> None:
        if shows(self.space, reason, unable):
            self.coverage.locked.add(option)
        self.said(OptionWords(option, locked=True), reason, unable)

    def said(self, said: OptionWords, wording: Wording, members: Members) -> None:
        """`members`, of whom there are some, read these words of an option."""
        self.wording(wording, members)
        self.reading(said, members)
        if self.space.minus(members, visible(self.space, wording, members)):
            self.coverage.wordless[said] = None

    def reading(self, owner: Owner, members: Members) -> None:
        for stumble, those_ in self.readings.stumbles(owner, members).items():
            if stumble not in self.coverage.stumbles:
                self.coverage.stumbles[stumble] = self.space.single(self.space.one(those_))

    def forks(self, forks: Iterable[ForkIr], members: Members) -> None:
        for fork in forks:
            if not members:
                return
            self.coverage.asked.add(fork)
            going = passing(self.space, members, fork.test)
            members = self.space.minus(members, going)
            if fork.test is not None:
                self.note(fork, bool(going), bool(members))
            if going:
                self.coverage.taken.add(fork)

    def note(self, asking: Asking, holds: bool, fails: bool) -> None:
        if holds:
            self.coverage.holds.add(asking)
        if fails:
            self.coverage.fails.add(asking)

    def wording(self, wording: Wording, members: Members) -> None:
        if all_solid(wording):
            return
        for part in wording:
            match part:
                case EitherIr(_, test, _, then, other):
                    holds, fails = self.space.intersects(members, test), self.space.escapes(members, test)
                    self.note(part, holds, fails)
                    if holds and not all_solid(then):
                        self.wording(then, self.space.restrict(members, test))
                    if fails and not all_solid(other):
                        self.wording(other, self.space.minus(members, self.space.restrict(members, test)))
                case CycleIr(_, tests, _, wordings):
                    for index, (test, each) in enumerate(zip(tests, wordings, strict=True)):
                        if self.space.intersects(members, test):
                            self.coverage.turns.add((part, index))
                            if not all_solid(each):
                                self.wording(each, self.space.restrict(members, test))
                case StaticText():
                    pass
                case _:
                    assert_never(part)


def all_solid(wording: Wording) -> bool:
    """Whether nothing in it depends on the situation."""
    return all(isinstance(part, StaticText) for part in wording)
