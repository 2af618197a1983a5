"""Pages that can come up with nothing to read on them."""

from collections.abc import Iterator

from game.prove.explore.fixpoints import Reachable
from game.prove.explore.observe import watched
from game.prove.explore.text_transfer import after, moved, to_marks, unmoved, visible
from game.prove.explore.transfer import Flow
from game.prove.explore.witnesses import Target
from game.prove.program.ir import Body, Branches, Finish, Offer, Offers, Page, Part, Show
from game.prove.sets.diagrams import NONE, Members


def blank_pages(flow: Flow, reached: Reachable) -> Iterator[tuple[Page, list[Target]]]:
    """Each such page, and where routes to it should lead.

    A page shows what follows the option taken before it, too. A menu is something to read, but on the first page.
    """
    blanks = _Blanks(flow, reached)
    for page in flow.program.pages.values():
        first = page.id == flow.program.story.start and isinstance(page.exit, Offers)
        mute = blanks.mute(page) if first or isinstance(page.exit, Finish) else NONE
        targets = list(blanks.beginning(mute) if first else blanks.wordless(page, mute)) if mute else []
        if targets:
            yield page, targets


class _Blanks:
    def __init__(self, flow: Flow, reached: Reachable) -> None:
        self.flow, self.space, self.reached = flow, flow.space, reached
        self._mute: dict[str, Members] = {}

    def mute(self, page: Page) -> Members:
        """Those entering the scene to whom its text shows nothing."""
        if page.id not in self._mute:
            reached = self.reached[page.id]
            self._mute[page.id] = self.space.minus(reached, self.reading(page.body, reached)) if reached else NONE
        return self._mute[page.id]

    def reading(self, body: Body, members: Members) -> Members:
        """Those to whom a text shows something."""
        marks: dict[Part, Members] = {}

        def watch(part: Part, coming: Members) -> None:
            if isinstance(part, Show):
                seen = visible(self.space, part.wording, coming)
                marks[part] = self.space.union(marks.get(part, NONE), seen)

        watched(self.space, body, members, watch)
        return to_marks(self.space, body.parts, NONE, marks, members)

    def wordless(self, page: Page, wanted: Members) -> Iterator[Target]:
        """Where to go so as to enter the scene, as one of those wanted, with nothing read before it on its page."""
        if page.id == self.flow.program.story.start:
            yield from self.beginning(wanted)
        for id in self.flow.before[page.id]:
            before = self.flow.program.pages[id]
            reached = self.reached[id]
            if not reached:
                continue
            self.space.spend(1)
            skipping = self.flow.before_skip(before, {page.id: wanted}, reached) if before.skip == page.id else NONE
            if skipping:
                yield Target({id: skipping}, f"(skip {id})")
            if isinstance(before.exit, Offers):
                for offer in before.exit.offers:
                    if offer.choice.go == page.id:
                        yield from self.taking(before, offer, wanted)
            elif isinstance(before.exit, Branches):
                leading = self.flow.before_branches(before, {page.id: wanted}, reached)
                stopping = self.space.minus(leading, self.mute(before))
                if stopping:
                    yield Target({id: stopping})
                passing = self.space.meet(leading, self.mute(before))
                if passing:
                    yield from self.wordless(before, passing)

    def taking(self, page: Page, offer: Offer, wanted: Members) -> Iterator[Target]:
        """Where an option leads there and shows nothing on the way."""
        reached = self.reached[page.id]
        at_exit = after(self.space, page.body, reached)
        leading = self.flow.before_offer(page, offer, wanted, at_exit)
        if leading and offer.then.parts:
            first, _ = self.flow.moves(page, offer)
            changed = moved(leading, first)
            leading = self.space.minus(leading, unmoved(self.space, self.reading(offer.then, changed), first, leading))
        taking = self.flow.before_exit(page, leading, reached) if leading else NONE
        if taking:
            yield Target({page.id: taking}, offer.choice.id)

    def beginning(self, wanted: Members) -> Iterator[Target]:
        """Where plays begin as one of those wanted."""
        begun = self.flow.initial()
        for id in self.flow.finishes if self.flow.again else ():
            if self.reached[id]:
                begun = self.space.union(begun, self.flow.restarted(self.flow.program.pages[id], self.reached[id]))
        found = self.space.meet(begun, wanted)
        if found:
            yield Target({self.flow.program.story.start: found})
