"""The situations in which a given part of a story is come to, as targets for routes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from game.prove.explore.fixpoints import Reachable
from game.prove.explore.observe import watched
from game.prove.explore.readings import Readings, Said, Stumble, words_of
from game.prove.explore.text_transfer import after, moved, passing, to_marks, unmoved, visible
from game.prove.explore.transfer import Flow
from game.prove.explore.witnesses import Target
from game.prove.program.ir import (
    Body,
    Branch,
    Branches,
    Enter,
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
from game.prove.program.predicates import those
from game.prove.sets.diagrams import NONE, Members

Keep: TypeAlias = Callable[[Members], Members]


@dataclass(frozen=True, slots=True)
class _Holder:
    """Where a part stands: in the text of a scene, or in what follows one of its options."""

    page: Page
    offer: Offer | None


class Spots:
    def __init__(self, flow: Flow, reached: Reachable) -> None:
        self.flow, self.space, self.reached = flow, flow.space, reached
        self._holders: dict[Part, list[_Holder]] = {}
        self._pages: dict[Offer, Page] = {}
        self._readings = Readings(flow.program)
        for page in flow.program.pages.values():
            self._hold(page.body, _Holder(page, None))
            if isinstance(page.exit, Offers):
                for offer in page.exit.offers:
                    self._pages[offer] = page
                    self._hold(offer.then, _Holder(page, offer))

    def _hold(self, body: Body, holder: _Holder) -> None:
        for part in body.parts:
            holders = self._holders.setdefault(part, [])
            if not holders or holders[-1] is not holder:
                holders.append(holder)
            match part:
                case Turn(_, _, _, then, other):
                    self._hold(then, holder)
                    self._hold(other, holder)
                case Enter(_, passage):
                    self._hold(passage, holder)
                case _:
                    pass

    def parts(self) -> Iterator[Part]:
        """Every part of every text."""
        return iter(self._holders)

    def scene(self, id: str) -> list[Target]:
        return [Target({id: self.reached[id]})]

    def ending(self, id: str) -> list[Target]:
        pages = self.flow.program.pages.values()
        return [Target({p.id: self.reached[p.id] for p in pages if isinstance(p.exit, Finish) and p.exit.ending == id})]

    def part(self, part: Part, keep: Keep | None = None) -> list[Target]:
        """Where a part is come to, by those that `keep` keeps; a paragraph only where some word of it shows."""
        if keep is None and isinstance(part, Show):
            wording = part.wording
            return self.part(part, lambda members: visible(self.space, wording, members))
        found: dict[str | None, Reachable] = {}
        targets = []
        for holder in self._holders.get(part, []):
            if not self.reached[holder.page.id]:
                continue
            members = self._entering(holder, part, keep or (lambda members: members))
            if holder.offer is None:
                found.setdefault(None, {})[holder.page.id] = members
            else:
                targets.append(Target({holder.page.id: members}, holder.offer.choice.id))
        return [Target(found[None]), *targets] if found else targets

    def inline(self, show: Show, wanted: Split | Turns, keep: Keep) -> list[Target]:
        """Where an inline part of a paragraph is come to, by those that `keep` keeps."""
        return self.part(show, lambda members: keep(coming_to(self.flow, show.wording, wanted, members)))

    def offered(self, page: Page, offer: Offer) -> list[Target]:
        return self._at_exit(page, lambda members: self._shown(offer, members))

    def enabled(self, page: Page, offer: Offer, *others: Offer) -> list[Target]:
        """Where the option can be taken, and the others too."""

        def able(members: Members) -> Members:
            for each in (offer, *others):
                members = self.flow.able(each, members)
            return members

        return self._at_exit(page, able)

    def locked(self, page: Page, offer: Offer) -> list[Target]:
        """Where its reason shows."""
        reason = offer.locked or ()
        return self._at_exit(page, lambda members: visible(self.space, reason, self._closed(offer, members)))

    def said(self, page: Page, offer: Offer, wanted: Split | Turns, keep: Keep) -> list[Target]:
        """Where an inline part of the option's words is come to, by those that `keep` keeps."""
        return self._at_exit(
            page, lambda members: keep(coming_to(self.flow, offer.say, wanted, self._shown(offer, members)))
        )

    def reason(self, page: Page, offer: Offer, wanted: Split | Turns, keep: Keep) -> list[Target]:
        """Where an inline part of its reason is come to, by those that `keep` keeps."""
        reason = offer.locked or ()
        return self._at_exit(
            page, lambda members: keep(coming_to(self.flow, reason, wanted, self._closed(offer, members)))
        )

    def wordless(self, said: Said) -> list[Target]:
        """Where no word shows of the option, or of its reason."""

        def silent(members: Members) -> Members:
            return self.space.minus(members, visible(self.space, words_of(said)[1], members))

        return self._read(said, silent)

    def stumble(self, stumble: Stumble) -> list[Target]:
        """Where it is stumbled over."""

        def stumbling(members: Members) -> Members:
            return self._readings.stumbles(stumble.owner, members).get(stumble, NONE)

        if isinstance(stumble.owner, Show):
            return self.part(stumble.owner, stumbling)
        return self._read(stumble.owner, stumbling)

    def _read(self, said: Said, keep: Keep) -> list[Target]:
        shown = self._closed if said.locked else self._shown
        return self._at_exit(self._pages[said.offer], lambda members: keep(shown(said.offer, members)))

    def alike(self, page: Page, offer: Offer, other: Offer) -> list[Target]:
        """Where both options can be taken and read the same."""

        def reading(members: Members) -> Members:
            both = self.flow.able(offer, self.flow.able(other, members))
            return self._readings.alike(Said(offer), Said(other), both)

        return self._at_exit(page, reading)

    def branch(self, page: Page, branch: Branch) -> list[Target]:
        def going(members: Members) -> Members:
            assert isinstance(page.exit, Branches)  # noqa: S101
            taking = self.flow.branching(page.exit.branches, members)
            return next(those for each, those in taking if each is branch)

        return self._at_exit(page, going)

    def _shown(self, offer: Offer, members: Members) -> Members:
        asked = passing(self.space, members, offer.fresh)
        return asked if offer.locked is not None else passing(self.space, asked, offer.test)

    def _closed(self, offer: Offer, members: Members) -> Members:
        asked = passing(self.space, members, offer.fresh)
        return self.space.minus(asked, self.flow.able(offer, asked))

    def _at_exit(self, page: Page, keep: Keep) -> list[Target]:
        reached = self.reached[page.id]
        kept = keep(after(self.space, page.body, reached))
        return [Target({page.id: self.flow.before_exit(page, kept, reached)})]

    def _entering(self, holder: _Holder, part: Part, keep: Keep) -> Members:
        """Those entering the holder's scene that come to the part."""
        space, page, marks = self.space, holder.page, dict[Part, Members]()

        def watch(each: Part, members: Members) -> None:
            if each is part:
                marks[part] = space.union(marks.get(part, NONE), keep(members))

        reached = self.reached[page.id]
        if holder.offer is None:
            watched(space, page.body, reached, watch)
            return to_marks(space, page.body.parts, NONE, marks, reached)
        offer = holder.offer
        changes = [change.move for change in offer.changes]
        able = self.flow.able(offer, after(space, page.body, reached))
        changed = moved(able, changes)
        watched(space, offer.then, changed, watch)
        coming = unmoved(space, to_marks(space, offer.then.parts, NONE, marks, changed), changes, able)
        return self.flow.before_exit(page, coming, reached)


def coming_to(flow: Flow, wording: Wording, wanted: Split | Turns, members: Members) -> Members:
    """Those that come to an inline part of a wording."""
    space = flow.space
    found: Members = NONE
    for part in wording:
        if part is wanted:
            return members
        match part:
            case Split(_, test, _, then, other):
                holding = those(space, members, test)
                ways = [(then, holding), (other, space.minus(members, holding))]
            case Turns(_, tests, _, wordings):
                ways = [(each, those(space, members, test)) for test, each in zip(tests, wordings, strict=True)]
            case Solid():
                ways = []
        for each, coming in ways:
            if coming:
                found = space.union(found, coming_to(flow, each, wanted, coming))
    return found
