"""The situations in which a given part of a story is come to, as targets for routes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from game.prove.explore.fixpoints import Reachable
from game.prove.explore.observe import watched
from game.prove.explore.readings import OptionWords, Readings, Stumble, words_of
from game.prove.explore.text_transfer import after, passing, to_marks, visible
from game.prove.explore.transfer import Transfer
from game.prove.explore.witnesses import Target
from game.prove.program.ir import (
    Body,
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
    OnwardIr,
    OptionIr,
    PartIr,
    SceneIr,
    StaticText,
    Wording,
)
from game.prove.sets.space import NONE, Members

Keep: TypeAlias = Callable[[Members], Members]


@dataclass(frozen=True, slots=True)
class _Holder:
    """Where a part stands: in the text of a scene, or in what follows one of its options."""

    scene: SceneIr
    option: OptionIr | None


class Targets:
    """Where to go to meet something: for each thing of a story, situations in which scenes are entered, and the option
    to take there if it is met behind one. Some of these may lie beyond what is reached: none is come to that does."""

    def __init__(self, transfer: Transfer, reached: Reachable) -> None:
        self.transfer, self.space = transfer, transfer.space
        self.reached = {id: self.space.around(members) for id, members in reached.items()}
        self._holders: dict[PartIr, list[_Holder]] = {}
        self._pages: dict[OptionIr, SceneIr] = {}
        self._readings = Readings(transfer.program, transfer.space)
        for scene in transfer.program.scenes.values():
            self._hold(scene.body, _Holder(scene, None))
            if isinstance(scene.exit, MenuIr):
                for option in scene.exit.options:
                    self._pages[option] = scene
                    self._hold(option.then, _Holder(scene, option))

    def _hold(self, body: Body, holder: _Holder) -> None:
        for part in body.parts:
            holders = self._holders.setdefault(part, [])
            if not holders or holders[-1] is not holder:
                holders.append(holder)
            match part:
                case IfIr(_, _, _, then, other):
                    self._hold(then, holder)
                    self._hold(other, holder)
                case IncludeIr(_, passage):
                    self._hold(passage, holder)
                case LineIr() | DirectionIr() | ChangeIr() | ClaimIr():
                    pass
                case _:
                    assert_never(part)

    def parts(self) -> Iterator[PartIr]:
        """Every part of every text."""
        return iter(self._holders)

    def scene(self, id: str) -> list[Target]:
        """Where the scene is come to."""
        return [Target({id: self.reached[id]})]

    def ending(self, id: str) -> list[Target]:
        """Where a scene is come to that is this ending."""
        scenes = self.transfer.program.scenes.values()
        return [Target({p.id: self.reached[p.id] for p in scenes if isinstance(p.exit, EndIr) and p.exit.ending == id})]

    def part(self, part: PartIr, keep: Keep | None = None) -> list[Target]:
        """Where a part is come to, by those that `keep` keeps; a paragraph only where some word of it shows."""
        if keep is None and isinstance(part, LineIr):
            wording = part.wording
            return self.part(part, lambda members: visible(self.space, wording, members))
        found: dict[str | None, Reachable] = {}
        targets = []
        for holder in self._holders.get(part, []):
            if not self.reached[holder.scene.id]:
                continue
            members = self._entering(holder, part, keep or (lambda members: members))
            if holder.option is None:
                found.setdefault(None, {})[holder.scene.id] = members
            else:
                targets.append(Target({holder.scene.id: members}, holder.option.choice.id))
        return [Target(found[None]), *targets] if found else targets

    def inline(self, show: LineIr, wanted: EitherIr | CycleIr, keep: Keep) -> list[Target]:
        """Where an inline part of a paragraph is come to, by those that `keep` keeps."""
        return self.part(show, lambda members: keep(coming_to(self.transfer, show.wording, wanted, members)))

    def offered(self, scene: SceneIr, option: OptionIr) -> list[Target]:
        """Where the menu shows the option, open or with the reason why it is locked."""
        return self._at_exit(scene, lambda members: self._shown(option, members))

    def enabled(self, scene: SceneIr, option: OptionIr, *others: OptionIr) -> list[Target]:
        """Where the option can be taken, and the others too."""

        def able(members: Members) -> Members:
            for each in (option, *others):
                members = self.transfer.able(each, members)
            return members

        return self._at_exit(scene, able)

    def locked(self, scene: SceneIr, option: OptionIr) -> list[Target]:
        """Where its reason shows."""
        reason = option.locked or ()
        return self._at_exit(scene, lambda members: visible(self.space, reason, self._closed(option, members)))

    def said(self, scene: SceneIr, option: OptionIr, wanted: EitherIr | CycleIr, keep: Keep) -> list[Target]:
        """Where an inline part of the option's words is come to, by those that `keep` keeps."""
        return self._at_exit(
            scene, lambda members: keep(coming_to(self.transfer, option.say, wanted, self._shown(option, members)))
        )

    def reason(self, scene: SceneIr, option: OptionIr, wanted: EitherIr | CycleIr, keep: Keep) -> list[Target]:
        """Where an inline part of its reason is come to, by those that `keep` keeps."""
        reason = option.locked or ()
        return self._at_exit(
            scene, lambda members: keep(coming_to(self.transfer, reason, wanted, self._closed(option, members)))
        )

    def wordless(self, said: OptionWords) -> list[Target]:
        """Where no word shows of the option, or of its reason."""

        def silent(members: Members) -> Members:
            return self.space.minus(members, visible(self.space, words_of(said)[1], members))

        return self._read(said, silent)

    def stumble(self, stumble: Stumble) -> list[Target]:
        """Where it is stumbled over."""

        def stumbling(members: Members) -> Members:
            return self._readings.stumbles(stumble.owner, members).get(stumble, NONE)

        if isinstance(stumble.owner, LineIr):
            return self.part(stumble.owner, stumbling)
        return self._read(stumble.owner, stumbling)

    def _read(self, said: OptionWords, keep: Keep) -> list[Target]:
        shown = self._closed if said.locked else self._shown
        return self._at_exit(self._pages[said.option], lambda members: keep(shown(said.option, members)))

    def alike(self, scene: SceneIr, option: OptionIr, other: OptionIr) -> list[Target]:
        """Where both options can be taken and read the same."""

        def reading(members: Members) -> Members:
            both = self.transfer.able(option, self.transfer.able(other, members))
            return self._readings.alike(OptionWords(option), OptionWords(other), both)

        return self._at_exit(scene, reading)

    def fork(self, scene: SceneIr, fork: ForkIr) -> list[Target]:
        """Where this entry of the scene's `go` is taken."""

        def going(members: Members) -> Members:
            assert isinstance(scene.exit, OnwardIr)  # noqa: S101
            taking = self.transfer.branching(scene.exit.forks, members)
            return next(those for each, those in taking if each is fork)

        return self._at_exit(scene, going)

    def _shown(self, option: OptionIr, members: Members) -> Members:
        asked = passing(self.space, members, option.fresh)
        return asked if option.locked is not None else passing(self.space, asked, option.test)

    def _closed(self, option: OptionIr, members: Members) -> Members:
        asked = passing(self.space, members, option.fresh)
        return self.space.minus(asked, self.transfer.able(option, asked))

    def _at_exit(self, scene: SceneIr, keep: Keep) -> list[Target]:
        reached = self.reached[scene.id]
        kept = keep(after(self.space, scene.body, reached))
        return [Target({scene.id: self.transfer.before_exit(scene, kept, reached)})]

    def _entering(self, holder: _Holder, part: PartIr, keep: Keep) -> Members:
        """Those entering the holder's scene that come to the part."""
        space, scene, marks = self.space, holder.scene, dict[PartIr, Members]()

        def watch(each: PartIr, members: Members) -> None:
            if each is part:
                marks[part] = space.union(marks.get(part, NONE), keep(members))

        reached = self.reached[scene.id]
        if holder.option is None:
            watched(space, scene.body, reached, watch)
            return to_marks(space, scene.body.parts, NONE, marks, reached)
        option = holder.option
        changes = tuple(change.move for change in option.changes)
        able = self.transfer.able(option, after(space, scene.body, reached))
        changed = space.ahead(able, changes)
        watched(space, option.then, changed, watch)
        coming = space.back(to_marks(space, option.then.parts, NONE, marks, changed), changes, able)
        return self.transfer.before_exit(scene, coming, reached)


def coming_to(transfer: Transfer, wording: Wording, wanted: EitherIr | CycleIr, members: Members) -> Members:
    """Those that come to an inline part of a wording."""
    space = transfer.space
    found: Members = NONE
    for part in wording:
        if part is wanted:
            return members
        match part:
            case EitherIr(_, test, _, then, other):
                holding = space.restrict(members, test)
                ways = [(then, holding), (other, space.minus(members, holding))]
            case CycleIr(_, tests, _, wordings):
                ways = [(each, space.restrict(members, test)) for test, each in zip(tests, wordings, strict=True)]
            case StaticText():
                ways = []
            case _:
                assert_never(part)
        for each, coming in ways:
            if coming:
                found = space.union(found, coming_to(transfer, each, wanted, coming))
    return found
